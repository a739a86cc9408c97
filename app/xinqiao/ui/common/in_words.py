"""Says what comes from below the window in the window's language."""

from PySide6.QtCore import QCoreApplication

from xinqiao.domain.messages import Message

CONTEXT = "messages"
"""Under which the language files have the templates of messages."""


def in_words(message: Message) -> str:
    """A message in the interface's language; in English where that has no words for it."""
    count = -1 if message.count is None else message.count
    template = QCoreApplication.translate(CONTEXT, message.template, "", count)
    if template == message.template:
        return message.english(in_words)
    return message.fill(template, in_words)
