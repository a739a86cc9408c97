"""The reader's words with the sentences they were met in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Integer,
    ScalarSelect,
    Select,
    Text,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
    type_coerce,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from xinqiao.domain.posts import PostId
from xinqiao.domain.words import Encounter, HskLevels, Span, Word, WordId, WordStatus
from xinqiao.storage.rows import EncounterRow, PostRow, WordRow, now, packed, unpacked
from xinqiao.storage.sessions import Sessions, plain_rows
from xinqiao.storage.word_index import COUNTED, move_shares

_SEEN = select(func.count()).where(EncounterRow.word_id == WordRow.id).correlate(WordRow).scalar_subquery()
_WORDS: Select[*tuple[Any, ...]] = select(
    WordRow.id,
    WordRow.text,
    WordRow.traditional,
    WordRow.pinyin,
    WordRow.meaning,
    WordRow.status,
    type_coerce(WordRow.added_at, Text),
    type_coerce(WordRow.changed_at, Text),
    WordRow.hsk2,
    WordRow.hsk3,
    WordRow.syllabus_2025,
    WordRow.zipf,
    WordRow.tags,
    _SEEN,
).where(WordRow.removed_at.is_(None))
_ALL_WORDS = _WORDS.order_by(WordRow.id.desc())
_STATUSES = text(
    "SELECT w.text, w.status FROM json_each(:texts) j"
    " JOIN words w ON w.text = j.value AND w.removed_at IS NULL"
)
# As one JSON value: any number of words, and one statement for SQLAlchemy to remember.
_GIVEN_IDS: ScalarSelect[int] = (
    select(literal_column("value", Integer)).select_from(func.json_each(bindparam("ids"))).scalar_subquery()
)
_IN_IDS = WordRow.id.in_(_GIVEN_IDS)
_MERGE_ENCOUNTERS = text("UPDATE OR IGNORE encounters SET word_id = :into WHERE word_id = :word")


class SqlVocabularyStore:
    """The `VocabularyStore` port over SQLite."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def find(self, text: str) -> Word | None:
        """The kept word with this headword, or None."""
        with self._sessions.reading() as session:
            return _find(session, text)

    def get_many(self, word_ids: Sequence[WordId]) -> list[Word]:
        """Those of the words that are kept, in the given order."""
        with self._sessions.reading() as session:
            rows = session.execute(_WORDS.where(_IN_IDS), {"ids": json.dumps(list(word_ids))})
            words = {word.id: word for word in map(_word, rows)}
        return [words[word_id] for word_id in word_ids if word_id in words]

    def statuses(self, texts: Iterable[str] | None = None) -> dict[str, WordStatus]:
        """Status of each kept word among `texts` (all kept words for None)."""
        with self._sessions.reading() as session:
            if texts is None:
                rows = session.execute(
                    select(WordRow.text, WordRow.status).where(WordRow.removed_at.is_(None))
                ).all()
            else:
                wanted = json.dumps(list(texts), ensure_ascii=False)
                rows = session.execute(_STATUSES, {"texts": wanted}).all()
        return {word: _STATUS[status] for word, status in rows}

    def all(self) -> list[Word]:
        """Every kept word, the latest added first."""
        with self._sessions.reading() as session:
            rows = plain_rows(session, _ALL_WORDS)
            return [_word(row) for row in rows]

    def keep(self, word: Word, encounter: Encounter | None) -> Word:
        """Keep a word (by its headword; `word.id` is ignored) with one encounter, in one transaction.

        An existing word keeps its id, its first date and what the reader sees of it, and takes
        the new status. The same stretch of the same sentence is kept once.
        """
        with self._sessions.writing() as session:
            known = session.execute(
                select(WordRow.id, WordRow.status).where(
                    WordRow.text == word.text, WordRow.removed_at.is_(None)
                )
            ).first()
            if known is None:
                word_id = _insert(session, word)
                before = WordStatus.NEW
            else:
                word_id, before = known[0], WordStatus(known[1])
                session.execute(
                    update(WordRow).where(WordRow.id == word_id).values(status=word.status, changed_at=now())
                )
            if encounter is not None:
                _meet(session, word_id, encounter)
            move_shares(session, {word.text: _step(before, word.status)})
            kept = _find(session, word.text)
            assert kept is not None, "the word was written in this transaction"
            return kept

    def set_status(self, word_ids: Sequence[WordId], status: WordStatus) -> dict[WordId, WordStatus]:
        """Change the status of kept words; answers with those that changed and what they were."""
        return self._set_statuses(dict.fromkeys(word_ids, status))

    def put_statuses(self, statuses: Mapping[WordId, WordStatus]) -> None:
        """Give each word its status, in one transaction."""
        self._set_statuses(statuses)

    def _set_statuses(self, statuses: Mapping[WordId, WordStatus]) -> dict[WordId, WordStatus]:
        with self._sessions.writing() as session:
            rows = session.execute(
                select(WordRow.id, WordRow.text, WordRow.status).where(WordRow.removed_at.is_(None), _IN_IDS),
                {"ids": json.dumps(list(statuses))},
            ).all()
            changed = {
                WordId(number): WordStatus(old)
                for number, _, old in rows
                if statuses[WordId(number)] is not WordStatus(old)
            }
            if changed:
                at = now()
                session.execute(
                    update(WordRow),
                    [
                        {"id": number, "status": statuses[number].value, "changed_at": at}
                        for number in changed
                    ],
                )
                move_shares(
                    session,
                    {word: _step(WordStatus(old), statuses[WordId(number)]) for number, word, old in rows},
                )
            return changed

    def remove(self, word_ids: Sequence[WordId]) -> None:
        """Take words out of the vocabulary; `restore` brings them back with their encounters."""
        with self._sessions.writing() as session:
            removed = session.execute(
                update(WordRow)
                .where(WordRow.removed_at.is_(None), _IN_IDS)
                .values(removed_at=now())
                .returning(WordRow.text, WordRow.status),
                {"ids": json.dumps(list(word_ids))},
            ).all()
            move_shares(
                session, {word: _step(WordStatus(status), WordStatus.NEW) for word, status in removed}
            )

    def restore(self, word_ids: Sequence[WordId]) -> None:
        """Bring removed words back.

        Where the reader kept the same word again in the meantime, that one stays and takes the
        encounters of the removed one.
        """
        with self._sessions.writing() as session:
            changes: dict[str, int] = {}
            for word_id in word_ids:
                row = session.get(WordRow, word_id)
                if row is None or row.removed_at is None:
                    continue
                again = _find(session, row.text)
                if again is None:
                    row.removed_at = None
                    session.flush()
                    changes[row.text] = _step(WordStatus.NEW, WordStatus(row.status))
                else:
                    session.execute(_MERGE_ENCOUNTERS, {"into": again.id, "word": word_id})
            move_shares(session, changes)

    def encounters(self, word_id: WordId) -> list[Encounter]:
        """A word's encounters, the latest first."""
        with self._sessions.reading() as session:
            rows = session.scalars(
                select(EncounterRow)
                .where(EncounterRow.word_id == word_id)
                .order_by(EncounterRow.met_at.desc(), EncounterRow.id.desc())
            )
            return [_encounter(row) for row in rows]

    def latest_encounters(self, word_ids: Sequence[WordId] | None = None) -> dict[WordId, Encounter]:
        """The latest encounter of each of the words that has one (of all words for None)."""
        wanted = select(EncounterRow).order_by(EncounterRow.met_at, EncounterRow.id)
        with self._sessions.reading() as session:
            if word_ids is None:
                rows = session.scalars(wanted)
            else:
                rows = session.scalars(
                    wanted.where(EncounterRow.word_id.in_(_GIVEN_IDS)), {"ids": json.dumps(list(word_ids))}
                )
            latest = {row.word_id: row for row in rows}
            return {WordId(number): _encounter(row) for number, row in latest.items()}

    def forget_encounter(self, word_id: WordId, sentence: str, span: Span) -> None:
        """Take one encounter of a word away for good."""
        with self._sessions.writing() as session:
            session.execute(
                delete(EncounterRow).where(
                    EncounterRow.word_id == word_id,
                    EncounterRow.sentence == sentence,
                    EncounterRow.span_start == span.start,
                    EncounterRow.span_end == span.end,
                )
            )


