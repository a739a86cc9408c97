import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.engines.batches import WINDOW, Costs, in_batches, in_order, plan_batches, windows

COSTS = Costs(step=57, row=2.7, place=0.04, read=2.5, most=16, room=100_000)


class _Done:
    def __init__(self, value: int) -> None:
        self._value = value

    def done(self) -> bool:
        return True

    def result(self) -> int:
        return self._value


@given(st.lists(st.integers(1, 50), max_size=400), st.integers(1, 40), st.integers(1, 2000))
@settings(deadline=None)
def test_every_answer_comes_once_and_in_order(lengths: list[int], most: int, room: int) -> None:
    batches: list[list[int]] = []

    def start(batch: Sequence[int], unwanted: Callable[[], bool]) -> list[_Done]:
        batches.append(list(batch))
        return [_Done(index) for index in batch]

    costs = replace(COSTS, most=most, room=room)
    answers = in_batches(lengths, lengths, 2, costs, start, CancelToken())
    assert list(in_order(answers)) == list(range(len(lengths)))
    for batch in batches:
        pieces = [lengths[index] for index in batch]
        assert pieces == sorted(pieces, reverse=True)
        assert len(batch) <= most
        assert len(batch) == 1 or len(batch) * 2 * 2 * pieces[0] <= room


def test_the_first_sentence_runs_by_itself() -> None:
    sizes = [len(window) for window in windows(1000)]
    assert sizes[:3] == [1, 3, 12]
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
        list(in_batches([1], [1], 1, COSTS, lambda batch, unwanted: [Never()], cancel))


def test_the_next_batch_runs_while_answers_are_looked_at() -> None:
    started: list[list[int]] = []

    def start(batch: Sequence[int], unwanted: Callable[[], bool]) -> list[_Done]:
        started.append(list(batch))
        return [_Done(index) for index in batch]

    answers = in_batches([5] * 30, [5] * 30, 1, COSTS, start, CancelToken())
    assert next(answers) == (0, 0)
    assert [len(batch) for batch in started] == [1, 3]


def test_who_goes_away_leaves_word_with_the_batch_that_runs() -> None:
    questions: list[Callable[[], bool]] = []

    def start(batch: Sequence[int], unwanted: Callable[[], bool]) -> list[_Done]:
        questions.append(unwanted)
        return [_Done(index) for index in batch]

    answers = in_batches([5] * 4, [5] * 4, 1, COSTS, start, CancelToken())
    next(answers)
    assert [unwanted() for unwanted in questions] == [False, False]
    answers.close()  # type: ignore[attr-defined]
    assert [unwanted() for unwanted in questions] == [True, True]


def test_like_lengths_run_together() -> None:
    prompts = [10, 60, 11, 61, 10, 60]
    assert plan_batches(prompts, [10] * 6, range(6), 1, COSTS) == [[3, 1, 5], [2, 0, 4]]
    assert [len(batch) for batch in plan_batches([10] * 5, [9] * 5, range(5), 1, COSTS)] == [5]
    few = replace(COSTS, most=2)
    assert [len(batch) for batch in plan_batches([10] * 5, [9] * 5, range(5), 1, few)] == [2, 2, 1]
    assert plan_batches([], [], [], 1, COSTS) == []


def test_what_a_batch_remembers_is_bounded() -> None:
    small = replace(COSTS, room=19 * 3)
    assert [len(batch) for batch in plan_batches([10] * 6, [9] * 6, range(6), 1, small)] == [3, 3]
    assert [len(batch) for batch in plan_batches([10] * 6, [9] * 6, range(6), 2, small)] == [1] * 6
    assert plan_batches([500], [9], range(1), 1, small) == [[0]]
