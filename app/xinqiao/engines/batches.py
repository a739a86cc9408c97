"""Runs sentences through a model in batches that answer soon, run fast and can be stopped."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from xinqiao.domain.cancel import CancelToken

Result = TypeVar("Result", covariant=True)
Answer = TypeVar("Answer")

FIRST_WINDOWS = (1, 3, 12)
"""Sizes of the first windows: the first sentence of a post is on the screen before the rest is run."""

WINDOW = 256
"""Sentences sorted together once the reader has something to read."""

_LOOK_SECONDS = 0.02  # how often a running batch is looked at


class Running(Protocol[Result]):
    """One sentence's place in a batch that runs in the engine's own threads."""

    def done(self) -> bool:
        """Whether the batch is finished."""
        ...

    def result(self) -> Result:
        """The answer; waits for it, and raises what the engine raised."""
        ...


def windows(count: int, growing: int) -> Iterator[range]:
    """Consecutive stretches of `count` sentences, short ones first.

    Args:
        count: number of sentences in all.
        growing: size that windows have after the first few; each later one doubles it, up to `WINDOW`.
    """
    start = 0
    sizes = iter(FIRST_WINDOWS)
    size = growing
    while start < count:
        step = next(sizes, 0)
        if not step:
            step, size = size, min(size * 2, WINDOW)
        yield range(start, min(count, start + step))
        start += step


def in_batches(
    lengths: Sequence[int],
    batch_size: int,
    start: Callable[[Sequence[int]], Sequence[Running[Answer]]],
    cancel: CancelToken,
) -> Iterator[Answer]:
    """Every sentence's answer, in order.

    Within a window the sentences are sorted by length, the longest first, so that those of one batch
    end together.

    Args:
        lengths: number of pieces of each sentence.
        batch_size: number of sentences run together.
        start: starts a batch, given as indexes of sentences, and returns at once.
        cancel: looked at while a batch runs.

    Raises:
        Cancelled: `cancel` was set; the batch that runs ends by itself and its answers are dropped.
    """
    for window in windows(len(lengths), batch_size):
        answers: dict[int, Answer] = {}
        order = sorted(window, key=lambda index: -lengths[index])
        wanted = window.start
        for place in range(0, len(order), batch_size):
            cancel.raise_if_set()
            batch = order[place : place + batch_size]
            running = start(batch)
            _wait(running, cancel)
            answers.update(zip(batch, (item.result() for item in running), strict=True))
            while wanted in answers:
                yield answers.pop(wanted)
                wanted += 1


def _wait(running: Sequence[Running[Answer]], cancel: CancelToken) -> None:
    for item in running:
        while not item.done():
            cancel.raise_if_set()
            time.sleep(_LOOK_SECONDS)
