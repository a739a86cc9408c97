"""Posts in the library, with their search and word indexes."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, Text, delete, insert, select, text, type_coerce, update
from sqlalchemy.orm import Session

from xinqiao.domain.occurrences import IndexedSentence, Occurrences
from xinqiao.domain.posts import Comment, Origin, OriginKind, Post, PostId, PostSummary, StoredPost
from xinqiao.storage import word_index
from xinqiao.storage.rows import BodyRow, CommentRow, PostRow, ShareRow, now, packed, unpacked
from xinqiao.storage.search_text import BREAK, query_for, searchable
from xinqiao.storage.sessions import Sessions, plain_rows

_SUMMARIES: Select[*tuple[Any, ...]] = (
    select(
        PostRow.id,
        PostRow.shown_title,
        PostRow.english_title,
        PostRow.location,
        PostRow.published,
        type_coerce(PostRow.added_at, Text),
        type_coerce(PostRow.opened_at, Text),
        PostRow.starred,
        PostRow.origin_kind,
        PostRow.origin_reference,
        ShareRow.known_words,
        ShareRow.distinct_words,
    )
    .outerjoin(ShareRow, ShareRow.post_id == PostRow.id)
    .where(PostRow.removed_at.is_(None))
    .order_by(PostRow.id.desc())
)
_INDEXED = text(
    "SELECT s.rowid FROM post_search s JOIN post_shares h ON h.post_id = s.rowid"
    " WHERE post_search MATCH :query"
)
_FOUND = text("SELECT rowid FROM post_search WHERE post_search MATCH :query ORDER BY rowid DESC")


class SqlPostStore:
    """The `PostStore` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def add(self, post: Post) -> PostId:
        """Keep a post; it is on disk when this returns."""
        return self.add_many([post])[0]

    def add_many(self, posts: Sequence[Post]) -> list[PostId]:
        """Keep posts, all or none; they are on disk when this returns."""
        with self._sessions.writing() as session:
            return [_add(session, post) for post in posts]

    def get(self, post_id: PostId, *, even_removed: bool = False) -> StoredPost | None:
        """One post, or None when it is not there (or removed)."""
        with self._sessions.reading() as session:
            row = session.get(PostRow, post_id)
            if row is None or (row.removed_at is not None and not even_removed):
                return None
            body = session.scalars(select(BodyRow.body).where(BodyRow.post_id == post_id)).one()
            comments = session.scalars(
                select(CommentRow).where(CommentRow.post_id == post_id).order_by(CommentRow.number)
            ).all()
            post = Post(
                title=row.title,
                body=body,
                origin=Origin(OriginKind(row.origin_kind), row.origin_reference),
                author=row.author,
                published=row.published,
                location=row.location,
                likes=row.likes,
                tags=unpacked(row.tags),
                comments=_thread(comments),
            )
            return StoredPost(post_id, post, row.added_at, row.opened_at, row.starred, row.place, row.script)

    def summary(self, post_id: PostId) -> PostSummary | None:
        """One post's line of the library list, or None when it is not there (or removed)."""
        with self._sessions.reading() as session:
            row = session.execute(_SUMMARIES.where(PostRow.id == post_id)).first()
            return None if row is None else _summary(row)

    def summaries(self) -> list[PostSummary]:
        """The library list, newest first, removed posts left out."""
        with self._sessions.reading() as session:
            return [_summary(row) for row in plain_rows(session, _SUMMARIES)]

    def search(self, text: str, limit: int = 50) -> list[PostSummary]:
        """Posts with `text` in title, body, tags, comments, names or English, newest first."""
        query = query_for(text)
        if not query:
            return []
        with self._sessions.reading() as session:
            # The list is newest first, and FTS5 walks its index in that order and can stop early;
            # ranking would have to score every post that has 的.
            found = session.scalars(_FOUND.bindparams(query=query))
            summaries: list[PostSummary] = []
            for ids in found.partitions(limit):
                wanted = _SUMMARIES.where(PostRow.id.in_(ids))
                summaries += [_summary(row) for row in session.execute(wanted)]
                if len(summaries) >= limit:
                    found.close()
                    break
            return summaries[:limit]

    def find_same(self, post: Post) -> PostId | None:
        """A post in the library with the same title and body, removed ones left out."""
        with self._sessions.reading() as session:
            found = session.scalars(
                select(PostRow.id)
                .where(PostRow.fingerprint == _fingerprint(post), PostRow.removed_at.is_(None))
                .order_by(PostRow.id.desc())
                .limit(1)
            ).first()
            return None if found is None else PostId(found)

    def mark_opened(self, post_id: PostId) -> None:
        """Note that the reader opened it now."""
        with self._sessions.writing() as session:
            session.execute(update(PostRow).where(PostRow.id == post_id).values(opened_at=now()))

    def keep_place(self, post_id: PostId, place: int) -> None:
        """Note the sentence number the reader is at."""
        with self._sessions.writing() as session:
            session.execute(update(PostRow).where(PostRow.id == post_id).values(place=place))

    def set_starred(self, post_id: PostId, starred: bool) -> None:
        """Star or unstar a post."""
        with self._sessions.writing() as session:
            session.execute(update(PostRow).where(PostRow.id == post_id).values(starred=starred))

    def set_script(self, post_id: PostId, script: str) -> None:
        """Show a post in a script of its own; empty follows the reader's setting."""
        with self._sessions.writing() as session:
            session.execute(update(PostRow).where(PostRow.id == post_id).values(script=script))

    def remove(self, post_ids: Sequence[PostId]) -> None:
        """Take posts out of the list; `restore` brings them back."""
        with self._sessions.writing() as session:
            for post_id in post_ids:
                session.execute(
                    update(PostRow)
                    .where(PostRow.id == post_id, PostRow.removed_at.is_(None))
                    .values(removed_at=now())
                )

    def restore(self, post_ids: Sequence[PostId]) -> None:
        """Bring removed posts back."""
        with self._sessions.writing() as session:
            for post_id in post_ids:
                session.execute(update(PostRow).where(PostRow.id == post_id).values(removed_at=None))

    def sample_references(self, *, removed: bool) -> set[str]:
        """References of the sample posts in the library (`removed=False`) or removed from it."""
        gone = PostRow.removed_at.is_not(None) if removed else PostRow.removed_at.is_(None)
        with self._sessions.reading() as session:
            return set(
                session.scalars(
                    select(PostRow.origin_reference).where(PostRow.origin_kind == OriginKind.SAMPLE, gone)
                )
            )

    def restore_samples(self) -> int:
        """Bring every removed sample post back; how many."""
        with self._sessions.writing() as session:
            restored = session.scalars(
                update(PostRow)
                .where(PostRow.origin_kind == OriginKind.SAMPLE, PostRow.removed_at.is_not(None))
                .values(removed_at=None)
                .returning(PostRow.id)
            ).all()
            return len(restored)

    def purge_removed(self, before: datetime) -> int:
        """Delete for good what was removed before then, samples excepted; how many posts."""
        with self._sessions.writing() as session:
            ids = session.scalars(
                select(PostRow.id).where(
                    PostRow.removed_at < before, PostRow.origin_kind != OriginKind.SAMPLE
                )
            ).all()
            for post_id in ids:
                session.execute(text("DELETE FROM post_search WHERE rowid = :id"), {"id": post_id})
                session.execute(delete(PostRow).where(PostRow.id == post_id))
            return len(ids)

    def set_words(self, post_id: PostId, words: Mapping[str, int]) -> None:
        """Keep which distinct words (simplified) a post has and how often each."""
        with self._sessions.writing() as session:
            word_index.put(session, post_id, {word: (count, ()) for word, count in words.items()})

    def index_sentences(self, post_id: PostId, sentences: Sequence[IndexedSentence]) -> None:
        """Keep which words a post has and in which sentences; replaces what was kept before."""
        with self._sessions.writing() as session:
            word_index.put(session, post_id, word_index.gather(sentences))

    def has_words(self, post_id: PostId) -> bool:
        """Whether `set_words` or `index_sentences` was called for this post."""
        with self._sessions.reading() as session:
            return session.get(ShareRow, post_id) is not None

    def indexed_with(self, stretches: Sequence[str]) -> list[PostId]:
        """Posts the index knows, removed ones too, that hold one of `stretches`; the newest first.

        All of them when a stretch has nothing to search by, such as marks alone.
        """
        queries = [query_for(stretch) for stretch in stretches]
        with self._sessions.reading() as session:
            if all(queries):
                found = {
                    number for query in queries for number in session.scalars(_INDEXED, {"query": query})
                }
            else:
                found = set(session.scalars(select(ShareRow.post_id)))
            return [PostId(number) for number in sorted(found, reverse=True)]

    def occurrences(self, word: str, limit: int = 5) -> Occurrences:
        """Where a word (simplified) stands in the library, with at most `limit` examples."""
        with self._sessions.reading() as session:
            return word_index.look_up(session, word, limit)

    def set_english(self, post_id: PostId, title: str, text: str) -> None:
        """Keep a post's English for the list (`title`) and for the search (`title` and `text`)."""
        with self._sessions.writing() as session:
            session.execute(update(PostRow).where(PostRow.id == post_id).values(english_title=title))
            session.execute(_SET_ENGLISH, {"id": post_id, "english": searchable(f"{title}\n{text}")})


