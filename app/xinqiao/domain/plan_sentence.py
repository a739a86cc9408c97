"""Plans how one sentence is translated: what goes to the engine, and what stands as it is.

A span between two clauses parts them into units of their own, so its place is exact. One that stands
before a mark or close to a particle stays inside its unit as an `Insert`. A name mentioned in the midst
of a clause leaves a stand-in name there, since without it the clause has no subject.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from xinqiao.domain.characters import count_han, has_han
from xinqiao.domain.place_spans import Insert, Literal, Plan, Unit, has_letters
from xinqiao.domain.protected import ProtectedText, Topic, examine
from xinqiao.domain.words import Protected, ProtectedKind, Span

STAND_INS = ("Ben", "Amy", "Leo", "Ivy", "Max", "Zoe")
"""Names that stand for mentioned ones in an engine's text; more than these in one sentence go without."""

_MARKER = re.compile(
    r"\s*(?:[①-⓿❶-➓㈠-㈩]|\d{1,2}[.．](?!\d)|\d{1,2}[、)）](?!\d)|[(（]\d{1,2}[)）]|[-–—•・·●○■◆▪*▶►✦丨|｜]+(?=\s|\w))\s*"
)
_TIME = re.compile(r"\s*\d{1,2}[:：]\d{2}(?=\s)\s*")
_NO_UNIT_AFTER = frozenset("的地得了着过们吗呢吧之，,、。！!？?；;：:…~～)）】》」』”’.")
_NO_UNIT_BEFORE = frozenset("的和与跟把被给在是很最个只条张这那一爱像叫用有吃买（(【《「『“‘")
_OPENERS, _CLOSERS = "（(【《「『“‘[", "）)】》」』”’]"
_MARKS = frozenset("，,、。｡！!？?；;：:…⋯~～.—-·")
_LEFT_OVER = re.compile(r"[，,、。：:；;！!？?～~]+\s*")
_FEELINGS = frozenset({ProtectedKind.EMOJI, ProtectedKind.STICKER, ProtectedKind.KAOMOJI})
_LATIN_MARKS = str.maketrans("，。！？；：、（）【】～　＃＠", ",.!?;:,()[]~ #@")


def plan_sentence(text: str, sticker_codes: Collection[str] = ()) -> Plan:
    """How one sentence is translated; a plan without units is a sentence to be shown as it is."""
    if not has_han(text):
        return Plan((Literal(text),))
    found = examine(text, sticker_codes)
    return _Planner(text, found).plan()


