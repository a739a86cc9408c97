import importlib.util
import shutil
import sqlite3
import threading
from pathlib import Path
from types import ModuleType

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.words import HskLevels
from xinqiao.engines.lexicon_db import LexiconDb

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"


@pytest.fixture(scope="module")
def lexicon() -> LexiconDb:
    return LexiconDb(BUILT / "lexicon.db")


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_lexicon", ROOT / "packaging/lexicon/build_lexicon.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_entries_in_both_scripts(lexicon: LexiconDb) -> None:
    simplified = lexicon.entries("学习")
    assert simplified == lexicon.entries("學習")
    assert simplified[0].pinyin == "xue2 xi2"
    assert simplified[0].senses[0] == "to learn; to study"
    assert [entry.pinyin for entry in lexicon.entries("长")] == ["chang2", "zhang3"]
    assert lexicon.entries("没有这个词") == ()
    assert lexicon.entries("\ud800") == ()


def test_pointers_are_resolved_and_raw_senses_stay(lexicon: LexiconDb) -> None:
    assert lexicon.entries("哪儿")[0].senses[0].startswith("where")
    variant = lexicon.entries("𧿹趾")[0].senses[0]
    assert variant == "big toe (variant of 拇趾 mǔzhǐ)"
    assert lexicon.raw_entries("𧿹趾") == [("mu3 zhi3", ("variant of 拇趾[mu3 zhi3]",))]


def test_classifiers_and_taiwan_readings_stand_apart(lexicon: LexiconDb) -> None:
    house = lexicon.entries("房子")[0]
    assert house.classifiers
    assert not any("CL:" in sense for sense in house.senses)
    firm = lexicon.entries("似的")[0]
    assert firm.taiwan_pinyin == "si4 de5"
    assert not any("Taiwan pr." in sense for sense in firm.senses)
    assert lexicon.entries("长")[0].taiwan_pinyin == ""  # said of one sense only


def test_references_are_readable(lexicon: LexiconDb) -> None:
    bye = lexicon.entries("88")[0]
    assert bye.senses == ("(Internet slang) bye-bye (alternative for 拜拜 báibái)",)


def test_words_covering_a_place(lexicon: LexiconDb) -> None:
    text = "我们研究生命起源"
    found = [span.of(text) for span in lexicon.words_covering(text, 3)]
    assert found[0] == "研究生"
    assert {"研究", "研究生", "究"} <= set(found)
    assert all(span.start <= 3 < span.end for span in lexicon.words_covering(text, 3))
    assert lexicon.words_covering("", 0) == []
    assert lexicon.words_covering(text, 99) == []


def test_frequencies_levels_and_parts(lexicon: LexiconDb) -> None:
    assert lexicon.zipf("闺蜜") > 3
    assert lexicon.zipf("没有这个词") == 0
    assert lexicon.zipf("學習") == lexicon.zipf("学习") > 5
    assert lexicon.hsk("学习") == HskLevels("1", "1", "1")
    assert lexicon.hsk("没有这个词") == HskLevels()
    assert lexicon.parts("耗") == "耒毛"
    assert lexicon.parts("x") == ""
    assert lexicon.weight("我们") > lexicon.weight("蛤蜊") > 0


def test_search_in_english(lexicon: LexiconDb) -> None:
    assert "吃" in [entry.simplified for entry in lexicon.search_english("to eat", 5)]
    assert "老师" in [entry.simplified for entry in lexicon.search_english("Teacher", 5)]
    assert (
        lexicon.search_english("") == lexicon.search_english('"*') == lexicon.search_english("zzzzqq") == []
    )


@pytest.mark.parametrize("query", ["lvse", "lǜ sè", "lu:4 se4", "lü4se4", "LVSE"])
def test_search_by_pinyin(lexicon: LexiconDb, query: str) -> None:
    assert "绿色" in [entry.simplified for entry in lexicon.search_pinyin(query, 5)]


def test_tones_in_a_query_count(lexicon: LexiconDb) -> None:
    assert lexicon.search_pinyin("mai3", 3)[0].simplified == "买"
    assert lexicon.search_pinyin("mài", 3)[0].simplified == "卖"
    assert lexicon.search_pinyin("  ") == []


def test_several_threads(lexicon: LexiconDb) -> None:
    answers: list[int] = []

    def look() -> None:
        answers.extend(len(lexicon.entries("行")) for _ in range(200))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 800
    assert len(set(answers)) == 1


def test_missing_and_damaged(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    with pytest.raises(ReaderError, match="missing or damaged") as caught:
        LexiconDb(missing)
    assert "make setup" in caught.value.next_step
    assert not missing.exists()
    (tmp_path / "text.db").write_text("no database")
    (tmp_path / "empty.db").write_bytes(b"")
    (tmp_path / "half.db").write_bytes((BUILT / "lexicon.db").read_bytes()[:2_000_000])
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE meta (key, value)")
    other.commit()
    other.close()
    for name in ("text.db", "empty.db", "other.db"):
        with pytest.raises(ReaderError, match="missing or damaged"):
            LexiconDb(tmp_path / name)
    with pytest.raises(ReaderError, match="missing or damaged"):
        LexiconDb(tmp_path / "half.db").entries("学习")


def test_the_build_says_what_it_is_made_of(lexicon: LexiconDb) -> None:
    assert lexicon.meta["source_date"].startswith("2026-09-10")
    assert lexicon.meta["entries"] == "125049"
    assert "CC BY-SA 4.0" in lexicon.meta["credit CC-CEDICT"]
    assert lexicon.version.startswith("cc-cedict-2026-09-10+")


def test_a_current_build_is_left_alone(builder: ModuleType, tmp_path: Path) -> None:
    for name in ("lexicon.db", "gloss_dict.txt"):
        shutil.copy(BUILT / name, tmp_path / name)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert builder.build(tmp_path) is False
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_damaged_source_is_told(builder: ModuleType, tmp_path: Path) -> None:
    damaged = tmp_path / "cedict.xz"
    damaged.write_bytes(b"nothing of the kind")
    with pytest.raises(builder.BuildError, match="damaged"):
        builder.build(tmp_path / "out", damaged)
    with pytest.raises(builder.BuildError, match="cannot be read"):
        builder.build(tmp_path / "out", tmp_path / "none.xz")
    assert not (tmp_path / "out").exists()


def test_missing_packages_are_named(
    builder: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(builder, "PACKAGES", {"no_such_package_at_all": "1.0"})
    with pytest.raises(builder.BuildError, match="needs no_such_package_at_all"):
        builder.build(tmp_path)
