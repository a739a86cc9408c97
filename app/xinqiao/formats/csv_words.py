"""Word lists as CSV that opens in any spreadsheet without running anything."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import astuple

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.exports import VocabularyLine
from xinqiao.domain.messages import message

BYTE_ORDER_MARK = "\ufeff"
HEADERS = (
    "word",
    "traditional",
    "pinyin",
    "meaning",
    "status",
    "HSK",
    "frequency",
    "added",
    "sentence",
    "sentence pinyin",
    "translation",
    "source",
)

# A cell that begins with one of these is a formula to some spreadsheet; the wide forms too.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")


def write_words(lines: Iterable[VocabularyLine], *, byte_order_mark: bool = False) -> str:
    """The word list as CSV text with a header, lines ended by CR LF as RFC 4180 asks.

    Cells that a spreadsheet would run as a formula (`=…`, `-子`) get an apostrophe in front,
    which spreadsheets take as "this is text"; `read_words` takes it off again.

    Args:
        lines: the words, in the order they shall have.
        byte_order_mark: begin with U+FEFF, without which Excel misreads UTF-8.
    """
    out = io.StringIO(newline="")
    if byte_order_mark:
        out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADERS)
    for line in lines:
        writer.writerow([_guarded(cell) for cell in astuple(line)])
    return out.getvalue()


def read_words(text: str) -> list[VocabularyLine]:
    """The lines of a list that `write_words` made.

    Raises:
        ReaderError: the header is another one, or a line has too many or too few cells.
    """
    reader = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))
    if tuple(next(reader, ())) != HEADERS:
        raise ReaderError(
            message("This is not a word list of Xinqiao."),
            message("Its first line must be: {names}.", names=",".join(HEADERS)),
        )
    lines = []
    for row in reader:
        if len(row) != len(HEADERS):
            raise ReaderError(
                message(
                    "Line {line} has {cells} cells instead of {wanted}.",
                    line=reader.line_num,
                    cells=len(row),
                    wanted=len(HEADERS),
                ),
                message("Correct the line and try again."),
            )
        lines.append(VocabularyLine(*(_unguarded(cell) for cell in row)))
    return lines


def _guarded(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
