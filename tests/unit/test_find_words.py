import time
from datetime import UTC, datetime

import pytest

from xinqiao.domain.words import SlangEntry, Word, WordId, WordStatus
from xinqiao.services.find_words import LIMIT, FindWords, FoundIn
from xinqiao.startup import Toolbox

NOW = datetime(2026, 1, 1, tzinfo=UTC)
OWN = Word(
    WordId(1), "心桥桥", "心橋橋", "xin1 qiao2 qiao2", "a bridge of hearts", WordStatus.LEARNING, NOW, NOW
)


@pytest.fixture(scope="module")
def find(toolbox: Toolbox) -> FindWords:
    slang = [*toolbox.slang.entries, SlangEntry("尊嘟", "really", pinyin="zun1 du1")]
    found = FindWords(toolbox.lexicon, lambda: slang, lambda: [OWN], toolbox.converter)
    found.load()
    return found


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("西湖", "西湖"),
        ("西 湖", "西湖"),
        ("手機", "手机"),
        ("xihu", "西湖"),
        ("xī hú", "西湖"),
        ("Xi1 Hu2", "西湖"),
        ("lǜsè", "绿色"),
        ("lvse", "绿色"),
        ("lu:4 se4", "绿色"),
        ("lv4se4", "绿色"),
        ("lüsè", "绿色"),
        ("nve", "虐"),
        ("nüe4", "虐"),
        ("nu:e4", "虐"),
        ("nvren", "女人"),
        ("huar", "花儿"),
        ("yidianr", "一点儿"),
        ("aa制", "AA制"),
        ("ＡＡ制", "AA制"),
        ("aa", "AA制"),
        ("t恤", "T恤"),
        ("yyds", "yyds"),
        ("ＹＹＤＳ", "yyds"),
        ("telephone", "电话"),
        ("park", "公园"),
        ("bridge of hearts", "心桥桥"),
        ("xinqiaoqiao", "心桥桥"),
        ("心桥桥", "心桥桥"),
        ("really", "尊嘟"),
        ("一点儿", "一点儿"),
    ],
)
def test_anything_is_found_among_the_first(find: FindWords, query: str, word: str) -> None:
    assert word in [one.text for one in find.find(query)][:25]


def test_exact_words_come_first_and_say_where_they_are_from(find: FindWords) -> None:
    assert find.find("西湖")[0].text == "西湖"
    assert find.find("打卡")[0].found_in is FoundIn.SLANG
    (own,) = [one for one in find.find("心桥") if one.found_in is FoundIn.OWN]
    assert own.status is WordStatus.LEARNING
    assert next(one.text for one in find.find("ni3hao3")) == "你好"
    assert find.find("xi'an")[0].text == "西安"
    assert find.find("绿")[0].pinyin == "lu:4", "lù is for names alone"
    assert find.find("室")[0].meaning.startswith("room"), "a room before a surname"


@pytest.mark.parametrize("query", ["", "  ", "qqqqzz", "?!", "\ud800", "%", '"', "𠮷𠮷𠮷", "西湖" * 400])
def test_nothing_is_found_without_trouble(find: FindWords, query: str) -> None:
    assert find.find(query) == []


def test_an_answer_is_there_before_the_next_key(find: FindWords) -> None:
    took = []
    for query in ("的", "西", "xi", "shi", "yi", "hao", "good", "to", "a", "s", "water", "一", "zhong1 guo2"):
        start = time.perf_counter()
        assert len(find.find(query)) <= LIMIT
        took.append(time.perf_counter() - start)
    assert sorted(took)[len(took) // 2] < 0.05  # three times the budget, for a busy machine
