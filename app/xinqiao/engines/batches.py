"""Runs sentences through a model in batches that answer soon, run fast and can be stopped."""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from xinqiao.domain.cancel import CancelToken

Result = TypeVar("Result", covariant=True)
Answer = TypeVar("Answer")

FIRST_WINDOWS = (1, 3, 12, 48)
"""Sizes of the first windows: the first sentence of a post is on the screen before the rest is run."""

WINDOW = 256
"""Sentences sorted together once the reader has something to read."""

# Milliseconds, as measured with the starter on two cores; only their proportions matter.
_STEP = 45.0  # one step of a batch, whatever its size
_STEP_ROW = 3.3  # and for each of its rows
_READ_PIECE = 1.6  # a piece of a prompt that is read at once

_LOOK_SECONDS = 0.02  # how often a running batch is looked at


class Running(Protocol[Result]):
    """One sentence's place in a batch that runs in the engine's own threads."""

    def done(self) -> bool:
        """Whether the batch is finished."""
        ...

    def result(self) -> Result:
        """The answer; waits for it, and raises what the engine raised."""
        ...


def windows(count: int) -> Iterator[range]:
    """Consecutive stretches of `count` sentences, short ones first, then stretches of `WINDOW`."""
    start = 0
    sizes = iter(FIRST_WINDOWS)
    while start < count:
        step = next(sizes, WINDOW)
        yield range(start, min(count, start + step))
        start += step


def plan_batches(
    prompts: Sequence[int], outputs: Sequence[int], items: Sequence[int], largest: int, width: int
) -> list[list[int]]:
    """Which sentences are best run together.

    In a batch the shortest prompt is read at once and what the others have more is fed step by step,
    with the output after it; each step costs the same for one row as for three or four. So sentences
    of like length belong together, and many of them. The cheapest way to cut the sorted sentences into
    batches is found by trying every cut.

    Args:
        prompts: pieces of each sentence's prompt.
        outputs: pieces expected in each sentence's answer.
        items: indexes of the sentences to run now.
        largest: most sentences in a batch.
        width: rows that a sentence takes in a batch (the width of the search).

    Returns:
        Batches of indexes, those with the longest prompts first.
    """
    order = sorted(items, key=lambda index: (-prompts[index], -outputs[index]))
    cheapest = [0.0] + [math.inf] * len(order)
    cut = [0] * (len(order) + 1)
    for end in range(1, len(order) + 1):
        shortest = prompts[order[end - 1]]
        steps = longest = 0
        for start in range(end - 1, max(-1, end - 1 - largest), -1):
            more = prompts[order[start]] - shortest + outputs[order[start]]
            steps, longest = steps + more, max(longest, more)
            cost = (
                cheapest[start]
                + _STEP * longest
                + _STEP_ROW * width * steps
                + _READ_PIECE * shortest * (end - start)
            )
            if cost < cheapest[end]:
                cheapest[end], cut[end] = cost, start
    batches: list[list[int]] = []
    end = len(order)
    while end:
        batches.append(order[cut[end] : end])
        end = cut[end]
    return batches[::-1]


def in_batches(
    prompts: Sequence[int],
    outputs: Sequence[int],
    largest: int,
    width: int,
    start: Callable[[Sequence[int]], Sequence[Running[Answer]]],
    cancel: CancelToken,
) -> Iterator[tuple[int, Answer]]:
    """(index, answer) of every sentence, batch by batch, each window before the next.

    Args:
        prompts: see `plan_batches`.
        outputs: see `plan_batches`.
        largest: see `plan_batches`.
        width: see `plan_batches`.
        start: starts a batch, given as indexes of sentences, and returns at once.
        cancel: looked at while a batch runs.

    Raises:
        Cancelled: `cancel` was set; the batch that runs ends by itself and its answers are dropped.
    """
    for window in windows(len(prompts)):
        for batch in plan_batches(prompts, outputs, window, largest, width):
            cancel.raise_if_set()
            running = start(batch)
            _wait(running, cancel)
            yield from sorted(
                zip(batch, (item.result() for item in running), strict=True), key=lambda item: item[0]
            )


def in_order(answers: Iterable[tuple[int, Answer]]) -> Iterator[Answer]:
    """Answers in the order of their indexes, each as soon as all before it are there."""
    waiting: dict[int, Answer] = {}
    wanted = 0
    for index, answer in answers:
        waiting[index] = answer
        while wanted in waiting:
            yield waiting.pop(wanted)
            wanted += 1


def _wait(running: Sequence[Running[Answer]], cancel: CancelToken) -> None:
    for item in running:
        while not item.done():
            cancel.raise_if_set()
            time.sleep(_LOOK_SECONDS)
