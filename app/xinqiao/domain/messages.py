"""What is said to the reader: a template and its values, to be said in any language.

Whatever the reader is told from below the window is made here, in English. The command line and the
logs say it as it is; the window looks the template up in its own language and fills the values in
then. So a template stands in the source as one plain string, where it is found for translation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say; made by `message` or `counted`.

    Attributes:
        template: in English, with a named place for each value (`{path} cannot be opened.`).
        values: what goes into the places; one that is a message is said in the same language.
        count: how many things it speaks of; None where its wording does not depend on that.
        one: the template for one thing; empty where there is no count.
    """

    template: str
    values: "tuple[tuple[str, str | int | Path | Message], ...]" = ()
    count: int | None = None
    one: str = ""

    def __str__(self) -> str:
        """It in English."""
        return self.english(str)

    def english(self, say: "Callable[[Message], str]") -> str:
        """It in English, where `say` says the messages among its values."""
        return self.fill(self.one if self.count == 1 else self.template, say)

    def fill(self, template: str, say: "Callable[[Message], str]") -> str:
        """Put the values into a translation of the template.

        Args:
            say: says a message that is one of the values.
        """
        said = {name: say(value) if isinstance(value, Message) else value for name, value in self.values}
        return template.format(**said)


def message(template: str, /, **values: str | int | Path | Message) -> Message:
    """Something to say.

    Args:
        template: in English; a plain string, never put together.
        values: for its places.
    """
    return Message(template, tuple(values.items()))


def in_turn(first: Message, second: Message) -> Message:
    """Two sentences, one after the other."""
    return message("{first} {second}", first=first, second=second)


def counted(one: str, many: str, count: int, /, **values: str | int | Path | Message) -> Message:
    """Something to say of one or many things.

    Args:
        one: template for one; a plain string, as `many` is.
        many: template for another number, which stands in the place `{count}`.
        count: how many.
        values: for the other places.
    """
    return Message(many, (("count", count), *values.items()), count, one)
