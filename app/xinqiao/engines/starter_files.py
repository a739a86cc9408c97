"""Unpacks the starter translation model, which ships in compressed parts.

A packed model is a folder with a `SHA256SUMS` file. Each file that it lists and that is not itself
compressed is wanted; it stands in the folder as it is (`config.json`), as one zstandard stream
(`tokenizer.json.zst`), or as one stream cut into parts (`model.bin.zst.00`, `model.bin.zst.01`).
"""

import hashlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from pathlib import Path

import zstandard

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.os_reasons import reason_of

Progress = Callable[[int, int], None]

SUMS = "SHA256SUMS"
STAMP = ".stamp"
NOTICES = ("LICENSE", "NOTICE")
GET_AGAIN = message(
    "Get Xinqiao again (in a checkout: git checkout -- resources/models), then start it again."
)

_CHUNK = 1 << 19
_SPARE = 32 << 20  # left free beside the model, for the library and the system
_STALE_SECONDS = 3600.0  # no unpacking takes this long: what is older was left by a killed process
_SUM_LINE = re.compile(r"[0-9a-f]{64}  [\w.-]+")
_PACKED_NAME = re.compile(r"\.zst(\.\d+)?$")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One file of the unpacked model.

    Attributes:
        parts: the packed files that make it, in order.
        compressed: whether the parts are a zstandard stream.
        size: in bytes, once unpacked.
    """

    name: str
    sha256: str
    parts: tuple[Path, ...]
    compressed: bool
    size: int


def is_unpacked(target: Path, packed: Path | None = None) -> bool:
    """Whether `target` holds a complete model; looks at sizes only, so it costs next to nothing.

    Args:
        target: the unpacked folder.
        packed: where given, the model must also be the one that is packed there, so that a new
            version of the app brings its new model in.
    """
    try:
        sums, *files = (target / STAMP).read_text("utf-8").splitlines()
        if packed is not None and sums != _fingerprint(packed):
            return False
        sizes = [line.split(" ", 1) for line in files]
        return bool(sizes) and all((target / name).stat().st_size == int(size) for size, name in sizes)
    except (OSError, ValueError):
        return False


def unpack(packed: Path, target: Path, progress: Progress | None, cancel: CancelToken) -> Path:
    """Join, decompress and check the model in `packed`, and put it at `target`.

    Everything is written to a folder beside `target` that takes its name only when it is complete
    and on disk, so a process killed half-way leaves nothing that counts as unpacked. Does nothing
    when the same model is there already.

    Args:
        packed: folder of the compressed parts.
        target: folder to make; its parent is made too. Something incomplete in its place is replaced.
        progress: called with bytes written so far and bytes in all, about once a mebibyte.
        cancel: looked at about once a mebibyte.

    Returns:
        `target`.

    Raises:
        ReaderError: a part is missing or damaged, or the folder is full or may not be written to.
        Cancelled: `cancel` was set; nothing is left behind.
    """
    if is_unpacked(target, packed):
        return target
    wanted = _read_wanted(packed)
    total = sum(file.size for file in wanted)
    with _told_to_the_reader(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(target)
        _check_space(target.parent, total)
        building = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        try:
            done = 0
            for file in wanted:
                for written in _write(file, building / file.name, packed):
                    cancel.raise_if_set()
                    done += written
                    if progress is not None:
                        progress(done, total)
            for notice in NOTICES:
                if (packed / notice).is_file():
                    shutil.copyfile(packed / notice, building / notice)
            _write_stamp(building, packed, wanted)
            cancel.raise_if_set()
            _take_place(building, target, packed)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    return target


def _read_wanted(packed: Path) -> list[_Wanted]:
    """The files to make, from `SHA256SUMS`."""
    try:
        lines = (packed / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReaderError(
            message("The translation model that ships with Xinqiao is missing."), GET_AGAIN
        ) from error
    if not lines or not all(_SUM_LINE.fullmatch(line) for line in lines):
        raise _damaged(SUMS)
    sums = {line[66:]: line[:64] for line in lines}
    wanted = []
    for name, digest in sums.items():
        if _PACKED_NAME.search(name):
            continue
        pieces = sorted(other for other in sums if re.fullmatch(re.escape(name) + r"\.zst\.\d+", other))
        if not pieces:
            pieces = [name if (packed / name).is_file() else f"{name}.zst"]
        parts = tuple(packed / piece for piece in pieces)
        for part in parts:
            if not part.is_file():
                raise ReaderError(
                    message("A part of the translation model is missing: {name}.", name=part.name), GET_AGAIN
                )
        compressed = parts[0].name != name
        wanted.append(_Wanted(name, digest, parts, compressed, _size(parts[0], compressed)))
    return wanted


def _size(first: Path, compressed: bool) -> int:
    """Bytes that a file takes once unpacked, from the head of its first part."""
    if not compressed:
        return first.stat().st_size
    with first.open("rb") as stream:
        head = stream.read(64)
    try:
        size = zstandard.get_frame_parameters(head).content_size
    except zstandard.ZstdError as error:
        raise _damaged(first.name) from error
    if size in (zstandard.CONTENTSIZE_UNKNOWN, zstandard.CONTENTSIZE_ERROR):
        raise _damaged(first.name)
    return int(size)


def _write(file: _Wanted, path: Path, packed: Path) -> Iterator[int]:
    """Write one file and check it; yields the bytes written at each step."""
    digest = hashlib.sha256()
    written = 0
    with path.open("wb") as out:
        try:
            for chunk in _unpacked_chunks(file):
                digest.update(chunk)
                out.write(chunk)
                written += len(chunk)
                yield len(chunk)
        except zstandard.ZstdError as error:
            raise _damaged(_name_of_damaged(file, packed)) from error
        out.flush()
        os.fsync(out.fileno())
    if written != file.size or digest.hexdigest() != file.sha256:
        raise _damaged(_name_of_damaged(file, packed))


def _unpacked_chunks(file: _Wanted) -> Iterator[bytes]:
    """The file's contents, a mebibyte or so at a time."""
    stream = zstandard.ZstdDecompressor().decompressobj() if file.compressed else None
    for part in file.parts:
        with part.open("rb") as packed:
            while chunk := packed.read(_CHUNK):
                yield chunk if stream is None else stream.decompress(chunk)
    if stream is not None and stream.unused_data:
        raise zstandard.ZstdError("more bytes after the end of the stream")


