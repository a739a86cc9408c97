import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.ui.common.jobs import LatestJob, Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("test")
    yield worker
    worker.close()


def test_items_come_in_order_on_the_gui_thread(qtbot: QtBot, worker: Worker) -> None:
    job = LatestJob(worker)
    got: list[int] = []
    threads: set[threading.Thread] = set()
    job.produced.connect(got.append)
    job.produced.connect(lambda _item: threads.add(threading.current_thread()))
    worked_on = []

    def work(cancel: CancelToken) -> Iterator[int]:
        worked_on.append(threading.current_thread())
        yield from range(20)

    with qtbot.waitSignal(job.finished):
        job.start(work)
        assert job.running
    assert got == list(range(20))
    assert threads == {threading.main_thread()}
    assert worked_on[0] is not threading.main_thread()
    assert not job.running


def test_a_new_start_drops_what_the_old_one_still_says(qtbot: QtBot, worker: Worker) -> None:
    job = LatestJob(worker)
    got: list[str] = []
    job.produced.connect(got.append)
    started, go_on = threading.Event(), threading.Event()

    def slow(cancel: CancelToken) -> Iterator[str]:
        started.set()
        assert go_on.wait(5)
        yield "late"

    job.start(slow)
    assert started.wait(5)
    with qtbot.waitSignal(job.finished):
        job.start(lambda _cancel: iter(["new"]))
        go_on.set()
    assert got == ["new"]


def test_cancel_reaches_the_work_and_is_told(qtbot: QtBot, worker: Worker) -> None:
    job, stopped_inside = LatestJob(worker), threading.Event()

    def endless(cancel: CancelToken) -> Iterator[int]:
        yield 0
        while not cancel.is_set():
            yield 1
        stopped_inside.set()

    with qtbot.waitSignal(job.produced):
        job.start(endless)
    with qtbot.waitSignal(job.stopped):
        job.cancel()
    assert not job.running
    worker.close()  # waits: the work must have come to its end


def test_a_reader_error_and_a_bug_go_different_ways(
    qtbot: QtBot, worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    job = LatestJob(worker)

    def failing(error: Exception) -> None:
        def work(cancel: CancelToken) -> Iterator[int]:
            yield 1
            raise error

        job.start(work)

    with qtbot.waitSignal(job.failed) as failed:
        failing(ReaderError(message("No room."), message("Make some.")))
    assert failed.args is not None
    assert failed.args[0].next_step == "Make some."
    with qtbot.waitSignal(job.crashed) as crashed:
        failing(ZeroDivisionError("ours"))
    assert crashed.args is not None
    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert "bug" in caplog.text


def test_an_answer_after_the_window_is_gone_harms_nobody(qtbot: QtBot, worker: Worker) -> None:
    job, started, go_on = LatestJob(worker), threading.Event(), threading.Event()

    def slow(cancel: CancelToken) -> Iterator[str]:
        started.set()
        assert go_on.wait(5)
        yield "too late"

    job.start(slow)
    assert started.wait(5)
    import shiboken6

    shiboken6.delete(job)
    go_on.set()
    worker.close()


def test_an_idle_job_makes_way_for_any_other_of_its_worker(qtbot: QtBot, worker: Worker) -> None:
    idle, other, elsewhere = LatestJob(worker, idle=True), LatestJob(worker), Worker("elsewhere")
    got: list[str] = []
    stops: list[str] = []
    idle.stopped.connect(lambda: stops.append("idle"))
    other.produced.connect(got.append)
    cancelled = threading.Event()

    def until_cancelled(cancel: CancelToken) -> Iterator[str]:
        while not cancel.is_set():
            cancelled.wait(0.005)
        cancelled.set()
        yield "late"

    idle.start(until_cancelled)
    apart = LatestJob(elsewhere)
    with qtbot.waitSignal(apart.finished):
        apart.start(lambda _cancel: iter(["apart"]))
    assert idle.running
    with qtbot.waitSignal(other.finished):
        other.start(lambda _cancel: iter(["done"]))
    elsewhere.close()
    assert got == ["done"]
    assert stops == ["idle"]
    assert cancelled.is_set()
    assert not idle.running
