"""The reader's notes."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from xinqiao.domain.posts import PostId

NoteId = NewType("NoteId", int)


@dataclass(frozen=True, slots=True)
class Quote:
    """What a note is about, kept with the note so that it survives the post.

    Attributes:
        word: headword for a note on a word; empty otherwise.
        sentence: the quoted sentence; empty for a note on a whole post.
        pinyin: the sentence's pinyin with tone marks.
        source: the post's title and author.
    """

    post_id: PostId | None = None
    word: str = ""
    sentence: str = ""
    pinyin: str = ""
    translation: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: Markdown text about a quote."""

    id: NoteId
    body: str
    quote: Quote
    created_at: datetime
    changed_at: datetime
    tags: tuple[str, ...] = ()
