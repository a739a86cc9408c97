"""Puts what was taken out of a sentence back into its English.

A `Plan` holds a sentence as stretches for the engine (`Unit`) and spans that stand as they are
(`Literal`), in order. An `Insert` inside a unit goes to the matching clause or, failing that, to the
word at the same share of the way; a name goes where the engine put its stand-in. Whatever an engine
answers, every span comes back once and in order.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

_CLAUSE_END = re.compile(r"[，,、。！!？?；;：:…~～]+|—+")
_ENGLISH_CLAUSE_END = re.compile(r"[,.;:!?…]+[\"'”’)\]]*(?=\s)|\s[—–-]+(?=\s)")
_FINAL_MARKS = re.compile(r"[\s.,;:!?…~\"'”’)\]]*$")
_ENGLISH_MARKS = {
    **{"，": ", ", "、": ", ", "。": ". ", "！": "! ", "？": "? ", "；": "; ", "：": ": ", "～": "~"},
    **{"（": " (", "）": ") ", "【": " [", "】": "] ", "「": ' "', "」": '" ', "《": ' "', "》": '" '},
}
_CHINESE_MARKS = re.compile(f"[{''.join(_ENGLISH_MARKS)}]")


@dataclass(frozen=True, slots=True)
class Insert:
    """A protected span inside a unit.

    Attributes:
        at: offset in the unit's text where it was taken out.
        stand_in: the name that stands for it in `Unit.marked`; empty for none.
    """

    text: str
    at: int
    stand_in: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch for the engine.

    Attributes:
        text: without any protected span.
        marked: the same with stand-ins for the names mentioned in it; equal to `text` without any.
        joined: whether its English follows what stands before it without a space.
    """

    text: str
    marked: str
    inserts: tuple[Insert, ...] = ()
    joined: bool = False

    def accepts(self, english: str) -> bool:
        """Whether every stand-in came through the engine exactly once and in order."""
        wanted = [insert.stand_in for insert in self.inserts if insert.stand_in]
        found = re.findall(rf"\b(?:{'|'.join(wanted)})\b", english) if wanted else []
        return found == wanted

    def place(self, english: str) -> str:
        """The English with the spans in their places; `english` is of `marked` or of `text`."""
        if not self.inserts:
            return english
        if any(insert.stand_in for insert in self.inserts) and self.accepts(english):
            return self._fill(english)
        return _insert_all(self.text, english, self.inserts)

    def _fill(self, english: str) -> str:
        """Stand-ins become the names they stand for; the other spans are placed between them."""
        stretches: list[str] = []
        rest, start, others = english, 0, list[Insert]()
        for insert in self.inserts:
            if not insert.stand_in:
                others.append(insert)
                continue
            before, _, rest = _cut_at_name(rest, insert.stand_in)
            stretches.append(_insert_all(self.text[start : insert.at], before, _moved(others, start)))
            stretches.append(insert.text)
            start, others = insert.at, []
        stretches.append(_insert_all(self.text[start:], rest, _moved(others, start)))
        return "".join(stretches)


@dataclass(frozen=True, slots=True)
class Literal:
    """A stretch that stands as it is; `joined` as in `Unit`."""

    text: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A sentence as stretches to translate and stretches to keep."""

    parts: tuple[Unit | Literal, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """What has to be translated, in order."""
        return tuple(part for part in self.parts if isinstance(part, Unit))

    def assemble(self, english: Sequence[str]) -> str:
        """The sentence's English.

        Args:
            english: one translation for each of `units`.
        """
        answers = iter(english)
        out = ""
        for part in self.parts:
            text = part.text if isinstance(part, Literal) else part.place(next(answers).strip())
            if not text:
                continue
            if out and not part.joined and not out[-1].isspace():
                out += " "
            out += text
        return out.strip()


def normal_text(text: str) -> str:
    """An engine's text in its normal form: NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tidy_english(text: str) -> str:
    """An engine's English on one line and with English marks where it left Chinese ones."""
    if _CHINESE_MARKS.search(text):
        text = _CHINESE_MARKS.sub(lambda match: _ENGLISH_MARKS[match[0]], text)
        text = re.sub(r"\s+([,.;:!?)\]])", r"\1", re.sub(r"([(\[])\s+", r"\1", text))
    return " ".join(text.split())


def has_letters(text: str) -> bool:
    """Whether there is anything but marks and spaces in `text`."""
    return any(character.isalnum() for character in text)


def _moved(inserts: Sequence[Insert], by: int) -> list[Insert]:
    return [replace(insert, at=insert.at - by) for insert in inserts]


def _cut_at_name(english: str, name: str) -> tuple[str, str, str]:
    match = re.search(rf"\b{name}\b", english)
    if match is None:
        return english, "", ""
    return english[: match.start()], name, english[match.end() :]


def _insert_all(source: str, english: str, inserts: Sequence[Insert]) -> str:
    """`english` with the spans at the places that match theirs in `source`, in order."""
    if not inserts:
        return english
    out, done = "", 0
    for insert in inserts:
        place, before_mark = _place_of(source, english, insert.at)
        place = max(place, done)
        out = _append(out, english[done:place])
        out = _append(out, insert.text, space=True)
        rest = english[place:]
        if rest and not rest[0].isspace() and not before_mark:
            out += " "
        done = place
    return out + english[done:]


def _append(out: str, text: str, *, space: bool = False) -> str:
    if space and out and not out[-1].isspace():
        out += " "
    return out + text


def _place_of(source: str, english: str, at: int) -> tuple[int, bool]:
    """(offset in `english` for a span at `at` in `source`, whether a mark follows it there)."""
    if not english.strip():
        return len(english), False
    if not has_letters(source[at:]):
        match = _FINAL_MARKS.search(english)
        return (match.start() if match else len(english)), True
    if not has_letters(source[:at]):
        return 0, False
    ends = [match.span() for match in _CLAUSE_END.finditer(source) if match.end() < len(source.rstrip())]
    theirs = [match.span() for match in _ENGLISH_CLAUSE_END.finditer(english)]
    share = at / len(source)
    for number, (start, end) in enumerate(ends):
        if at in (start, end) and theirs:
            if len(theirs) == len(ends):
                chosen = theirs[number]
            else:
                chosen = min(theirs, key=lambda span: abs(span[0] / len(english) - share))
                if abs(chosen[0] / len(english) - share) > 0.3:
                    break
            return (chosen[0], True) if at == start else (chosen[1], False)
    starts = [match.start() for match in re.finditer(r"(?<=\s)\S", english)]
    wanted = share * len(english)
    place = min(starts, key=lambda start: abs(start - wanted), default=len(english))
    return place, False
