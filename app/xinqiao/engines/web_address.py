"""Web addresses: which ones may be asked, and where a redirect may lead."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from xinqiao.domain.messages import message
from xinqiao.engines.web_errors import WebError, WebFault

_LOOPBACK = re.compile(r"localhost|127(?:\.\d+){3}|::1", re.IGNORECASE)


def checked_address(address: str) -> SplitResult:
    """A web address in its parts.

    Raises:
        WebError: it is none, or not one of http or https.
    """
    wrong = WebError(
        WebFault.ADDRESS,
        message("“{address}” is not a web address that can be used.", address=address[:200]),
        message("Give one that begins with https:// or http://."),
    )
    try:
        parts = urlsplit(address.strip())
        port, host = parts.port, parts.hostname or ""
        host.encode("idna")
    except (ValueError, UnicodeError) as error:
        raise wrong from error
    if parts.scheme not in ("http", "https") or not host or port == 0:
        raise wrong
    if not address.isprintable() or " " in address.strip() or "@" in parts.netloc or "\\" in address:
        raise wrong
    return parts


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    return bool(_LOOPBACK.fullmatch(host))


def redirected(source: SplitResult, location: str) -> SplitResult:
    """Where a redirect leads.

    Raises:
        WebError: it may not be followed.
    """
    try:
        target = checked_address(urljoin(source.geturl(), location.replace(" ", "%20")))
    except (WebError, ValueError) as error:
        raise WebError(
            WebFault.ADDRESS,
            message("{host} sends to an address that is not of the web.", host=source.hostname or ""),
            message("Use another address; this one is not to be trusted."),
        ) from error
    if source.scheme == "https" and target.scheme == "http":
        raise WebError(
            WebFault.ADDRESS,
            message("{host} sends from a secure address to one that is not.", host=source.hostname or ""),
            message("Use another address; this one is not to be trusted."),
        )
    return target
