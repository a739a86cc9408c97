"""The reader's glossary in a sentence: where its terms stand, and how a model is brought to use them.

A model that takes hints is told of a term. For any other the term is replaced by a name that models
leave alone, which is replaced by the reader's English once it has come back. A name that was lost,
or came back twice, was no help: then the sentence is translated without it and marked.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.plan_sentence import STAND_INS

LONGEST_TERM, LONGEST_ENGLISH = 40, 120
"""Characters of a term and of its English."""

MAX_TERMS = 5_000
"""Terms of a glossary."""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term as it stands in a sentence.

    Attributes:
        start, end: its place, in code points.
    """

    term: str
    english: str
    start: int
    end: int


def checked_term(term: str, english: str) -> tuple[str, str]:
    """A term and its English, fit to be kept.

    Raises:
        ReaderError: one of them is empty or too long.
    """
    term, english = " ".join(term.split()), " ".join(english.split())
    if not term:
        raise ReaderError(
            message("There is no Chinese in this glossary line."), message("Write the term to be translated.")
        )
    if not english:
        raise ReaderError(
            message("There is no English for {term}.", term=term),
            message("Write what it shall always be in English."),
        )
    if len(term) > LONGEST_TERM or len(english) > LONGEST_ENGLISH:
        raise ReaderError(
            message("{start}… is too long for the glossary.", start=term[:12]),
            message(
                "A term has at most {term_limit} characters, its English {english_limit}.",
                term_limit=LONGEST_TERM,
                english_limit=LONGEST_ENGLISH,
            ),
        )
    return term, english


def find_terms(text: str, glossary: Mapping[str, str]) -> tuple[GlossaryTerm, ...]:
    """Terms of the glossary in `text`, in order; the longest first where they overlap."""
    if not glossary:
        return ()
    present = sorted((term for term in glossary if term in text), key=len, reverse=True)
    if not present:
        return ()
    pattern = re.compile("|".join(map(re.escape, present)))
    return tuple(
        GlossaryTerm(match[0], glossary[match[0]], match.start(), match.end())
        for match in pattern.finditer(text)
    )


def missing_terms(english: str, terms: Sequence[GlossaryTerm]) -> tuple[str, ...]:
    """English of the terms that a translation does not have, each once."""
    folded = english.casefold()
    return tuple(dict.fromkeys(item.english for item in terms if item.english.casefold() not in folded))


def substitute(
    text: str, terms: Sequence[GlossaryTerm], taken: Collection[str] = ()
) -> tuple[str, dict[str, str]] | None:
    """`text` with names in the place of terms, and the English that each name stands for.

    Args:
        taken: names that stand for something else.

    Returns:
        None where there are more terms than names.
    """
    free = iter(name for name in STAND_INS if name not in text and name not in taken)
    names: dict[str, str] = {}
    stand_in_of: dict[str, str] = {}
    pieces, place = "", 0
    for item in terms:
        if item.term not in stand_in_of:
            name = next(free, None)
            if name is None:
                return None
            stand_in_of[item.term] = name
            names[name] = item.english
        pieces += text[place : item.start] + stand_in_of[item.term]
        place = item.end
    return pieces + text[place:], names


def put_back(english: str, marked: str, names: Mapping[str, str]) -> str | None:
    """A translation with the reader's English for each name; None where a name got lost or doubled.

    Args:
        marked: what the engine was given, with the names in it.
    """
    for name in names:
        if len(re.findall(rf"\b{name}\b", english)) != marked.count(name):
            return None
    if not names:
        return english
    pattern = re.compile(rf"\b(?:{'|'.join(names)})\b")
    return pattern.sub(lambda match: names[match[0]], english)
