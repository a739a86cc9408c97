"""What the reader should be told of a text that came in, though it was accepted."""

from enum import StrEnum

from xinqiao.domain.characters import has_han
from xinqiao.domain.clean_text import REPLACEMENT
from xinqiao.domain.messages import Message, message
from xinqiao.domain.posts import Post


class ImportNotice(StrEnum):
    """Something worth a line beside the new post; the post is kept all the same."""

    NO_CHINESE = "no_chinese"  # words, but no Chinese among them: there is nothing to translate
    ONLY_SYMBOLS = "only_symbols"  # emoji, digits and punctuation
    DAMAGED = "damaged"  # some characters could not be read and stand as U+FFFD

    @property
    def sentence(self) -> Message:
        """The line that the reader sees."""
        return _SENTENCES[self]


_SENTENCES = {
    ImportNotice.NO_CHINESE: message(
        "There is no Chinese in this text, so there is nothing to translate or look up."
    ),
    ImportNotice.ONLY_SYMBOLS: message(
        "This text has only emoji and marks, so there is nothing to translate."
    ),
    ImportNotice.DAMAGED: message("Some characters could not be read; � stands for each of them."),
}


def notices_for(post: Post) -> tuple[ImportNotice, ...]:
    """What to tell the reader of `post`; empty for an ordinary Chinese post."""
    text = "\n".join((post.title, post.body, *post.tags, *(comment.text for _, comment in post.thread())))
    found = []
    if not has_han(text):
        words = any(character.isalpha() for character in text)
        found.append(ImportNotice.NO_CHINESE if words else ImportNotice.ONLY_SYMBOLS)
    if REPLACEMENT in text:
        found.append(ImportNotice.DAMAGED)
    return tuple(found)
