"""The index of Argos packages: which there are, and where.

The index is a JSON list written by others, so nothing in it is believed: entries that do not hold
what they should are left out, addresses must be of http or https, and everything has a bound.
"""

import contextlib
import json
import logging
import os
import re
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.clean_text import clean_text
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.models import AvailablePackage, IndexListing, newest_packages
from xinqiao.engines.web import ask, refused
from xinqiao.engines.web_address import checked_address
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Patience

OFFICIAL_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Address of the index that Argos Translate itself uses; the reader may set another."""

MAX_INDEX = 8 << 20
"""Bytes that an index may take; the official one takes 70 kB."""

MAX_PACKAGES = 10_000

_MAX_LINKS = 8
_MAX_LINK = 2000  # characters
_MAX_SIZE = 1 << 40  # bytes; a size beyond is a slip of the index
_CODE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,39}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PATIENCE = Patience(connect=15, silence=20, whole=60)

_log = logging.getLogger(__name__)


class PackageIndex:
    """`PackageSource` over an index on the web, with a copy on the disk."""

    def __init__(
        self, cache_file: Path, address: str = OFFICIAL_INDEX, patience: Patience = _PATIENCE
    ) -> None:
        """Take note of the places; asks nothing.

        Args:
            cache_file: where the copy is kept; its folder is made when it is needed.
            address: of the index.
            patience: how long to wait for it.
        """
        self._cache_file = cache_file
        self._address = address
        self._patience = patience

    @property
    def address(self) -> str:
        """Web address of the index."""
        return self._address

    def point_to(self, address: str) -> None:
        """Use another index from now on; empty for the official one."""
        self._address = address.strip() or OFFICIAL_INDEX

    def cached(self) -> IndexListing | None:
        """What this index offered when it was last read; None when it never was. Asks no network."""
        kept = self._kept()
        return None if kept is None else kept[0]

    def refresh(self, cancel: CancelToken) -> IndexListing:
        """Read the index, or only ask whether it is still the same.

        Raises:
            ReaderError: the network, the server or the index is at fault; the copy stays.
            Cancelled: `cancel` was set.
        """
        kept = self._kept()
        headers = {"Accept": "application/json"}
        if kept is not None and kept[1]:
            headers["If-None-Match"] = kept[1]
        with ask(self._address, cancel, headers=headers, patience=self._patience) as answer:
            fetched_at = datetime.now(UTC).replace(microsecond=0)
            if answer.status == 304 and kept is not None:
                listing, tag, body = kept
                listing = IndexListing(self._address, fetched_at, listing.packages, listing.skipped)
                self._keep(body, tag, fetched_at)
                return listing
            if answer.status != 200:
                raise refused(answer, message("list of packages"))
            if answer.length is not None and answer.length > MAX_INDEX:
                raise _no_index(answer.host, message("it is larger than {limit} MiB", limit=MAX_INDEX >> 20))
            body = answer.read(MAX_INDEX)
            host, tag = answer.host, answer.header("ETag")[:200]
        packages, skipped = read_index(body, host)
        self._keep(body, tag, fetched_at)
        return IndexListing(self._address, fetched_at, packages, skipped)

    def size_of(self, package: AvailablePackage, cancel: CancelToken) -> int | None:
        """Bytes to download, asked of the server; None where it does not say or does not answer.

        Raises:
            Cancelled: `cancel` was set.
        """
        if package.size is not None:
            return package.size
        for link in package.links:
            try:
                with ask(link, cancel, method="HEAD", patience=self._patience) as answer:
                    if answer.status == 200 and answer.length:
                        return answer.length
            except WebError as error:
                _log.info("no size for %s: %s", package.title, error.what)
        return None

    def _kept(self) -> tuple[IndexListing, str, bytes] | None:
        """The copy: what it offers, its ETag, and its bytes; None when there is none of use."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, ReaderError):
            if self._cache_file.stat().st_size > MAX_INDEX * 2:
                return None
            data = json.loads(self._cache_file.read_text("utf-8"))
            if data["address"] != self._address:
                return None
            body = str(data["index"]).encode("utf-8")
            fetched_at = datetime.fromisoformat(data["fetched_at"]).astimezone(UTC)
            packages, skipped = read_index(body, "the copy")
            return IndexListing(self._address, fetched_at, packages, skipped), str(data["etag"]), body
        return None

    def _keep(self, body: bytes, tag: str, fetched_at: datetime) -> None:
        """Keep a copy; where that fails the index is read again next time."""
        data = {
            "address": self._address,
            "etag": tag,
            "fetched_at": fetched_at.isoformat(),
            "index": body.decode("utf-8-sig"),
        }
        building: Path | None = None
        try:
            self._cache_file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".index-", dir=self._cache_file.parent)
            building = Path(name)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(data, out)
            building.replace(self._cache_file)
        except OSError as error:
            _log.warning("the list of packages cannot be kept: %s", error)
            if building is not None:
                building.unlink(missing_ok=True)


