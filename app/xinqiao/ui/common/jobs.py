"""Runs slow work off the GUI thread and hands its results back on it.

The one place of the program that starts background work, and the one catch-all: an error the
reader can act on reaches `failed`, every other exception goes to the crash reporter as well.
"""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError

Work = Callable[[CancelToken], Iterable[object]]
_log = logging.getLogger(__name__)


class Worker:
    """One thread for one engine, so that work on it never runs twice at a time.

    Attributes:
        idle_jobs: those that stop as soon as any other job wants the thread.
    """

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"xinqiao-{name}")
        self.idle_jobs: list[LatestJob] = []

    def submit(self, call: Callable[..., None], *arguments: object) -> Future[None]:
        """Queue a call behind those already handed in."""
        return self._pool.submit(call, *arguments)

    def finish(self) -> None:
        """Wait for everything that was handed in; nothing of it is dropped."""
        self._pool.shutdown(wait=True)

    def close(self) -> None:
        """Drop what has not begun and wait for what has; cancel the jobs before."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class LatestJob(QObject):
    """One purpose's job: starting it again cancels the one before and drops its late answers.

    Signals:
        produced: one item of the running job.
        finished: the running job came to its end; not emitted for a cancelled one.
        stopped: the running job was cancelled by `cancel`.
        failed: the running job raised; carries a `ReaderError`.
        crashed: the running job met a bug; carries the exception.
    """

    produced = Signal(object)
    finished = Signal()
    stopped = Signal()
    failed = Signal(object)
    crashed = Signal(object)
    _out = Signal(int, object)
    _end = Signal(int, object)

    def __init__(self, worker: Worker, parent: QObject | None = None, *, idle: bool = False) -> None:
        """Make the job.

        Args:
            worker: the thread it runs on.
            parent: owner of the object.
            idle: whether it stops (`stopped` says so) when another job of the worker starts.
        """
        super().__init__(parent)
        self._worker = worker
        if idle:
            worker.idle_jobs.append(self)
        self._cancel = CancelToken()
        self._number = 0
        self._running = False
        self._future: Future[None] | None = None
        self._out.connect(self._on_out)
        self._end.connect(self._on_end)

    @property
    def running(self) -> bool:
        """Whether the latest job has not come to its end."""
        return self._running

    def start(self, work: Work) -> None:
        """Cancel the job before and start `work`, a generator function over a cancel token."""
        for other in self._worker.idle_jobs:
            if other is not self:
                other.cancel()
        self._cancel.set()
        self._cancel = CancelToken()
        self._number += 1
        self._running = True
        self._future = self._worker.submit(self._run, self._number, work, self._cancel)

    def cancel(self) -> None:
        """Stop the running job; what it produced stays."""
        if self._running:
            self._cancel.set()
            self._number += 1
            self._running = False
            self.stopped.emit()

    def _run(self, number: int, work: Work, cancel: CancelToken) -> None:
        problem: BaseException | None = None
        try:
            for item in work(cancel):
                if cancel.is_set():
                    break
                self._tell(self._out, number, item)
        except Cancelled:
            pass
        except BaseException as error:
            problem = error
        self._tell(self._end, number, problem)

    def _tell(self, signal: SignalInstance, number: int, item: object) -> None:
        # The window may be gone by now: its signals with it.
        try:
            signal.emit(number, item)
        except RuntimeError:
            _log.debug("A result came after its window was closed.")

    @Slot(int, object)
    def _on_out(self, number: int, item: object) -> None:
        if number == self._number:
            self.produced.emit(item)

    @Slot(int, object)
    def _on_end(self, number: int, problem: BaseException | None) -> None:
        if problem is not None and not isinstance(problem, ReaderError):
            _log.error("A background job met a bug.", exc_info=problem)
        if number != self._number:
            return
        self._running = False
        if problem is None:
            self.finished.emit()
        elif isinstance(problem, ReaderError):
            self.failed.emit(problem)
        else:
            self.crashed.emit(problem)