_SET_ENGLISH = text("UPDATE post_search SET english = :english WHERE rowid = :id")
_INDEX_TEXT = text("INSERT INTO post_search (rowid, text, english) VALUES (:id, :text, '')")


def _add(session: Session, post: Post) -> PostId:
    row_id = session.scalars(
        insert(PostRow)
        .values(
            title=post.title,
            shown_title=post.shown_title,
            author=post.author,
            published=post.published,
            location=post.location,
            likes=post.likes,
            tags=packed(post.tags),
            origin_kind=post.origin.kind,
            origin_reference=post.origin.reference,
            fingerprint=_fingerprint(post),
            added_at=now(),
        )
        .returning(PostRow.id)
    ).one()
    session.execute(insert(BodyRow), {"post_id": row_id, "body": post.body})
    comments = [
        {
            "post_id": row_id,
            "number": number,
            "depth": depth,
            "author": comment.author,
            "text": comment.text,
            "likes": comment.likes,
            "location": comment.location,
            "published": comment.published,
        }
        for number, (depth, comment) in enumerate(post.thread())
    ]
    if comments:
        session.execute(insert(CommentRow), comments)
    session.execute(_INDEX_TEXT, {"id": row_id, "text": _search_text(post)})
    return PostId(row_id)


def _search_text(post: Post) -> str:
    pieces = [post.title, post.body, *post.tags, post.author, post.location]
    pieces += [piece for _, comment in post.thread() for piece in (comment.author, comment.text)]
    return f" {BREAK} ".join(map(searchable, pieces))


def _fingerprint(post: Post) -> str:
    return hashlib.sha256(f"{post.title}\0{post.body}".encode()).hexdigest()


def _thread(rows: Iterable[CommentRow]) -> tuple[Comment, ...]:
    """The tree again from reading order and depth: replies are closed from the last line upwards."""
    levels: dict[int, list[Comment]] = {}
    for row in reversed(list(rows)):
        replies = tuple(reversed(levels.pop(row.depth + 1, [])))
        levels.setdefault(row.depth, []).append(
            Comment(row.author, row.text, row.likes, row.location, row.published, replies)
        )
    return tuple(reversed(levels.get(0, [])))


@lru_cache(maxsize=256)
def _origin(kind: str, reference: str) -> Origin:
    return Origin(OriginKind(kind), reference)


def _summary(row: Sequence[Any]) -> PostSummary:
    # By position: twenty thousand of these make one list.
    share, words = row[10], row[11]
    return PostSummary(
        PostId(row[0]),
        row[1],
        row[2],
        row[3],
        row[4],
        datetime.fromisoformat(row[5]),
        row[6] is None,
        bool(row[7]),
        None if words is None else share / words if words else 1.0,
        _origin(row[8], row[9]),
    )
