"""Readings of polyphones, against a list written for this project."""

import re
from pathlib import Path

import pytest

from xinqiao.domain.characters import count_han, is_han
from xinqiao.domain.readings import align
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import SlangEntry
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.pronouncer import ContextPronouncer
from xinqiao.engines.reading_rules import settled_words
from xinqiao.formats.slang_tsv import read_slang

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"
GOLD = [
    line
    for line in (ROOT / "tests/fixtures/polyphones.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


class Tools:
    def __init__(self, cache: Path) -> None:
        self.slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
        self.segmenter = JiebaSegmenter(
            BUILT / "gloss_dict.txt", cache, self.slang.terms(), converter=OpenCCScript()
        )
        self.pronouncer = ContextPronouncer(LexiconDb(BUILT / "lexicon.db"), self.slang, OpenCCScript())

    def read(self, text: str) -> list[str]:
        readings = self.pronouncer.read(self.segmenter.segment(text))
        return [syllable for reading in readings for syllable in reading]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    return Tools(tmp_path_factory.mktemp("cache"))


def test_polyphones_in_context(tools: Tools) -> None:
    wrong: list[str] = []
    checked = 0
    for line in GOLD:
        text = re.sub(r"\[[^\]]*\]", "", line)
        syllables = iter(tools.read(text))
        for character, mark in re.findall(r"(.)(?:\[([a-z:]+[1-5])\])?", line):
            if is_han(character):
                reading = next(syllables)
                checked += bool(mark)
                if mark and reading != mark:
                    wrong.append(f"{text}: {character} {reading}, not {mark}")
    assert checked > 500
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("他長得很高", "ta1 zhang3 de5 hen3 gao1"),
        ("绿色的女孩", "lu:4 se4 de5 nu:3 hai2"),
        ("一不小心", "yi1 bu4 xiao3 xin1"),
        ("东西掉了", "dong1 xi5 diao4 le5"),
        ("一会儿见", "yi1 hui4 r5 jian4"),
        ("二〇二五年", "er4 ling2 er4 wu3 nian2"),
        ("北京西湖", "bei3 jing1 xi1 hu2"),
        ("叠buff的P图", "die2 de5 tu2"),
        ("吃𰻝𰻝面", "chi1 biang2 biang2 mian4"),
    ],
)
def test_spelling(tools: Tools, text: str, pinyin: str) -> None:
    assert tools.read(text) == pinyin.split()


def test_one_syllable_for_each_character(tools: Tools) -> None:
    text = "㐀𠀀𪚥龘〇，家人们谁懂啊AA制！😀\ud800蚌埠住了"
    assert len(tools.read(text)) == count_han(text)


def test_slang_brings_its_reading(tools: Tools) -> None:
    slang = SlangIndex([SlangEntry("长草", "itching to buy", pinyin="zhang3 cao3")])
    pronouncer = ContextPronouncer(LexiconDb(BUILT / "lexicon.db"), slang, OpenCCScript())
    assert pronouncer.read(["心里", "长草"])[1] == ("zhang3", "cao3")
    assert pronouncer.read([]) == []


def test_the_settled_words_fit_their_characters() -> None:
    assert {word: reading for word, reading in settled_words().items() if align(word, reading) is None} == {}


@pytest.mark.parametrize(
    ("word", "pinyin", "reading"),
    [
        ("西湖", "Xi1 Hu2", ("xi1", "hu2")),
        ("3D打印", "san1 D da3 yin4", ("da3", "yin4")),
        ("AA制", "AA zhi4", ("zhi4",)),
        ("11区", "11 Qu1", ("qu1",)),
        ("早C晚A", "zao3 C wan3 A", ("zao3", "wan3")),
        ("元芳，你怎么看", "yuan2 fang1 ni3 zen3 me5 kan4", ("yuan2", "fang1", "ni3", "zen3", "me5", "kan4")),
        ("西湖", "Xi1", None),
    ],
)
def test_alignment(word: str, pinyin: str, reading: tuple[str, ...] | None) -> None:
    assert align(word, pinyin) == reading


# Settled words that are read otherwise than the dictionary lists them: what is said today (下载, 掉色,
# 恶心, 相亲, 一晃, 弹子, 关系到), and two words side by side where the
# dictionary has a rarer one (都会, 穿着).
AGAINST_THE_DICTIONARY = set(
    "下载 掉色 恶心 相亲 弹子 一晃 关系到 都会 中的 美的 一行 穿着 还给 花都".split()
)


def test_settled_words_differ_from_the_dictionary_only_where_that_is_known(tools: Tools) -> None:
    lexicon = LexiconDb(BUILT / "lexicon.db")
    different: set[str] = set()
    for word, reading in settled_words().items():
        listed = {align(word, entry.pinyin) for entry in lexicon.entries(word) if entry.simplified == word}
        if listed and tuple(reading.split()) not in listed:
            different.add(word)
    lexicon.close()
    assert different == AGAINST_THE_DICTIONARY


@pytest.mark.parametrize(
    ("words", "pinyin"),
    [
        ("乾 了 這 杯", "gan1 le5 zhe4 bei1"),
        ("乾坤", "qian2 kun1"),
        ("幹 什麼", "gan4 shen2 me5"),
        ("一 隻 貓", "yi1 zhi1 mao1"),
        ("祇 有", "zhi3 you3"),
        ("剪 髮", "jian3 fa4"),
        ("還 錢", "huan2 qian2"),
    ],
)
def test_traditional_characters_tell_readings_apart(tools: Tools, words: str, pinyin: str) -> None:
    readings = tools.pronouncer.read(words.split())
    assert [syllable for reading in readings for syllable in reading] == pinyin.split()


@pytest.mark.parametrize(
    ("words", "pinyin"),
    [
        ("试 试", "shi4 shi5"),
        ("你 好好 想 想", "ni3 hao3 hao3 xiang3 xiang5"),
        ("尝 一 尝", "chang2 yi1 chang2"),
        ("豆 豆", "dou4 dou4"),
        ("吃 吃 喝 喝", "chi1 chi1 he1 he1"),
        ("干干净净", "gan1 gan1 jing4 jing4"),
        ("老老实实", "lao3 lao3 shi2 shi2"),
    ],
)
def test_what_is_said_twice(tools: Tools, words: str, pinyin: str) -> None:
    readings = tools.pronouncer.read(words.split())
    assert [syllable for reading in readings for syllable in reading] == pinyin.split()


def test_variants_of_slang_take_its_reading_where_they_sound_alike() -> None:
    slang = SlangIndex([SlangEntry("磕到了", "my ship!", ("嗑到了", "吃到了"), "ke1 dao4 le5")])
    pronouncer = ContextPronouncer(LexiconDb(BUILT / "lexicon.db"), slang, OpenCCScript())
    assert pronouncer.read(["嗑到了"]) == [("ke4", "dao4", "le5")]
    assert pronouncer.read(["吃到了"])[0][0] == "chi1"
