"""Asks web servers: http and https only, within time-outs and limits, and stopped at any moment.

Nothing here asks by itself. It is used for the index of packages, for their download, and for a
translation server, each only when the reader asked for it.
"""

import contextlib
import http.client
import re
import ssl
from collections.abc import Iterator, Mapping
from email.message import Message as Headers
from pathlib import Path
from types import TracebackType
from urllib.parse import SplitResult, quote

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.messages import Message, message
from xinqiao.engines.web_address import checked_address, redirected
from xinqiao.engines.web_errors import LATER, WebError, WebFault, lost, told
from xinqiao.engines.web_line import Line, Patience
from xinqiao.engines.web_proxy import open_tunnel, proxy_for, proxy_headers

MAX_REDIRECTS = 5

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_MORE_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


class Answer:
    """A server's answer; to be closed.

    Attributes:
        address: that answered in the end, after redirects.
        host: its name, for messages.
    """

    def __init__(self, address: str, host: str, line: Line, response: http.client.HTTPResponse) -> None:
        self.address, self.host = address, host
        self._line, self._response = line, response

    @property
    def status(self) -> int:
        """The server's status."""
        return self._response.status

    def header(self, name: str) -> str:
        """One header, without what cannot be printed; empty when it is missing."""
        headers: Headers = self._response.headers
        value = str(headers.get(name, ""))
        with contextlib.suppress(UnicodeError):  # `http.client` reads every byte as a letter of Latin-1
            value = value.encode("latin-1").decode("utf-8")
        return "".join(item for item in value if item.isprintable()).strip()

    @property
    def length(self) -> int | None:
        """Bytes of the body, where the server says how many."""
        value = self.header("Content-Length")
        return int(value) if re.fullmatch(r"[0-9]{1,18}", value) else None

    def chunks(self) -> Iterator[bytes]:
        """The body, as it comes in.

        Raises:
            WebError: the connection ended before the body did, or the server takes too long.
            Cancelled: the token was set.
        """
        if self.header("Content-Encoding").lower() not in ("", "identity"):
            raise WebError(
                WebFault.ANSWER,
                message("{host} sends packed data that nobody asked for.", host=self.host),
                message("Use another address."),
            )
        came = 0
        with told(self.host):
            while chunk := self._response.read1(_CHUNK):
                came += len(chunk)
                yield chunk
        if self.length is not None and not self._response.chunked and came < self.length:
            raise lost(self.host)

    def read(self, limit: int) -> bytes:
        """The whole body, of at most `limit` bytes.

        Raises:
            WebError: as for `chunks`, or it is longer.
            Cancelled: the token was set.
        """
        body = bytearray()
        for chunk in self.chunks():
            body += chunk
            if len(body) > limit:
                raise WebError(
                    WebFault.ANSWER,
                    message("{host} answers with more than {limit} KiB.", host=self.host, limit=limit >> 10),
                    message("Check the address: something else may be there."),
                )
        return bytes(body)

    def close(self) -> None:
        """End the connection."""
        self._response.close()
        self._line.hang_up()

    def __enter__(self) -> "Answer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def ask(
    address: str,
    cancel: CancelToken,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    redirects: int = MAX_REDIRECTS,
    patience: Patience | None = None,
) -> Answer:
    """Ask a server, and wait for the head of its answer.

    Args:
        address: begins with `http://` or `https://`.
        cancel: stops the asking, and the reading of the answer, within a tenth of a second.
        headers: besides the usual ones.
        body: sent as it is.
        redirects: how many to follow, to http and https only and never from https to http; 0 hands
            the redirect back as the answer.
        patience: how long to wait.

    Returns:
        The answer, whatever its status.

    Raises:
        WebError: there is no answer.
        Cancelled: `cancel` was set.
    """
    target = checked_address(address)
    for _ in range(redirects + 1):
        answer = _ask_once(target, cancel, method, headers or {}, body, patience or Patience())
        location = answer.header("Location")
        if answer.status not in _REDIRECTS or not location or redirects == 0:
            return answer
        answer.close()
        target = redirected(target, location)
    raise WebError(
        WebFault.ANSWER,
        message("{host} sends from one address to the next without end.", host=target.hostname or ""),
        message("Use another address."),
    )


def refused(answer: Answer, thing: Message) -> WebError:
    """What to tell the reader about an answer that is an error.

    Args:
        thing: what was asked for (`list of packages`).
    """
    status, host = answer.status, answer.host
    if status in (404, 410):
        what = message("{host} has no {thing} at this address.", host=host, thing=thing)
        next_step = message("Check the address, or try another.")
    elif status in (401, 403, 407):
        what = message("{host} does not hand out {thing}.", host=host, thing=thing)
        next_step = message("Check the address, or try another.")
    elif status == 429:
        seconds = answer.header("Retry-After")
        what = message("{host} was asked too often.", host=host)
        if re.fullmatch(r"[0-9]{1,6}", seconds):
            next_step = message("Try again in {seconds} seconds.", seconds=seconds)
        else:
            next_step = message("Try again in a few minutes.")
    elif status >= 500:
        what = message("{host} has trouble of its own (status {status}).", host=host, status=status)
        next_step = LATER
    else:
        what = message(
            "{host} does not hand out {thing} (status {status}).", host=host, thing=thing, status=status
        )
        next_step = message("Check the address.")
    return WebError(WebFault.STATUS, what, next_step, status)


def _ask_once(
    target: SplitResult,
    cancel: CancelToken,
    method: str,
    headers: Mapping[str, str],
    body: bytes | None,
    patience: Patience,
) -> Answer:
    host = target.hostname or ""
    secure = target.scheme == "https"
    port = target.port or (443 if secure else 80)
    path = quote(target.path or "/", safe="/%:=&~+!$,;'@()*") + (
        f"?{quote(target.query, safe='/%:=&~+!$,;@()*?')}" if target.query else ""
    )
    line = Line(cancel, patience)
    try:
        with told(host):
            proxy = proxy_for(target.scheme, host)
            extra: dict[str, str] = {}
            if proxy is None:
                line.dial(host, port)
            else:
                line.dial(proxy.hostname or "", proxy.port or 80)
                extra = proxy_headers(proxy)
                if secure:
                    open_tunnel(line, host, port, extra)
                    extra = {}
                else:
                    path = f"http://{target.netloc}{path}"
            if secure:
                line.secure(_tls(), host)
            connection = http.client.HTTPConnection(host, port)
            connection.default_port = 443 if secure else 80
            connection.sock = line
            usual = {"User-Agent": "Xinqiao", "Accept-Encoding": "identity", "Connection": "close"}
            connection.request(method, path, body=body, headers={**usual, **extra, **headers})
            response = connection.getresponse()
            line.head_is_there()
        return Answer(target.geturl(), host, line, response)
    except BaseException:
        line.hang_up()
        raise


def _tls() -> ssl.SSLContext:
    """Checks certificates by the system's list, also where a bundled OpenSSL looks in the wrong place."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not context.get_ca_certs() and not (paths.cafile or paths.capath):
        for file in filter(lambda name: Path(name).is_file(), _MORE_CERTIFICATES):
            context.load_verify_locations(file)
            break
    return context
