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
from xinqiao.engines.reading_rules import SETTLED_WORDS
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
    assert {word: reading for word, reading in SETTLED_WORDS.items() if align(word, reading) is None} == {}


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
