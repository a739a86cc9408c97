"""Words in a sentence, what the dictionaries say of them, and what the reader keeps of them."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from xinqiao.domain.posts import PostId

WordId = NewType("WordId", int)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a sentence, in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of `text` that the span covers."""
        return text[self.start : self.end]


class TokenKind(StrEnum):
    """What a token is, and so whether it can be tapped."""

    WORD = "word"  # has a gloss: Han words, slang codes such as yyds
    TEXT = "text"  # Latin words, numbers: selectable, without a dictionary entry
    MARK = "mark"  # punctuation and white space
    PROTECTED = "protected"  # emoji, sticker codes, @names, URLs: shown as they are, never translated


@dataclass(frozen=True, slots=True)
class Token:
    """One tappable or plain piece of a sentence; the tokens of a sentence rejoin to its text.

    Attributes:
        syllables: numbered pinyin in CC-CEDICT's spelling (`zhou1`, `lu:4`, `r5`),
            one for each Han character of `text` in order; empty when there is no Han character.
    """

    text: str
    start: int
    kind: TokenKind
    syllables: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Offset in code points just after the token."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where the token stands in its sentence."""
        return Span(self.start, self.end)


class ProtectedKind(StrEnum):
    """Why a stretch of text is kept from engines."""

    EMOJI = "emoji"
    STICKER = "sticker"
    TOPIC = "topic"
    MENTION = "mention"
    URL = "url"
    KAOMOJI = "kaomoji"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Protected:
    """A stretch of a sentence that no engine may see or change."""

    span: Span
    kind: ProtectedKind


@dataclass(frozen=True, slots=True)
class PreparedSentence:
    """A sentence cut into tokens with their pinyin.

    Attributes:
        names: stretches that look like one unknown name over several tokens.
    """

    text: str
    tokens: tuple[Token, ...]
    names: tuple[Span, ...] = ()

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers code point `offset`, or None past the end."""
        for index, token in enumerate(self.tokens):
            if token.start <= offset < token.end:
                return index
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """One CC-CEDICT entry.

    Attributes:
        pinyin: numbered syllables joined by spaces, as CC-CEDICT writes them (`Xi1 Hu2`).
        senses: its definitions in file order, pointers resolved, without classifiers and
            Taiwan pronunciations.
        classifiers: measure words (`个|個[ge4]` → `个 gè` is the interface's business).
        taiwan_pinyin: numbered pinyin used in Taiwan; empty when it is the same.
    """

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]
    classifiers: tuple[str, ...] = ()
    taiwan_pinyin: str = ""


_MEASURE = re.compile(r"(?:([^\[|]+)\|)?([^\[|]+)(?:\[([^\]]*)\])?")


def classifier_parts(classifier: str) -> tuple[str, str]:
    """(simplified characters, numbered pinyin) of a classifier as an `Entry` has it: `個|个[ge4]`."""
    found = _MEASURE.fullmatch(classifier)
    return (found[2], found[3] or "") if found else (classifier, "")


@dataclass(frozen=True, slots=True)
class HskLevels:
    """A word's level in the three lists; empty strings where it is in none.

    Attributes:
        hsk2: the six-level list of 2012 (`1`–`6`).
        hsk3: GF0025-2021 (`1`–`6`, `7-9`).
        syllabus_2025: the syllabus of 2025 (`1`–`6`, `7-9`).
    """

    hsk2: str = ""
    hsk3: str = ""
    syllabus_2025: str = ""


@dataclass(frozen=True, slots=True)
class SlangEntry:
    """One entry of the slang layer.

    Attributes:
        variants: other spellings that mean the same.
        register: how it is used: playful, fandom, complaining, …
    """

    term: str
    meaning: str
    variants: tuple[str, ...] = ()
    pinyin: str = ""
    literal: str = ""
    register: str = ""
    note: str = ""
    example_zh: str = ""
    example_en: str = ""


class WordStatus(StrEnum):
    """How well the reader knows a word. A word that is not kept is new."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to read the tapped place: a dictionary word that covers the tapped character."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word that has no entry of its own, with the likeliest meaning of the part."""

    text: str
    syllables: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Gloss:
    """Everything the gloss card shows of one tapped word.

    Attributes:
        text: the word as written in the sentence.
        syllables: numbered pinyin in the sentence, one for each Han character.
        likely: the two senses that fit the sentence best, first the likeliest.
        more: the other senses, in dictionary order.
        readings: this place's readings, the chosen one first; at most three.
        parts: component characters of each character of the word (`耗`, `耒毛`).
        zipf: frequency on the Zipf scale (0–8); 0 when unknown.
        slang_leads: whether the slang meaning, if there is one, is the likelier. It is not for
            single characters and common words (茶, 菜, 对象), which mostly mean what they always did.
        own_meaning: what the reader says it means; empty for nothing.
        pieces: what the word is made of, where nothing else explains it; they rejoin to it.
    """

    text: str
    span: Span
    simplified: str
    traditional: str
    syllables: tuple[str, ...]
    slang: SlangEntry | None = None
    entries: tuple[Entry, ...] = ()
    likely: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    hsk: HskLevels = field(default_factory=HskLevels)
    zipf: float = 0.0
    parts: tuple[tuple[str, str], ...] = ()
    slang_leads: bool = True
    own_meaning: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def meaning(self) -> str:
        """One line that stands for the word in lists and exports."""
        if self.own_meaning:
            return self.own_meaning
        if self.slang is not None and (self.slang_leads or not self.likely):
            return self.slang.meaning
        if self.likely:
            return "; ".join(self.likely)
        return " + ".join(f"{piece.text} {piece.meaning}".strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the reader keeps.

    Attributes:
        text: headword in simplified characters (slang codes in lower case); unique in a library.
        pinyin: numbered syllables joined by spaces.
        seen: number of encounters kept with it.
    """

    id: WordId
    text: str
    traditional: str
    pinyin: str
    meaning: str
    status: WordStatus
    added_at: datetime
    changed_at: datetime
    hsk: HskLevels = field(default_factory=HskLevels)
    zipf: float = 0.0
    seen: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """A sentence in which the reader met a kept word.

    Attributes:
        span: where the word stands in `sentence`, in code points.
        pinyin: the whole sentence's pinyin with tone marks.
        model: `ModelId.key` of the model that translated it; empty for none.
        post_id: None when the post was removed for good.
        source: the post's title and author, kept even when the post is gone.
    """

    sentence: str
    span: Span
    pinyin: str = ""
    translation: str = ""
    model: str = ""
    post_id: PostId | None = None
    source: str = ""
    met_at: datetime | None = None
