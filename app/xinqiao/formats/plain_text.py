"""Makes a post of pasted text or of a text file."""

import codecs
import re
from pathlib import Path

from xinqiao.domain.clean_text import REPLACEMENT, clean_text
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of
from xinqiao.domain.posts import Origin, OriginKind, Post

SIZE_LIMIT = 1024 * 1024
"""Most characters of a paste and most bytes of a file: a long novel chapter is 20,000 characters."""

TITLE_LENGTH = 40
"""A first line of at most so many characters, with more lines below it, is the title."""

_TOPIC = re.compile(r"[#＃]([^\s#＃\[\]]+)(?:\[[^\[\]\s]{1,4}\])?[#＃]?")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Longer marks first: the one of UTF-32 LE begins with the one of UTF-16 LE.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多"
    "这個國來說們為時會著過學對裡後麼還沒開現點兩樣從動長當與"
    "，。！？、：；“”「」…"
)


def parse_pasted(text: str, origin: Origin | None = None) -> Post:
    """A post of plain text, kept as written but for control characters and line ends.

    A short first line with more below it is the title. Lines of nothing but topics at the end
    become tags; everything else is the body.

    Args:
        text: what the reader pasted; lone surrogates become U+FFFD.
        origin: where it came from; a paste by default.

    Raises:
        ReaderError: the text is empty, too long, or no text.
    """
    if len(text) > SIZE_LIMIT:
        raise _too_long(message("The text is {length} characters long", length=f"{len(text):,}"))
    if _looks_binary(text):
        raise ReaderError(
            message("This is not text: it looks like a picture or another binary file."), _PASTE_TEXT
        )
    lines = clean_text(text).split("\n")
    lines = _without_empty_ends(lines)
    if not lines:
        raise ReaderError(
            message("There is no text to read."), message("Copy the text of a post, then paste it here.")
        )
    lines, tags = _split_tags(lines)
    title = ""
    if len(lines) > 1 and len(lines[0].strip()) <= TITLE_LENGTH and any(map(str.strip, lines[1:])):
        title = lines[0].strip()
        lines = _without_empty_ends(lines[1:])
    return Post(
        title=title, body="\n".join(lines), origin=origin or Origin(OriginKind.PASTE), tags=tuple(tags)
    )


def read_text_file(path: Path) -> Post:
    """A post of a text file in any usual encoding.

    Raises:
        ReaderError: the file cannot be read, is too large, empty, or no text.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReaderError(
                message("{path} is a folder.", path=path), message("Choose the text files in it.")
            )
        if size > SIZE_LIMIT:
            shown = f"{size / 1024 / 1024:.1f}"
            raise _too_long(message("{name} is {size} MB large", name=path.name, size=shown))
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise ReaderError(
            message("There is no file {path}.", path=path), message("Check the name and try again.")
        ) from error
    except OSError as error:
        raise ReaderError(
            message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
            message("Check that you may read it, or copy its text."),
        ) from error
    if len(data) > SIZE_LIMIT:
        raise _too_long(
            message("{name} is more than {size} MB large", name=path.name, size=SIZE_LIMIT // 1024 // 1024)
        )
    return parse_pasted(decode_file(data), Origin(OriginKind.FILE, clean_text(path.name)))


def decode_file(data: bytes) -> str:
    """The text in `data`: UTF-8, UTF-16 or UTF-32 with a mark, GB18030, or Big5.

    Files without a mark are UTF-8 where they can be, since other encodings hardly ever look
    like it. Between GB18030 and Big5 the more frequent characters decide: read in the wrong
    one, a text turns into rare characters. A few bad bytes (a download that broke off) become
    U+FFFD.

    Raises:
        ReaderError: the data is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        raise ReaderError(message("This file is not text: it has binary data in it."), _PASTE_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    if damaged.count(REPLACEMENT) * 50 <= len(damaged):
        return damaged
    readings = []
    for encoding in ("gb18030", "big5hkscs"):
        text = data.decode(encoding, "replace")
        readings.append((_likeness(text), text))
    likeness, best = max(readings, key=lambda reading: reading[0])
    if likeness <= 0:
        raise ReaderError(message("This file is not text that can be read."), _PASTE_TEXT)
    return best


_PASTE_TEXT = message("Open it in the program it was made with, and paste the text from there.")


def _too_long(what: Message) -> ReaderError:
    return ReaderError(
        message(
            "{what}; a post may have at most {limit} characters.",
            what=what,
            limit=f"{SIZE_LIMIT:,}",
        ),
        message("Split it and bring the parts in one by one."),
    )


def _looks_binary(text: str) -> bool:
    """Whether a sample of the text is full of what no keyboard writes."""
    if not text:
        return False
    strange = sum(
        1
        for character in text
        if character == REPLACEMENT or (character < " " and character not in "\t\n\r\v\f")
    )
    return strange * 10 > len(text) + 20


def _likeness(text: str) -> float:
    """How much a decoded text is like Chinese: share of common characters less the damage."""
    strange = [character for character in text if character > "\x7f"]
    if not strange:
        return 0.0
    common = sum(character in _COMMON for character in strange)
    damage = sum(character == REPLACEMENT or "\ue000" <= character <= "\uf8ff" for character in strange)
    controls = sum(character < " " and character not in "\t\n\r\v\f" for character in text)
    return (common - 4 * (damage + controls) + 0.02 * len(strange)) / len(strange)


def _without_empty_ends(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def _split_tags(lines: list[str]) -> tuple[list[str], list[str]]:
    """Take lines of topics off the end; a text of topics only keeps them as its text too."""
    end = len(lines)
    found: list[list[str]] = []
    while end > 0:
        line = lines[end - 1].strip()
        if not line:
            end -= 1
            continue
        if _TOPIC.sub("", line).strip():
            break
        found.append([match[1] for match in _TOPIC.finditer(line)])
        end -= 1
    tags = list(dict.fromkeys(tag for line in reversed(found) for tag in line))
    if not found:
        return lines, []
    rest = _without_empty_ends(lines[:end])
    return (rest, tags) if rest else (lines, tags)
