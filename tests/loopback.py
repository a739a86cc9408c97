"""A real web server on this machine for tests: quick, slow, silent, failing, or wrong on purpose."""

import contextlib
import hashlib
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "fixtures" / "loopback_tls.pem"
LONG_SECONDS = 10.0


@dataclass
class Asked:
    """One question that reached the server."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Reply(BaseHTTPRequestHandler):
    """What a route answers through."""

    protocol_version = "HTTP/1.1"
    server: "_Server"
    body: bytes = b""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""

    def handle_any(self) -> None:
        """Note the question and hand it to its route."""
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        site = self.server.site
        headers = {key.lower(): value for key, value in self.headers.items()}
        site.asked.append(Asked(self.command, self.path, headers, self.body))
        self.close_connection = True
        route = site.routes.get(self.path.split("?")[0])
        try:
            if route is None:
                self.send(404, b"nothing here")
            else:
                route(self)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass  # the client went away, which is what some tests are about

    do_GET = do_HEAD = do_POST = do_CONNECT = handle_any

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer with a body; `headers` have `_` for `-`."""
        self.head(status, Content_Length=str(len(body)), **headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def head(self, status: int, **headers: str) -> None:
        """Answer with a head only."""
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.flush()

    def stall(self) -> None:
        """Say nothing until the test is over."""
        self.server.site.stalling.set()
        self.server.site.over.wait(LONG_SECONDS)

    def cut(self) -> None:
        """End the connection at once."""
        self.wfile.flush()
        self.close_connection = True


Route = Callable[[Reply], None]


@dataclass
class Site:
    """A running server.

    Attributes:
        asked: what reached it, in order.
        stalling: set when a route begins to say nothing.
    """

    address: str = ""
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    stalling: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str) -> str:
        """The address of a path."""
        return self.address + path

    def serve(self, path: str, status: int, body: bytes = b"", **headers: str) -> str:
        """Answer a path with something fixed; its address."""
        self.routes[path] = lambda reply: reply.send(status, body, **headers)
        return self.at(path)


@dataclass
class SharedFile:
    """A file as a good server hands it out, and as several bad ones do.

    Attributes:
        ranges: whether parts are handed out.
        honours_if_range: whether a part of another state is refused.
        cut_after: bytes of a body after which the connection ends, once for each number, then never.
        stall_after: bytes of a body after which nothing comes any more.
    """

    data: bytes
    tag: str = ""
    date: str = ""
    ranges: bool = True
    honours_if_range: bool = True
    cut_after: list[int] = field(default_factory=list)
    stall_after: int | None = None
    ranges_asked: list[str] = field(default_factory=list)

    def __call__(self, reply: Reply) -> None:
        """Answer."""
        tag = self.tag or f'"{hashlib.sha256(self.data).hexdigest()[:16]}"'
        headers = {"ETag": tag} if tag != "none" else {}
        if self.date:
            headers["Last_Modified"] = self.date
        asked = reply.headers.get("Range", "")
        self.ranges_asked.append(asked)
        match = re.fullmatch(r"bytes=(\d+)-", asked)
        same = reply.headers.get("If-Range", "") in (tag, self.date) or not self.honours_if_range
        total = len(self.data)
        if match and self.ranges and same:
            start = int(match[1])
            if start >= total:
                reply.send(416, b"", Content_Range=f"bytes */{total}", **headers)
                return
            body = self.data[start:]
            headers["Content_Range"] = f"bytes {start}-{total - 1}/{total}"
            status = 206
        else:
            body, status = self.data, 200
        reply.head(status, Content_Length=str(len(body)), **headers)
        if reply.command == "HEAD":
            return
        if self.cut_after:
            reply.wfile.write(body[: self.cut_after.pop(0)])
            reply.cut()
        elif self.stall_after is not None:
            reply.wfile.write(body[: self.stall_after])
            reply.wfile.flush()
            reply.stall()
        else:
            reply.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # joined when the server is closed
    site: Site

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no news."""


@contextlib.contextmanager
def running_site(*, secure: bool = False) -> Iterator[Site]:
    """A server with no routes yet, on a port of its own; it ends with the block."""
    site = Site()
    server = _Server(("127.0.0.1", 0), Reply)
    server.site = site
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.address = f"{'https' if secure else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="loopback")
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