def _name_of_damaged(file: _Wanted, packed: Path) -> str:
    """Which part is to blame: the first whose own hash is wrong, else the only one, else the file."""
    sums = (packed / SUMS).read_text("utf-8").split()
    known = dict(zip(sums[1::2], sums[0::2], strict=False))
    for part in file.parts:
        if part.name in known:
            with part.open("rb") as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != known[part.name]:
                    return part.name
    return file.parts[0].name if len(file.parts) == 1 else file.name


def _damaged(name: str) -> ReaderError:
    return ReaderError(message("A part of the translation model is damaged: {name}.", name=name), GET_AGAIN)


def _fingerprint(packed: Path) -> str:
    """Stands for the packed model as a whole."""
    return hashlib.sha256((packed / SUMS).read_bytes()).hexdigest()


def _write_stamp(building: Path, packed: Path, wanted: list[_Wanted]) -> None:
    lines = [_fingerprint(packed), *(f"{file.size} {file.name}" for file in wanted)]
    with (building / STAMP).open("w", encoding="utf-8") as stamp:
        stamp.write("\n".join(lines) + "\n")
        stamp.flush()
        os.fsync(stamp.fileno())


def _take_place(building: Path, target: Path, packed: Path) -> None:
    """Give the finished folder its name; another process may have been quicker."""
    building.chmod(0o755)  # mkdtemp makes folders for the owner alone
    aside = building.with_name(building.name + ".old")
    try:
        if target.exists():
            target.rename(aside)
        building.rename(target)
    except OSError:
        if not is_unpacked(target, packed):
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}-unpacking-"


def _remove_leftovers(target: Path) -> None:
    """Remove what killed processes left; one that still works keeps its folder."""
    oldest = time.time() - _STALE_SECONDS
    for leftover in target.parent.glob(_prefix(target) + "*"):
        if leftover.stat().st_mtime < oldest:
            shutil.rmtree(leftover, ignore_errors=True)


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise _full(folder, needed + _SPARE, free)


def _full(folder: Path, needed: int, free: int) -> ReaderError:
    return ReaderError(
        message(
            "The translation model needs {needed} MiB, and {folder} has {free} MiB left.",
            needed=needed >> 20,
            folder=folder,
            free=free >> 20,
        ),
        message("Make room there, then start Xinqiao again."),
    )


@contextmanager
def _told_to_the_reader(folder: Path) -> Iterator[None]:
    """Turn the system's errors about `folder` into sentences."""
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            problem = message("There is no room left in {folder}.", folder=folder)
            advice = message("Make room there, then start Xinqiao again.")
        else:
            problem = message(
                "The translation model cannot be put into {folder}: {reason}.",
                folder=folder,
                reason=reason_of(error),
            )
            advice = message(
                "Make that folder writable, or choose another with --data-dir, then start Xinqiao again."
            )
        raise ReaderError(problem, advice) from error
