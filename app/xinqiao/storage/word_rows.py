"""Words and encounters between their rows and their values."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Select,
    Text,
    func,
    insert,
    select,
    type_coerce,
)
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from xinqiao.domain.posts import PostId
from xinqiao.domain.words import Encounter, HskLevels, Span, Word, WordId, WordStatus
from xinqiao.storage.rows import EncounterRow, PostRow, WordRow, now, packed, unpacked

_SEEN = select(func.count()).where(EncounterRow.word_id == WordRow.id).correlate(WordRow).scalar_subquery()
WORDS: Select[*tuple[Any, ...]] = select(
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
ALL_WORDS = WORDS.order_by(WordRow.id.desc())
STATUS_OF = {status.value: status for status in WordStatus}


def find_word(session: Session, headword: str) -> Word | None:
    """The kept word with this headword, or None."""
    row = session.execute(WORDS.where(WordRow.text == headword)).first()
    return None if row is None else to_word(row)


def insert_words(session: Session, words: Iterable[Word]) -> list[int]:
    """Write words as new rows; the rows' numbers."""
    rows = [
        {
            "text": word.text,
            "traditional": word.traditional,
            "pinyin": word.pinyin,
            "meaning": word.meaning,
            "status": word.status.value,
            "added_at": word.added_at,
            "changed_at": word.changed_at,
            "hsk2": word.hsk.hsk2,
            "hsk3": word.hsk.hsk3,
            "syllabus_2025": word.hsk.syllabus_2025,
            "zipf": word.zipf,
            "tags": packed(word.tags),
        }
        for word in words
    ]
    return list(session.scalars(insert(WordRow).returning(WordRow.id), rows)) if rows else []


def meet(session: Session, word_id: int, encounter: Encounter) -> None:
    """Keep an encounter of a word; the same stretch of the same sentence is kept once."""
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


def to_word(row: Sequence[Any]) -> Word:
    """The word of a row of `WORDS`."""
    # By position: a hundred thousand of these make one list.
    return Word(
        WordId(row[0]),
        row[1],
        row[2],
        row[3],
        row[4],
        STATUS_OF[row[5]],
        datetime.fromisoformat(row[6]),
        datetime.fromisoformat(row[7]),
        _levels(row[8], row[9], row[10]),
        row[11],
        row[13],
        unpacked(row[12]),
    )


def to_encounter(row: EncounterRow) -> Encounter:
    """The encounter of a row."""
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
