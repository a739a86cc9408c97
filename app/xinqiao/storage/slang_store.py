"""The library's own copy of the slang layer: the shipped pack with the reader's changes over it."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from xinqiao.domain.words import SlangEntry
from xinqiao.storage.rows import FactRow, SlangRow, now, packed, unpacked
from xinqiao.storage.sessions import Sessions

_PACK = "slang_pack"


class SqlSlangStore:
    """The `SlangStore` port over SQLite. Terms that differ in case only are one entry."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def all(self) -> list[SlangEntry]:
        """Every entry, by term: first the shipped ones, then the reader's own."""
        with self._sessions.reading() as session:
            rows = session.scalars(
                select(SlangRow)
                .where(SlangRow.removed_at.is_(None))
                .order_by(SlangRow.own, SlangRow.term_key)
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
            session.merge(FactRow(name=_PACK, value=version))

    def keep(self, entry: SlangEntry) -> None:
        """Keep the reader's own entry, or the reader's version of a shipped one."""
        values = _values(entry, own=True)
        with self._sessions.writing() as session:
            session.execute(
                upsert(SlangRow)
                .values(values)
                .on_conflict_do_update(index_elements=["term_key"], set_={**values, "removed_at": None})
            )

    def remove(self, term: str) -> None:
        """Take an entry out; a newer pack does not bring it back."""
        with self._sessions.writing() as session:
            session.execute(update(SlangRow).where(SlangRow.term_key == _key(term)).values(removed_at=now()))


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
