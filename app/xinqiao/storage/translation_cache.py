"""Translations by text and model, and the reader's own, which are never pruned and always win."""

import json
from collections.abc import Sequence

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from xinqiao.domain.translations import Doubt, DoubtReason, Maker, Translation
from xinqiao.storage.rows import EditRow, ModelRow, now
from xinqiao.storage.sessions import Sessions

_EDITED = text(
    "SELECT e.text, e.english FROM json_each(:texts) j JOIN translation_edits e ON e.text = j.value"
)
_CACHED = text(
    "SELECT t.text, t.english, t.maker, t.score, t.doubts FROM json_each(:texts) j"
    " JOIN models m ON m.model_key = :model"
    " JOIN translations t ON t.model_id = m.id AND t.text = j.value"
)
_PUT = text(
    "INSERT OR REPLACE INTO translations (model_id, text, english, maker, score, doubts, made_at)"
    " VALUES (:model, :text, :english, :maker, :score, :doubts, :made_at)"
)
_EDIT = text(
    "INSERT OR REPLACE INTO translation_edits (text, english, changed_at) VALUES (:text, :english, :at)"
)

_FORGET = text(
    "DELETE FROM translations WHERE EXISTS"
    " (SELECT 1 FROM json_each(:terms) t WHERE instr(lower(translations.text), t.value) > 0)"
)


class SqlTranslationCache:
    """The `TranslationCache` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def get_many(self, texts: Sequence[str], model_key: str) -> dict[str, Translation]:
        """Those of `texts` that the reader translated or that are cached for `model_key`."""
        wanted = json.dumps(list(texts), ensure_ascii=False)
        with self._sessions.reading() as session:
            cached = session.execute(_CACHED, {"texts": wanted, "model": model_key}).all()
            edited = session.execute(_EDITED, {"texts": wanted}).all()
        found = {
            sentence: _translation(english, Maker(maker), model_key, score, doubts)
            for sentence, english, maker, score, doubts in cached
        }
        found.update((sentence, Translation(english, Maker.READER)) for sentence, english in edited)
        return found

    def put_many(self, items: Sequence[tuple[str, Translation]], model_key: str) -> None:
        """Keep (sentence text, translation) pairs made by `model_key`.

        A translation by the reader is left out: `keep_edit` is its way in.
        """
        made_at = now().isoformat(timespec="microseconds")
        rows = [
            {
                "text": sentence,
                "english": translation.text,
                "maker": translation.maker.value,
                "score": translation.score,
                "doubts": json.dumps(
                    [[doubt.reason.value, doubt.detail] for doubt in translation.doubts],
                    ensure_ascii=False,
                    separators=(",", ":"),
                ),
                "made_at": made_at,
            }
            for sentence, translation in items
            if translation.maker is not Maker.READER
        ]
        if not rows:
            return
        with self._sessions.writing() as session:
            model = _model_id(session, model_key)
            session.execute(_PUT, [{**row, "model": model} for row in rows])

    def keep_edit(self, text: str, english: str | None) -> None:
        """Keep the reader's own translation of a sentence, or drop it with None."""
        with self._sessions.writing() as session:
            if english is None:
                session.execute(delete(EditRow).where(EditRow.text == text))
            else:
                at = now().isoformat(timespec="microseconds")
                session.execute(_EDIT, {"text": text, "english": english, "at": at})

    def forget_with(self, terms: Sequence[str]) -> None:
        """Drop what models made of sentences that hold one of `terms`, in any case."""
        with self._sessions.writing() as session:
            session.execute(_FORGET, {"terms": json.dumps([term.lower() for term in terms if term])})

    def edits(self) -> dict[str, str]:
        """Every sentence the reader translated, with the reader's English."""
        with self._sessions.reading() as session:
            rows = session.execute(select(EditRow.text, EditRow.english).order_by(EditRow.changed_at))
            return {sentence: english for sentence, english in rows}


def _model_id(session: Session, model_key: str) -> int:
    found = session.scalars(select(ModelRow.id).where(ModelRow.model_key == model_key)).first()
    if found is not None:
        return found
    return session.scalars(insert(ModelRow).values(model_key=model_key).returning(ModelRow.id)).one()


def _translation(english: str, maker: Maker, model: str, score: float | None, doubts: str) -> Translation:
    return Translation(
        text=english,
        maker=maker,
        model=model if maker is Maker.MODEL else "",
        score=score,
        doubts=()
        if doubts == "[]"
        else tuple(Doubt(DoubtReason(reason), detail) for reason, detail in json.loads(doubts)),
    )
