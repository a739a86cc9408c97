"""Which word stands in which post and where, and how much of a post the reader knows.

The index holds places, not copies: each example sentence is cut out of the post's own text, which
never changes. Removed posts stay in the index and are left out when it is read, so that removing
and restoring cost nothing. The count of known words of each post is kept beside it and moved by
the difference whenever a word's status changes: counting 20,000 posts anew would take a second.
"""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from xinqiao.domain.occurrences import IndexedSentence, Occurrence, Occurrences
from xinqiao.domain.posts import Part, PostId
from xinqiao.domain.words import Span, WordStatus

Place = tuple[int, int, int, int]
"""(part: -2 title, -1 body, else number of the comment; start and end of the sentence in the
part; start of the word in the sentence), all in code points."""

PLACES_KEPT = 3
"""Places kept for one word in one post; the count is of all."""

COUNTED = frozenset({WordStatus.KNOWN, WordStatus.IGNORED})
"""Statuses of words that need no attention, and so count as known in `PostSummary.known_share`."""

_TITLE, _BODY = -2, -1

_DROP_WORDS = text("DELETE FROM post_words WHERE post_id = :post")
_ADD_TERMS = text(
    "INSERT INTO terms (text) SELECT json_extract(value, '$[0]') FROM json_each(:words) WHERE true"
    " ON CONFLICT DO NOTHING"
)
_ADD_WORDS = text(
    "INSERT INTO post_words (term_id, post_id, count, places)"
    " SELECT t.id, :post, json_extract(w.value, '$[1]'), json_extract(w.value, '$[2]')"
    " FROM json_each(:words) w JOIN terms t ON t.text = json_extract(w.value, '$[0]')"
)
_COUNT_SHARE = text(
    "INSERT OR REPLACE INTO post_shares (post_id, distinct_words, known_words)"
    " SELECT :post, count(*), count(k.id)"
    " FROM post_words pw JOIN terms t ON t.id = pw.term_id"
    " LEFT JOIN words k ON k.text = t.text AND k.removed_at IS NULL AND k.status IN ('known', 'ignored')"
    " WHERE pw.post_id = :post"
)
_MOVE_SHARES = text(
    "UPDATE post_shares SET known_words = known_words + moved.by FROM ("
    " SELECT pw.post_id AS post_id, sum(json_extract(c.value, '$[1]')) AS by"
    " FROM json_each(:changes) c JOIN terms t ON t.text = json_extract(c.value, '$[0]')"
    " JOIN post_words pw ON pw.term_id = t.id GROUP BY pw.post_id"
    ") AS moved WHERE post_shares.post_id = moved.post_id"
)
_TERM = text("SELECT id FROM terms WHERE text = :word")
# All posts less the removed ones, which are few (CROSS JOIN makes SQLite begin with them): asking of
# each post costs twice as much.
_TOTALS = text(
    "SELECT coalesce(sum(count), 0), count(*) FROM post_words WHERE term_id = :term"
    " UNION ALL SELECT coalesce(sum(pw.count), 0), count(*)"
    " FROM posts p CROSS JOIN post_words pw ON pw.term_id = :term AND pw.post_id = p.id"
    " WHERE p.removed_at IS NOT NULL"
)
# A body is read only where the place is in it, or where `set_words` kept no place.
_EXAMPLES = text(
    "SELECT pw.post_id, pw.places, p.title, p.shown_title, p.author, c.text,"
    " (SELECT body FROM post_bodies WHERE post_id = p.id"
    "  AND coalesce(json_extract(pw.places, '$[0][0]'), -1) = -1)"
    " FROM post_words pw JOIN posts p ON p.id = pw.post_id"
    " LEFT JOIN comments c ON c.post_id = p.id AND c.number = json_extract(pw.places, '$[0][0]')"
    " WHERE pw.term_id = :term AND p.removed_at IS NULL ORDER BY pw.post_id DESC LIMIT :limit"
)


def gather(sentences: Sequence[IndexedSentence]) -> dict[str, tuple[int, tuple[Place, ...]]]:
    """Count and first places of each word of one post."""
    found: dict[str, tuple[int, tuple[Place, ...]]] = {}
    for indexed in sentences:
        sentence = indexed.sentence
        if sentence.part is Part.COMMENT and sentence.comment is not None:
            part = sentence.comment
        else:
            part = _TITLE if sentence.part is Part.TITLE else _BODY
        for word, span in indexed.words:
            count, places = found.get(word, (0, ()))
            if len(places) < PLACES_KEPT:
                places = (*places, (part, sentence.start, sentence.end, span.start))
            found[word] = (count + 1, places)
    return found


def put(session: Session, post_id: PostId, words: Mapping[str, tuple[int, Sequence[Place]]]) -> None:
    """Make `words` what the index knows of a post."""
    rows = json.dumps(
        [[word, count, json.dumps(places, separators=(",", ":"))] for word, (count, places) in words.items()],
        ensure_ascii=False,
    )
    session.execute(_DROP_WORDS, {"post": post_id})
    session.execute(_ADD_TERMS, {"words": rows})
    session.execute(_ADD_WORDS, {"post": post_id, "words": rows})
    session.execute(_COUNT_SHARE, {"post": post_id})


def move_shares(session: Session, changes: Mapping[str, int]) -> None:
    """Count words in or out of every post they stand in.

    Args:
        session: the transaction in which the words change.
        changes: 1 for each headword that became known or ignored, -1 for each that no longer is.
    """
    moved = [[word, by] for word, by in changes.items() if by]
    if moved:
        session.execute(_MOVE_SHARES, {"changes": json.dumps(moved, ensure_ascii=False)})


def look_up(session: Session, word: str, limit: int) -> Occurrences:
    """Where a word stands in posts that are not removed, the newest posts first."""
    term = session.scalars(_TERM, {"word": word}).first()
    if term is None:
        return Occurrences()
    (count, posts), (removed_count, removed_posts) = session.execute(_TOTALS, {"term": term}).all()
    examples = []
    for post_id, places, title, shown, author, comment, body in session.execute(
        _EXAMPLES, {"term": term, "limit": limit}
    ):
        source = f"{shown} · {author}" if author else shown
        first = next(iter(json.loads(places)), None)
        found = _cut(first, title, body, comment, word) if first else _first_line(word, title, body)
        if found is not None:
            examples.append(Occurrence(PostId(post_id), *found, source))
    return Occurrences(count - removed_count, posts - removed_posts, tuple(examples))


def _cut(place: Place, title: str, body: str, comment: str, word: str) -> tuple[str, Span]:
    part, start, end, offset = place
    text = title if part == _TITLE else body if part == _BODY else comment
    return text[start:end], Span(offset, offset + len(word))


def _first_line(word: str, title: str, body: str) -> tuple[str, Span] | None:
    """The line that has the word, for posts indexed by `set_words`, which knows no places."""
    for line in (title, *body.split("\n")):
        at = line.find(word)
        if at >= 0:
            return line, Span(at, at + len(word))
    return None
