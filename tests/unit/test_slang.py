from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import SlangEntry
from xinqiao.formats.slang_tsv import parse_slang, read_slang

PACK = Path(__file__).resolve().parents[2] / "seeds" / "slang.tsv"


def test_the_shipped_pack_is_sound() -> None:
    entries, problems = read_slang(PACK)
    assert problems == []
    assert len(entries) == 847
    index = SlangIndex(entries)
    assert index.find("破防") is not None
    assert {index.find(term) is not None for term in index.terms()} == {True}


@pytest.mark.parametrize("spelled", ["yyds", "YYDS", "Yyds", "ｙｙｄｓ"])
def test_case_and_width_do_not_matter(spelled: str) -> None:
    entry = SlangIndex([SlangEntry("yyds", "the best ever")]).find(spelled)
    assert entry is not None
    assert entry.term == "yyds"


def test_drawn_out_codes() -> None:
    index = SlangIndex(
        [SlangEntry("hhh", "lol"), SlangEntry("666", "well played"), SlangEntry("233", "lol", ("2333",))]
    )
    assert index.find("hhhhhhhhhhh") is not None
    assert index.find("666666") is not None
    assert index.find("23333333") is not None
    assert index.find("16666") is None
    assert index.find("hh") is None
    assert index.find("") is None


def test_a_term_beats_a_variant() -> None:
    index = SlangIndex([SlangEntry("甲", "first", ("乙",)), SlangEntry("乙", "second")])
    found = index.find("乙")
    assert found is not None
    assert found.meaning == "second"


def test_good_lines_are_kept_and_bad_ones_named() -> None:
    text = (
        "term\tmeaning\tvariants\n"
        "破防\tto be hit hard\t破防了|破大防\r\n"
        "\tnothing\t\n"
        "没意思\t\t\n"
        "\n"
        "破防\tagain\t\n"
        "a\tb\tc\td\n"
        "绝了\tunbelievable\n"
    )
    entries, problems = parse_slang(text)
    assert [(entry.term, entry.variants) for entry in entries] == [
        ("破防", ("破防了", "破大防")),
        ("绝了", ()),
    ]
    assert [(problem.line, str(problem.reason)) for problem in problems] == [
        (3, "no term"),
        (4, "no meaning"),
        (6, "破防 is already on line 2"),
        (7, "4 columns where the header has 3"),
    ]


@pytest.mark.parametrize("text", ["", "term\n", "word\tsense\n破防\tx\n"])
def test_a_file_without_its_columns_is_refused(text: str) -> None:
    with pytest.raises(ReaderError, match="no column named"):
        parse_slang(text)


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="cannot be read"):
        read_slang(tmp_path / "none.tsv")
    binary = tmp_path / "binary.tsv"
    binary.write_bytes(b"\xff\xfe\x00term")
    with pytest.raises(ReaderError, match="not UTF-8"):
        read_slang(binary)
