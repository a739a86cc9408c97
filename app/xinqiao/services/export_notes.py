"""Writes the reader's notes to a file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from xinqiao.domain.notes import Note, NoteId
from xinqiao.domain.ports import NoteStore


class WriteNotes(Protocol):
    """Makes the text of a document of notes."""

    def __call__(
        self, notes: Sequence[Note], *, pinyin: bool = True, translation: bool = True, source: bool = True
    ) -> str:
        """The document as text."""
        ...


class ExportNotes:
    """Exports notes with what they quote.

    Args:
        store: the notes.
        write: makes the text of the document.
        save: puts a text into a file in one step.
    """

    def __init__(self, store: NoteStore, *, write: WriteNotes, save: Callable[[Path, str], None]) -> None:
        self._store = store
        self._write = write
        self._save = save

    def text(
        self,
        note_ids: Sequence[NoteId] | None = None,
        *,
        pinyin: bool = True,
        translation: bool = True,
        source: bool = True,
    ) -> str:
        """The document of the given notes in their order; of all notes, the latest first, for None."""
        return self._write(self._chosen(note_ids), pinyin=pinyin, translation=translation, source=source)

    def to_markdown(
        self,
        path: Path,
        note_ids: Sequence[NoteId] | None = None,
        *,
        pinyin: bool = True,
        translation: bool = True,
        source: bool = True,
    ) -> int:
        """Write the notes to a Markdown file; how many.

        Raises:
            ReaderError: the file cannot be written; one that was there before is unchanged.
        """
        notes = self._chosen(note_ids)
        self._save(path, self._write(notes, pinyin=pinyin, translation=translation, source=source))
        return len(notes)

    def _chosen(self, note_ids: Sequence[NoteId] | None) -> list[Note]:
        notes = self._store.all()
        if note_ids is None:
            return notes
        by_id = {note.id: note for note in notes}
        return [by_id[note_id] for note_id in note_ids if note_id in by_id]
