"""A token by which the reader's side stops slow work."""

import threading

from xinqiao.domain.errors import Cancelled


class CancelToken:
    """Set once by whoever stops the work, looked at between steps by the work itself."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask the work to stop at its next step."""
        self._event.set()

    def is_set(self) -> bool:
        """Whether the work was asked to stop."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Rest for so long, or until the token is set; whether it is set."""
        return self._event.wait(seconds)

    def raise_if_set(self) -> None:
        """Stop here if asked to.

        Raises:
            Cancelled: the token was set.
        """
        if self._event.is_set():
            raise Cancelled