_STATUS = {status.value: status for status in WordStatus}


def _step(before: WordStatus, after: WordStatus) -> int:
    """What a change of status adds to the known words of the posts that have the word."""
    return (after in COUNTED) - (before in COUNTED)


def _find(session: Session, headword: str) -> Word | None:
    row = session.execute(_WORDS.where(WordRow.text == headword)).first()
    return None if row is None else _word(row)


def _insert(session: Session, word: Word) -> int:
    return session.scalars(
        insert(WordRow)
        .values(
            text=word.text,
            traditional=word.traditional,
            pinyin=word.pinyin,
            meaning=word.meaning,
            status=word.status.value,
            added_at=word.added_at,
            changed_at=word.changed_at,
            hsk2=word.hsk.hsk2,
            hsk3=word.hsk.hsk3,
            syllabus_2025=word.hsk.syllabus_2025,
            zipf=word.zipf,
            tags=packed(word.tags),
        )
        .returning(WordRow.id)
    ).one()


def _meet(session: Session, word_id: int, encounter: Encounter) -> None:
    # A post that was purged meanwhile must not keep its sentence from being kept.
    there = encounter.post_id is not None and session.get(PostRow, encounter.post_id) is not None
    session.execute(
        upsert(EncounterRow)
        .values(
            word_id=word_id,
            sentence=encounter.sentence,
            span_start=encounter.span.start,
            span_end=encounter.span.end,
            pinyin=encounter.pinyin,
            translation=encounter.translation,
            model=encounter.model,
            post_id=encounter.post_id if there else None,
            source=encounter.source,
            met_at=encounter.met_at or now(),
        )
        .on_conflict_do_nothing()
    )


@lru_cache(maxsize=512)
def _levels(hsk2: str, hsk3: str, syllabus_2025: str) -> HskLevels:
    return HskLevels(hsk2, hsk3, syllabus_2025)


def _word(row: Sequence[Any]) -> Word:
    # By position: a hundred thousand of these make one list.
    return Word(
        WordId(row[0]),
        row[1],
        row[2],
        row[3],
        row[4],
        _STATUS[row[5]],
        datetime.fromisoformat(row[6]),
        datetime.fromisoformat(row[7]),
        _levels(row[8], row[9], row[10]),
        row[11],
        row[13],
        unpacked(row[12]),
    )


def _encounter(row: EncounterRow) -> Encounter:
    return Encounter(
        sentence=row.sentence,
        span=Span(row.span_start, row.span_end),
        pinyin=row.pinyin,
        translation=row.translation,
        model=row.model,
        post_id=None if row.post_id is None else PostId(row.post_id),
        source=row.source,
        met_at=row.met_at,
    )
