"""A line to a server that can be cut at any moment, also while the server says nothing.

Whoever waits in `getaddrinfo`, `connect`, a TLS handshake or `recv` cannot be told to stop. Here
each of them waits for a twentieth of a second at most, looks at the cancel token, and waits again.
`http.client` reads and writes through a `Line` as if it were a socket; a socket's own file objects
refuse to go on after a time-out, so the line makes its own.
"""

import contextlib
import errno
import io
import queue
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from xinqiao.domain.cancel import CancelToken

_LOOK_SECONDS = 0.05
_PART = 1 << 16  # bytes read or sent at once
_STARTED = (errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY, 10035)  # the last is Windows' own

_Found = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[object, ...]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds.

    Attributes:
        connect: for the look-up of the name, for each connection, and for the TLS handshake.
        silence: for the next byte.
        whole: from the question to the last byte of the answer; None for no bound.
    """

    connect: float = 15.0
    silence: float = 30.0
    whole: float | None = None


class Line:
    """One connection; looks like a socket to `http.client`."""

    def __init__(self, cancel: CancelToken, patience: Patience) -> None:
        self._cancel = cancel
        self._patience = patience
        self._socket: socket.socket | None = None
        # A head that trickles in by single bytes is no answer either.
        whole = patience.connect * 3 + patience.silence * 2 if patience.whole is None else patience.whole
        self._deadline: float | None = time.monotonic() + whole

    def dial(self, host: str, port: int) -> None:
        """Connect to the first address of `host` that answers.

        Raises:
            Cancelled: the token was set.
            OSError: nobody answers.
        """
        found = _look_up(host, port, self._cancel, self._patience.connect)
        seconds = max(self._patience.connect / max(len(found), 1), min(3.0, self._patience.connect))
        failure = OSError(errno.EHOSTUNREACH, "no address")
        for family, kind, protocol, _, address in found:
            sock = socket.socket(family, kind, protocol)
            try:
                self._connect(sock, address, seconds)
            except OSError as error:
                failure = error
                sock.close()
            except BaseException:
                sock.close()
                raise
            else:
                sock.settimeout(_LOOK_SECONDS)
                with contextlib.suppress(OSError):
                    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._socket = sock
                return
        raise failure

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Speak TLS from now on.

        Raises:
            ssl.SSLError: the other side is not `host`, or does not speak TLS.
        """
        secured = context.wrap_socket(self._open(), server_hostname=host, do_handshake_on_connect=False)
        self._socket = secured
        self._patiently(secured.do_handshake, self._patience.connect)

    def head_is_there(self) -> None:
        """From now on only the next byte is waited for, unless there is a bound for the whole."""
        if self._patience.whole is None:
            self._deadline = None

    def sendall(self, data: bytes) -> None:
        """Send all of `data`."""
        view = memoryview(data)
        while view:
            part = view[:_PART]

            def send(part: memoryview = part) -> int:
                return self._open().send(part)

            view = view[self._patiently(send, self._patience.silence) :]

    def receive_into(self, buffer: memoryview) -> int:
        """Wait for bytes; how many came, 0 at the end."""
        return self._patiently(lambda: self._open().recv_into(buffer), self._patience.silence)

    def makefile(self, mode: str = "rb", buffering: int = -1) -> io.BufferedReader:
        """What `http.client` reads the answer from."""
        return io.BufferedReader(_Incoming(self), _PART)

    def close(self) -> None:
        """Nothing: `http.client` calls this while the answer is still to be read; see `hang_up`."""

    def hang_up(self) -> None:
        """End the connection."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _open(self) -> socket.socket:
        if self._socket is None:
            raise OSError(errno.ENOTCONN, "not connected")
        return self._socket

    def _connect(self, sock: socket.socket, address: tuple[object, ...], seconds: float) -> None:
        sock.setblocking(False)
        number = sock.connect_ex(address)
        if number in _STARTED:
            with selectors.DefaultSelector() as selector:
                selector.register(sock, selectors.EVENT_WRITE)
                end = time.monotonic() + seconds
                while not selector.select(_LOOK_SECONDS):
                    self._look(end)
            number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            raise OSError(number, errno.errorcode.get(number, str(number)))

    def _patiently(self, step: Callable[[], T], seconds: float) -> T:
        end = time.monotonic() + seconds
        while True:
            self._look(end)
            try:
                return step()
            except TimeoutError as error:
                if error.errno is not None:  # the system's own, which is final
                    raise

    def _look(self, end: float) -> None:
        """Stop here if the reader wants it, or if it took too long."""
        self._cancel.raise_if_set()
        now = time.monotonic()
        if now > end or (self._deadline is not None and now > self._deadline):
            raise TimeoutError("the server takes too long")


class _Incoming(io.RawIOBase):
    """The bytes that come in over a line."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Wait for bytes."""
        return self._line.receive_into(memoryview(buffer))


def _look_up(host: str, port: int, cancel: CancelToken, seconds: float) -> list[_Found]:
    """Addresses of a host; a name is looked up on a thread of its own, since that cannot be stopped."""
    try:
        return _addresses(host, port, socket.AI_NUMERICHOST)
    except socket.gaierror:
        answers: queue.SimpleQueue[list[_Found] | BaseException] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(_addresses(host, port, 0))
        except BaseException as error:  # handed to whoever waits
            answers.put(error)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    end = time.monotonic() + seconds
    while True:
        cancel.raise_if_set()
        if time.monotonic() > end:
            raise socket.gaierror(socket.EAI_AGAIN, "the name server does not answer")
        with contextlib.suppress(queue.Empty):
            answer = answers.get(timeout=_LOOK_SECONDS)
            if isinstance(answer, BaseException):
                raise answer
            return answer


def _addresses(host: str, port: int, flags: int) -> list[_Found]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(family, kind, protocol, name, address) for family, kind, protocol, name, address in found]
