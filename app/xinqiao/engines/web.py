"""Asks web servers: http and https only, within time-outs and limits, and stopped at any moment.

Nothing here asks by itself. It is used for the index of packages, for their download, and for a
translation server, each only when the reader asked for it.
"""

import base64
import contextlib
import errno
import http.client
import re
import socket
import ssl
import urllib.request
from collections.abc import Iterator, Mapping
from email.message import Message as Headers
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of
from xinqiao.engines.web_line import Line, Patience

MAX_REDIRECTS = 5

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_NO_WAY = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, 10051, 10065)
_LOOPBACK = re.compile(r"localhost|127(?:\.\d+){3}|::1", re.IGNORECASE)
_MORE_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
_CHECK_NETWORK = message("Check that this computer is online, then try again.")
_LATER = message("Try again later.")


class WebFault(StrEnum):
    """What kind of thing went wrong."""

    ADDRESS = "address"
    OFFLINE = "offline"
    NAME = "name"
    TLS = "tls"
    TIME = "time"
    LOST = "lost"  # the connection ended too soon
    STATUS = "status"  # the server answered, and refused
    ANSWER = "answer"  # the server's answer is of no use


class WebError(ReaderError):
    """The network or a server is at fault.

    Attributes:
        fault: what kind of thing went wrong.
        status: the server's, where it gave one; else 0.
    """

    def __init__(self, fault: WebFault, problem: Message, advice: Message, status: int = 0) -> None:
        super().__init__(problem, advice)
        self.fault = fault
        self.status = status


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
            raise _lost(self.host)

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
        target = _redirected(target, location)
    raise WebError(
        WebFault.ANSWER,
        message("{host} sends from one address to the next without end.", host=target.hostname or ""),
        message("Use another address."),
    )


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
        next_step = _LATER
    else:
        what = message(
            "{host} does not hand out {thing} (status {status}).", host=host, thing=thing, status=status
        )
        next_step = message("Check the address.")
    return WebError(WebFault.STATUS, what, next_step, status)


@contextlib.contextmanager
def told(host: str) -> Iterator[None]:
    """Turn what the network throws into sentences.

    Raises:
        WebError: in place of it.
    """
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise WebError(
            WebFault.TLS,
            message(
                "{host} cannot show that it is {host}: {reason}.",
                host=host,
                reason=error.verify_message or message("it is not trusted"),
            ),
            message("Check the computer's clock and network; somebody may be listening in."),
        ) from error
    except ssl.SSLError as error:
        raise WebError(
            WebFault.TLS,
            message("No secure connection to {host} could be made.", host=host),
            message("Check that the address is right and that the server speaks https."),
        ) from error
    except socket.gaierror as error:
        if error.errno in (socket.EAI_AGAIN, socket.EAI_FAIL):
            raise WebError(
                WebFault.OFFLINE,
                message("The address of {host} cannot be looked up.", host=host),
                _CHECK_NETWORK,
            ) from error
        raise WebError(
            WebFault.NAME,
            message("There is no server called {host}.", host=host),
            message("Check the address for slips."),
        ) from error
    except TimeoutError as error:
        raise WebError(
            WebFault.TIME, message("{host} takes too long to answer.", host=host), _LATER
        ) from error
    except (
        http.client.IncompleteRead,
        ConnectionResetError,
        ConnectionAbortedError,
        BrokenPipeError,
    ) as error:
        raise _lost(host) from error
    except http.client.RemoteDisconnected as error:
        raise _lost(host) from error
    except (http.client.HTTPException, ValueError) as error:
        raise WebError(
            WebFault.ANSWER,
            message("{host} does not answer as a web server does.", host=host),
            message("Check the address and its port."),
        ) from error
    except ConnectionRefusedError as error:
        raise WebError(
            WebFault.OFFLINE,
            message("No server runs at {host}.", host=host),
            message("Check the address and its port, or try again later."),
        ) from error
    except OSError as error:
        if error.errno in _NO_WAY:
            raise WebError(
                WebFault.OFFLINE, message("There is no way to {host}.", host=host), _CHECK_NETWORK
            ) from error
        raise WebError(
            WebFault.OFFLINE,
            message("{host} cannot be reached: {reason}.", host=host, reason=reason_of(error)),
            _CHECK_NETWORK,
        ) from error


def _lost(host: str) -> WebError:
    return WebError(
        WebFault.LOST,
        message("The connection to {host} was lost.", host=host),
        message("Check the network and try again."),
    )


def _redirected(source: SplitResult, location: str) -> SplitResult:
    """Where a redirect leads, if that may be followed."""
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
            proxy = _proxy_for(target.scheme, host)
            extra: dict[str, str] = {}
            if proxy is None:
                line.dial(host, port)
            else:
                line.dial(proxy.hostname or "", proxy.port or 80)
                extra = _proxy_headers(proxy)
                if secure:
                    _tunnel(line, host, port, extra)
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


def _proxy_for(scheme: str, host: str) -> SplitResult | None:
    """The proxy that the system wants for a host; None for none."""
    if is_loopback(host):
        return None
    proxies = urllib.request.getproxies()
    address = proxies.get(scheme) or proxies.get("all") or ""
    if not address or urllib.request.proxy_bypass(host):
        return None
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.scheme != "http" or not parts.hostname:
        raise WebError(
            WebFault.ADDRESS,
            message(
                "The proxy “{proxy}” of this computer is of a kind that cannot be used.",
                proxy=parts.hostname or address,
            ),
            message("Set up one that begins with http://, or none."),
        )
    return parts


def _proxy_headers(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode("ascii")}


def _tunnel(line: Line, host: str, port: int, headers: Mapping[str, str]) -> None:
    """Ask a proxy for a way through."""
    name = host.encode("idna").decode("ascii")
    name = f"[{name}]" if ":" in name else name
    lines = [f"CONNECT {name}:{port} HTTP/1.1", f"Host: {name}:{port}"]
    lines += [f"{key}: {value}" for key, value in headers.items()]
    line.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
    response = http.client.HTTPResponse(line, method="CONNECT")  # type: ignore[arg-type]
    try:
        response.begin()
        if response.status != 200:
            raise WebError(
                WebFault.STATUS,
                message(
                    "The proxy of this computer lets nothing through to {host} (status {status}).",
                    host=host,
                    status=response.status,
                ),
                message("Ask whoever looks after the network, or use another one."),
                response.status,
            )
    finally:
        response.close()
