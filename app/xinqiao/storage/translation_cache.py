"""Translations by text and model, and the reader's own, which are never pruned and always win."""

import json
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.orm import Session

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.models import CacheStatistics
from xinqiao.domain.translations import Doubt, DoubtReason, Maker, Translation, keys_as_good
from xinqiao.storage.rows import EditRow, ModelRow, TranslationRow, now
from xinqiao.storage.sessions import Sessions

LIMIT = 200_000
"""Translations that are kept at most; the reader's own are not counted."""

_ROOM = 0.9  # share of the limit that is left by pruning, so that it is not done at every turn
_LOOK_EVERY = 2_000  # translations between two looks at how many there are

# CROSS: otherwise SQLite walks through every translation of the model and looks each up in the list.
_EDITED = text(
    "SELECT e.text, e.english FROM json_each(:texts) j CROSS JOIN translation_edits e ON e.text = j.value"
)
_CACHED = text(
    "SELECT t.text, t.english, t.maker, t.score, t.doubts, t.used_on, k.value FROM json_each(:keys) k"
    " CROSS JOIN json_each(:texts) j CROSS JOIN models m ON m.model_key = k.value"
    " CROSS JOIN translations t ON t.model_id = m.id AND t.text = j.value ORDER BY k.key DESC"
)
# Second tries and the English on the way to another language stand under keys of their own.
_OLDER = text(
    "SELECT t.text, t.english, t.maker, t.score, t.doubts, m.model_key FROM models m"
    " CROSS JOIN json_each(:texts) j CROSS JOIN translations t ON t.model_id = m.id AND t.text = j.value"
    " WHERE substr(m.model_key, 1, length(:name)) = :name"
    " AND m.model_key NOT LIKE '%/wide' AND m.model_key NOT LIKE '%/step' ORDER BY t.made_at"
)
_PUT = text(
    "INSERT OR REPLACE INTO translations (model_id, text, english, maker, score, doubts, made_at, used_on)"
    " VALUES (:model, :text, :english, :maker, :score, :doubts, :made_at, :used_on)"
)
_USED = text(
    "UPDATE translations SET used_on = :day WHERE used_on <> :day"
    " AND model_id = (SELECT id FROM models WHERE model_key = :model)"
    " AND text IN (SELECT value FROM json_each(:texts))"
)
_PRUNE = text(
    "DELETE FROM translations WHERE (model_id, text) IN ("
    "SELECT model_id, text FROM translations ORDER BY used_on, made_at LIMIT :count)"
)
_FORGET_CONTAINING = text(
    "DELETE FROM translations WHERE EXISTS"
    " (SELECT 1 FROM json_each(:pieces) j WHERE instr(translations.text, j.value) > 0)"
)
_WHOLE = "m.model_key NOT LIKE '%/wide' AND m.model_key NOT LIKE '%/step'"
_STATISTICS = text(
    f"SELECT count(*) FILTER (WHERE {_WHOLE}), count(DISTINCT t.model_id) FILTER (WHERE {_WHOLE}),"
    " coalesce(sum(length(CAST(t.text AS BLOB)) + length(CAST(t.english AS BLOB))), 0),"
    " (SELECT count(*) FROM translation_edits)"
    " FROM translations t JOIN models m ON m.id = t.model_id"
)
_EDIT = text(
    "INSERT OR REPLACE INTO translation_edits (text, english, changed_at) VALUES (:text, :english, :at)"
)

_FORGET = text(
    "DELETE FROM translations WHERE EXISTS"
    " (SELECT 1 FROM json_each(:terms) t WHERE instr(lower(translations.text), lower(t.value)) > 0)"
)


