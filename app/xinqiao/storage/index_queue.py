"""What the word index has still to follow: stretches of text that are cut otherwise than before.

A change to the ledger or to the slang notes its stretches in its own transaction, so that no change
can be kept without being followed, whenever the program ends. The list is short and short-lived:
one fact of the library holds it.
"""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from xinqiao.domain.occurrences import IndexTask
from xinqiao.domain.posts import PostId
from xinqiao.storage.rows import FactRow
from xinqiao.storage.sessions import Sessions

_FACT = "index_queue"

_Line = tuple[int, list[str], int | None, int | None]
"""Number, stretches, the one post they changed in, the post done last."""


class SqlIndexQueue:
    """The `IndexQueue` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def all(self) -> list[IndexTask]:
        """What is to be done, in the order in which it was noted."""
        with self._sessions.reading() as session:
            return [
                IndexTask(
                    number,
                    tuple(stretches),
                    None if post is None else PostId(post),
                    None if reached is None else PostId(reached),
                )
                for number, stretches, post, reached in _lines(session)
            ]

    def reached(self, number: int, post_id: PostId) -> None:
        """Note the post of a task that was done last."""
        with self._sessions.writing() as session:
            _keep(
                session,
                [
                    (line[0], line[1], line[2], post_id) if line[0] == number else line
                    for line in _lines(session)
                ],
            )

    def done(self, number: int) -> None:
        """Strike a task out."""
        with self._sessions.writing() as session:
            _keep(session, [line for line in _lines(session) if line[0] != number])


def note(session: Session, stretches: Iterable[str], post_id: int | None = None) -> None:
    """Note stretches that are cut otherwise from now on.

    Args:
        session: the transaction in which that changes.
        stretches: in simplified characters.
        post_id: the one post that it holds in; None for all.
    """
    texts = list(dict.fromkeys(filter(None, stretches)))
    if texts:
        lines = _lines(session)
        _keep(session, [*lines, (max((line[0] for line in lines), default=0) + 1, texts, post_id, None)])


def _lines(session: Session) -> list[_Line]:
    fact = session.get(FactRow, _FACT)
    return [] if fact is None else [(line[0], line[1], line[2], line[3]) for line in json.loads(fact.value)]


def _keep(session: Session, lines: Sequence[_Line]) -> None:
    session.merge(FactRow(name=_FACT, value=json.dumps(lines, ensure_ascii=False, separators=(",", ":"))))
