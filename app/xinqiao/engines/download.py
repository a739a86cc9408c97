"""Fetches one file from a web server, in a way that a bad line cannot spoil.

What has come so far stands in `NAME.part`; `NAME.part.json` says which address and which state of
the file (ETag or date) it is of. The next try asks for the rest only, and for all of it if the file
is another by now; a server that hands out no parts, or the wrong ones, sends the whole file again.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.models import DownloadedFile, Transferred
from xinqiao.domain.os_reasons import reason_of
from xinqiao.engines.unfinished import Source, going_on, hash_start, read_notes, validator, write_notes
from xinqiao.engines.waiting import wait
from xinqiao.engines.web import ask, refused
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Patience

MAX_FILE = 4 << 30
"""Bytes that a file may take; the largest known package takes 600 MB."""

_SPARE = 64 << 20  # bytes left free beside the file
_TRIES = 5  # how often a lost connection is taken up again
_TELL_SECONDS = 0.1
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")


class FileDownloader:
    """`Downloader` into one folder."""

    def __init__(
        self,
        folder: Path,
        *,
        max_size: int = MAX_FILE,
        starts_with: bytes = b"",
        patience: Patience | None = None,
        pause: float = 1.0,
    ) -> None:
        """Take note of the folder; it is made when it is needed.

        Args:
            folder: where files are kept.
            max_size: bytes that a file may take.
            starts_with: what every file begins with (`PK` for archives), so that a log-in page is
                told from a package at its first byte.
            patience: how long to wait.
            pause: seconds before a lost connection is taken up again; each time twice as long.
        """
        self._folder = folder
        self._max_size = max_size
        self._starts_with = starts_with
        self._patience = patience or Patience()
        self._pause = pause
        self._lock = threading.Lock()
        self._busy: set[str] = set()

    def download(
        self, address: str, name: str, cancel: CancelToken, *, sha256: str = ""
    ) -> Generator[Transferred, None, DownloadedFile]:
        """Fetch one file, going on from what an earlier try has left where the server allows it.

        Args:
            address: of the file, http or https.
            name: under which it is kept in the folder.
            cancel: stops it within a fifth of a second; what came so far is kept for the next try.
            sha256: what the file has to hash to; empty where that is not known.

        Yields:
            How far it is, about ten times a second.

        Returns:
            The file.

        Raises:
            ReaderError: the network, the server, the file or the disk is at fault.
            Cancelled: `cancel` was set.
        """
        with self._alone(name), _told_to_the_reader(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            part = self._folder / f"{name}.part"
            final = self._folder / name
            if final.is_file():  # finished once, and not used: its notes say whether it is still right
                final.replace(part)
            tries, pause = 0, self._pause
            while True:
                before = _size(part)
                try:
                    done = yield from self._fetch(address, part, cancel)
                    break
                except WebError as error:
                    if error.fault is not WebFault.LOST or (tries := tries + 1) >= _TRIES:
                        raise
                    if _size(part) <= before and tries > 1:
                        raise
                wait(pause, cancel)
                pause *= 2
            if sha256 and done.sha256 != sha256.lower():
                self.discard(name)
                raise ReaderError(
                    message(
                        "The file {name} is not the one that the index speaks of: its hash is another.",
                        name=name,
                    ),
                    message("Download it again; if that happens again, do not use it."),
                )
            part.replace(final)
            return DownloadedFile(final, done.size, done.sha256)

    def discard(self, name: str) -> None:
        """Delete a finished or unfinished download."""
        for file in (name, f"{name}.part", f"{name}.part.json"):
            with contextlib.suppress(OSError):
                (self._folder / file).unlink(missing_ok=True)

    def left_over(self) -> dict[str, int]:
        """Names of unfinished downloads, with the bytes that each has so far."""
        with contextlib.suppress(OSError):
            return {
                path.name.removesuffix(".part"): path.stat().st_size
                for path in sorted(self._folder.glob("*.part"))
            }
        return {}

    @contextlib.contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """See to it that nobody else in this process fetches the same file."""
        if not _NAME.fullmatch(name) or name.endswith((".part", ".part.json")):
            raise ValueError(f"not a name for a download: {name!r}")
        with self._lock:
            if name in self._busy:
                raise ReaderError(
                    message("{name} is being downloaded already.", name=name),
                    message("Wait until that has ended."),
                )
            self._busy.add(name)
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(name)

    def _fetch(
        self, address: str, part: Path, cancel: CancelToken
    ) -> Generator[Transferred, None, DownloadedFile]:
        """One try; once more from the first byte where the part is of no use any longer."""
        notes = part.with_name(part.name + ".json")
        known = read_notes(notes)
        have = _size(part)
        if known is None or known.address != address or not known.validator or have > self._max_size:
            have = 0
        headers = {}
        if have and known is not None:
            headers = {"Range": f"bytes={have}-", "If-Range": known.validator}
        with ask(address, cancel, headers=headers, patience=self._patience) as answer:
            fits, total = going_on(answer, have, known)
            if answer.status == 200:
                have = 0
            elif not fits:
                if have and answer.status in (206, 416):  # the part does not fit what the server has
                    answer.close()
                    part.unlink(missing_ok=True)
                    return (yield from self._fetch(address, part, cancel))
                if answer.status == 206:
                    raise WebError(
                        WebFault.ANSWER,
                        message("{host} sends a part of the file only.", host=answer.host),
                        message("Use another address."),
                    )
                raise refused(answer, message("file"))
            self._check_size(total, have, answer.host)
            write_notes(notes, Source(address, validator(answer), total))
            digest = hashlib.sha256()
            if have:
                have = hash_start(part, have, digest, cancel)
            resumed = have
            yield Transferred(have, total, resumed)
            told_at = time.monotonic()
            with part.open("r+b" if have else "wb") as out:
                out.seek(have)
                out.truncate()
                if answer.status != 416:
                    for chunk in answer.chunks():
                        if have == 0 and not chunk.startswith(self._starts_with[: len(chunk)]):
                            raise WebError(
                                WebFault.ANSWER,
                                message(
                                    "{host} answers with something else than the file.", host=answer.host
                                ),
                                message(
                                    "Check the address, and whether this network wants you to log in first."
                                ),
                            )
                        have += len(chunk)
                        if have > self._max_size:
                            raise self._too_large(answer.host)
                        out.write(chunk)
                        out.flush()  # a killed process loses nothing that came
                        digest.update(chunk)
                        cancel.raise_if_set()
                        if (now := time.monotonic()) - told_at >= _TELL_SECONDS:
                            told_at = now
                            yield Transferred(have, total, resumed)
                out.flush()
                os.fsync(out.fileno())
            if total is not None and have != total:
                raise WebError(
                    WebFault.LOST,
                    message("{host} ended before the file was complete.", host=answer.host),
                    message("Try again."),
                )
            if have == 0:
                raise WebError(
                    WebFault.ANSWER,
                    message("{host} sends an empty file.", host=answer.host),
                    message("Use another address."),
                )
            yield Transferred(have, have, resumed)
            return DownloadedFile(part, have, digest.hexdigest())

    def _check_size(self, total: int | None, have: int, host: str) -> None:
        if total is not None and total > self._max_size:
            raise self._too_large(host)
        needed = (total or 0) - have + _SPARE
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise ReaderError(
                message(
                    "This download needs {needed} MiB, and {folder} has {free} MiB left.",
                    needed=needed >> 20,
                    folder=self._folder,
                    free=free >> 20,
                ),
                message("Make room there and download it again."),
            )

    def _too_large(self, host: str) -> WebError:
        return WebError(
            WebFault.ANSWER,
            message(
                "What {host} sends is larger than {limit} MiB.",
                host=host,
                limit=f"{self._max_size / (1 << 20):.0f}",
            ),
            message("Use another address; no translation package is that large."),
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


@contextlib.contextmanager
def _told_to_the_reader(folder: Path) -> Iterator[None]:
    """Turn the disk's errors into sentences."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise ReaderError(
                message("There is no room left in {folder}.", folder=folder),
                message("Make room there; the download goes on where it was."),
            ) from error
        raise ReaderError(
            message(
                "The file cannot be written to {folder}: {reason}.", folder=folder, reason=reason_of(error)
            ),
            message("Make that folder writable, or choose another with --data-dir."),
        ) from error
