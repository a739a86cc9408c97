"""The reader's glossary in SQLite."""

from collections.abc import Mapping

from sqlalchemy import delete, select, text

from xinqiao.storage.rows import GlossaryRow, now
from xinqiao.storage.sessions import Sessions

_PUT = text("INSERT OR REPLACE INTO glossary (term, english, changed_at) VALUES (:term, :english, :at)")


class SqlGlossaryStore:
    """The `GlossaryStore` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def all(self) -> dict[str, str]:
        """Every term with its English, by term."""
        with self._sessions.reading() as session:
            rows = session.execute(select(GlossaryRow.term, GlossaryRow.english).order_by(GlossaryRow.term))
            return {term: english for term, english in rows}

    def change(self, terms: Mapping[str, str | None]) -> None:
        """Keep terms with their English, in one transaction; None takes a term out."""
        at = now().isoformat(timespec="microseconds")
        kept = [
            {"term": term, "english": english, "at": at}
            for term, english in terms.items()
            if english is not None
        ]
        with self._sessions.writing() as session:
            for term, english in terms.items():
                if english is None:
                    session.execute(delete(GlossaryRow).where(GlossaryRow.term == term))
            if kept:
                session.execute(_PUT, kept)
