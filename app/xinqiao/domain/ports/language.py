"""What reading words needs from the outside: dictionary, strokes, slang, cutting, pinyin, scripts, speech."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from xinqiao.domain.hsk import HskList
from xinqiao.domain.strokes import Stroke
from xinqiao.domain.words import (
    Entry,
    HskLevels,
    SlangEntry,
    Span,
)


class Lexicon(Protocol):
    """The dictionary that ships with the app; read-only."""

    @property
    def version(self) -> str:
        """Changes whenever an answer may change."""
        ...

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Entries whose simplified or traditional headword is `word`, in file order."""
        ...

    def raw_entries(self, word: str) -> list[tuple[str, tuple[str, ...]]]:
        """(numbered pinyin, senses as CC-CEDICT writes them) of the simplified headword `word`."""
        ...

    def words_covering(self, text: str, offset: int) -> list[Span]:
        """Every dictionary word of at most 10 characters in `text` that covers code point `offset`.

        The likeliest comes first, by ln(weight) + 8 · length.
        """
        ...

    def weight(self, word: str) -> int:
        """Frequency of `word` in the segmenter's list; 0 when it is not in it."""
        ...

    def zipf(self, word: str) -> float:
        """Frequency of `word` (simplified) on the Zipf scale; 0 when unknown."""
        ...

    def hsk(self, word: str) -> HskLevels:
        """Levels of `word` (simplified) in the HSK lists."""
        ...

    def hsk_words(self, hsk_list: HskList) -> dict[str, str]:
        """Every word of an HSK list, in both scripts, with its level."""
        ...

    def parts(self, character: str) -> str:
        """Component characters of one character; empty when it has none."""
        ...


class StrokeSource(Protocol):
    """How characters are written; read-only."""

    def find(self, characters: Iterable[str]) -> dict[str, tuple[Stroke, ...]]:
        """Strokes in the order of writing, of those of the characters that are known."""
        ...


class Slang(Protocol):
    """The slang layer, looked up before the dictionary; case does not matter."""

    def find(self, term: str) -> SlangEntry | None:
        """The entry whose term or variant is `term`, or None."""
        ...

    def terms(self) -> Iterable[str]:
        """Every term and variant."""
        ...


class Segmenter(Protocol):
    """Cuts text into words that can be looked up."""

    @property
    def version(self) -> str:
        """Changes whenever a cut may change."""
        ...

    def segment(self, text: str) -> list[str]:
        """Pieces of `text` (simplified or traditional, no protected spans); they rejoin to it."""
        ...

    def names(self, text: str) -> list[Span]:
        """Stretches of `text` that look like one name the dictionary lacks."""
        ...


class Pronouncer(Protocol):
    """Reads words aloud on paper."""

    @property
    def version(self) -> str:
        """Changes whenever a reading may change."""
        ...

    def read(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """Numbered pinyin for the consecutive `words` of one sentence.

        For each word, one syllable per Han character (CC-CEDICT spelling, `5` for the neutral tone).
        """
        ...

    def usual(self, word: str) -> tuple[str, ...]:
        """How a simplified word is mostly read, where that is settled; empty where only a context tells."""
        ...


class ScriptConverter(Protocol):
    """Converts between scripts; used for look-up and engines, never on the reader's text."""

    def to_simplified(self, text: str) -> str:
        """`text` in simplified characters, of the same length in code points."""
        ...

    def to_traditional(self, text: str) -> str:
        """`text` in traditional characters."""
        ...


class Voice(Protocol):
    """Says Chinese aloud."""

    def say(self, text: str, syllables: Sequence[str]) -> bool:
        """Begin to say a word or sentence and return at once; whether there is anything to say."""
        ...

    def close(self) -> None:
        """Fall silent."""
        ...
