"""Where the reader keeps what the app has wrong: cuts and readings, slang, fixed translations."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from xinqiao.domain.corrections import Correction, CorrectionId
from xinqiao.domain.occurrences import IndexTask
from xinqiao.domain.posts import PostId
from xinqiao.domain.slang import SlangState
from xinqiao.domain.words import (
    SlangEntry,
)


class CorrectionStore(Protocol):
    """The ledger of the reader's corrections."""

    def all(self) -> list[Correction]:
        """Every correction in force or orphaned, in the order in which they were made."""
        ...

    def add_many(self, corrections: Sequence[Correction]) -> list[Correction]:
        """Write corrections at the end of the ledger, all or none; as the ledger has them.

        One that names its post by `post_key` alone is tied to that post if the library has it.
        """
        ...

    def remove(self, ids: Sequence[CorrectionId]) -> None:
        """Take corrections out; `restore` brings them back to their places."""
        ...

    def restore(self, ids: Sequence[CorrectionId]) -> None:
        """Bring removed corrections back."""
        ...


class SlangStore(Protocol):
    """The library's own copy of the slang layer."""

    def all(self) -> list[SlangEntry]:
        """Every entry."""
        ...

    def load_pack(self, entries: Sequence[SlangEntry], version: str) -> None:
        """Bring the shipped pack in, once per version, never over an entry the reader changed."""
        ...

    def own_terms(self) -> set[str]:
        """Terms of the entries that the reader added or changed."""
        ...

    def keep(self, entry: SlangEntry) -> None:
        """Keep the reader's own entry, or the reader's version of a shipped one."""
        ...

    def keep_many(self, entries: Sequence[SlangEntry]) -> None:
        """Keep several of the reader's own entries, all or none."""
        ...

    def snapshot(self, terms: Sequence[str]) -> list[SlangState]:
        """How the entries of `terms` stand now, for `put_back`."""
        ...

    def put_back(self, states: Sequence[SlangState]) -> None:
        """Make entries what they were at `snapshot`, in one transaction."""
        ...

    def remove(self, term: str) -> None:
        """Take an entry out; a newer pack does not bring it back."""
        ...


class GlossaryStore(Protocol):
    """The reader's terms that are always translated in one way."""

    def all(self) -> dict[str, str]:
        """Every term with its English, by term."""
        ...

    def change(self, terms: Mapping[str, str | None]) -> None:
        """Keep terms with their English, in one transaction; None takes a term out."""
        ...


class IndexQueue(Protocol):
    """What the word index has still to follow; changes to corrections and slang note themselves here."""

    def all(self) -> list[IndexTask]:
        """What is to be done, in the order in which it was noted."""
        ...

    def reached(self, number: int, post_id: PostId) -> None:
        """Note the post of a task that was done last."""
        ...

    def done(self, number: int) -> None:
        """Strike a task out."""
        ...
