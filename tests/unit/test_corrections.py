from pathlib import Path

import pytest

from xinqiao.domain.corrections import (
    Correction,
    CorrectionId,
    CorrectionKind,
    around,
    checked,
    cut_again,
    merged,
    numbered_pinyin,
    overruled,
    splits_of,
    words_added,
)
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.posts import Origin, OriginKind, Post, PostId
from xinqiao.domain.words import PreparedSentence, Span, Token, TokenKind
from xinqiao.formats.atomic_file import write_atomically
from xinqiao.formats.corrections_tsv import parse_corrections, write_corrections
from xinqiao.services.correct_words import CorrectWords, Place
from xinqiao.services.text_file import LARGEST
from xinqiao.startup import Toolbox
from xinqiao.storage.database import Library, open_library

MERGE, SPLIT, CHOOSE = CorrectionKind.MERGE, CorrectionKind.SPLIT, CorrectionKind.CHOOSE


def sentence(*words: str) -> PreparedSentence:
    tokens, start = [], 0
    for word in words:
        tokens.append(Token(word, start, TokenKind.WORD if word not in "，。" else TokenKind.MARK))
        start += len(word)
    return PreparedSentence("".join(words), tuple(tokens))


def cut(words: str, *corrections: tuple[CorrectionKind, str]) -> str:
    pieces = words.split()
    text = "".join(pieces)
    ledger = [
        Correction(kind, becomes.replace(" ", ""), tuple(becomes.split())) for kind, becomes in corrections
    ]
    lengths = cut_again(text, [len(piece) for piece in pieces], ledger)
    if lengths is None:
        return words
    result, start = [], 0
    for length in lengths:
        result.append(text[start : start + length])
        start += length
    assert start == len(text)
    return " ".join(result)


def test_cuts_apply_where_their_ends_are_ends_of_words_and_later_ones_win() -> None:
    assert cut("西湖 边 很 美", (MERGE, "西湖边")) == "西湖边 很 美"
    assert cut("西湖边 很 美", (SPLIT, "西湖 边")) == "西湖 边 很 美"
    assert cut("西湖 边 美", (MERGE, "西湖边"), (SPLIT, "西湖 边")) == "西湖 边 美"
    assert cut("西湖 边 美", (SPLIT, "西湖 边"), (MERGE, "西湖边")) == "西湖边 美"
    assert cut("最 好吃 饭", (MERGE, "吃饭")) == "最 好吃 饭", "not inside another word"
    assert cut("研究生 命 起源", (CHOOSE, "研究 生命")) == "研究 生命 起源"
    assert cut("研究生 命 起源", (CHOOSE, "研究 生命"), (MERGE, "生命起源")) == "研究 生命起源"
    assert cut("好 好 好", (MERGE, "好好")) == "好好 好", "stretches do not overlap"
    assert cut("𠮷 野家", (MERGE, "𠮷野家")) == "𠮷野家", "outside the BMP"


def test_what_merging_splitting_and_choosing_ask_for() -> None:
    prepared = sentence("研究生", "命", "。")
    assert merged(prepared, 0) == ("研究生", "命")
    with pytest.raises(ReaderError, match="No word follows"):
        merged(prepared, 1)
    assert around(prepared, Span(2, 4)) == (Span(0, 4), ("研究", "生命"))
    assert around(prepared, Span(1, 2)) == (Span(0, 3), ("研", "究", "生"))
    assert splits_of("破防了") == (("破", "防了"), ("破防", "了"), ("破", "防", "了"))
    assert splits_of("ab") == (("a", "b"),)


