"""Where the reader's notes are kept."""

from collections.abc import Sequence
from typing import Protocol

from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.posts import PostId


class NoteStore(Protocol):
    """The reader's notes."""

    def get(self, note_id: NoteId) -> Note | None:
        """One note, or None when it is not there (or removed)."""
        ...

    def add(self, body: str, quote: Quote, tags: Sequence[str] = ()) -> Note:
        """Keep a new note."""
        ...

    def change(self, note_id: NoteId, body: str, tags: Sequence[str] | None = None) -> Note:
        """Give a note a new text, and new tags unless they are None.

        Raises:
            ReaderError: the note was removed.
        """
        ...

    def all(self) -> list[Note]:
        """Every note, the latest changed first, removed ones left out."""
        ...

    def for_post(self, post_id: PostId) -> list[Note]:
        """Notes on a post, on its sentences and on words in it."""
        ...

    def for_word(self, word: str) -> list[Note]:
        """Notes on a word."""
        ...

    def remove(self, note_ids: Sequence[NoteId]) -> None:
        """Take notes away; `restore` brings them back."""
        ...

    def restore(self, note_ids: Sequence[NoteId]) -> None:
        """Bring removed notes back."""
        ...
