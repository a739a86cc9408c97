"""The slang layer in memory: entries by term and variant, whatever the case."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from xinqiao.domain.characters import narrow
from xinqiao.domain.words import SlangEntry

# A code whose last sign repeats at least three times may be drawn out: hhhhhhhhh, 66666666, 2333333.
_DRAWN_OUT = re.compile(r"([a-z0-9])\1{2,}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class SlangState:
    """How an entry of the library's slang stood at some time.

    Attributes:
        key: recognises the entry in its store.
        entry: None when there was none.
        own: whether it was the reader's own, or their version of a shipped one.
        removed: whether the reader had taken it out.
    """

    key: str
    entry: SlangEntry | None
    own: bool = False
    removed: bool = False


class SlangIndex:
    """`Slang` over a list of entries."""

    def __init__(self, entries: Iterable[SlangEntry]) -> None:
        """Index `entries`; of two with the same spelling the first counts, and a term beats a variant."""
        self._entries = tuple(entries)
        self._by_spelling: dict[str, SlangEntry] = {}
        for entry in self._entries:
            self._by_spelling.setdefault(_key(entry.term), entry)
        for entry in self._entries:
            for variant in entry.variants:
                self._by_spelling.setdefault(_key(variant), entry)

    @property
    def entries(self) -> tuple[SlangEntry, ...]:
        """Every entry, as given."""
        return self._entries

    def find(self, term: str) -> SlangEntry | None:
        """The entry whose term or variant is `term`, or None; drawn-out codes count too."""
        key = _key(term)
        found = self._by_spelling.get(key)
        while found is None and _DRAWN_OUT.search(key):
            key = key[:-1]
            if not _DRAWN_OUT.search(key):
                break
            found = self._by_spelling.get(key)
        return found

    def terms(self) -> Iterable[str]:
        """Every term and variant as written in the entries."""
        for entry in self._entries:
            yield entry.term
            yield from entry.variants


def _key(term: str) -> str:
    return narrow(term).lower()