@pytest.mark.parametrize(
    ("written", "read"),
    [("nǚ ér", "nu:3 er2"), ("nü3 er2", "nu:3 er2"), ("nv3'er2", "nu:3 er2"), ("ㄋㄩˇ ㄦˊ", "nu:3 er2")],
)
def test_pinyin_in_any_spelling(written: str, read: str) -> None:
    assert numbered_pinyin("女儿", written) == tuple(read.split())


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        ("花儿", "huār", "hua1 r5"),
        ("花儿", "huar1", "hua1 r5"),
        ("花儿", "hua1 r5", "hua1 r5"),
        ("花儿", "huā ér", "hua1 er2"),
        ("这儿", "ㄓㄜˋ ˙ㄦ", "zhe4 r5"),
        ("玩儿", "wánr", "wan2 r5"),
        ("一会儿", "yí huìr", "yi2 hui4 r5"),
        ("女儿", "nv3 er2", "nu:3 er2"),
        ("绿", "lv4", "lu:4"),
        ("绿", "lü4", "lu:4"),
        ("绿", "lu:4", "lu:4"),
        ("绿", "lǜ", "lu:4"),
        ("虐", "nve4", "nu:e4"),
        ("虐", "nüè", "nu:e4"),
        ("虐", "nue4", "nu:e4"),
        ("AA制", "zhi4", "zhi4"),
        ("𠮷野家", "ji2 ye3 jia1", "ji2 ye3 jia1"),
    ],
)
def test_erhua_and_every_u_umlaut(text: str, written: str, read: str) -> None:
    assert numbered_pinyin(text, written) == tuple(read.split())


def test_an_r_stands_for_a_character_that_is_there() -> None:
    with pytest.raises(ReaderError, match="“huār” is no syllable"):
        numbered_pinyin("花朵", "huār duǒ")


def test_a_later_correction_overrules_where_it_reaches_as_far() -> None:
    def meaning(number: int, value: str, post: int | None) -> Correction:
        everywhere = post is None
        post_id = None if post is None else PostId(post)
        kind = CorrectionKind.MEANING
        return Correction(kind, "西湖", (), value, everywhere, post_id, id=CorrectionId(number))

    here, other, all_posts = meaning(1, "a", 1), meaning(2, "b", 2), meaning(3, "c", None)
    assert overruled([here, other]) == frozenset()
    assert overruled([here, other, all_posts]) == {1, 2}
    assert overruled([all_posts, here]) == frozenset(), "it counts in the other posts"
    assert overruled([here, meaning(4, "d", 1)]) == {1}
    assert overruled([here, meaning(5, "a", None)]) == frozenset(), "they say the same"


@pytest.mark.parametrize(
    ("written", "said"),
    [("nü3", "2 characters and you wrote 1"), ("nv3 xyz2", "no syllable"), ("", "wrote 0"), ("nǚ é r", "3")],
)
def test_pinyin_that_cannot_be_is_refused(written: str, said: str) -> None:
    with pytest.raises(ReaderError, match=said):
        numbered_pinyin("女儿", written)


def test_unsound_corrections_are_refused() -> None:
    for correction in (
        Correction(MERGE, ""),
        Correction(MERGE, "字" * 30, ("字" * 30,)),
        Correction(SPLIT, "西湖", ("西湖",)),
        Correction(SPLIT, "西湖", ("西", "河")),
        Correction(SPLIT, "西湖", ("", "西湖")),
        Correction(CorrectionKind.MEANING, "西湖", value=" "),
        Correction(CorrectionKind.PINYIN, "西湖", value="xi1"),
        Correction(CorrectionKind.PINYIN, "yyds", value="xi1"),
    ):
        with pytest.raises(ReaderError):
            checked(correction)


def test_words_for_the_segmenter_are_those_that_hold_everywhere_and_were_not_split_later() -> None:
    merge = Correction(MERGE, "西湖边", ("西湖边",), everywhere=True)
    split = Correction(SPLIT, "西湖边", ("西湖", "边"), everywhere=True)
    choose = Correction(CHOOSE, "研究生命", ("研究", "生命"), "生命", everywhere=True)
    here = Correction(MERGE, "很美", ("很美",), post_id=PostId(1))
    assert words_added([merge, choose, here]) == ("西湖边", "生命")
    assert words_added([merge, split]) == ()
    assert words_added([split, merge]) == ("西湖边",)


