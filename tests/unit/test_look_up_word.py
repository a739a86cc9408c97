from pathlib import Path

import pytest

from xinqiao.domain.protected import find_protected
from xinqiao.domain.senses import fit, rank_senses, stem, stems
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import Entry, Gloss, PreparedSentence, Span
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.pronouncer import ContextPronouncer
from xinqiao.formats.slang_tsv import read_slang
from xinqiao.services.look_up_word import LookUpWord
from xinqiao.services.prepare_sentences import PrepareSentences
from xinqiao.startup import Toolbox

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"


class Tools:
    def __init__(self, cache: Path) -> None:
        slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
        converter = OpenCCScript()
        lexicon = LexiconDb(BUILT / "lexicon.db")
        segmenter = JiebaSegmenter(BUILT / "gloss_dict.txt", cache, slang.terms(), converter=converter)
        pronouncer = ContextPronouncer(lexicon, slang, converter)
        self.prepare = PrepareSentences(segmenter, pronouncer, lexicon, slang, find_protected)
        self.words = LookUpWord(lexicon, slang, converter)

    def tap(self, text: str, word: str, translation: str = "", span: Span | None = None) -> Gloss:
        prepared = self.prepare.prepare(text)
        return self.words.look_up(prepared, index_of(prepared, word), translation, span)


def index_of(prepared: PreparedSentence, word: str) -> int:
    return [token.text for token in prepared.tokens].index(word)


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    return Tools(tmp_path_factory.mktemp("cache"))


def test_a_word(tools: Tools) -> None:
    gloss = tools.tap("周末去了西湖，天气特别好", "天气")
    assert gloss.simplified == "天气"
    assert gloss.traditional == "天氣"
    assert gloss.syllables == ("tian1", "qi4")
    assert gloss.likely == ("weather",)
    assert gloss.hsk.hsk2 == "1"
    assert gloss.zipf > 4
    assert dict(gloss.parts)["天"] == "一大"
    assert gloss.meaning == "weather"


def test_slang_comes_first(tools: Tools) -> None:
    gloss = tools.tap("这个结局让我破防了", "破防了")
    assert gloss.slang is not None
    assert gloss.meaning.startswith("to be hit hard")


def test_the_reading_of_the_sentence_leads(tools: Tools) -> None:
    assert "to grow" in tools.tap("他长得很高", "长", "He grew tall").likely
    assert "long" not in tools.tap("他长得很高", "长").likely
    long = tools.tap("头发很长", "长")
    assert long.likely[0] == "long"
    assert any(sense.startswith("zhǎng: ") for sense in long.more)


def test_the_translation_chooses_the_sense(tools: Tools) -> None:
    grown = tools.tap("孩子又长了两斤，真快", "长", "The children grow up so fast")
    assert "to grow" in grown.likely
    assert "to turn on" in tools.tap("他打开灯", "打开", "He turned on the light").likely[0]


def test_traditional_text(tools: Tools) -> None:
    gloss = tools.tap("他個子長得真快", "個子")
    assert (gloss.text, gloss.simplified, gloss.traditional) == ("個子", "个子", "個子")
    assert gloss.entries[0].simplified == "个子"


def test_other_readings_of_the_place(tools: Tools) -> None:
    gloss = tools.tap("我们研究生命起源", "研究")
    assert gloss.readings[0].text == "研究"
    assert "研究生" in [reading.text for reading in gloss.readings]
    assert len(gloss.readings) <= 3
    chosen = next(reading.span for reading in gloss.readings if reading.text == "研究生")
    other = tools.tap("我们研究生命起源", "研究", span=chosen)
    assert other.text == "研究生"
    assert other.readings[0].text == "研究生"
    assert other.syllables == ("yan2", "jiu1", "sheng1")


def test_readings_do_not_cross_marks(tools: Tools) -> None:
    for reading in tools.tap("我来研究，生命起源", "研究").readings:
        assert "，" not in reading.text


def test_numbers_are_explained(tools: Tools) -> None:
    gloss = tools.tap("奶奶七十九岁", "七十九")
    assert gloss.likely == ("79",)
    assert gloss.syllables == ("qi1", "shi2", "jiu3")


def test_codes(tools: Tools) -> None:
    gloss = tools.tap("真的YYDS", "YYDS")
    assert gloss.meaning.startswith("the GOAT")
    assert [reading.text for reading in gloss.readings] == ["YYDS"]


