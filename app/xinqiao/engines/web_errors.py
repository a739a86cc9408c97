"""What goes wrong with the network and with servers, in sentences for the reader."""

import contextlib
import errno
import http.client
import socket
import ssl
from collections.abc import Iterator
from enum import StrEnum

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.os_reasons import reason_of

LATER = message("Try again later.")

_NO_WAY = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, 10051, 10065)
_CHECK_NETWORK = message("Check that this computer is online, then try again.")


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
            WebFault.TIME, message("{host} takes too long to answer.", host=host), LATER
        ) from error
    except (
        http.client.IncompleteRead,
        ConnectionResetError,
        ConnectionAbortedError,
        BrokenPipeError,
    ) as error:
        raise lost(host) from error
    except http.client.RemoteDisconnected as error:
        raise lost(host) from error
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


def lost(host: str) -> WebError:
    """What to tell the reader when a connection ended too soon."""
    return WebError(
        WebFault.LOST,
        message("The connection to {host} was lost.", host=host),
        message("Check the network and try again."),
    )
