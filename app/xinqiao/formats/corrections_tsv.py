"""The corrections ledger as tab-separated text, to keep, to share and to take in again."""

from collections.abc import Sequence

from xinqiao.domain.corrections import CUTS, Correction, CorrectionKind, checked
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message

COLUMNS = ("kind", "text", "words", "value", "where", "post", "sentence", "source")
_REQUIRED = ("kind", "text")
_EVERYWHERE = "everywhere"
_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


def write_corrections(corrections: Sequence[Correction]) -> str:
    """A header and a line for each correction, oldest first."""
    lines = ["\t".join(COLUMNS)]
    for one in corrections:
        where = _EVERYWHERE if one.everywhere else "post"
        cells = (
            one.kind.value,
            one.text,
            "|".join(one.words),
            one.value,
            where,
            one.post_key,
            one.sentence,
            one.source,
        )
        lines.append("\t".join(_escaped(cell) for cell in cells))
    return "\n".join(lines) + "\n"


def parse_corrections(text: str, name: str) -> tuple[list[Correction], list[tuple[int, Message]]]:
    """Good lines as corrections, the others as (line, reason); lines are counted from 1.

    Raises:
        ReaderError: the first line names no usable columns.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    columns = [cell.strip() for cell in lines[0].split("\t")]
    missing = [column for column in _REQUIRED if column not in columns]
    if missing:
        raise ReaderError(
            message("{name} has no column named {names}.", name=name, names=" and ".join(missing)),
            message(
                "Its first line must name the columns: {names}, separated by tabs.", names=", ".join(COLUMNS)
            ),
        )
    found: list[Correction] = []
    problems: list[tuple[int, Message]] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) > len(columns):
            why = message(
                "{cells} columns where the header has {columns}", cells=len(cells), columns=len(columns)
            )
            problems.append((number, why))
            continue
        row = {column: _plain(cell) for column, cell in zip(columns, cells, strict=False)}
        try:
            found.append(checked(_correction(row)))
        except ReaderError as error:
            problems.append((number, error.problem))
    return found, problems


def _correction(row: dict[str, str]) -> Correction:
    try:
        kind = CorrectionKind(row.get("kind", "").strip())
    except ValueError as error:
        known = ", ".join(kind.value for kind in CorrectionKind)
        raise ReaderError(
            message("“{kind}” is no kind of correction", kind=row.get("kind", "")),
            message("Use {known}.", known=known),
        ) from error
    where = row.get("where", _EVERYWHERE).strip() or _EVERYWHERE
    if where not in (_EVERYWHERE, "post"):
        raise ReaderError(
            message("“{where}” is no place for a correction", where=where), message("Use everywhere or post.")
        )
    words = tuple(row.get("words", "").split("|")) if kind in CUTS else ()
    return Correction(
        kind=kind,
        text=row.get("text", ""),
        words=words,
        value=row.get("value", ""),
        everywhere=where == _EVERYWHERE,
        post_key=row.get("post", "") if where == "post" else "",
        sentence=row.get("sentence", ""),
        source=row.get("source", ""),
    )


def _escaped(cell: str) -> str:
    for plain, escape in _ESCAPES:
        cell = cell.replace(plain, escape)
    return cell


def _plain(cell: str) -> str:
    if "\\" not in cell:
        return cell
    result, letters = "", iter(cell)
    for letter in letters:
        if letter == "\\":
            after = next(letters, "")
            result += {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}.get(after, "\\" + after)
        else:
            result += letter
    return result
