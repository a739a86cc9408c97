"""Translations, the models that made them, and how far they can be trusted."""

from dataclasses import dataclass
from enum import StrEnum

from xinqiao.domain.posts import Sentence
from xinqiao.domain.words import PreparedSentence


@dataclass(frozen=True, slots=True)
class ModelId:
    """Which model made a translation.

    Attributes:
        name: what the reader sees (`Starter zh→en`).
        sha256: of the weights, in hexadecimal.
    """

    name: str
    version: str
    sha256: str

    @property
    def key(self) -> str:
        """A short string that changes whenever the model's answers may change."""
        return f"{self.name}/{self.version}/{self.sha256[:16]}"


@dataclass(frozen=True, slots=True)
class Hint:
    """What the starter model is told of a word it may not know."""

    word: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Source:
    """What an engine gets: one sentence in simplified characters, protected spans taken out."""

    text: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """What an engine answers for one source.

    Attributes:
        score: mean log-probability per token (≤ 0); None where the engine gives none.
    """

    text: str
    score: float | None = None


class DoubtReason(StrEnum):
    """Why a translation may be wrong."""

    EMPTY = "empty"
    REPEATS = "repeats"
    LENGTH = "length"
    NUMBER = "number"
    NEGATION = "negation"
    CHINESE_LEFT = "chinese_left"
    UNSURE = "unsure"
    GLOSSARY = "glossary"  # a term of the reader's glossary was translated in another way


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to distrust a translation; `detail` names what it is about (the lost number)."""

    reason: DoubtReason
    detail: str = ""


class Maker(StrEnum):
    """Who made a translation."""

    MODEL = "model"
    DICTIONARY = "dictionary"
    READER = "reader"
    AS_IS = "as_is"  # nothing to translate: emoji, English, numbers


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one sentence.

    Attributes:
        model: `ModelId.key`; empty unless a model made it.
    """

    text: str
    maker: Maker
    model: str = ""
    score: float | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class AlignedSentence:
    """A sentence beside its translation; `translation` is None until it is ready."""

    sentence: Sentence
    prepared: PreparedSentence
    translation: Translation | None = None
