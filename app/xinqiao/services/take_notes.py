"""Takes notes on posts, sentences and words."""

from collections.abc import Sequence
from dataclasses import dataclass

from xinqiao.domain.clean_text import clean_text
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import counted, message
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.ports import NoteStore
from xinqiao.domain.posts import PostId
from xinqiao.domain.undo import Undo


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note as it is now, and how to take the change back."""

    note: Note
    undo: Undo


class TakeNotes:
    """What the note box and the Notes page do."""

    def __init__(self, store: NoteStore) -> None:
        self._store = store

    def add(self, body: str, quote: Quote, tags: Sequence[str] = ()) -> NoteChange:
        """Keep a note on a post, a sentence or a word.

        Raises:
            ReaderError: the note is empty, or the library cannot be written.
        """
        note = self._store.add(_written(body), quote, _tidy(tags))
        return NoteChange(note, Undo(message("Add note"), lambda: self._store.remove([note.id])))

    def edit(self, note_id: NoteId, body: str, tags: Sequence[str] | None = None) -> NoteChange:
        """Give a note a new text, and new tags unless they are None.

        Raises:
            ReaderError: the text is empty, the note was removed, or the library cannot be written.
        """
        text = _written(body)
        before = self._before(note_id)
        note = self._store.change(note_id, text, None if tags is None else _tidy(tags))
        return NoteChange(note, Undo(message("Edit note"), lambda: self._put_back(before)))

    def set_tags(self, note_id: NoteId, tags: Sequence[str]) -> NoteChange:
        """Give a note other tags."""
        before = self._before(note_id)
        note = self._store.change(note_id, before.body, _tidy(tags))
        return NoteChange(note, Undo(message("Change tags"), lambda: self._put_back(before)))

    def remove(self, note_ids: Sequence[NoteId]) -> Undo:
        """Take notes away."""
        ids = tuple(note_ids)
        self._store.remove(ids)
        what = counted("Remove note", "Remove {count} notes", len(ids))
        return Undo(what, lambda: self._store.restore(ids))

    def all(self) -> list[Note]:
        """Every note, the latest changed first."""
        return self._store.all()

    def on_post(self, post_id: PostId) -> list[Note]:
        """Notes on a post, on its sentences and on words in it."""
        return self._store.for_post(post_id)

    def on_word(self, word: str) -> list[Note]:
        """Notes on a word."""
        return self._store.for_word(word)

    def search(self, text: str, tag: str = "") -> list[Note]:
        """Notes that have every part of `text` (parted by blanks) somewhere, and the tag.

        Looks at the note, its quote, translation, source and tags; case does not matter.
        """
        parts = text.casefold().split()
        found = []
        for note in self._store.all():
            if tag and tag not in note.tags:
                continue
            quote = note.quote
            everything = "\n".join(
                (note.body, quote.word, quote.sentence, quote.translation, quote.source, *note.tags)
            ).casefold()
            if all(part in everything for part in parts):
                found.append(note)
        return found

    def tags(self) -> list[str]:
        """Every tag in use, in alphabetical order."""
        return sorted({tag for note in self._store.all() for tag in note.tags})

    def _before(self, note_id: NoteId) -> Note:
        note = self._store.get(note_id)
        if note is None:
            raise ReaderError(
                message("This note was removed."),
                message("Undo the removal, or save the text as a new note."),
            )
        return note

    def _put_back(self, note: Note) -> None:
        self._store.change(note.id, note.body, note.tags)


def _written(body: str) -> str:
    text = clean_text(body).rstrip()
    if not text.strip():
        raise ReaderError(message("The note is empty."), message("Write something, or remove the note."))
    return text


def _tidy(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without marks and blanks around them, each once, in the given order."""
    tidy = (" ".join(clean_text(tag).strip().strip("#＃").split()) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in tidy if tag))
