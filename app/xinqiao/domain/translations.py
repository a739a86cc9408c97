"""Translations, the models that made them, and how far they can be trusted."""

import re
from dataclasses import dataclass
from enum import StrEnum

from xinqiao.domain.posts import Sentence
from xinqiao.domain.words import PreparedSentence

WIDEST = 4
"""Width of the widest search that a reader can ask for."""

_KEY = re.compile(
    r"(?P<name>[^/]+)/(?P<version>[^/]*?)(?:, beam (?P<width>[1-9]))?/(?P<weights>[0-9a-f]{16})"
)


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

    def searched(self, width: int, usual: int) -> "ModelId":
        """The same weights with a search of some width, which may answer otherwise.

        Args:
            width: of the search.
            usual: the width of which the key does not speak, so that older keys stay what they were.
        """
        if width == usual:
            return self
        return ModelId(self.name, f"{self.version}, beam {width}", self.sha256)


def keys_as_good(key: str) -> list[str]:
    """Keys of the same weights with a search that is at least as wide, `key` itself first.

    What they have answered need not be asked again. A key that speaks of no width is of the usual
    one, 2 or 4 by the kind of model: as good as 1 and 2, and only 4 is as good as it for certain.

    Args:
        key: `ModelId.key`.
    """
    found = _KEY.fullmatch(key)
    if found is None:
        return [key]
    start, end = f"{found['name']}/{found['version']}", f"/{found['weights']}"
    width = int(found["width"] or WIDEST - 1)
    usual = [f"{start}{end}"] if width <= 2 else []
    return [key, *usual, *(f"{start}, beam {wider}{end}" for wider in range(width + 1, WIDEST + 1))]


@dataclass(frozen=True, slots=True)
class Hint:
    """What the starter model is told of a word it may not know."""

    word: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Source:
    """What an engine gets: one sentence in simplified characters, protected spans taken out.

    Attributes:
        before: the sentence before it and the English of that, for engines that read on from there
            (`wants_context`); the answer is of `text` alone all the same.
    """

    text: str
    hints: tuple[Hint, ...] = ()
    before: tuple[str, str] | None = None


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
