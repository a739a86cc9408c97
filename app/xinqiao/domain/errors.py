"""Errors that a reader can do something about; every other exception is our bug."""

from xinqiao.domain.messages import Message, in_turn


class ReaderError(Exception):
    """Something went wrong that the reader can act on.

    Attributes:
        problem: one sentence that says what happened, in the reader's words.
        advice: one sentence that says what to do now; None where that goes without saying.
    """

    def __init__(self, problem: Message, advice: Message | None = None) -> None:
        super().__init__(problem, advice)
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        """Both sentences, in English."""
        return str(self.whole)

    @property
    def whole(self) -> Message:
        """Both sentences, one after the other."""
        return self.problem if self.advice is None else in_turn(self.problem, self.advice)

    @property
    def what(self) -> str:
        """What happened, in English: for the command line and the logs."""
        return str(self.problem)

    @property
    def next_step(self) -> str:
        """What to do now, in English; empty where that goes without saying."""
        return str(self.advice or "")


class Cancelled(Exception):
    """The reader stopped a job; whatever it had finished is kept."""