class _Planner:
    """Walks over one sentence and collects its parts."""

    def __init__(self, text: str, found: ProtectedText) -> None:
        self._text = text
        self._spans = _in_groups(text, found.spans)
        self._topics = {topic.open.start: topic for topic in found.topics}
        self._parts: list[Unit | Literal] = []
        self._buffer = ""  # text of the unit being collected
        self._inserts: list[Insert] = []
        self._joined = False
        self._names = iter(name for name in STAND_INS if name not in text)

    def plan(self) -> Plan:
        place = index = 0
        while index < len(self._spans):
            span, kind = self._spans[index]
            self._buffer += self._text[place : span.start]
            topic = self._topics.get(span.start) if kind is ProtectedKind.TOPIC else None
            if topic is None:
                self._take_span(span, kind, self._spans[index + 1 :])
                place, index = span.end, index + 1
            else:
                place = self._take_topic(topic)
                while index < len(self._spans) and self._spans[index][0].start < place:
                    index += 1
        self._buffer += self._text[place:]
        self._finish_unit()
        return Plan(tuple(self._parts))

    def _take_topic(self, topic: Topic) -> int:
        """Topics are translated by themselves, between their marks."""
        self._finish_unit()
        self._literal(topic.open.of(self._text), self._touches(topic.open.start))
        words = topic.words
        inner = tuple(
            Protected(Span(span.start - words.start, span.end - words.start), kind)
            for span, kind in self._spans
            if words.start <= span.start and span.end <= words.end
        )
        parts = _Planner(words.of(self._text), ProtectedText(inner, ())).plan().parts
        self._parts += [
            replace(part, joined=True) if number == 0 else part for number, part in enumerate(parts)
        ]
        if topic.close.end > topic.close.start:
            self._literal(topic.close.of(self._text), joined=True)
        return max(topic.close.end, words.end)

    def _touches(self, place: int) -> bool:
        """Whether a literal at `place` stands right after another one."""
        after_literal = bool(self._parts) and isinstance(self._parts[-1], Literal)
        return after_literal and place > 0 and not self._text[place - 1].isspace()

    def _take_span(
        self, span: Span, kind: ProtectedKind, later: Sequence[tuple[Span, ProtectedKind]]
    ) -> None:
        literal = " ".join(span.of(self._text).split())
        before = self._buffer
        gap = self._text[span.end : later[0][0].start if later else len(self._text)]
        if not has_letters(before) and not self._inserts:
            self._buffer = ""
            if before.strip():  # an opening quote, a lone mark: kept as written
                self._literal(before.strip().translate(_LATIN_MARKS), self._touches(span.start - len(before)))
                self._literal(literal, joined=not before[-1:].isspace())
            else:
                self._literal(literal, self._touches(span.start))
        elif not self._goes_on(span.end, later):
            if _has_marks(gap):
                self._insert(literal)
            else:
                self._finish_unit()
                self._literal(literal, joined=False)
        elif kind is ProtectedKind.MENTION:
            self._insert(literal, next(self._names, ""))
        elif _parts_clauses(before, gap):
            self._finish_unit()
            self._literal(literal, joined=False)
        else:
            self._insert(literal)

    def _goes_on(self, place: int, later: Sequence[tuple[Span, ProtectedKind]]) -> bool:
        """Whether the unit has more text after `place`, before a topic or the end."""
        for span, kind in later:
            if has_letters(self._text[place : span.start]):
                return True
            if kind is ProtectedKind.TOPIC:
                return False
            place = span.end
        return has_letters(self._text[place:])

    def _insert(self, literal: str, stand_in: str = "") -> None:
        self._inserts.append(Insert(literal, len(self._buffer), stand_in))

    def _literal(self, text: str, joined: bool) -> None:
        self._parts.append(Literal(text, joined))

    def _finish_unit(self) -> None:
        raw, inserts = self._buffer, self._inserts
        self._buffer, self._inserts = "", []
        if not raw.strip() and not inserts:
            return
        lead = self._take_lead(raw, min((insert.at for insert in inserts), default=len(raw)))
        inserts = [replace(insert, at=max(0, insert.at - lead)) for insert in inserts]
        raw = raw[lead:].rstrip()
        if not raw and not inserts:
            return
        if not inserts and not has_han(raw):
            self._literal(raw.translate(_LATIN_MARKS), joined=raw[0] in _MARKS or raw[0] in _CLOSERS)
            return
        marked, place = "", 0
        for insert in inserts:
            marked += raw[place : insert.at] + (
                _spaced(insert.stand_in, raw, insert.at) if insert.stand_in else ""
            )
            place = insert.at
        self._parts.append(Unit(raw, marked + raw[place:], tuple(inserts)))

    def _take_lead(self, raw: str, bound: int) -> int:
        """Take what stands before the unit's own text; returns how much that is.

        That is white space, marks left over by a span in front, and the number, bullet or time of day
        of a list item.
        """
        lead = len(raw) - len(raw.lstrip())
        if any(isinstance(part, Unit) for part in self._parts):
            marks = _LEFT_OVER.match(raw, lead)
            if marks and marks.end() <= bound and has_han(raw):
                self._literal(marks[0].strip().translate(_LATIN_MARKS), joined=True)
                return marks.end()
            return lead
        if self._parts and (marks := _LEFT_OVER.match(raw, lead)) and marks.end() <= bound and has_han(raw):
            self._literal(marks[0].strip().translate(_LATIN_MARKS), joined=True)
            lead = marks.end()
        for pattern in (_MARKER, _TIME):
            match = pattern.match(raw, lead)
            if match and match.end() <= bound and has_han(raw[match.end() :]):
                marker = match[0].strip()
                self._literal(re.sub(r"^(\d{1,2})[、．]$", r"\1.", marker), joined=False)
                lead = match.end()
        return lead


def _in_groups(text: str, spans: Sequence[Protected]) -> list[tuple[Span, ProtectedKind]]:
    """Spans with each run of neighbouring emoji, stickers and faces as one."""
    groups: list[tuple[Span, ProtectedKind]] = []
    for protected in spans:
        span, kind = protected.span, protected.kind
        if groups and kind in _FEELINGS and groups[-1][1] in _FEELINGS:
            last = groups[-1][0]
            if not text[last.end : span.start].strip():
                groups[-1] = (Span(last.start, span.end), kind)
                continue
        groups.append((span, kind))
    return groups


def _parts_clauses(before: str, gap: str) -> bool:
    """Whether a span stands between two stretches that can be translated by themselves."""
    left, right = before.rstrip(), gap.strip()
    return (
        count_han(left) >= 2
        and count_han(right) >= 2
        and right[0] not in _NO_UNIT_AFTER
        and left[-1] not in _NO_UNIT_BEFORE
        and sum(map(left.count, _OPENERS)) == sum(map(left.count, _CLOSERS))
        and left.count('"') % 2 == 0
    )


def _spaced(name: str, text: str, at: int) -> str:
    """A stand-in with a space where it would run into a Latin word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    left = " " if before.isascii() and before.isalnum() else ""
    return left + name + (" " if after.isascii() and after.isalnum() else "")


def _has_marks(text: str) -> bool:
    return any(character in _MARKS or character in _CLOSERS for character in text)