def read_index(body: bytes, host: str) -> tuple[tuple[AvailablePackage, ...], int]:
    """The packages of an index, the newest of each pair of languages, and how many entries were skipped.

    Args:
        body: JSON: a list of objects with `from_code`, `to_code`, `package_version` and `links`.
        host: that sent it, for messages.

    Raises:
        WebError: it is no index.
    """
    try:
        data = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        if body.lstrip()[:1] == b"<":
            raise WebError(
                WebFault.ANSWER,
                message("{host} answers with a web page in place of the list of packages.", host=host),
                message("Check the address, and whether this network wants you to log in first."),
            ) from error
        raise _no_index(host, message("it is not JSON")) from error
    if not isinstance(data, list):
        raise _no_index(host, message("it is no list"))
    if len(data) > MAX_PACKAGES:
        raise _no_index(host, message("it has more than {limit} entries", limit=MAX_PACKAGES))
    found: list[AvailablePackage] = []
    skipped = 0
    for entry in data:
        try:
            package = _package(entry)
        except (KeyError, TypeError, ValueError) as error:
            _log.info("entry of the index skipped: %r", error)
            skipped += 1
            continue
        if package is not None:
            found.append(package)
    if not found:
        raise _no_index(host, message("it offers no package"))
    return tuple(newest_packages(found)), skipped


def _package(entry: object) -> AvailablePackage | None:
    """One entry as a package; None for something else than a translation between two languages."""
    if not isinstance(entry, Mapping):
        raise TypeError("not an object")
    if entry.get("type", "translate") != "translate":
        return None
    links = entry["links"]
    if not isinstance(links, list):
        raise TypeError("links")
    usable: list[str] = []
    for link in links[:_MAX_LINKS]:
        if isinstance(link, str) and len(link) <= _MAX_LINK:
            with contextlib.suppress(WebError):
                usable.append(checked_address(link).geturl())
    if not usable:
        raise ValueError("no link of use")
    size = entry.get("size")
    digest = entry.get("sha256", "")
    return AvailablePackage(
        from_code=_matched(_CODE, entry["from_code"]),
        to_code=_matched(_CODE, entry["to_code"]),
        from_name=_name(entry.get("from_name", "")),
        to_name=_name(entry.get("to_name", "")),
        version=_matched(_VERSION, entry["package_version"]),
        links=tuple(usable),
        size=size if type(size) is int and 0 < size < _MAX_SIZE else None,
        sha256=_matched(_SHA256, str(digest).lower()) if digest else "",
    )


def _matched(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"not {pattern.pattern}")
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or len(value) > 100:
        raise ValueError("name")
    return " ".join(clean_text(value).split())


def _no_index(host: str, why: Message) -> WebError:
    return WebError(
        WebFault.ANSWER,
        message("What {host} sends is not a list of packages: {why}.", host=host, why=why),
        message("Check the address of the index in the settings."),
    )
