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
        for query in (translation_cache._CACHED, translation_cache._OLDER, translation_cache._EDITED):
            values = {"texts": "[]", "keys": "[]", "name": "m/"}
            plan = session.execute(text(f"EXPLAIN QUERY PLAN {query.text}"), values).all()
            steps = [str(step[-1]) for step in plan]
            assert any("text=?" in step for step in steps), steps
            assert not any(step.startswith(("SCAN t", "SCAN e")) for step in steps), steps


WEIGHTS = "0123456789abcdef"
STARTER = f"Starter zh→en/1/{WEIGHTS}"


def keyed(width: int) -> str:
    return f"Starter zh→en/1, beam {width}/{WEIGHTS}"


def one(english: str, key: str) -> list[tuple[str, Translation]]:
    return [("你好吗", Translation(english, Maker.MODEL, key, -0.5))]


def test_a_wider_search_will_do_for_a_narrower_one_and_not_the_other_way_round(library: Library) -> None:
    cache = library.translations
    cache.put_many(one("By two.", STARTER), STARTER)
    assert cache.get_many(["你好吗"], keyed(1))["你好吗"] == Translation(
        "By two.", Maker.MODEL, STARTER, -0.5
    )
    assert cache.get_many(["你好吗"], keyed(3)) == {}
    cache.put_many(one("By four.", keyed(4)), keyed(4))
    assert cache.get_many(["你好吗"], keyed(3))["你好吗"].text == "By four."
    assert cache.get_many(["你好吗"], STARTER)["你好吗"].text == "By two."
    cache.put_many(one("By one.", keyed(1)), keyed(1))
    assert cache.get_many(["你好吗"], keyed(1))["你好吗"].text == "By one."
    assert cache.get_many(["你好吗"], f"Starter zh→en/1, beam 1/{'f' * 16}") == {}


def test_what_a_model_said_before_its_update_is_there_until_it_is_asked_anew(library: Library) -> None:
    cache = library.translations
    cache.put_many([*one("Old.", OLD), ("再见", Translation("Bye.", Maker.MODEL, OLD))], OLD)
    cache.put_many(one("Tried.", f"{OLD}/wide"), f"{OLD}/wide")
    cache.put_many(one("Another.", "n/1/aaaa"), "n/1/aaaa")
    cache.keep_edit("再见", "So long.")
    older = cache.get_older(["你好吗", "再见", "谢谢"], NEW)
    assert {text: (found.text, found.model) for text, found in older.items()} == {"你好吗": ("Old.", OLD)}
    assert cache.get_many(["你好吗", "再见"], NEW)["再见"] == Translation("So long.", Maker.READER)
    cache.put_many(one("New.", NEW), NEW)
    assert cache.get_older(["你好吗", "再见"], NEW) == {}
    assert cache.get_many(["你好吗"], OLD)["你好吗"].text == "Old."
    assert cache.get_older(["你好吗"], "m/3/cccc")["你好吗"].text == "New."
