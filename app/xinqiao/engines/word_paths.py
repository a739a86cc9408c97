"""The likeliest way to cut text into words of a weighted list, by jieba."""

from collections.abc import Mapping, MutableMapping
from typing import Protocol


class _Tokenizer(Protocol):
    """What is used of `jieba.Tokenizer`."""

    FREQ: MutableMapping[str, int]
    total: int
    initialized: bool

    def get_DAG(self, sentence: str) -> dict[int, list[int]]: ...

    def calc(self, sentence: str, DAG: dict[int, list[int]], route: dict[int, tuple[float, int]]) -> None: ...


class WordPaths:
    """A list of words with weights, and the cut whose words are likeliest together.

    A tokenizer of its own: jieba's global one, its cache file and its guessing are left alone.
    """

    def __init__(self, words: MutableMapping[str, int], total: int) -> None:
        """Take the list over; it is changed by `add`.

        Args:
            words: weight of every word; 0 for what is only the beginning of one.
            total: sum of the weights that were given.
        """
        self._tokenizer = _tokenizer(words, total)

    @property
    def words(self) -> MutableMapping[str, int]:
        """Weight of every word; 0 for what is only the beginning of one."""
        return self._tokenizer.FREQ

    def add(self, word: str, weight: int) -> None:
        """Give `word` a weight, whether it is there or not."""
        self.words[word] = weight
        self._tokenizer.total += weight
        for end in range(1, len(word)):
            self.words.setdefault(word[:end], 0)

    def ends(self, text: str, other: Mapping[str, int] | None = None) -> list[int]:
        """For each offset the end of the word that the best cut has there, should it cut there.

        Args:
            text: what to cut.
            other: weights that count in place of the list's for some of its words.
        """
        tokenizer = self._tokenizer
        if other is not None:
            tokenizer = _tokenizer(_Overlaid(other, self.words), tokenizer.total)
        route: dict[int, tuple[float, int]] = {}
        tokenizer.calc(text, tokenizer.get_DAG(text), route)
        return [route[start][1] + 1 for start in range(len(text))]

    def beating(self, word: str) -> int:
        """The weight with which `word` just wins over its best split into other words."""
        if len(word) < 2:
            return 0
        ends = self.ends(word, {word: 0})
        total = self._tokenizer.total
        product, start = float(total), 0
        while start < len(word):
            product *= (self.words.get(word[start : ends[start]]) or 1) / total
            start = ends[start]
        return int(product) + 1


class _Overlaid(dict[str, int]):
    """A list of words seen through some other weights; jieba asks it as it asks a dict."""

    def __init__(self, other: Mapping[str, int], words: Mapping[str, int]) -> None:
        super().__init__()
        self._other, self._words = other, words

    def __contains__(self, word: object) -> bool:
        return word in self._words or word in self._other

    def __getitem__(self, word: str) -> int:
        weight = self._other.get(word)
        return self._words[word] if weight is None else weight

    def get(self, word: str, default: int | None = None) -> int | None:  # type: ignore[override]
        """The weight of `word`, or `default`."""
        weight = self._other.get(word)
        return self._words.get(word, default) if weight is None else weight


def _tokenizer(words: MutableMapping[str, int], total: int) -> _Tokenizer:
    # imported here: a post that is cached needs no segmenter
    import jieba

    tokenizer: _Tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = words, total
    tokenizer.initialized = True  # nothing to read: neither its own list nor a cache file
    return tokenizer