def test_words_by_themselves(tools: Tools) -> None:
    gloss = tools.words.look_up_text("  蛤蜊 ")
    assert gloss is not None
    assert gloss.likely[0] == "clam"
    assert tools.words.look_up_text("没有这个词的") is None
    assert tools.words.look_up_text("") is None
    assert tools.words.look_up_text("\ud800") is None
    traditional = tools.words.look_up_text("學習")
    assert traditional is not None
    assert traditional.simplified == "学习"


def test_pieces_of_what_is_no_word(tools: Tools) -> None:
    assert [gloss.text for gloss in tools.words.look_up_pieces("女朋友们，蛤蜊😀")] == [
        "女朋友",
        "们",
        "蛤蜊",
    ]
    assert tools.words.look_up_pieces("zzz 😀") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("queues", "queue"), ("trying", "try"), ("grew", "grow"), ("running", "run"), ("cities", "city")],
)
def test_stems_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_fit_counts_the_best_part() -> None:
    english = stems("She waited in line for two hours")
    assert fit("to wait; to stay", english) == 1.0
    assert fit("to sing", english) == 0.0
    assert fit("(of a queue)", english) == 0.0
    assert fit("to wait", frozenset()) == 0.0


def test_weak_senses_come_last() -> None:
    entries = [Entry("于", "于", "Yu2", ("surname Yu",)), Entry("於", "于", "yu2", ("(old) from", "in; at"))]
    likely, more = rank_senses(entries, ("yu2",), "")
    assert likely[0] == "in; at"
    assert "surname Yu" in more or "surname Yu" in likely[1:]


def test_a_common_word_leads_over_its_slang(tools: Tools) -> None:
    for text, word in (("这杯茶好喝", "茶"), ("他们卷得厉害", "卷"), ("我有对象", "对象")):
        gloss = tools.tap(text, word)
        assert gloss.slang is not None
        assert not gloss.slang_leads
        assert gloss.meaning == "; ".join(gloss.likely)
    gloss = tools.tap("这家店yyds", "yyds")
    assert gloss.slang_leads
    assert gloss.slang is not None
    assert gloss.meaning == gloss.slang.meaning


def test_full_width_letters_are_looked_up_in_half_width(tools: Tools) -> None:
    gloss = tools.tap("ＡＡ制吃饭", "ＡＡ制")
    assert "to split the bill" in gloss.meaning
    assert gloss.text == "ＡＡ制"
    assert tools.words.look_up_text("ＡＡ制") is not None


def test_forms_that_are_not_listed_are_explained(tools: Tools) -> None:
    assert tools.tap("屋子干干净净的", "干干净净").likely[0].startswith("clean")
    assert "laugh" in tools.tap("哈哈哈哈哈", "哈哈哈哈哈").meaning
    assert tools.tap("百分之九十的人", "百分之九十").meaning == "90%"
    assert tools.words.look_up_text("𠀀𠀀") is None


@pytest.mark.parametrize(
    ("word", "syllables", "traditional", "first"),
    [
        ("绿", "lu:4", "綠", "green"),
        ("行", "xing2", "行", "capable"),
        ("花儿", "hua1 r5", "花兒", "flower"),
        ("和", "he2", "和", "(joining two nouns)"),
        ("期", "qi1", "期", "a period of time"),
        ("台灣", "tai2 wan1", "台灣", "Taiwan"),
        ("得", "de5", "得", "structural particle"),
    ],
)
def test_a_word_by_itself_is_what_it_mostly_is(
    toolbox: Toolbox, word: str, syllables: str, traditional: str, first: str
) -> None:
    gloss = toolbox.look_up_word.look_up_text(word)
    assert gloss is not None
    assert (" ".join(gloss.syllables), gloss.traditional) == (syllables, traditional)
    assert gloss.likely[0].startswith(first)
    assert "Taiwan (variant of" not in " ".join(gloss.likely)


def test_parts_that_are_bare_strokes_are_not_told(toolbox: Toolbox) -> None:
    for word, told in (("手机", ("机",)), ("企业", ("企",)), ("了", ())):
        gloss = toolbox.look_up_word.look_up_text(word)
        assert gloss is not None
        assert tuple(sign for sign, _ in gloss.parts) == told
