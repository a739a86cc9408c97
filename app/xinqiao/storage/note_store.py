"""The reader's notes."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select, update

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.posts import PostId
from xinqiao.storage.rows import NoteRow, PostRow, now, packed, unpacked
from xinqiao.storage.sessions import Sessions


class SqlNoteStore:
    """The `NoteStore` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def get(self, note_id: NoteId) -> Note | None:
        """One note, or None when it is not there (or removed)."""
        found = self._where(NoteRow.id == note_id)
        return found[0] if found else None

    def add(self, body: str, quote: Quote, tags: Sequence[str] = ()) -> Note:
        """Keep a new note."""
        with self._sessions.writing() as session:
            # A post that was purged meanwhile must not keep its note from being kept.
            there = quote.post_id is not None and session.get(PostRow, quote.post_id) is not None
            at = now()
            row = NoteRow(
                body=body,
                post_id=quote.post_id if there else None,
                word=quote.word,
                sentence=quote.sentence,
                pinyin=quote.pinyin,
                translation=quote.translation,
                source=quote.source,
                tags=packed(tags),
                created_at=at,
                changed_at=at,
            )
            session.add(row)
            session.flush()
            return _note(row)

    def change(self, note_id: NoteId, body: str, tags: Sequence[str] | None = None) -> Note:
        """Give a note a new text, and new tags unless they are None.

        Raises:
            ReaderError: the note was removed.
        """
        with self._sessions.writing() as session:
            row = session.get(NoteRow, note_id)
            if row is None or row.removed_at is not None:
                raise ReaderError(
                    message("This note was removed."),
                    message("Undo the removal, or save the text as a new note."),
                )
            row.body = body
            if tags is not None:
                row.tags = packed(tags)
            row.changed_at = now()
            session.flush()
            return _note(row)

    def all(self) -> list[Note]:
        """Every note, the latest changed first, removed ones left out."""
        return self._where()

    def for_post(self, post_id: PostId) -> list[Note]:
        """Notes on a post, on its sentences and on words in it."""
        return self._where(NoteRow.post_id == post_id)

    def for_word(self, word: str) -> list[Note]:
        """Notes on a word."""
        return self._where(NoteRow.word == word)

    def remove(self, note_ids: Sequence[NoteId]) -> None:
        """Take notes away; `restore` brings them back."""
        with self._sessions.writing() as session:
            for note_id in note_ids:
                session.execute(
                    update(NoteRow)
                    .where(NoteRow.id == note_id, NoteRow.removed_at.is_(None))
                    .values(removed_at=now())
                )

    def restore(self, note_ids: Sequence[NoteId]) -> None:
        """Bring removed notes back."""
        with self._sessions.writing() as session:
            for note_id in note_ids:
                session.execute(update(NoteRow).where(NoteRow.id == note_id).values(removed_at=None))

    def _where(self, *conditions: ColumnElement[bool]) -> list[Note]:
        with self._sessions.reading() as session:
            rows = session.scalars(
                select(NoteRow)
                .where(NoteRow.removed_at.is_(None), *conditions)
                .order_by(NoteRow.changed_at.desc(), NoteRow.id.desc())
            )
            return [_note(row) for row in rows]


def _note(row: NoteRow) -> Note:
    return Note(
        id=NoteId(row.id),
        body=row.body,
        quote=Quote(
            post_id=None if row.post_id is None else PostId(row.post_id),
            word=row.word,
            sentence=row.sentence,
            pinyin=row.pinyin,
            translation=row.translation,
            source=row.source,
        ),
        created_at=row.created_at,
        changed_at=row.changed_at,
        tags=unpacked(row.tags),
    )
