"""Tables of what to do with a piece of text beside certain neighbours.

A table is a tab-separated file in `engines/tables/`. Each line has a text, a result (or only a
result that spells the text), what must stand before it and what must stand after it. The contexts
are regular expressions: the first must match up to the text, the second from just after it. In
both, `_` stands for a clause's edge: the end of the text or a sign that is not Chinese.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from xinqiao.domain.characters import HAN

NEAR = 12  # characters of context that a line may look at

_TABLES = Path(__file__).with_name("tables")
_START = rf"(?:^|(?!{HAN.pattern})[\s\S])"
_END = rf"(?:$|(?!{HAN.pattern})[\s\S])"

Table = Mapping[str, tuple["Line", ...]]


class Line:
    """One line of a table; its expressions are compiled when they are first needed.

    Attributes:
        result: what to do.
        free: whether it has no context.
    """

    __slots__ = ("_after", "_before", "_compiled", "free", "result")

    def __init__(self, result: str, before: str = "", after: str = "") -> None:
        self.result = result
        self.free = not before and not after
        self._before = before
        self._after = after
        self._compiled: tuple[re.Pattern[str] | None, re.Pattern[str] | None] | None = None

    def fits(self, before: str, after: str) -> bool:
        """Whether the neighbours are those asked for; each text at most `NEAR` characters long."""
        if self.free:
            return True
        if self._compiled is None:
            self._compiled = self.compiled()
        left, right = self._compiled
        return (left is None or left.search(before) is not None) and (
            right is None or right.match(after) is not None
        )

    def compiled(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        """Both expressions.

        Raises:
            re.error: one of them is none.
        """
        left, right = self._before.replace("_", _START), self._after.replace("_", _END)
        return (re.compile(f"(?:{left})$") if left else None, re.compile(right) if right else None)


def table_fields(name: str) -> Iterator[list[str]]:
    """The fields of every line of one table."""
    for line in (_TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _grouped(lines: Iterator[tuple[str, Line]]) -> dict[str, tuple[Line, ...]]:
    """Lines by their text in order, those without a context last."""
    found: dict[str, list[Line]] = {}
    for text, line in lines:
        found.setdefault(text, []).append(line)
    return {text: tuple(sorted(group, key=lambda line: line.free)) for text, group in found.items()}


@cache
def tables_digest(name: str) -> str:
    """A short hash of one table, for versions of what depends on it."""
    return hashlib.sha256((_TABLES / name).read_bytes()).hexdigest()[:8]


@cache
def reading_table() -> Table:
    """`readings.tsv`: words and characters with their syllables."""
    return _grouped((text, Line(*rest)) for text, *rest in table_fields("readings.tsv"))


@cache
def cut_table() -> Table:
    """`cuts.tsv`: stretches with the parts, separated by blanks, that they are cut into."""
    return _grouped((fields[0].replace(" ", ""), Line(*fields)) for fields in table_fields("cuts.tsv"))
