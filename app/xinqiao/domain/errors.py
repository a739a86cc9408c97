"""Errors that a reader can do something about; every other exception is our bug."""


class ReaderError(Exception):
    """Something went wrong that the reader can act on.

    Attributes:
        what: one sentence that says what happened, in the reader's words.
        next_step: one sentence that says what to do now.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(f"{what} {next_step}".strip())
        self.what = what
        self.next_step = next_step


class Cancelled(Exception):
    """The reader stopped a job; whatever it had finished is kept."""
