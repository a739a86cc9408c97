"""What readers tap as one word, over the real dictionary and slang layer."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xinqiao.domain.slang import SlangIndex
from xinqiao.engines import context_table
from xinqiao.engines.context_table import Line, cut_table, reading_table, table_fields
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.name_outlines import outline_names
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.reader_cuts import only_in_context, reader_cuts
from xinqiao.engines.word_paths import WordPaths
from xinqiao.formats.slang_tsv import read_slang

if TYPE_CHECKING:
    from xinqiao.startup import Toolbox

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "resources" / "lexicon" / "built" / "gloss_dict.txt"


@pytest.mark.parametrize(
    "cut",
    [
        # words that jieba does not know
        "我 用完 了 ， 怎么了 ， 到现在 找不到",
        "我们 在一起 ， 他 是 英国人 ， 来 杯 拿铁",
        "步道 旁边 ， 内场 票 没了",
        # but not where their parts are meant
        "我 不 想 去 ， 公司 亏 得 厉害 ， 我 跟 人 说 过",
        "过 一点 再说 ， 三 天 后 见 ， 一 年 会 更 好",
        # questions, doubled words, laughter
        "你 能 不 能 来 ， 要 不 要 去 ， 他 會不會 說",
        "干干净净 的 屋子 ， 老老实实 排队",
        "哈哈哈哈哈 ， 嘿嘿嘿 ， 呜呜呜",
        # numbers
        "第三 天 ， 第二十三 名 ， 第二 次 ， 三 次",
        "百分之九十 的 人 ， 三分之二 的 钱",
        "四五 天 ， 七八 个 ， 三四十 块 ， 两三百 人",
        "十九 块 九 ， 九块九 包邮 ， 三次方程",
        "凌晨 一 点 ， 一 点 半 ， 一点 都 不 难",
        # slang and its literal sense
        "这下 麻了 ， 腿 都 坐 麻 了",
        "凉了 ， 菜 凉 了 ， 我 给 她 寄 了 一 箱",
        "妈妈 包 的 饺子 ， 包的",
        "再 加 一点 糖 ， 就 这 一 家 店",
        # what stands beside decides
        "我 一个人 去 ， 有 一个 人 来 了",
        "他 穿 着 一 双 红 鞋 ， 注意 穿着",
        "脸 上 会 长 痘 ， 会长 来 了",
        "我 可 不 去 ， 可不 ！",
        "你好 ！ 等 你 好 消息",
        "算了 ， 我 算 了 一 晚上",
        "动 不了 ， 我 不 了解",
        "大 得很 ， 走 得 很 快",
        # traditional text with Taiwan's 著
        "背著 書包 ， 看 著 書 ， 穿 著 裙子 ， 著名 的 原著",
        "第三 次 ， 第二 次 ， 第三 天",
        "二胎 生 不 生 ， 哺乳动物 胎生",
        "忍 不了 了 ， 不了了之",
    ],
)
def test_what_a_reader_taps(toolbox: "Toolbox", cut: str) -> None:
    assert " ".join(toolbox.segmenter.segment(cut.replace(" ", ""))) == cut


def test_the_model_is_told_of_the_words_it_was_trained_with(toolbox: "Toolbox") -> None:
    trained = toolbox.segmenter.as_trained()
    assert trained.segment("我用完了，第三天腿麻了") == [
        "我",
        "用",
        "完",
        "了",
        "，",
        "第",
        "三",
        "天",
        "腿",
        "麻了",
    ]
    assert "".join(toolbox.segmenter.segment("我用完了")) == "我用完了"
    assert trained.version != toolbox.segmenter.version
    assert trained.names("昨天和陈思远一起吃饭") == []


def test_slang_that_the_reader_removed_is_no_word(tmp_path: Path) -> None:
    entries = [entry for entry in read_slang(ROOT / "seeds" / "slang.tsv")[0] if entry.term != "寄"]
    segmenter = JiebaSegmenter(WORDS, tmp_path, SlangIndex(entries).terms(), converter=OpenCCScript())
    assert segmenter.segment("寄咯") == ["寄", "咯"]


def test_the_readers_words_win_over_contexts(tmp_path: Path) -> None:
    own = JiebaSegmenter(WORDS, tmp_path, extra_words=("不想",), converter=OpenCCScript())
    assert own.segment("我不想去") == ["我", "不想", "去"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("昨天和陈思远、林晓棠去春熙路", ["陈思远", "林晓棠", "春熙路"]),
        ("小王说瑞幸比喜茶好喝", ["小王", "瑞幸", "喜茶"]),
        ("马尔克斯写的书", []),  # in the dictionary: no guess is needed
        ("奥雷里亚诺上校", ["奥雷里亚诺"]),
        ("这段路很堵，一张白纸，走得快，送错了", []),
        ("阿婆養的貓叫豆豆", []),
    ],
)
def test_names_are_outlined(toolbox: "Toolbox", text: str, names: list[str]) -> None:
    if "马尔克斯" in text and not toolbox.lexicon.entries("马尔克斯"):
        names = ["马尔克斯"]
    assert [span.of(text) for span in toolbox.segmenter.names(text)] == names


def test_listed_words_are_no_names() -> None:
    assert outline_names(["陈", "思", "远"], lambda word: 0)[0].end == 3
    assert outline_names(["陈", "思", "远"], lambda word: 5 if word == "陈思远" else 0) == []


def test_pieces_rejoin_whatever_they_are() -> None:
    pieces = ["不", "能", "不", "没", "第", "三", "分之", "一", "哈", "哈", "干", "干净", "净", "", "次"]
    pieces = [piece for piece in pieces if piece]
    assert "".join(reader_cuts(pieces, lambda word: True)) == "".join(pieces)
    assert reader_cuts([], lambda word: True) == []


@pytest.mark.parametrize("name", ["cuts.tsv", "readings.tsv"])
def test_tables_are_well_formed(name: str) -> None:
    seen: set[tuple[str, ...]] = set()
    for fields in table_fields(name):
        assert tuple(fields) not in seen
        seen.add(tuple(fields))
        contexts = fields[1:] if name == "cuts.tsv" else fields[2:]
        assert len(contexts) <= 2, fields
        assert fields[0].strip() == fields[0] != ""
        Line(fields[0], *contexts).compiled()
    assert seen


def test_lines_without_a_context_come_last() -> None:
    for table in (cut_table(), reading_table()):
        for text, lines in table.items():
            free = [line.free for line in lines]
            assert free == sorted(free), text
            assert free.count(True) <= 1, text


def test_every_line_spells_its_text() -> None:
    assert all(line.result.replace(" ", "") == text for text, lines in cut_table().items() for line in lines)
    for text, lines in reading_table().items():
        for line in lines:
            if line.result != "?":
                assert len(line.result.split()) == len(text), text
                assert re.fullmatch(r"(?:[a-z:]+[1-5] ?)+", line.result), text


def test_context_words_are_slang(toolbox: "Toolbox") -> None:
    listed = set(toolbox.slang.terms())
    unknown = {
        word for word in only_in_context() - listed if not toolbox.lexicon.entries(word) and "麻" not in word
    }
    assert unknown == set()


def test_table_versions_follow_their_text() -> None:
    assert context_table.tables_digest("cuts.tsv") != context_table.tables_digest("readings.tsv")


def test_paths_take_the_likeliest_words() -> None:
    paths = WordPaths({"大": 50, "学": 50, "大学": 40, "学生": 60, "生": 30, "大学生": 0}, 1000)
    assert paths.ends("大学生")[0] == 1  # 大|学生
    assert paths.ends("大学生", {"大学": 400})[0] == 2
    needed = paths.beating("大学生")
    paths.add("大学生", needed)
    assert paths.ends("大学生")[0] == 3
    assert paths.ends("") == []
    assert paths.ends("𰻝大") == [1, 2]
