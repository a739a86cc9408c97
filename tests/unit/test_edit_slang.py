from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.hints import choose_hints
from xinqiao.domain.messages import Message
from xinqiao.domain.posts import Origin, OriginKind, Post
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.translations import Maker, Translation
from xinqiao.domain.words import SlangEntry
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.formats.atomic_file import write_atomically
from xinqiao.formats.slang_tsv import parse_slang, read_slang, write_slang
from xinqiao.services.edit_slang import EditSlang
from xinqiao.services.own_meanings import OwnMeaningsFirst
from xinqiao.services.written_forms import FindForms
from xinqiao.startup import Toolbox
from xinqiao.storage.database import Library, open_library
from xinqiao.storage.peek import readers_words


def make(library: Library, renewed: list[int]) -> EditSlang:
    def read(path: Path) -> tuple[list[SlangEntry], list[tuple[int, Message]]]:
        entries, problems = read_slang(path)
        return entries, [(problem.line, problem.reason) for problem in problems]

    return EditSlang(
        library.slang,
        library.translations,
        lambda: renewed.append(1),
        FindForms(OpenCCScript(), lambda sign: ["絕"] if sign == "绝" else []),
        read,
        write_slang,
        write_atomically,
    )


TOUCHED = ("他真YYDS！", "ＹＹＤＳ啊", "ｙｙｄｓ")


def cached(library: Library) -> set[str]:
    """Which of some sentences still have what a model made of them."""
    texts = [*TOUCHED, "絕絕子", "你好", "yyds是我写的"]
    return set(library.translations.get_many(texts, "m"))


def fill(library: Library) -> None:
    texts = [*TOUCHED, "絕絕子", "你好"]
    library.translations.put_many([(text, Translation("x", Maker.MODEL)) for text in texts], "m")
    library.translations.keep_edit("yyds是我写的", "I wrote yyds")


