"""CC-CEDICT's text format: entries, and senses made readable for a gloss card."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from xinqiao.domain.pinyin import joined_marks, parse

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/$")
_WORD = r"[A-Za-z0-9·，○\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_HAN = r"[○\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_REFERENCE = rf"(?=[A-Za-z0-9·，]*{_HAN})({_WORD}+)(?:\|({_WORD}+))?(?:\[([^\]]+)\])?"
_REFERENCES = re.compile(_REFERENCE)
_POINTER = re.compile(
    r"(?P<tag>\([^()]*\) )?"
    r"(?P<label>see|same as|equivalent to|abbr\. (?:for|of)|used in"
    r"|(?:[A-Za-z]+ )?(?:variant|form) of) "
    + _REFERENCE.replace("(?:\\[([^\\]]+)\\])?", "(?:\\[([^\\]]+)\\])?$", 1)
)
_CLASSIFIER = re.compile(r"^CL:(.+)$")
_INNER_CLASSIFIER = re.compile(r"\s*\(CL:([^()]+)\)")
_TAIWAN = re.compile(r"Taiwan pr\. \[([^\]]+)\]$")
_SYLLABLE = re.compile(r"[A-Za-z:]+[1-5]|[^\sA-Za-z]+|[A-Za-z]+")
_WEAK = re.compile(r"^(surname |used in|see also|also written|also pr\.|CL:|Taiwan pr\.)")
_MAX_DEPTH = 2
_SENSES_FOLLOWED = 3


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One line of CC-CEDICT as it stands; `senses` is the text between its slashes."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadableEntry:
    """What a card shows of one entry."""

    senses: tuple[str, ...]
    classifiers: tuple[str, ...] = ()
    taiwan_pinyin: str = ""
    only_points: bool = field(default=False)


def read_entries(lines: Iterable[str]) -> tuple[dict[str, str], list[RawEntry]]:
    """The file's header (`#! key=value` lines) and its entries in file order.

    Raises:
        ValueError: a line is neither a comment nor an entry; the message has its number.
    """
    header: dict[str, str] = {}
    entries: list[RawEntry] = []
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("#"):
            if line.startswith("#! ") and "=" in line:
                key, _, value = line[3:].partition("=")
                header[key] = value
            continue
        if not line:
            continue
        found = _LINE.match(line)
        if found is None:
            raise ValueError(f"line {number} is not a CC-CEDICT entry: {line[:80]}")
        entries.append(RawEntry(found[1], found[2], found[3], tuple(filter(None, found[4].split("/")))))
    return header, entries


def _spell(reading: str) -> str:
    """`Xi1 Hu2` → `Xī Hú`; a lower-case word is written in one piece: `mǔzhǐ`."""
    pieces = _SYLLABLE.findall(reading)
    if not any(piece[:1].isupper() for piece in pieces) and all(parse(piece) for piece in pieces):
        return joined_marks(pieces)
    return " ".join(joined_marks([piece]) for piece in pieces)


def _readable_reference(found: re.Match[str]) -> str:
    word = found[2] or found[1]
    return f"{word} {_spell(found[3])}" if found[3] else word


def readable(text: str) -> str:
    """A sense with its references in simplified characters and tone marks: `拜拜 báibái`."""
    text = _REFERENCES.sub(_readable_reference, text)
    return re.sub(r"\[([A-Za-z:]+[1-5][A-Za-z:1-5 ]*)\]", lambda found: _spell(found[1]), text)


class Resolver:
    """Puts the meaning in place of "see X", "variant of X" and the like."""

    def __init__(self, entries: Iterable[RawEntry]) -> None:
        self._by_head: dict[str, list[RawEntry]] = {}
        for entry in entries:
            self._by_head.setdefault(entry.traditional, []).append(entry)
            if entry.simplified != entry.traditional:
                self._by_head.setdefault(entry.simplified, []).append(entry)

    def resolve(self, entry: RawEntry) -> ReadableEntry:
        """The entry's senses made readable, its classifiers and Taiwan reading apart."""
        senses: list[str] = []
        classifiers: list[str] = []
        taiwan = ""
        pointers = 0
        for sense in entry.senses:
            if found := _CLASSIFIER.match(sense):
                classifiers += found[1].split(",")
                continue
            if found := _TAIWAN.match(sense):  # inside another sense it is about that one only
                taiwan = taiwan or " ".join(_SYLLABLE.findall(found[1]))
                continue
            if found := _INNER_CLASSIFIER.search(sense):
                classifiers += found[1].split(",")
                sense = _INNER_CLASSIFIER.sub("", sense).strip()
            if sense:
                text, points = self._follow(entry, sense, _MAX_DEPTH)
                pointers += points
                if text not in senses:
                    senses.append(text)
        if not senses:
            senses = [readable(sense) for sense in entry.senses]
        return ReadableEntry(
            tuple(senses), tuple(item.strip() for item in classifiers), taiwan, pointers == len(senses)
        )

    def _follow(self, entry: RawEntry, sense: str, depth: int) -> tuple[str, bool]:
        """The readable sense, and whether it only points to another word."""
        found = _POINTER.match(sense)
        if found is None:
            return readable(sense), False
        groups: Mapping[str, str | None] = found.groupdict()
        label = groups["label"] or ""
        traditional, simplified, reading = found[3], found[4], found[5]
        meaning = self._meaning(entry, traditional, simplified or traditional, reading, depth)
        if not meaning or found.end() != len(sense):
            return readable(sense), True
        name = readable(sense[found.start(3) :])
        tag = groups["tag"] or ""
        if label == "used in":
            return f"{tag}used in {name} ({meaning})", True
        return f"{tag}{meaning} ({label} {name})", True

    def _meaning(
        self, source: RawEntry, traditional: str, simplified: str, reading: str | None, depth: int
    ) -> str:
        if depth == 0:
            return ""
        targets = [
            entry
            for entry in self._by_head.get(traditional, [])
            if entry.simplified == simplified and entry is not source
        ]
        same = [entry for entry in targets if reading and _same_reading(entry.pinyin, reading)]
        texts: list[str] = []
        for entry in same or targets:
            texts += self._senses_of(entry, depth - 1)
        return "; ".join(dict.fromkeys(texts[:_SENSES_FOLLOWED]))

    def _senses_of(self, entry: RawEntry, depth: int) -> Sequence[str]:
        kept: list[str] = []
        for sense in entry.senses:
            if _WEAK.match(sense):
                continue
            found = _POINTER.match(sense)
            if found is None:
                kept.append(readable(_INNER_CLASSIFIER.sub("", sense).strip(" ,;")))
            elif meaning := self._meaning(entry, found[3], found[4] or found[3], found[5], depth):
                kept.append(meaning)
        return kept


def _same_reading(one: str, other: str) -> bool:
    return re.sub(r"\s+", "", one).lower() == re.sub(r"\s+", "", other).lower()
