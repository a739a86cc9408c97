"""The tables as typed rows; they follow the latest schema and never leave this package."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Dialect, ForeignKey, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def now() -> datetime:
    """The time to write down, in UTC."""
    return datetime.now(UTC)


def packed(texts: Iterable[str]) -> str:
    """Several texts in one column."""
    return json.dumps(list(texts), ensure_ascii=False, separators=(",", ":"))


def unpacked(column: str) -> tuple[str, ...]:
    """The texts that `packed` put into a column."""
    return () if column == "[]" else tuple(json.loads(column))


class Moment(TypeDecorator[datetime]):
    """A time in UTC as ISO text, which sorts as it should and can be read in any SQLite shell."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write with microseconds always, so that text order is time order."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read back what was written."""
        return None if value is None else datetime.fromisoformat(value)


class Row(DeclarativeBase):
    """Base of all rows."""

    type_annotation_map = {datetime: Moment, str: Text}  # noqa: RUF012 - read by SQLAlchemy once


class PostRow(Row):
    """A post without its text; `removed_at` is set while it is out of the list."""

    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    shown_title: Mapped[str]
    english_title: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")
    location: Mapped[str] = mapped_column(default="")
    likes: Mapped[int | None]
    tags: Mapped[str] = mapped_column(default="[]")
    origin_kind: Mapped[str]
    origin_reference: Mapped[str] = mapped_column(default="")
    fingerprint: Mapped[str]
    added_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    starred: Mapped[bool] = mapped_column(default=False)
    place: Mapped[int] = mapped_column(default=0)
    removed_at: Mapped[datetime | None]
    script: Mapped[str] = mapped_column(default="")


class BodyRow(Row):
    """A post's text."""

    __tablename__ = "post_bodies"
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), primary_key=True)
    body: Mapped[str]


class CommentRow(Row):
    """One comment; `number` is its place in reading order, `depth` makes the thread."""

    __tablename__ = "comments"
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    depth: Mapped[int]
    author: Mapped[str]
    text: Mapped[str]
    likes: Mapped[int | None]
    location: Mapped[str] = mapped_column(default="")
    published: Mapped[str] = mapped_column(default="")


class WordRow(Row):
    """A kept word."""

    __tablename__ = "words"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    traditional: Mapped[str]
    pinyin: Mapped[str]
    meaning: Mapped[str]
    status: Mapped[str]
    added_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    hsk2: Mapped[str] = mapped_column(default="")
    hsk3: Mapped[str] = mapped_column(default="")
    syllabus_2025: Mapped[str] = mapped_column(default="")
    zipf: Mapped[float] = mapped_column(default=0.0)
    tags: Mapped[str] = mapped_column(default="[]")
    removed_at: Mapped[datetime | None]


class EncounterRow(Row):
    """A sentence in which a word was met."""

    __tablename__ = "encounters"
    id: Mapped[int] = mapped_column(primary_key=True)
    word_id: Mapped[int] = mapped_column(ForeignKey("words.id"))
    sentence: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    pinyin: Mapped[str] = mapped_column(default="")
    translation: Mapped[str] = mapped_column(default="")
    model: Mapped[str] = mapped_column(default="")
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"))
    source: Mapped[str] = mapped_column(default="")
    met_at: Mapped[datetime]


class NoteRow(Row):
    """A note with its quote."""

    __tablename__ = "notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str]
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"))
    word: Mapped[str] = mapped_column(default="")
    sentence: Mapped[str] = mapped_column(default="")
    pinyin: Mapped[str] = mapped_column(default="")
    translation: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    tags: Mapped[str] = mapped_column(default="[]")
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class SlangRow(Row):
    """A slang entry; `own` marks what the reader added or changed."""

    __tablename__ = "slang"
    term_key: Mapped[str] = mapped_column(primary_key=True)
    term: Mapped[str]
    meaning: Mapped[str]
    variants: Mapped[str] = mapped_column(default="[]")
    pinyin: Mapped[str] = mapped_column(default="")
    literal: Mapped[str] = mapped_column(default="")
    register: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    example_zh: Mapped[str] = mapped_column(default="")
    example_en: Mapped[str] = mapped_column(default="")
    own: Mapped[bool] = mapped_column(default=False)
    removed_at: Mapped[datetime | None]


class PreparedVersionRow(Row):
    """A version of the engines that prepared sentences."""

    __tablename__ = "prepared_versions"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[str]


class PreparedRow(Row):
    """A prepared sentence."""

    __tablename__ = "prepared"
    version_id: Mapped[int] = mapped_column(ForeignKey("prepared_versions.id"), primary_key=True)
    text: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[str]


class ModelRow(Row):
    """A model that made translations."""

    __tablename__ = "models"
    id: Mapped[int] = mapped_column(primary_key=True)
    model_key: Mapped[str]


class TranslationRow(Row):
    """A translation that a model (or the dictionary, working with it) made."""

    __tablename__ = "translations"
    model_id: Mapped[int] = mapped_column(ForeignKey("models.id"), primary_key=True)
    text: Mapped[str] = mapped_column(primary_key=True)
    english: Mapped[str]
    maker: Mapped[str]
    score: Mapped[float | None]
    doubts: Mapped[str] = mapped_column(default="[]")
    made_at: Mapped[datetime]
    used_on: Mapped[str] = mapped_column(default="")


class GlossaryRow(Row):
    """A term that the reader always wants translated in one way."""

    __tablename__ = "glossary"
    term: Mapped[str] = mapped_column(primary_key=True)
    english: Mapped[str]
    changed_at: Mapped[datetime]


class EditRow(Row):
    """A translation by the reader."""

    __tablename__ = "translation_edits"
    text: Mapped[str] = mapped_column(primary_key=True)
    english: Mapped[str]
    changed_at: Mapped[datetime]


class CorrectionRow(Row):
    """One line of the corrections ledger."""

    __tablename__ = "corrections"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    text: Mapped[str]
    words: Mapped[str] = mapped_column(default="[]")
    value: Mapped[str] = mapped_column(default="")
    everywhere: Mapped[bool]
    post_id: Mapped[int | None] = mapped_column(ForeignKey("posts.id"))
    post_key: Mapped[str] = mapped_column(default="")
    sentence: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class FactRow(Row):
    """A small fact about the library, such as the version of the slang pack in it."""

    __tablename__ = "facts"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class TermRow(Row):
    """A word that stands somewhere in the library."""

    __tablename__ = "terms"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


class PostWordRow(Row):
    """How often a word stands in a post, and where first (see `word_index`)."""

    __tablename__ = "post_words"
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"), primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), primary_key=True)
    count: Mapped[int]
    places: Mapped[str] = mapped_column(default="[]")


class ShareRow(Row):
    """How many distinct words a post has and how many of them are known or ignored."""

    __tablename__ = "post_shares"
    post_id: Mapped[int] = mapped_column(ForeignKey("posts.id"), primary_key=True)
    distinct_words: Mapped[int]
    known_words: Mapped[int]