def test_what_a_change_touches_is_translated_anew_and_edits_never(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("term\tmeaning\nyyds\tGOAT\n绝绝子\tstunning\n", encoding="utf-8")
    with open_library(tmp_path / "library.db") as library:
        slang = make(library, [])
        fill(library)
        kept = slang.keep(SlangEntry("yyds", "the GOAT"))
        slang.apply()
        assert cached(library) == {"絕絕子", "你好", "yyds是我写的"}
        changes = (
            kept.undo,
            lambda: slang.keep(SlangEntry("yyds", "best")),
            lambda: slang.remove(["yyds"]),
        )
        for change in changes:
            fill(library)
            change()
            slang.apply()
            assert cached(library) == {"絕絕子", "你好", "yyds是我写的"}
        fill(library)
        done = slang.import_file(file)
        slang.apply()
        assert cached(library) == {"你好", "yyds是我写的"}, "in traditional characters and full width too"
        fill(library)
        assert done.undo is not None
        done.undo.undo()
        slang.apply()
        assert cached(library) == {"你好", "yyds是我写的"}


def test_own_meanings_reach_hints_and_drop_what_was_made_without_them(
    toolbox: Toolbox, tmp_path: Path
) -> None:
    from xinqiao.formats.corrections_tsv import parse_corrections, write_corrections
    from xinqiao.services.correct_words import CorrectWords, Place

    with open_library(tmp_path / "library.db") as library:
        dropped: list[str] = []
        ledger = CorrectWords(
            library.corrections,
            toolbox.converter,
            lambda words: None,
            dropped.extend,
            write_corrections,
            parse_corrections,
            write_atomically,
        )
        slang = OwnMeaningsFirst(toolbox.slang, ledger.meanings)
        assert slang.find("散步") is None
        done = ledger.set_meaning(None, "散步", "to amble", Place(None, everywhere=True))
        (hint,) = choose_hints(["散步"], toolbox.lexicon, slang)
        assert hint.gloss == "to amble"
        assert slang.find("YYDS") == toolbox.slang.find("yyds")
        ledger.renew_words()
        assert dropped == ["散步"]
        ledger.renew_words()
        assert dropped == ["散步"], "once for each change"
        done.undo.undo()
        ledger.renew_words()
        assert dropped == ["散步", "散步"]
        assert slang.find("散步") is None
        post = library.posts.add(Post("", "散步", Origin(OriginKind.PASTE)))
        ledger.set_meaning(None, "散步", "to stroll", Place(post))
        ledger.renew_words()
        assert len(dropped) == 2, "a translation is kept for all posts, so one post's meaning is none of it"


def test_entries_come_and_go_and_come_back(tmp_path: Path) -> None:
    renewed: list[int] = []
    with open_library(tmp_path / "library.db") as library:
        shipped = [SlangEntry("yyds", "the GOAT"), SlangEntry("破防", "to be hit", ("破大防",))]
        library.slang.load_pack(shipped, "1")
        slang = make(library, renewed)
        assert slang.all() == shipped
        assert not slang.apply()

        library.translations.put_many(
            [("他真YYDS！", Translation("He …", Maker.MODEL)), ("你好", Translation("Hi", Maker.MODEL))], "m"
        )
        undo = slang.keep(SlangEntry(" YYDS ", "the  very best"), instead_of="yyds")
        assert [(entry.term, entry.meaning) for entry in slang.all()] == [
            ("YYDS", "the very best"),
            ("破防", "to be hit"),
        ]
        assert slang.own_terms() == {"YYDS"}
        assert slang.apply()
        assert renewed == [1]
        assert set(library.translations.get_many(["他真YYDS！", "你好"], "m")) == {"你好"}
        assert not slang.apply()
        undo.undo()
        assert slang.all() == shipped
        assert slang.apply()

        moved = slang.keep(SlangEntry("破大防了", "badly hit"), instead_of="破防")
        assert [entry.term for entry in slang.all()] == ["破大防了", "yyds"]
        moved.undo()
        assert slang.all() == shipped
        gone = slang.remove(["yyds", "破防"])
        assert slang.all() == []
        library.slang.load_pack(shipped, "2")
        assert slang.all() == [], "a newer pack does not bring back what the reader removed"
        gone.undo()
        assert slang.all() == shipped


@pytest.mark.parametrize("entry", [SlangEntry("", "x"), SlangEntry("x", "  "), SlangEntry("长" * 25, "x")])
def test_entries_without_sense_are_refused(tmp_path: Path, entry: SlangEntry) -> None:
    with open_library(tmp_path / "library.db") as library, pytest.raises(ReaderError):
        make(library, []).keep(entry)


def test_a_file_of_slang_keeps_its_good_lines_and_names_the_others(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("term\tmeaning\nyyds\tGOAT\n\tx\n尊嘟\treally\n假嘟\n", encoding="utf-8")
    with open_library(tmp_path / "library.db") as library:
        slang = make(library, [])
        slang.keep(SlangEntry("yyds", "GOAT"))
        done = slang.import_file(file)
        assert (done.kept, done.same) == (1, 1)
        assert [(line, str(why)) for line, why in done.problems] == [(3, "no term"), (5, "no meaning")]
        assert {entry.term for entry in slang.all()} == {"yyds", "尊嘟"}
        assert slang.export(tmp_path / "out.tsv") == 2
        assert read_slang(tmp_path / "out.tsv")[0] == slang.all()
        assert done.undo is not None
        done.undo.undo()
        assert {entry.term for entry in slang.all()} == {"yyds"}


def test_the_shipped_pack_survives_a_round_trip(toolbox: Toolbox) -> None:
    entries = list(toolbox.slang.entries)
    again, problems = parse_slang(write_slang(entries))
    assert problems == []
    assert again == entries


def test_line_tools_follow_the_library_without_opening_it(toolbox: Toolbox, tmp_path: Path) -> None:
    from xinqiao.formats.corrections_tsv import parse_corrections, write_corrections
    from xinqiao.places import Places
    from xinqiao.services.correct_words import CorrectWords, Place

    places = Places.find(tmp_path / "data")
    places.make()
    assert readers_words(places.library).slang == ()
    with open_library(places.library) as library:
        library.slang.load_pack(toolbox.slang.entries, "1")
        slang = make(library, [])
        slang.keep(SlangEntry("尊嘟假嘟鸭", "really?", pinyin="zun1 du1 jia3 du1 ya1"))
        slang.remove(["破防"])
        ledger = CorrectWords(
            library.corrections,
            toolbox.converter,
            lambda words: None,
            lambda words: None,
            write_corrections,
            parse_corrections,
            write_atomically,
        )
        prepared = toolbox.prepare.prepare("在西湖边散步")
        ledger.merge(prepared, 1, Place(None))
        ledger.set_pinyin(prepared, "散步", "san4 bu1", Place(None))
        tools = Toolbox(places)
        tools.take_readers_words()  # while the library is open
        assert SlangIndex(library.slang.all()).entries == tools.words.now.slang.entries  # type: ignore[attr-defined]
        assert tools.prepare.plain_segments("在西湖边散步") == ["在", "西湖边", "散步"]
        assert tools.prepare.numbered_pinyin("在西湖边散步") == "zai4 xi1 hu2 bian1 san4 bu1"
        assert "尊嘟假嘟鸭" in tools.prepare.plain_segments("真的尊嘟假嘟鸭")
        tools.close()
    before = sorted(places.data.iterdir())
    assert [entry.term for entry in readers_words(places.library).slang] == ["尊嘟假嘟鸭"]
    assert sorted(places.data.iterdir()) == before
    places.library.write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    assert readers_words(places.library).corrections == ()
