"""The engines over words, exchanged as a whole when the reader's slang or own words change."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from xinqiao.domain.ports import Pronouncer, Segmenter, Slang
from xinqiao.domain.words import SlangEntry, Span


@dataclass(frozen=True, slots=True)
class WordEngines:
    """What depends on the slang layer and on the words that the reader added.

    Attributes:
        trained: cuts as the starter model's training did, for its hints.
        key: changes with the slang entries; two with the same key give the same answers.
    """

    slang: Slang
    segmenter: Segmenter
    pronouncer: Pronouncer
    trained: Segmenter
    key: str = ""


Build = Callable[[Sequence[SlangEntry] | None, Sequence[str]], WordEngines]
"""Engines for slang entries (None: the shipped ones) and words of the reader's."""


class EnginesInUse:
    """Hands out a slang layer, a segmenter and a pronouncer that always are the present ones.

    Whoever was given one of them sees a change at the next call; a call that is running ends with
    the engine it began with.
    """

    def __init__(self, build: Build) -> None:
        """Take note of how engines are made; the first are made when they are first needed."""
        self._build = build
        self._lock = threading.Lock()
        self._now: WordEngines | None = None
        self.slang: Slang = _LiveSlang(self)
        self.segmenter: Segmenter = _LiveSegmenter(lambda: self.now.segmenter)
        self.trained: Segmenter = _LiveSegmenter(lambda: self.now.trained)
        self.pronouncer: Pronouncer = _LivePronouncer(self)

    @property
    def now(self) -> WordEngines:
        """The present engines."""
        with self._lock:
            if self._now is None:
                self._now = self._build(None, ())
            return self._now

    def renew(self, entries: Sequence[SlangEntry], words: Sequence[str]) -> None:
        """Use other slang entries and other words of the reader's; on a worker, since it loads."""
        made = self._build(entries, words)
        with self._lock:
            self._now = made


def key_of_slang(entries: Iterable[SlangEntry]) -> str:
    """Changes when an entry does."""
    digest = hashlib.sha256()
    for entry in entries:
        parts = (entry.term, *entry.variants, entry.pinyin, entry.meaning, entry.register)
        digest.update("\x1f".join(parts).encode("utf-8", "replace") + b"\x1e")
    return digest.hexdigest()[:12]


class _LiveSlang:
    def __init__(self, engines: EnginesInUse) -> None:
        self._engines = engines

    def find(self, term: str) -> SlangEntry | None:
        return self._engines.now.slang.find(term)

    def terms(self) -> Iterable[str]:
        return self._engines.now.slang.terms()


class _LiveSegmenter:
    def __init__(self, now: Callable[[], Segmenter]) -> None:
        self._now = now

    @property
    def version(self) -> str:
        return self._now().version

    def segment(self, text: str) -> list[str]:
        return self._now().segment(text)

    def names(self, text: str) -> list[Span]:
        return self._now().names(text)


class _LivePronouncer:
    def __init__(self, engines: EnginesInUse) -> None:
        self._engines = engines

    @property
    def version(self) -> str:
        now = self._engines.now
        return f"{now.pronouncer.version}/{now.key}"  # slang entries have readings of their own

    def read(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        return self._engines.now.pronouncer.read(words)

    def usual(self, word: str) -> tuple[str, ...]:
        return self._engines.now.pronouncer.usual(word)