def test_the_ledger_as_a_file_keeps_everything_and_names_bad_lines() -> None:
    ledger = [
        Correction(MERGE, "西湖边", ("西湖边",), everywhere=True, sentence="a\tb\nc\\n"),
        Correction(SPLIT, "破防了", ("破防", "了"), post_key="abc", source="A · B"),
        Correction(CorrectionKind.PINYIN, "𠮷", value="ji2", everywhere=True),
        Correction(CorrectionKind.MEANING, "yyds", value="the best; “x”", everywhere=True),
    ]
    text = write_corrections(ledger)
    assert parse_corrections(text, "x") == (ledger, [])
    bad = (
        text.replace("merge\t", "melt\t", 1) + "split\t西湖\t西|河\t\teverywhere\n" + "\n" + "a\t" * 9 + "\n"
    )
    good, problems = parse_corrections(bad.replace("\n", "\r\n"), "x")
    assert good == ledger[1:]
    assert [line for line, _ in problems] == [2, 6, 8]
    assert str(problems[0][1]) == "“melt” is no kind of correction"
    assert str(problems[1][1]) == "The words 西 河 do not make up 西湖."
    with pytest.raises(ReaderError, match="no column named"):
        parse_corrections("hello", "x")


@pytest.fixture
def library(tmp_path: Path) -> "Library":
    return open_library(tmp_path / "library.db")


def make(library: Library, toolbox: Toolbox, renewed: list[tuple[str, ...]] | None = None) -> CorrectWords:
    return CorrectWords(
        library.corrections,
        toolbox.converter,
        renew=lambda words: (renewed if renewed is not None else []).append(tuple(words)),
        forget=lambda words: None,
        write=write_corrections,
        read=parse_corrections,
        save=write_atomically,
    )


def tokens(prepared: PreparedSentence) -> str:
    return " ".join(token.text for token in prepared.tokens)


def test_corrections_in_a_post_and_everywhere(library: Library, toolbox: Toolbox) -> None:
    post = library.posts.add(Post("标题", "在西湖边散步", Origin(OriginKind.PASTE)))
    renewed: list[tuple[str, ...]] = []
    ledger = make(library, toolbox, renewed)
    prepared = toolbox.prepare.prepare("在西湖边散步")
    assert tokens(prepared) == "在 西湖 边 散步"
    made = ledger.merge(prepared, 1, Place(post))
    assert tokens(toolbox.prepare.correct(prepared, ledger.holding_in(post))) == "在 西湖边 散步"
    assert toolbox.prepare.correct(prepared, ledger.holding_in(None)) is prepared
    whole = toolbox.prepare.correct(prepared, ledger.holding_in(post)).tokens[1]
    assert whole.syllables == ("xi1", "hu2", "bian1")
    made.undo.undo()
    assert ledger.all() == ()
    ledger.renew_words()
    assert renewed == []

    everywhere = ledger.merge(prepared, 1, Place(post, everywhere=True))
    ledger.renew_words()
    ledger.renew_words()
    assert renewed == [("西湖边",)]
    merged_here = toolbox.prepare.correct(prepared, ledger.all())
    back = ledger.split(merged_here, 1, ("西", "湖边"), Place(post))
    assert back.replaced == (everywhere.correction,), "the later one wins, and says so"
    assert tokens(toolbox.prepare.correct(prepared, ledger.holding_in(post))) == "在 西 湖边 散步"
    assert tokens(toolbox.prepare.correct(prepared, ledger.holding_in(None))) == "在 西湖边 散步"
    library.close()


