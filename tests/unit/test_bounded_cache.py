from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from xinqiao.domain.translations import Doubt, DoubtReason, Maker, Translation
from xinqiao.storage import translation_cache
from xinqiao.storage.database import Library, open_library
from xinqiao.storage.translation_cache import SqlTranslationCache

OLD, NEW = "m/1/aaaa", "m/2/bbbb"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


def some(first: int, last: int) -> list[tuple[str, Translation]]:
    return [(f"句子{n}", Translation(f"Sentence {n}", Maker.MODEL, OLD, -0.5)) for n in range(first, last)]


def count(library: Library) -> int:
    return library.translations.statistics().sentences


def on_day(library: Library, day: str) -> None:
    with library.sessions.writing() as session:
        session.execute(text("UPDATE translations SET used_on = :day"), {"day": day})


def test_what_was_not_used_for_longest_makes_room_and_edits_never_do(library: Library) -> None:
    cache = SqlTranslationCache(library.sessions, limit=100)
    cache.keep_edit("句子3", "Mine.")
    cache.put_many(some(0, 95), OLD)
    on_day(library, "2020-01-01")
    used = [f"句子{n}" for n in range(0, 95, 5)]
    cache.get_many(used, OLD)
    cache.put_many(some(95, 120), OLD)
    assert count(library) <= 100
    left = cache.get_many([f"句子{n}" for n in range(120)], OLD)
    assert set(used) <= set(left)
    assert {f"句子{n}" for n in range(95, 120)} <= set(left)
    assert left["句子3"].text == "Mine."
    assert cache.edits() == {"句子3": "Mine."}


def test_it_stays_bounded_however_much_comes(library: Library) -> None:
    cache = SqlTranslationCache(library.sessions, limit=200)
    for start in range(0, 1000, 8):
        cache.put_many(some(start, start + 8), OLD)
    assert 150 <= count(library) <= 220


def test_reading_again_on_the_same_day_writes_nothing(library: Library) -> None:
    library.translations.put_many(some(0, 3), OLD)
    with library.sessions.reading() as session:
        before = session.execute(text("PRAGMA data_version")).scalar()
        library.translations.get_many(["句子0", "句子1"], OLD)
        assert session.execute(text("PRAGMA data_version")).scalar() == before


def test_a_library_that_cannot_be_written_can_still_be_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.translations.put_many(some(0, 1), OLD)
    on_day(library, "2020-01-01")

    def refuse(*_: object) -> None:
        from xinqiao.domain.errors import ReaderError
        from xinqiao.domain.messages import message

        raise ReaderError(message("The disk is full."))

    monkeypatch.setattr(SqlTranslationCache, "_note_use", refuse)
    assert library.translations.get_many(["句子0"], OLD)["句子0"].text == "Sentence 0"


def test_translations_survive_an_update_of_the_model_and_back(library: Library) -> None:
    cache = library.translations
    cache.put_many(some(0, 2), OLD)
    assert cache.get_many(["句子0"], NEW) == {}
    cache.put_many([("句子0", Translation("Better.", Maker.MODEL, NEW))], NEW)
    assert cache.get_many(["句子0"], NEW)["句子0"].text == "Better."
    assert cache.get_many(["句子0"], OLD)["句子0"].text == "Sentence 0"


def test_statistics_and_forgetting(library: Library) -> None:
    cache = library.translations
    doubt = Doubt(DoubtReason.GLOSSARY, "West Lake")
    cache.put_many([("西湖", Translation("Lake", Maker.MODEL, OLD, -0.1, (doubt,)))], OLD)
    assert cache.get_many(["西湖"], OLD)["西湖"].doubts == (doubt,)
    cache.put_many(some(0, 2), NEW)
    cache.keep_edit("句子9", "Mine.")
    seen = cache.statistics()
    assert (seen.sentences, seen.models, seen.edits, seen.limit) == (3, 2, 1, translation_cache.LIMIT)
    assert seen.size == len("西湖Lake".encode()) + len("句子0Sentence 0句子1Sentence 1".encode())
    cache.put_many([("西", Translation("W", Maker.MODEL, OLD))], f"{OLD}/wide")
    assert cache.statistics().sentences == 3
    assert cache.forget_containing(["西湖", ""]) == 1
    assert cache.forget_all() == 3
    assert cache.statistics().sentences == 0
    assert cache.edits() == {"句子9": "Mine."}
    cache.put_many(some(0, 1), OLD)
    assert count(library) == 1


def test_looking_up_a_few_of_many_walks_through_none_of_them(library: Library) -> None:
    with library.sessions.reading() as session:
        for query in (translation_cache._CACHED, translation_cache._EDITED):
            plan = session.execute(
                text(f"EXPLAIN QUERY PLAN {query.text}"), {"texts": "[]", "model": OLD}
            ).all()
            steps = [str(step[-1]) for step in plan]
            assert any("text=?" in step for step in steps), steps
            assert not any(step.startswith(("SCAN t", "SCAN e")) for step in steps), steps
