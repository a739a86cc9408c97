"""A change that the reader can take back."""

from collections.abc import Callable
from dataclasses import dataclass

from xinqiao.domain.messages import Message


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take one action back.

    Attributes:
        what: what would be taken back, in the reader's words (`Remove 3 words`).
        undo: takes it back, in one transaction; to be called once.
    """

    what: Message
    undo: Callable[[], None]
