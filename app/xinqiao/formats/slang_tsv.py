"""The slang pack as tab-separated text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of
from xinqiao.domain.words import SlangEntry

COLUMNS = (
    "term",
    "variants",
    "pinyin",
    "literal",
    "meaning",
    "register",
    "note",
    "example_zh",
    "example_en",
)
_REQUIRED = ("term", "meaning")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was left out.

    Attributes:
        line: counted from 1, the header being the first.
    """

    line: int
    reason: Message


def read_slang(path: Path) -> tuple[list[SlangEntry], list[Problem]]:
    """Read a slang pack: the good lines as entries, the others as problems.

    The first line names the columns, in any order; `term` and `meaning` must be there. Variants are
    separated by `|`.

    Raises:
        ReaderError: the file cannot be read, is no text, or has no usable header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReaderError(
            message(
                "The slang file {name} cannot be read: {reason}.", name=path.name, reason=reason_of(error)
            ),
            message("Check that it is there and that you may open it."),
        ) from error
    except UnicodeDecodeError as error:
        raise ReaderError(
            message("The slang file {name} is not UTF-8 text.", name=path.name),
            message("Save it as UTF-8 and try again."),
        ) from error
    return parse_slang(text, path.name)


def parse_slang(text: str, name: str = "pasted text") -> tuple[list[SlangEntry], list[Problem]]:
    """The same from text in memory; `name` stands in error messages.

    Raises:
        ReaderError: there is no usable header.
    """
    # Not splitlines(): a form feed or U+2028 inside a cell does not end a line.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    columns = [cell.strip() for cell in lines[0].split("\t")]
    missing = [column for column in _REQUIRED if column not in columns]
    if missing:
        raise ReaderError(
            message(
                "The slang file {name} has no column named {names}.", name=name, names=" and ".join(missing)
            ),
            message(
                "Its first line must name the columns: {names}, separated by tabs.", names=", ".join(COLUMNS)
            ),
        )
    entries: list[SlangEntry] = []
    problems: list[Problem] = []
    first_line: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns):
            problems.append(Problem(number, _too_many_cells(len(cells), len(columns))))
            continue
        row = dict(zip(columns, cells, strict=False))
        empty = [column for column in _REQUIRED if not row.get(column)]
        if empty:
            problems.append(Problem(number, message("no {column}", column=empty[0])))
            continue
        term = row["term"]
        earlier = first_line.setdefault(term.lower(), number)
        if earlier != number:
            why = message("{term} is already on line {line}", term=term, line=earlier)
            problems.append(Problem(number, why))
            continue
        variants = tuple(
            dict.fromkeys(item for piece in row.get("variants", "").split("|") if (item := piece.strip()))
        )
        kept = {column: row[column] for column in COLUMNS if column != "variants" and row.get(column)}
        entries.append(SlangEntry(variants=variants, **kept))
    return entries, problems


def _too_many_cells(cells: int, columns: int) -> Message:
    return message("{cells} columns where the header has {columns}", cells=cells, columns=columns)


def write_slang(entries: Sequence[SlangEntry]) -> str:
    """Entries as text that `parse_slang` reads; tabs and line ends inside a cell become blanks."""
    lines = ["\t".join(COLUMNS)]
    for entry in entries:
        cells = [
            "|".join(entry.variants) if column == "variants" else str(getattr(entry, column))
            for column in COLUMNS
        ]
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"
