"""The reader's words with the sentences they were met in."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import (
    Integer,
    ScalarSelect,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    text,
    update,
)

from xinqiao.domain.words import Encounter, Span, Word, WordId, WordStatus
from xinqiao.storage.rows import EncounterRow, WordRow, now
from xinqiao.storage.sessions import Sessions, plain_rows
from xinqiao.storage.word_index import COUNTED, move_shares
from xinqiao.storage.word_rows import (
    ALL_WORDS,
    STATUS_OF,
    WORDS,
    find_word,
    insert_words,
    meet,
    to_encounter,
    to_word,
)

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
            return find_word(session, text)

    def get_many(self, word_ids: Sequence[WordId]) -> list[Word]:
        """Those of the words that are kept, in the given order."""
        with self._sessions.reading() as session:
            rows = session.execute(WORDS.where(_IN_IDS), {"ids": json.dumps(list(word_ids))})
            words = {word.id: word for word in map(to_word, rows)}
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
        return {word: STATUS_OF[status] for word, status in rows}

    def all(self) -> list[Word]:
        """Every kept word, the latest added first."""
        with self._sessions.reading() as session:
            rows = plain_rows(session, ALL_WORDS)
            return [to_word(row) for row in rows]

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
                (word_id,) = insert_words(session, [word])
                before = WordStatus.NEW
            else:
                word_id, before = known[0], WordStatus(known[1])
                session.execute(
                    update(WordRow).where(WordRow.id == word_id).values(status=word.status, changed_at=now())
                )
            if encounter is not None:
                meet(session, word_id, encounter)
            move_shares(session, {word.text: _step(before, word.status)})
            kept = find_word(session, word.text)
            assert kept is not None, "the word was written in this transaction"
            return kept

    def keep_new(self, words: Sequence[Word]) -> list[WordId]:
        """Keep those of the words that are not kept yet, in one transaction; their ids."""
        with self._sessions.writing() as session:
            wanted = json.dumps([word.text for word in words], ensure_ascii=False)
            kept = {text for text, _ in session.execute(_STATUSES, {"texts": wanted})}
            fresh = {word.text: word for word in words if word.text not in kept}
            ids = insert_words(session, fresh.values())
            move_shares(session, {text: _step(WordStatus.NEW, word.status) for text, word in fresh.items()})
            return [WordId(number) for number in ids]

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
                again = find_word(session, row.text)
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
            return [to_encounter(row) for row in rows]

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
            return {WordId(number): to_encounter(row) for number, row in latest.items()}

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


def _step(before: WordStatus, after: WordStatus) -> int:
    """What a change of status adds to the known words of the posts that have the word."""
    return (after in COUNTED) - (before in COUNTED)
