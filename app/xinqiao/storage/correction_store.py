"""The ledger of the reader's corrections."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from xinqiao.domain.corrections import CUTS, Correction, CorrectionId, CorrectionKind
from xinqiao.domain.posts import PostId
from xinqiao.storage import index_queue
from xinqiao.storage.rows import CorrectionRow, PostRow, now, packed, unpacked
from xinqiao.storage.sessions import Sessions


class SqlCorrectionStore:
    """The `CorrectionStore` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def all(self) -> list[Correction]:
        """Every correction in force or orphaned, in the order in which they were made."""
        with self._sessions.reading() as session:
            rows = session.scalars(
                select(CorrectionRow).where(CorrectionRow.removed_at.is_(None)).order_by(CorrectionRow.id)
            )
            return [to_correction(row) for row in rows]

    def add_many(self, corrections: Sequence[Correction]) -> list[Correction]:
        """Write corrections at the end of the ledger, all or none; as the ledger has them."""
        with self._sessions.writing() as session:
            rows = [_row(session, correction) for correction in corrections]
            session.add_all(rows)
            session.flush()
            _note_cuts(session, rows)
            return [to_correction(row) for row in rows]

    def remove(self, ids: Sequence[CorrectionId]) -> None:
        """Take corrections out; `restore` brings them back to their places."""
        self._set_removed(ids, now())

    def restore(self, ids: Sequence[CorrectionId]) -> None:
        """Bring removed corrections back."""
        self._set_removed(ids, None)

    def _set_removed(self, ids: Sequence[CorrectionId], at: datetime | None) -> None:
        with self._sessions.writing() as session:
            rows = session.scalars(select(CorrectionRow).where(CorrectionRow.id.in_(list(ids)))).all()
            _note_cuts(session, rows)
            session.execute(
                update(CorrectionRow).where(CorrectionRow.id.in_(list(ids))).values(removed_at=at)
            )


def _note_cuts(session: Session, rows: Sequence[CorrectionRow]) -> None:
    """Let the word index follow cuts that came or went."""
    cuts = [row for row in rows if CorrectionKind(row.kind) in CUTS]
    index_queue.note(session, (row.text for row in cuts if row.everywhere))
    for post_id in dict.fromkeys(row.post_id for row in cuts if row.post_id is not None):
        index_queue.note(session, (row.text for row in cuts if row.post_id == post_id), post_id)


def _row(session: Session, correction: Correction) -> CorrectionRow:
    post_id: int | None = None if correction.everywhere else correction.post_id
    post_key = "" if correction.everywhere else correction.post_key
    if not correction.everywhere and post_id is not None:
        found = session.get(PostRow, post_id)
        post_id, post_key = (None, post_key) if found is None else (post_id, found.fingerprint)
    elif not correction.everywhere and post_key:
        post_id = session.scalars(
            select(PostRow.id).where(PostRow.fingerprint == post_key).order_by(PostRow.removed_at, PostRow.id)
        ).first()
    return CorrectionRow(
        kind=correction.kind.value,
        text=correction.text,
        words=packed(correction.words),
        value=correction.value,
        everywhere=correction.everywhere,
        post_id=post_id,
        post_key=post_key,
        sentence=correction.sentence,
        source=correction.source,
        made_at=correction.made_at or now(),
        removed_at=None,
    )


def to_correction(row: CorrectionRow) -> Correction:
    """A row as the plain value."""
    return Correction(
        kind=CorrectionKind(row.kind),
        text=row.text,
        words=unpacked(row.words),
        value=row.value,
        everywhere=row.everywhere,
        post_id=None if row.post_id is None else PostId(row.post_id),
        post_key=row.post_key,
        sentence=row.sentence,
        source=row.source,
        made_at=row.made_at,
        id=CorrectionId(row.id),
    )
