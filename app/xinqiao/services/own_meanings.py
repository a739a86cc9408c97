"""The reader's own meanings where the engines ask for slang: what the reader says comes first."""

from collections.abc import Callable, Iterable, Mapping

from xinqiao.domain.corrections import key_of
from xinqiao.domain.ports import Slang
from xinqiao.domain.words import SlangEntry


class OwnMeaningsFirst:
    """`Slang`: the meanings of corrections that hold in every post, then the slang layer."""

    def __init__(self, slang: Slang, meanings: Callable[[], Mapping[str, str]]) -> None:
        """Take the parts.

        Args:
            meanings: by word as the ledger writes it.
        """
        self._slang = slang
        self._meanings = meanings

    def find(self, term: str) -> SlangEntry | None:
        """The entry whose term or variant is `term`, or None."""
        own = self._meanings().get(key_of(term))
        return SlangEntry(term, own) if own else self._slang.find(term)

    def terms(self) -> Iterable[str]:
        """Every term and variant of the slang layer."""
        return self._slang.terms()
