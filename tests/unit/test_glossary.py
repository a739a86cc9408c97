import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.glossary import MAX_TERMS, find_terms, missing_terms, put_back, substitute
from xinqiao.domain.translations import Maker, Translation
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.formats.atomic_file import write_atomically
from xinqiao.services.keep_glossary import KeepGlossary
from xinqiao.services.text_file import LARGEST
from xinqiao.storage.database import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def glossary(library: Library) -> KeepGlossary:
    return KeepGlossary(library.glossary, library.translations, OpenCCScript(), write_atomically)


# -- terms in a sentence -----------------------------------------------------------------------


def test_the_longest_term_wins_and_each_place_is_found() -> None:
    found = find_terms("小红书上的红书和小红书", {"红书": "Red Book", "小红书": "RED"})
    assert [(item.term, item.start) for item in found] == [("小红书", 0), ("红书", 5), ("小红书", 8)]
    assert find_terms("没有", {}) == ()


def test_names_stand_for_terms_and_come_back() -> None:
    terms = find_terms("阿狸喜欢阿狸的奶茶", {"阿狸": "Ali", "奶茶": "boba"})
    marked = substitute("阿狸喜欢阿狸的奶茶", terms)
    assert marked is not None
    text, names = marked
    assert sorted(names.values()) == ["Ali", "boba"]
    first, second = names
    assert text == f"{first}喜欢{first}的{second}"
    assert put_back(f"{first} likes {first}'s {second}.", text, names) == "Ali likes Ali's boba."


def test_a_name_that_is_lost_or_doubled_is_no_answer() -> None:
    terms = find_terms("阿狸来了", {"阿狸": "Ali"})
    marked = substitute("阿狸来了", terms)
    assert marked is not None
    text, names = marked
    (name,) = names
    assert put_back("He came.", text, names) is None
    assert put_back(f"{name} and {name} came.", text, names) is None
    assert put_back(f"{name}s came.", text, names) is None


def test_a_name_that_is_taken_or_in_the_text_is_not_used() -> None:
    terms = find_terms("Ben和阿狸", {"阿狸": "Ali"})
    marked = substitute("Ben和阿狸", terms, taken=["Amy"])
    assert marked is not None
    assert not set(marked[1]) & {"Ben", "Amy"}


def test_more_terms_than_names_are_left_alone() -> None:
    glossary = {chr(0x4E00 + number): f"e{number}" for number in range(10)}
    text = "".join(glossary)
    assert substitute(text, find_terms(text, glossary)) is None


def test_english_is_looked_for_whatever_its_case() -> None:
    terms = find_terms("西湖", {"西湖": "West Lake"})
    assert missing_terms("The west lake is nice.", terms) == ()
    assert missing_terms("The lake is nice.", terms) == ("West Lake",)


# -- keeping -----------------------------------------------------------------------------------


def test_a_term_is_kept_changed_removed_and_each_is_taken_back(glossary: KeepGlossary) -> None:
    first = glossary.keep(" 西湖 ", "West  Lake")
    assert dict(glossary.terms()) == {"西湖": "West Lake"}
    second = glossary.keep("西湖", "Xihu")
    third = glossary.keep("西子湖", "Xizi Lake", instead_of="西湖")
    assert dict(glossary.terms()) == {"西子湖": "Xizi Lake"}
    third.undo()
    assert dict(glossary.terms()) == {"西湖": "Xihu"}
    second.undo()
    assert dict(glossary.terms()) == {"西湖": "West Lake"}
    glossary.remove("西湖").undo()
    assert dict(glossary.terms()) == {"西湖": "West Lake"}
    first.undo()
    assert dict(glossary.terms()) == {}


def test_a_traditional_term_is_kept_in_simplified(glossary: KeepGlossary) -> None:
    glossary.keep("頤和園", "Summer Palace")
    assert dict(glossary.terms()) == {"颐和园": "Summer Palace"}


@pytest.mark.parametrize(
    ("term", "english"), [("", "x"), ("西湖", " "), ("长" * 41, "x"), ("西湖", "x" * 121)]
)
def test_what_cannot_be_kept_says_why(glossary: KeepGlossary, term: str, english: str) -> None:
    with pytest.raises(ReaderError) as error:
        glossary.keep(term, english)
    assert error.value.next_step


def test_a_change_forgets_what_it_touches_and_no_edit(glossary: KeepGlossary, library: Library) -> None:
    cache = library.translations
    texts = ["我去颐和园。", "我去頤和園。", "我在家。"]
    cache.put_many([(text, Translation("?", Maker.MODEL, "m/1/a")) for text in texts], "m/1/a")
    cache.keep_edit("颐和园！", "Mine!")
    glossary.keep("颐和园", "Summer Palace")
    assert set(cache.get_many(texts, "m/1/a")) == {"我在家。"}
    assert cache.edits() == {"颐和园！": "Mine!"}


def test_a_table_comes_in_with_its_problems_by_line(glossary: KeepGlossary, tmp_path: Path) -> None:
    lines = ["\ufeffterm,english", "西湖,West Lake", "", ",nothing", "故宫", "西湖,again", "a,b,c"]
    table = "\r\n".join([*lines, '"小,红书",RED', ""])
    path = tmp_path / "g.csv"
    path.write_text(table, "utf-8", newline="")
    found = glossary.bring_in_file(path)
    assert found.kept == 2
    assert dict(glossary.terms()) == {"西湖": "West Lake", "小,红书": "RED"}
    assert [problem.line for problem in found.problems] == [4, 5, 6, 7]
    assert "line 2" in str(found.problems[2].reason)
    found.undo.undo()
    assert dict(glossary.terms()) == {}


def test_tabs_without_a_header_do_too(glossary: KeepGlossary) -> None:
    assert glossary.bring_in("西湖\tWest Lake, Hangzhou\n故宫\tForbidden City").kept == 2
    assert glossary.terms()["西湖"] == "West Lake, Hangzhou"


@pytest.mark.parametrize("text", ["", "西湖", "term,english\n"])
def test_a_table_without_terms_is_refused(glossary: KeepGlossary, text: str) -> None:
    with pytest.raises(ReaderError, match="No glossary term"):
        glossary.bring_in(text)


def test_files_that_are_no_tables_are_refused(glossary: KeepGlossary, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be read"):
        glossary.bring_in_file(tmp_path / "gone.csv")
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(ReaderError, match="UTF-8"):
        glossary.bring_in_file(tmp_path / "b.csv")
    (tmp_path / "film.csv").write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(ReaderError, match="too large"):
        glossary.bring_in_file(tmp_path / "film.csv")


@pytest.mark.parametrize("name", ["out.csv", "out.tsv"])
def test_out_and_in_again_is_the_same(glossary: KeepGlossary, tmp_path: Path, name: str) -> None:
    glossary.bring_in('西湖\tWest "Lake", Hangzhou\n故宫\tForbidden City')
    before = dict(glossary.terms())
    assert glossary.take_out(tmp_path / name) == 2
    with (tmp_path / name).open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file, delimiter="\t" if name.endswith("tsv") else ",")) == ["term", "english"]
    for term in before:
        glossary.remove(term)
    assert glossary.bring_in_file(tmp_path / name).kept == 2
    assert dict(glossary.terms()) == before


def test_too_many_terms_are_refused_as_a_whole(glossary: KeepGlossary) -> None:
    with pytest.raises(ReaderError, match="at most"):
        glossary.bring_in("\n".join(f"词{number}\tword {number}" for number in range(MAX_TERMS + 1)))
    assert not glossary.terms()