class SqlTranslationCache:
    """The `TranslationCache` and `KeptTranslations` ports over SQLite.

    It is bounded: translations that were not used for longest make room.
    """

    def __init__(self, sessions: Sessions, limit: int = LIMIT) -> None:
        self._sessions = sessions
        self._limit = limit
        self._until_look = 1  # the first write of each run looks

    def get_many(self, texts: Sequence[str], model_key: str) -> dict[str, Translation]:
        """Those of `texts` that the reader translated or that are cached for `model_key`.

        The same weights with a wider search will do as well (`keys_as_good`).
        """
        wanted = json.dumps(list(texts), ensure_ascii=False)
        keys = json.dumps(keys_as_good(model_key), ensure_ascii=False)
        with self._sessions.reading() as session:
            cached = session.execute(_CACHED, {"texts": wanted, "keys": keys}).all()
            edited = session.execute(_EDITED, {"texts": wanted}).all()
        found = {
            sentence: _translation(english, Maker(maker), key, score, doubts)
            for sentence, english, maker, score, doubts, _, key in cached
        }
        day = _today()
        stale: dict[str, list[str]] = {}
        for sentence, *_, used_on, key in cached:
            if used_on != day:
                stale.setdefault(key, []).append(sentence)
        with suppress(ReaderError):  # a library that cannot be written can still be read
            for key, sentences in stale.items():
                self._note_use(sentences, key, day)
        found.update((sentence, Translation(english, Maker.READER)) for sentence, english in edited)
        return found

    def get_older(self, texts: Sequence[str], model_key: str) -> dict[str, Translation]:
        """For those of `texts` that `get_many` has nothing of: what another version of the model said.

        After an update of a model, or with another width of the search, there is something to read
        until the sentence is translated anew. Of several versions the last to be asked counts.
        """
        name = model_key.split("/", 1)[0] + "/"
        known = self.get_many(texts, model_key)
        missing = [text for text in texts if text not in known]
        if not missing:
            return {}
        wanted = json.dumps(missing, ensure_ascii=False)
        with self._sessions.reading() as session:
            rows = session.execute(_OLDER, {"texts": wanted, "name": name}).all()
        return {
            sentence: _translation(english, Maker(maker), key, score, doubts)
            for sentence, english, maker, score, doubts, key in rows
        }

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
                "used_on": made_at[:10],
            }
            for sentence, translation in items
            if translation.maker is not Maker.READER
        ]
        if not rows:
            return
        with self._sessions.writing() as session:
            model = _model_id(session, model_key)
            session.execute(_PUT, [{**row, "model": model} for row in rows])
            self._until_look -= len(rows)
            if self._until_look <= 0:
                self._until_look = max(1, min(_LOOK_EVERY, self._limit // 10))
                self._prune(session)

    def _note_use(self, texts: Sequence[str], model_key: str, day: str) -> None:
        with self._sessions.writing() as session:
            values = {"texts": json.dumps(texts, ensure_ascii=False), "model": model_key, "day": day}
            session.execute(_USED, values)

    def _prune(self, session: Session) -> None:
        count = session.scalar(select(func.count()).select_from(TranslationRow)) or 0
        if count > self._limit:
            session.execute(_PRUNE, {"count": count - int(self._limit * _ROOM)})

    def statistics(self) -> CacheStatistics:
        """How much is kept."""
        with self._sessions.reading() as session:
            sentences, models, size, edits = session.execute(_STATISTICS).one()
        return CacheStatistics(sentences, models, size, edits, self._limit)

    def forget_all(self) -> int:
        """Forget every translation but the reader's own; how many."""
        with self._sessions.writing() as session:
            count = session.scalar(select(func.count()).select_from(TranslationRow)) or 0
            session.execute(delete(TranslationRow))
            session.execute(delete(ModelRow))
            return count

    def forget_containing(self, pieces: Sequence[str]) -> int:
        """Forget translations of sentences that hold any of `pieces`, the reader's own excepted."""
        wanted = [piece for piece in pieces if piece]
        with self._sessions.writing() as session:
            before = session.scalar(select(func.count()).select_from(TranslationRow)) or 0
            session.execute(_FORGET_CONTAINING, {"pieces": json.dumps(wanted, ensure_ascii=False)})
            return before - (session.scalar(select(func.count()).select_from(TranslationRow)) or 0)

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
            session.execute(_FORGET, {"terms": json.dumps([term for term in terms if term])})

    def edits(self) -> dict[str, str]:
        """Every sentence the reader translated, with the reader's English."""
        with self._sessions.reading() as session:
            rows = session.execute(select(EditRow.text, EditRow.english).order_by(EditRow.changed_at))
            return {sentence: english for sentence, english in rows}


def _today() -> str:
    return now().date().isoformat()


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
