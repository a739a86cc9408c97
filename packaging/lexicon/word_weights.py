"""Weights of the headwords that jieba hardly knows, so that they stay whole where they should.

A word of little weight never wins over frequent parts: 用完 falls into 用 and 完, 美国人 into 美国
and 人. Here such a word gets the weight with which it just beats its best split, as long as that is
small: where the parts are very frequent together, they are more often two words than one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.characters import count_han

LIGHT = 50  # jieba's count of words that are looked at: few or none in the news it counted
LIMIT = 1000  # a word that needs more than this to win stays as it is
LEAST = 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What was decided by reading through cuts of real text (`word_weights.tsv`).

    Attributes:
        begins: first characters of words that stay light.
        ends: last characters of such words.
        whole: words that are made heavy all the same.
        parts: words that are made as light as can be.
    """

    begins: frozenset[str]
    ends: frozenset[str]
    whole: frozenset[str]
    parts: frozenset[str]


def read_choices(path: Path) -> Choices:
    """Read the table.

    Raises:
        ValueError: a line names no choice that is known.
        OSError: the file cannot be read.
    """
    found: dict[str, set[str]] = {"begins": set(), "ends": set(), "whole": set(), "parts": set()}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        choice, _, rest = line.partition("\t")
        if choice not in found:
            raise ValueError(f"{path.name}, line {number}: no such choice: {choice}")
        found[choice].update(rest.partition("\t")[0].split())
    return Choices(*(frozenset(found[choice]) for choice in ("begins", "ends", "whole", "parts")))


def changed_weights(weights: Mapping[str, int], heads: frozenset[str], choices: Choices) -> dict[str, int]:
    """The weights that differ from those in `weights`.

    Args:
        weights: every word of the list.
        heads: simplified headwords; only these are changed.
        choices: see there.
    """
    total = sum(weights.values())
    changed: dict[str, int] = {}
    for word in heads:
        weight = weights.get(word, 0)
        if word in choices.parts:
            changed[word] = LEAST
        elif 0 < weight <= LIGHT and len(word) > 1 and count_han(word) == len(word):
            stays = word not in choices.whole and (word[0] in choices.begins or word[-1] in choices.ends)
            needed = beating(word, weights, total)
            if not stays and weight < needed <= LIMIT:
                changed[word] = needed
    return {word: weight for word, weight in sorted(changed.items()) if weight != weights.get(word)}


def beating(word: str, weights: Mapping[str, int], total: int) -> int:
    """The weight with which `word` just wins over its best split into other words."""
    # Best product of relative weights over the cuts of word[:end].
    best = [1.0]
    for end in range(1, len(word) + 1):
        best.append(
            max(
                best[start] * (weights.get(word[start:end]) or (1 if end - start == 1 else 0)) / total
                for start in range(end)
                if end - start < len(word)
            )
        )
    return int(best[-1] * total) + 1
