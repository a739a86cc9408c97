"""Unfinished downloads: what has come, which state of which file it is of, and whether it still fits."""

import contextlib
import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.engines.web import Answer

_CHUNK = 1 << 20
_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")
_WHOLE = re.compile(r"bytes \*/(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Source:
    """Which state of which file a part is of; `validator` is empty where the server gave none."""

    address: str
    validator: str
    total: int | None


def going_on(answer: Answer, have: int, known: Source | None) -> tuple[bool, int | None]:
    """Whether the answer goes on where the part ends, and the bytes of the whole file if known."""
    same = known is not None and validator(answer) in ("", known.validator)
    if answer.status == 206 and (match := _RANGE.fullmatch(answer.header("Content-Range"))):
        first, last, total = (int(number) for number in match.groups())
        if known is not None and known.total not in (None, total):
            same = False
        return same and 0 < have == first and last + 1 == total, total
    if answer.status == 416 and (match := _WHOLE.fullmatch(answer.header("Content-Range"))):
        total = int(match[1])
        return same and 0 < have == total, total
    return False, answer.length if answer.status == 200 else None


def validator(answer: Answer) -> str:
    """What the file's state is known by: a strong ETag, else its date; empty for none."""
    tag = answer.header("ETag")
    if tag and not tag.startswith("W/"):
        return tag[:200]
    return answer.header("Last-Modified")[:60]


def hash_start(part: Path, size: int, digest: "hashlib._Hash", cancel: CancelToken) -> int:
    """Bring the bytes of an earlier try into the hash; how many there are."""
    left = size
    with part.open("rb") as stream:
        while left and (chunk := stream.read(min(_CHUNK, left))):
            cancel.raise_if_set()
            digest.update(chunk)
            left -= len(chunk)
    return size - left


def read_notes(path: Path) -> Source | None:
    """What an earlier try noted of its download; None for nothing of use."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        data = json.loads(path.read_text("utf-8"))
        total = data["total"]
        return Source(str(data["address"]), str(data["validator"]), None if total is None else int(total))
    return None


def write_notes(path: Path, notes: Source) -> None:
    """Note what a download is of, for the next try."""
    path.write_text(json.dumps(asdict(notes)), "utf-8")
