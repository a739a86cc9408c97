"""A change that the reader can take back."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take one action back.

    Attributes:
        description: what would be taken back, in the reader's words (`Remove 3 words`).
        undo: takes it back, in one transaction; to be called once.
    """

    description: str
    undo: Callable[[], None]
