"""Lets go of models that still run a batch which nobody waits for any more.

A wide search cannot be told to stop, and whoever drops the last reference to a model waits until it has
ended. So somebody who has the time keeps that reference: a thread of its own. A process that wants to
end does not wait for it either.
"""

import logging
import os
import sys
import threading
import time
from typing import Protocol

from xinqiao.engines.model_files import give_memory_back

THREAD = "xinqiao-let-go"
"""Name of the threads that wait for models to end."""

_LOOK_SECONDS = 0.05

_lock = threading.Lock()
_held = 0


class Model(Protocol):
    """What is used here of CTranslate2's models."""

    @property
    def num_active_batches(self) -> int:
        """Batches that wait or run."""
        ...


def let_go(model: Model) -> None:
    """Give a model's memory back as soon as its last batch has ended; returns at once.

    The caller drops its own references after this.
    """
    global _held
    if not model.num_active_batches:
        return
    with _lock:
        _held += 1
    # No daemon: Python waits for it before it takes itself down, which no running model survives.
    threading.Thread(target=_hold, args=([model],), name=THREAD).start()


def still_running() -> bool:
    """Whether a model that was let go still runs its last batch."""
    return _held > 0


def end_process(code: int) -> None:
    """End the process now where a model still runs; to be called when everything is closed and kept.

    Otherwise it returns, and the process ends as usual. Whoever does not call it waits for the model.
    """
    if still_running():
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a program without a console has none
                stream.flush()
        os._exit(code)


def _hold(only: list[Model]) -> None:
    global _held
    while only[0].num_active_batches:
        time.sleep(_LOOK_SECONDS)
    only.clear()
    give_memory_back()
    with _lock:
        _held -= 1
