"""The segmenter's word list as it stands in memory, kept parsed in the app's cache folder."""

import hashlib
import marshal
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message


@dataclass(frozen=True, slots=True)
class WordList:
    """Every word with its weight.

    Attributes:
        weights: weight of each word for readers; 0 for what is only the beginning of a word.
        trained: the weight in the starter model's training, where it was another.
    """

    weights: dict[str, int]
    trained: dict[str, int]


def damaged() -> ReaderError:
    """What a reader is told when the list cannot be used."""
    return ReaderError(
        message("The segmenter's word list is missing or damaged."),
        message("Run `make setup` (or reinstall Xinqiao) to build it again."),
    )


def digest_of(dictionary: Path) -> str:
    """A short hash of the list's text.

    Raises:
        ReaderError: it cannot be read.
    """
    try:
        return hashlib.sha256(dictionary.read_bytes()).hexdigest()[:12]
    except OSError as error:
        raise damaged() from error


def load_words(dictionary: Path, cache_dir: Path, digest: str) -> WordList:
    """The list from the cache, or else parsed and put there; without a cache it takes longer.

    Args:
        dictionary: `gloss_dict.txt`: a word, its weight and perhaps the one in training a line.
        cache_dir: created when missing, done without when it cannot be written to.
        digest: from `digest_of`.

    Raises:
        ReaderError: the list is missing or damaged.
    """
    cache = cache_dir / f"words-{digest}-2-{sys.implementation.cache_tag}.cache"
    try:
        weights, trained = marshal.loads(cache.read_bytes())
        if isinstance(weights, dict) and isinstance(trained, dict) and weights:
            return WordList(weights, trained)
    except (OSError, ValueError, EOFError, TypeError):
        pass  # none yet, or a damaged one: read the list
    found = _read(dictionary)
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=cache.name, dir=cache_dir)
        try:
            with os.fdopen(handle, "wb") as file:
                marshal.dump((found.weights, found.trained), file)
            os.replace(name, cache)
        except OSError:
            os.unlink(name)
            raise
    except OSError:
        pass
    return found


def _read(dictionary: Path) -> WordList:
    weights: dict[str, int] = {}
    trained: dict[str, int] = {}
    try:
        with dictionary.open(encoding="utf-8") as lines:
            for line in lines:
                word, weight, *before = line.split()
                weights[word] = int(weight)
                if before:
                    (trained[word],) = map(int, before)
    except (OSError, ValueError) as error:
        raise damaged() from error
    if sum(weights.values()) <= 0:
        raise damaged()
    for word in list(weights):
        for end in range(1, len(word)):
            weights.setdefault(word[:end], 0)
    return WordList(weights, trained)
