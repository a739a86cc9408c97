"""Waits that can be stopped, and how long a server may ask for."""

import email.utils
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime

from xinqiao.domain.cancel import CancelToken

_FIRST_WAIT = 2.0
_LOOK_SECONDS = 0.05


def wait(seconds: float, cancel: CancelToken) -> None:
    """Wait, unless the reader wants to stop.

    Raises:
        Cancelled: `cancel` was set.
    """
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        cancel.raise_if_set()
        time.sleep(min(left, _LOOK_SECONDS))


class Budget:
    """How long a job may still wait because the server asks for it."""

    def __init__(self, seconds: float, clock: Callable[[], datetime]) -> None:
        self._left = seconds
        self._clock = clock
        self._next = _FIRST_WAIT
        self.waits = 0

    def spend(self, asked: str) -> float | None:
        """Seconds to wait now; None where that is more than the job has left.

        Args:
            asked: the header `Retry-After`: seconds or a date; without either, each wait is twice
                as long as the one before.
        """
        self.waits += 1
        seconds, self._next = self._next, self._next * 2
        if re.fullmatch(r"[0-9]{1,9}", asked):
            seconds = float(asked)
        elif asked:
            try:
                until = email.utils.parsedate_to_datetime(asked)
            except (ValueError, TypeError):
                until = None
            if until is not None:
                seconds = (until.astimezone(UTC) - self._clock()).total_seconds()
        seconds = max(seconds, 0.2)  # a server that says 0 again and again would be asked without end
        if seconds > self._left:
            return None
        self._left -= seconds
        return seconds
