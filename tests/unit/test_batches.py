import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.engines.batches import WINDOW, in_batches, in_order, plan_batches, windows


class _Done:
    def __init__(self, value: int) -> None:
        self._value = value

    def done(self) -> bool:
        return True

    def result(self) -> int:
        return self._value


@given(st.lists(st.integers(1, 50), max_size=400), st.integers(1, 40))
@settings(deadline=None)
def test_every_answer_comes_once_and_in_order(lengths: list[int], size: int) -> None:
    batches: list[list[int]] = []

    def start(batch: list[int]) -> list[_Done]:
        batches.append(list(batch))
        return [_Done(index) for index in batch]

    answers = in_batches(lengths, lengths, size, 2, start, CancelToken())  # type: ignore[arg-type]
    assert list(in_order(answers)) == list(range(len(lengths)))
    assert all(len(batch) <= size for batch in batches)
    for batch in batches:
        assert [lengths[index] for index in batch] == sorted(
            (lengths[index] for index in batch), reverse=True
        )


def test_the_first_sentence_runs_by_itself() -> None:
    sizes = [len(window) for window in windows(1000)]
    assert sizes[:4] == [1, 3, 12, 48]
    assert max(sizes) == WINDOW
    assert sum(sizes) == 1000


def test_a_running_batch_is_left_when_cancelled() -> None:
    cancel = CancelToken()

    class Never:
        def done(self) -> bool:
            threading.Timer(0.05, cancel.set).start()
            return False

        def result(self) -> int:
            raise AssertionError("nobody waits for it")

    with pytest.raises(Cancelled):
        list(in_batches([1], [1], 1, 1, lambda batch: [Never()], cancel))


def test_like_lengths_run_together() -> None:
    prompts = [10, 60, 11, 61, 10, 60]
    assert plan_batches(prompts, [10] * 6, range(6), 16, 1) == [[3, 1, 5], [2, 0, 4]]
    assert plan_batches([10] * 5, [9] * 5, range(5), 2, 1) != plan_batches([10] * 5, [9] * 5, range(5), 5, 1)
    assert plan_batches([], [], [], 4, 1) == []