def test_traditional_text_follows_what_was_put_right_in_simplified(
    library: Library, toolbox: Toolbox
) -> None:
    ledger = make(library, toolbox)
    prepared = toolbox.prepare.prepare("我的手機壞了")
    index = prepared.token_at(2)
    assert index is not None
    ledger.set_pinyin(prepared, "手机", "shǒu jì", Place(None))
    ledger.set_meaning(prepared, "手機", "my  phone", Place(None))
    corrected = toolbox.prepare.correct(prepared, ledger.all())
    assert corrected.tokens[index].syllables == ("shou3", "ji4")
    toolbox_with = Toolbox(toolbox.places)
    toolbox_with.corrections = ledger.holding_in
    gloss = toolbox_with.look_up_word.look_up(corrected, index)
    assert (gloss.own_meaning, gloss.meaning) == ("my phone", "my phone")
    assert gloss.syllables == ("shou3", "ji4")
    toolbox_with.close()
    library.close()


def test_a_correction_outlives_its_post_and_finds_it_again(
    library: Library, toolbox: Toolbox, tmp_path: Path
) -> None:
    from datetime import UTC, datetime, timedelta

    text = Post("标题", "在西湖边散步", Origin(OriginKind.PASTE))
    post = library.posts.add(text)
    ledger = make(library, toolbox)
    ledger.merge(toolbox.prepare.prepare("在西湖边散步"), 1, Place(post, source="标题"))
    assert ledger.export(tmp_path / "mine.tsv") == 1
    library.posts.remove([post])
    library.posts.purge_removed(datetime.now(UTC) + timedelta(days=1))
    again = make(library, toolbox)
    (kept,) = again.all()
    assert kept.is_orphan
    assert kept.source == "标题"
    assert again.holding_in(None) == ()
    undo = again.remove([kept])
    assert again.all() == ()
    undo.undo()
    assert again.all() == (kept,)

    with open_library(tmp_path / "other.db") as other:
        there = other.posts.add(text)
        fresh = make(other, toolbox)
        done = fresh.import_file(tmp_path / "mine.tsv")
        assert (done.kept, done.problems, done.without_post) == (1, (), 0)
        assert fresh.all()[0].post_id == there
        assert fresh.import_file(tmp_path / "mine.tsv").kept == 0, "what is there already stays once"
        assert done.undo is not None
        done.undo.undo()
        assert fresh.all() == ()
    with pytest.raises(ReaderError, match="cannot be read"):
        again.import_file(tmp_path / "none.tsv")
    (tmp_path / "odd.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(ReaderError, match="UTF-8"):
        again.import_file(tmp_path / "odd.tsv")
    (tmp_path / "film.tsv").write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(ReaderError, match="too large"):
        again.import_file(tmp_path / "film.tsv")
    library.close()


def test_a_file_in_any_script_width_and_spelling_is_taken_in(
    library: Library, toolbox: Toolbox, tmp_path: Path
) -> None:
    file = tmp_path / "by-hand.tsv"
    file.write_text(
        "kind\ttext\twords\tvalue\n"
        "merge\t西湖邊\t西湖邊\t\n"
        "merge\tＡＡ制吃飯\tＡＡ制吃飯\t\n"
        "merge\tAA制吃饭\tAA制吃饭\t\n"
        "pinyin\t散步\t\tsàn bū\n"
        "pinyin\t散步\t\tfoo bar\n"
        "meaning\t西湖\t\tthe lake\n",
        encoding="utf-8",
    )
    ledger = make(library, toolbox)
    ledger.set_meaning(None, "西湖", "a lake", Place(None))
    done = ledger.import_file(file)
    assert (done.kept, done.replaced) == (4, 1)
    assert [(line, str(reason)) for line, reason in done.problems] == [(6, "“foo” is no syllable of pinyin.")]
    assert [one.text for one in ledger.all()] == ["西湖", "西湖边", "aa制吃饭", "散步", "西湖"]
    assert ledger.all()[3].value == "san4 bu1"
    prepared = toolbox.prepare.correct(toolbox.prepare.prepare("在西湖邊ＡＡ制吃飯"), ledger.all())
    assert [token.text for token in prepared.tokens] == ["在", "西湖邊", "ＡＡ制吃飯"]
