"""The likeliest way to cut text into words of a weighted list."""

import math
from collections.abc import Mapping


class WordPaths:
    """A list of words with weights, and the cut whose words are likeliest together.

    Attributes:
        words: weight of every word; 0 for what is only the beginning of one.
        total: sum of the weights that were given.
    """

    __slots__ = ("total", "words")

    def __init__(self, words: dict[str, int], total: int) -> None:
        self.words = words
        self.total = total

    def add(self, word: str, weight: int) -> None:
        """Give `word` a weight, whether it is there or not."""
        self.words[word] = weight
        self.total += weight
        for end in range(1, len(word)):
            self.words.setdefault(word[:end], 0)

    def ends(self, text: str, other: Mapping[str, int] | None = None) -> list[int]:
        """For each offset the end of the word that the best cut has there, should it cut there.

        Args:
            text: what to cut.
            other: weights that count in place of the list's for some of its words.
        """
        words, log, size = self.words, math.log, len(text)
        log_total = log(self.total)
        scores = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            best, best_end = -math.inf, start + 1
            end = start + 1
            piece = text[start:end]
            while (weight := words.get(piece)) is not None:
                if other is not None:
                    weight = other.get(piece, weight)
                if weight:
                    score = log(weight) - log_total + scores[end]
                    if score >= best:  # of equals the longer word
                        best, best_end = score, end
                if end == size:
                    break
                end += 1
                piece = text[start:end]
            # A character that begins no word counts once.
            scores[start] = best if best > -math.inf else scores[start + 1] - log_total
            ends[start] = best_end
        return ends

    def beating(self, word: str) -> int:
        """The weight with which `word` just wins over its best split into other words."""
        if len(word) < 2:
            return 0
        kept = self.words.get(word)
        if kept is not None:
            self.words[word] = 0
        ends = self.ends(word)
        product, start = float(self.total), 0
        while start < len(word):
            product *= (self.words.get(word[start : ends[start]]) or 1) / self.total
            start = ends[start]
        if kept is not None:
            self.words[word] = kept
        return int(product) + 1
