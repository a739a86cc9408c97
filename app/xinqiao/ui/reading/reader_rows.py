"""What the reader view shows, as rows: plain data, no widget."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from xinqiao.domain.corrections import key_of
from xinqiao.domain.posts import Comment, Part, Post
from xinqiao.domain.translations import AlignedSentence, Maker, Translation
from xinqiao.domain.words import PreparedSentence, TokenKind, WordStatus


class RowKind(StrEnum):
    """What a row is."""

    TITLE = "title"
    META = "meta"
    TAGS = "tags"
    SENTENCE = "sentence"
    DIVIDER = "divider"
    BYLINE = "byline"


@dataclass(slots=True)
class Row:
    """One row of the reader.

    Attributes:
        number: index of the row's sentence in the post; None for rows without one.
        depth: how deep in the thread a comment stands; -1 outside the comments.
        opens_paragraph: whether more space belongs above the row.
        gap: blanks between the sentence before, on the same line, and this one.
        text: what a row without a sentence says.
        badge: the first character of a commenter's name, for the round badge.
    """

    kind: RowKind
    number: int | None = None
    depth: int = -1
    opens_paragraph: bool = False
    gap: str = ""
    text: str = ""
    badge: str = ""
    prepared: PreparedSentence | None = None
    translation: Translation | None = None


@dataclass(slots=True)
class ReaderDocument:
    """The rows of one post with what the reader knows of its words.

    Attributes:
        rows: in reading order.
        statuses: status of every kept word, by headword in simplified characters.
        revealed: numbers of the sentences whose hidden English the reader asked for.
        headword: simplified, lower-case headword of a token's text.
    """

    rows: list[Row] = field(default_factory=list)
    statuses: dict[str, WordStatus] = field(default_factory=dict)
    revealed: set[int] = field(default_factory=set)
    row_of_sentence: dict[int, int] = field(default_factory=dict)
    headwords: dict[str, str] = field(default_factory=dict)

    def headword(self, text: str) -> str:
        """The vocabulary's key for a word as written."""
        return self.headwords.get(text) or key_of(text)

    def status(self, text: str) -> WordStatus:
        """How well the reader knows a word as written."""
        return self.statuses.get(self.headword(text), WordStatus.NEW)

    def set_prepared(self, number: int, prepared: PreparedSentence) -> int:
        """Give a sentence its words; returns its row."""
        row = self.row_of_sentence[number]
        self.rows[row].prepared = prepared
        return row

    def set_translation(self, number: int, translation: Translation) -> int:
        """Give a sentence its English; returns its row.

        What the reader wrote meanwhile stays: a model's late answer does not replace it.
        """
        row = self.row_of_sentence[number]
        there = self.rows[row].translation
        if there is None or there.maker is not Maker.READER or translation.maker is Maker.READER:
            self.rows[row].translation = translation
        return row

    def tappable(self, row: int) -> list[int]:
        """Indices of a row's tokens that open a gloss."""
        prepared = self.rows[row].prepared
        if prepared is None:
            return []
        return [index for index, token in enumerate(prepared.tokens) if token.kind is TokenKind.WORD]

    def sentence_rows(self) -> list[int]:
        """Indices of the rows that hold a sentence."""
        return sorted(self.row_of_sentence.values())

    def known_share(self) -> float | None:
        """Share (0–1) of distinct words that are known or ignored; None before there are words."""
        words = {
            self.headword(token.text)
            for row in self.rows
            if row.prepared is not None
            for token in row.prepared.tokens
            if token.kind is TokenKind.WORD
        }
        if not words:
            return None
        done = (WordStatus.KNOWN, WordStatus.IGNORED)
        return sum(self.statuses.get(word) in done for word in words) / len(words)


def build_rows(
    post: Post, sentences: Iterable[AlignedSentence], *, comments_label: str, author_label: str
) -> ReaderDocument:
    """Lay a post out as rows.

    Args:
        comments_label: heading above the thread.
        author_label: what stands beside the post author's name in the thread.
    """
    document = ReaderDocument()
    rows = document.rows
    thread = list(post.thread())
    shown_comment: int | None = None
    paragraph: tuple[int | None, int] | None = None
    head_done = False
    end = 0  # of the sentence before

    def finish_head() -> None:
        if meta := _meta_line(post):
            rows.append(Row(RowKind.META, text=meta))
        if post.tags:
            rows.append(Row(RowKind.TAGS, text="   ".join(f"#{tag}" for tag in post.tags)))

    for number, aligned in enumerate(sentences):
        sentence = aligned.sentence
        if sentence.part is not Part.TITLE and not head_done:
            finish_head()
            head_done = True
        if sentence.part is Part.COMMENT and sentence.comment != shown_comment:
            if shown_comment is None:
                rows.append(Row(RowKind.DIVIDER, text=comments_label))
            assert sentence.comment is not None
            shown_comment = sentence.comment
            depth, comment = thread[shown_comment]
            rows.append(_byline(comment, depth, post.author, author_label))
        kind = RowKind.TITLE if sentence.part is Part.TITLE else RowKind.SENTENCE
        here = (sentence.comment, sentence.paragraph)
        whole = post.body if sentence.comment is None else thread[sentence.comment][1].text
        gap = whole[end : sentence.start] if here == paragraph else ""
        end = sentence.end
        document.row_of_sentence[number] = len(rows)
        rows.append(
            Row(
                kind,
                number=number,
                depth=-1 if sentence.comment is None else thread[sentence.comment][0],
                opens_paragraph=kind is RowKind.SENTENCE and here != paragraph,
                gap=gap,
                prepared=aligned.prepared,
                translation=aligned.translation,
            )
        )
        paragraph = here if kind is RowKind.SENTENCE else None
    if not head_done:
        finish_head()
    return document


def _byline(comment: Comment, depth: int, post_author: str, author_label: str) -> Row:
    name = comment.author or "?"
    is_author = bool(post_author) and comment.author == post_author
    pieces = [name, author_label if is_author else "", comment.location, comment.published]
    if comment.likes:
        pieces.append(f"♡ {comment.likes:,}")
    text = " · ".join(piece for piece in pieces if piece)
    return Row(RowKind.BYLINE, depth=depth, text=text, badge=name[:1])


def _meta_line(post: Post) -> str:
    likes = f"♡ {post.likes:,}" if post.likes else ""
    return "    ".join(piece for piece in (post.author, post.location, post.published, likes) if piece)
