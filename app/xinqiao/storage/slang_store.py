"""The library's own copy of the slang layer: the shipped pack with the reader's changes over it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from xinqiao.domain.slang import SlangState
from xinqiao.domain.words import SlangEntry
from xinqiao.storage import index_queue
from xinqiao.storage.rows import FactRow, SlangRow, now, packed, unpacked
from xinqiao.storage.sessions import Sessions

_PACK = "slang_pack"


class SqlSlangStore:
    """The `SlangStore` port over SQLite. Terms that differ in case only are one entry."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def all(self) -> list[SlangEntry]:
        """Every entry: first the reader's own, which win, then the shipped ones in the pack's order."""
        with self._sessions.reading() as session:
            rows = session.scalars(
                select(SlangRow)
                .where(SlangRow.removed_at.is_(None))
                .order_by(SlangRow.own.desc(), text("rowid"))
            )
            return [_entry(row) for row in rows]

    def load_pack(self, entries: Sequence[SlangEntry], version: str) -> None:
        """Bring the shipped pack in, once per version.

        Entries the reader changed, added or removed stay as they are; shipped entries that the
        new pack no longer has go.
        """
        with self._sessions.writing() as session:
            loaded = session.get(FactRow, _PACK)
            if loaded is not None and loaded.value == version:
                return
            before = _spellings(session) if loaded is not None else None
            touched = set(
                session.scalars(
                    select(SlangRow.term_key).where(SlangRow.own | SlangRow.removed_at.is_not(None))
                )
            )
            session.execute(delete(SlangRow).where(~SlangRow.own, SlangRow.removed_at.is_(None)))
            rows = {_key(entry.term): _values(entry, own=False) for entry in entries}
            fresh = [row for key, row in rows.items() if key not in touched]
            if fresh:
                session.execute(insert(SlangRow), fresh)
            if before is not None:  # else the library is new, and no post is older than the pack
                _note_difference(session, before)
            session.merge(FactRow(name=_PACK, value=version))

    def own_terms(self) -> set[str]:
        """Terms of the entries that the reader added or changed."""
        with self._sessions.reading() as session:
            return set(
                session.scalars(select(SlangRow.term).where(SlangRow.own, SlangRow.removed_at.is_(None)))
            )

    def keep(self, entry: SlangEntry) -> None:
        """Keep the reader's own entry, or the reader's version of a shipped one."""
        self.keep_many([entry])

    def keep_many(self, entries: Sequence[SlangEntry]) -> None:
        """Keep several of the reader's own entries, all or none."""
        with self._sessions.writing() as session, _noted(session):
            for entry in entries:
                values = _values(entry, own=True)
                session.execute(
                    upsert(SlangRow)
                    .values(values)
                    .on_conflict_do_update(index_elements=["term_key"], set_={**values, "removed_at": None})
                )

    def snapshot(self, terms: Sequence[str]) -> list[SlangState]:
        """How the entries of `terms` stand now, for `put_back`."""
        with self._sessions.reading() as session:
            states = []
            for term in dict.fromkeys(map(_key, terms)):
                row = session.get(SlangRow, term)
                if row is None:
                    states.append(SlangState(term, None))
                else:
                    states.append(SlangState(term, _entry(row), row.own, row.removed_at is not None))
            return states

    def put_back(self, states: Sequence[SlangState]) -> None:
        """Make entries what they were at `snapshot`, in one transaction."""
        with self._sessions.writing() as session, _noted(session):
            for state in states:
                if state.entry is None:
                    session.execute(delete(SlangRow).where(SlangRow.term_key == state.key))
                    continue
                values = {
                    **_values(state.entry, own=state.own),
                    "removed_at": now() if state.removed else None,
                }
                session.execute(
                    upsert(SlangRow)
                    .values(values)
                    .on_conflict_do_update(index_elements=["term_key"], set_=values)
                )

    def remove(self, term: str) -> None:
        """Take an entry out; a newer pack does not bring it back."""
        with self._sessions.writing() as session, _noted(session):
            session.execute(update(SlangRow).where(SlangRow.term_key == _key(term)).values(removed_at=now()))


@contextmanager
def _noted(session: Session) -> Iterator[None]:
    """Lets the word index follow what the block changes in how words are spelled."""
    before = _spellings(session)
    yield
    _note_difference(session, before)


def _note_difference(session: Session, before: set[str]) -> None:
    index_queue.note(session, sorted(before ^ _spellings(session)))


def _spellings(session: Session) -> set[str]:
    """Every term and variant in force: what the segmenter makes words of."""
    rows = session.execute(select(SlangRow.term, SlangRow.variants).where(SlangRow.removed_at.is_(None)))
    return {spelling for term, variants in rows for spelling in (term, *unpacked(variants))}


def _key(term: str) -> str:
    return term.casefold()


def _values(entry: SlangEntry, *, own: bool) -> dict[str, object]:
    return {
        "term_key": _key(entry.term),
        "term": entry.term,
        "meaning": entry.meaning,
        "variants": packed(entry.variants),
        "pinyin": entry.pinyin,
        "literal": entry.literal,
        "register": entry.register,
        "note": entry.note,
        "example_zh": entry.example_zh,
        "example_en": entry.example_en,
        "own": own,
    }


def _entry(row: SlangRow) -> SlangEntry:
    return SlangEntry(
        term=row.term,
        meaning=row.meaning,
        variants=unpacked(row.variants),
        pinyin=row.pinyin,
        literal=row.literal,
        register=row.register,
        note=row.note,
        example_zh=row.example_zh,
        example_en=row.example_en,
    )
