"""A wide search that nobody waits for any more: the next work, closing, and the end of the process."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import xinqiao
from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.translations import Source
from xinqiao.engines import letting_go
from xinqiao.engines.starter_files import unpack
from xinqiao.engines.starter_translator import StarterTranslator

LONG = [
    Source("昨天晚上我和朋友一起去了一家新开的餐厅，味道还不错，就是有点贵" + "，人也很多" * n)
    for n in range(10)
]
SHORT = Source("谢谢大家")

_LEAVE = """
import sys, time
from pathlib import Path
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.translations import Source
from xinqiao.engines import letting_go
from xinqiao.engines.starter_translator import StarterTranslator
translator = StarterTranslator(Path(sys.argv[1]), beam=4)
cancel = CancelToken()
outputs = translator.translate([Source(text) for text in sys.argv[2:]], cancel)
next(outputs)
cancel.set()
try:
    next(outputs)
except Cancelled:
    translator.close()
    print("running" if letting_go.still_running() else "ended")
if "wait" not in sys.argv:
    letting_go.end_process(7)
print("nobody runs")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = resources.starter_unpacked(tmp_path_factory.getbasetemp() / "models")
    return unpack(resources.starter_packed(), target, None, CancelToken())


@pytest.fixture
def left(folder: Path) -> Iterator[StarterTranslator]:
    """A translator whose batch was left alone a moment ago."""
    translator = StarterTranslator(folder, beam=4)
    cancel = CancelToken()
    outputs = translator.translate(LONG, cancel)
    next(outputs)
    cancel.set()
    with pytest.raises(Cancelled):
        next(outputs)
    yield translator
    translator.close()
    for thread in threading.enumerate():
        if thread.name == letting_go.THREAD:
            thread.join()
    assert not letting_go.still_running()


def test_the_next_work_does_not_wait_for_what_was_left(left: StarterTranslator) -> None:
    (output,) = left.translate([SHORT], CancelToken())
    assert output.text
    left.close()
    assert letting_go.still_running()  # what was left is still at it


def test_closing_does_not_wait_and_loading_again_works(left: StarterTranslator) -> None:
    left.close()
    assert letting_go.still_running()
    (output,) = left.translate([SHORT], CancelToken())
    assert output.text


def test_an_idle_model_is_dropped_at_once(folder: Path) -> None:
    translator = StarterTranslator(folder, beam=1)
    list(translator.translate([SHORT], CancelToken()))
    translator.close()
    assert not letting_go.still_running()
    letting_go.end_process(7)  # returns, since nothing runs


def test_the_process_ends_without_waiting(folder: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _LEAVE, str(folder), *(source.text for source in LONG)],
        env={**os.environ, "PYTHONPATH": str(Path(xinqiao.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (7, "running\n", "")


def test_a_process_that_ends_as_usual_waits_for_what_was_left(folder: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _LEAVE, str(folder), *(source.text for source in LONG), "wait"],
        env={**os.environ, "PYTHONPATH": str(Path(xinqiao.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "running\nnobody runs\n", "")
