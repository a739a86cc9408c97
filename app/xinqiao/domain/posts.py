"""Posts as they were written, and the sentences they fall into."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

PostId = NewType("PostId", int)

SHOWN_TITLE_LENGTH = 24
"""Characters of a body that stand for a missing title."""


class OriginKind(StrEnum):
    """How a post came into the library."""

    SAMPLE = "sample"
    PASTE = "paste"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a post came from.

    Attributes:
        reference: the sample's id or the file's name; empty for a paste.
    """

    kind: OriginKind
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment with the replies below it, as written."""

    author: str
    text: str
    likes: int | None = None
    location: str = ""
    published: str = ""
    replies: tuple["Comment", ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """A post with its comments, as written; nothing in it is ever altered.

    Attributes:
        published: an ISO date (`2025-01-15`) or the platform's own words; may be empty.
        tags: topics without their marks (`旅行`, not `#旅行[话题]#`).
    """

    title: str
    body: str
    origin: Origin
    author: str = ""
    published: str = ""
    location: str = ""
    likes: int | None = None
    tags: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def shown_title(self) -> str:
        """The title, or where there is none the beginning of the body: what lists show."""
        if self.title:
            return self.title
        first = next((line.strip() for line in self.body.splitlines() if line.strip()), "")
        return first if len(first) <= SHOWN_TITLE_LENGTH else first[:SHOWN_TITLE_LENGTH] + "…"

    @property
    def source(self) -> str:
        """Title and author in one line, as quotes name it."""
        return f"{self.shown_title} · {self.author}" if self.author else self.shown_title

    def thread(self) -> Iterator[tuple[int, Comment]]:
        """Every comment in reading order with its depth (0 for a comment on the post)."""

        def walk(comments: tuple[Comment, ...], depth: int) -> Iterator[tuple[int, Comment]]:
            for comment in comments:
                yield depth, comment
                yield from walk(comment.replies, depth + 1)

        return walk(self.comments, 0)


@dataclass(frozen=True, slots=True)
class StoredPost:
    """A post in the library.

    Attributes:
        opened_at: when the reader last opened it; None while unread.
        place: number of the sentence the reader was at.
        script: script it is shown in (a value of `Script`); empty follows the reader's setting.
    """

    id: PostId
    post: Post
    added_at: datetime
    opened_at: datetime | None = None
    starred: bool = False
    place: int = 0
    script: str = ""


@dataclass(frozen=True, slots=True)
class PostSummary:
    """One line of the library list.

    Attributes:
        title: the title, or the beginning of the body where there is none.
        english_title: the title's cached translation; empty while there is none.
        known_share: share (0–1) of the post's distinct words that are known or ignored;
            None until the post was prepared once.
    """

    id: PostId
    title: str
    english_title: str
    location: str
    published: str
    added_at: datetime
    unread: bool
    starred: bool
    known_share: float | None
    origin: Origin


class Part(StrEnum):
    """Which part of a post a sentence belongs to."""

    TITLE = "title"
    BODY = "body"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at its place in a post.

    Attributes:
        comment: index into `Post.thread()` order; None for title and body.
        paragraph: number of the line it stands on, counted from 0 within its part.
        start: offset in code points within the part's text.
    """

    text: str
    part: Part
    comment: int | None = None
    paragraph: int = 0
    start: int = 0

    @property
    def end(self) -> int:
        """Offset in code points just after the sentence."""
        return self.start + len(self.text)
