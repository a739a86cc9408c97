"""Runs sentences through a model in batches that answer soon, run fast and can be stopped."""

import math
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from xinqiao.domain.cancel import CancelToken

Result = TypeVar("Result", covariant=True)
Answer = TypeVar("Answer")

FIRST_WINDOWS = (1, 3, 12)
"""Sizes of the first windows: the first sentence of a post is on the screen before the rest is run."""

WINDOW = 512
"""Sentences sorted together once the reader has something to read: the more, the faster they are."""

_LOOK_SECONDS = 0.002  # how often a running batch is looked at


@dataclass(frozen=True, slots=True)
class Costs:
    """What a batch costs a model; only the proportions of the times matter.

    Attributes:
        step: one step of a batch, whatever its size.
        row: what each row adds to a step.
        place: what each piece that a row remembers adds to a step.
        read: a piece of a prompt that is read at once.
        most: sentences in a batch.
        room: pieces that a batch may have to remember in all, which is what bounds its memory; a
            sentence that needs more by itself is run alone.
    """

    step: float
    row: float
    place: float
    read: float
    most: int
    room: int


class Running(Protocol[Result]):
    """One sentence's place in a batch that runs in the engine's own threads."""

    def done(self) -> bool:
        """Whether the batch is finished."""
        ...

    def result(self) -> Result:
        """The answer; waits for it, and raises what the engine raised."""
        ...


Start = Callable[[Sequence[int], Callable[[], bool]], Sequence[Running[Answer]]]
"""Starts a batch, given as indexes of sentences, and returns at once. The second argument says, while
the batch runs, whether nobody wants its answers any more."""


def windows(count: int) -> Iterator[range]:
    """Consecutive stretches of `count` sentences, short ones first, then stretches of `WINDOW`."""
    start = 0
    sizes = iter(FIRST_WINDOWS)
    while start < count:
        step = next(sizes, WINDOW)
        yield range(start, min(count, start + step))
        start += step


def plan_batches(
    prompts: Sequence[int], outputs: Sequence[int], items: Iterable[int], width: int, costs: Costs
) -> list[list[int]]:
    """Which sentences are best run together.

    In a batch the shortest prompt is read at once and what the others have more is fed step by step,
    with the output after it; each step costs nearly the same for one row as for four. So sentences
    of like length belong together, and many of them. The cheapest way to cut the sorted sentences into
    batches is found by trying every cut.

    Args:
        prompts: pieces of each sentence's prompt.
        outputs: pieces expected in each sentence's answer.
        items: indexes of the sentences to run now.
        width: rows that a sentence takes in a batch (the width of the search).
        costs: of the model.

    Returns:
        Batches of indexes, those with the longest prompts first.
    """
    order = sorted(items, key=lambda index: (-prompts[index], -outputs[index]))
    cheapest = [0.0] + [math.inf] * len(order)
    cut = [0] * (len(order) + 1)
    for end in range(1, len(order) + 1):
        shortest = prompts[order[end - 1]]
        longest = widest = 0
        rows = 0.0
        for start in range(end - 1, max(-1, end - 1 - costs.most), -1):
            count = end - start
            whole = prompts[order[start]] + outputs[order[start]]
            more = whole - shortest
            longest, widest = max(longest, more), max(widest, whole)
            if count > 1 and widest * width * count > costs.room:
                break
            rows += more * (costs.row + costs.place * (shortest + more / 2))
            cost = cheapest[start] + costs.step * longest + width * rows + costs.read * shortest * count
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
    width: int,
    costs: Costs,
    start: Start[Answer],
    cancel: CancelToken,
    *,
    soon: bool = True,
) -> Iterator[tuple[int, Answer]]:
    """(index, answer) of every sentence, batch by batch, each window before the next.

    Of a window's batches the one with the earliest sentence comes first. The next batch runs already
    while the caller looks at the answers of the one before.

    Args:
        prompts: see `plan_batches`.
        outputs: see `plan_batches`.
        width: see `plan_batches`.
        costs: see `plan_batches`.
        start: starts a batch.
        cancel: looked at while a batch runs.
        soon: whether somebody waits for the first answers, so that few sentences are run first.

    Raises:
        Cancelled: `cancel` was set; the batch that runs ends by itself and its answers are dropped.
    """
    left = threading.Event()  # nobody waits any more, whether `cancel` was set or not

    def unwanted() -> bool:
        return left.is_set() or cancel.is_set()

    batches = (
        batch
        for window in (windows(len(prompts)) if soon else [range(len(prompts))])
        for batch in sorted(plan_batches(prompts, outputs, window, width, costs), key=min)
    )
    running: tuple[list[int], Sequence[Running[Answer]]] | None = None
    try:
        while True:
            cancel.raise_if_set()
            if running is not None:
                wait_for(running[1], cancel)
            ended, batch = running, next(batches, None)
            running = None if batch is None else (batch, start(batch, unwanted))
            if ended is not None:
                answers = zip(ended[0], (item.result() for item in ended[1]), strict=True)
                yield from sorted(answers, key=lambda item: item[0])
            if running is None:
                return
    finally:
        left.set()


def in_order(answers: Iterable[tuple[int, Answer]]) -> Iterator[Answer]:
    """Answers in the order of their indexes, each as soon as all before it are there."""
    waiting: dict[int, Answer] = {}
    wanted = 0
    for index, answer in answers:
        waiting[index] = answer
        while wanted in waiting:
            yield waiting.pop(wanted)
            wanted += 1


def wait_for(running: Sequence[Running[Answer]], cancel: CancelToken) -> None:
    """Wait until a batch is finished.

    Raises:
        Cancelled: `cancel` was set before it was.
    """
    for item in running:
        while not item.done():
            cancel.raise_if_set()
            time.sleep(_LOOK_SECONDS)
