from pathlib import Path

import pytest

from xinqiao.domain.protected import find_protected
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import PreparedSentence, TokenKind
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.pronouncer import ContextPronouncer
from xinqiao.formats.slang_tsv import read_slang
from xinqiao.services.prepare_sentences import PrepareSentences

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"
WORD, TEXT, MARK, PROTECTED = TokenKind.WORD, TokenKind.TEXT, TokenKind.MARK, TokenKind.PROTECTED


@pytest.fixture(scope="module")
def prepare(tmp_path_factory: pytest.TempPathFactory) -> PrepareSentences:
    slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
    converter = OpenCCScript()
    lexicon = LexiconDb(BUILT / "lexicon.db")
    cache = tmp_path_factory.mktemp("cache")
    segmenter = JiebaSegmenter(BUILT / "gloss_dict.txt", cache, slang.terms(), converter=converter)
    pronouncer = ContextPronouncer(lexicon, slang, converter)
    return PrepareSentences(segmenter, pronouncer, lexicon, slang, find_protected)


def kinds(prepared: PreparedSentence) -> list[tuple[str, TokenKind]]:
    return [(token.text, token.kind) for token in prepared.tokens]


def test_a_post_line(prepare: PrepareSentences) -> None:
    prepared = prepare.prepare("周末去了西湖[笑哭R] #旅行[话题]# @小红 yyds！")
    assert kinds(prepared) == [
        ("周末", WORD),
        ("去", WORD),
        ("了", WORD),
        ("西湖", WORD),
        ("[笑哭R]", PROTECTED),
        (" ", MARK),
        ("#", PROTECTED),
        ("旅行", WORD),
        ("[话题]#", PROTECTED),
        (" ", MARK),
        ("@小红", PROTECTED),
        (" ", MARK),
        ("yyds", WORD),
        ("！", MARK),
    ]
    assert prepared.tokens[0].syllables == ("zhou1", "mo4")
    assert prepared.tokens[4].syllables == ()


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("今天666太强了", "666", WORD),
        ("拜拜88", "88", WORD),
        ("一共88块", "88", TEXT),
        ("6月去的", "6", TEXT),
        ("第6名", "6", TEXT),
        ("太6了", "6", WORD),
        ("16668", "16668", TEXT),
        ("to be or not", "be", TEXT),
        ("最后be了", "be", WORD),
        ("买VCR和相机", "VCR", WORD),
        ("买iPhone", "iPhone", TEXT),
        ("90后都懂", "90后", WORD),
        ("哈hhhhhhhhhh", "hhhhhhhhhh", WORD),
    ],
)
def test_codes_and_numbers(prepare: PrepareSentences, text: str, code: str, kind: TokenKind) -> None:
    assert (code, kind) in kinds(prepare.prepare(text))


def test_traditional_text_keeps_its_characters(prepare: PrepareSentences) -> None:
    prepared = prepare.prepare("他長得很高")
    assert "".join(token.text for token in prepared.tokens) == "他長得很高"
    assert [token.syllables for token in prepared.tokens][1:3] == [("zhang3",), ("de5",)]


def test_offsets_are_code_points(prepare: PrepareSentences) -> None:
    prepared = prepare.prepare("😀西湖")
    assert [(token.text, token.start) for token in prepared.tokens] == [("😀", 0), ("西湖", 1)]
    assert prepared.token_at(2) == 1
    assert prepared.token_at(3) is None


def test_names_are_placed_after_protected_text(prepare: PrepareSentences) -> None:
    text = "[笑哭R]昨天和闻婧姝一起吃饭"
    assert [span.of(text) for span in prepare.prepare(text).names] == ["闻婧姝"]


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("今天，下雨了！", "jin1 tian1，xia4 yu3 le5！"),
        ("买了3个iPhone吗", "mai3 le5 3 ge4 iPhone ma5"),
        ("哈哈[笑哭R]好", "ha1 ha1[笑哭R]hao3"),
        ("no Chinese, 100%", "no Chinese, 100%"),
        ("", ""),
    ],
)
def test_numbered_pinyin(prepare: PrepareSentences, text: str, pinyin: str) -> None:
    assert prepare.numbered_pinyin(text) == pinyin


def test_plain_segments(prepare: PrepareSentences) -> None:
    assert prepare.plain_segments("我 爱\t北京 🎉") == ["我", "爱", "北京", "🎉"]
    assert prepare.plain_segments("   ") == []


def test_the_version_names_its_parts(prepare: PrepareSentences) -> None:
    assert prepare.version.startswith("prepared-")
    assert prepare.version == prepare.version
