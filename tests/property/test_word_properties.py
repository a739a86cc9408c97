"""What must hold for any text at all."""

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from xinqiao.domain.characters import count_han
from xinqiao.domain.numbers import numeral_value
from xinqiao.domain.pinyin import parse, search_key, to_marks, to_numbers, to_zhuyin
from xinqiao.domain.protected import find_protected
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import TokenKind
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.pronouncer import ContextPronouncer
from xinqiao.formats.slang_tsv import read_slang
from xinqiao.services.look_up_word import LookUpWord
from xinqiao.services.prepare_sentences import PrepareSentences

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"
_CACHE = tempfile.TemporaryDirectory(prefix="xinqiao-words-")

# Everything, lone surrogates too; and text such as posts are made of.
ANYTHING = st.text(st.characters(), max_size=40)
PIECES = st.sampled_from(
    [
        *"我 们 长 得 了 着 还 一 不 三 十 百 万 多 个 人 天才 西湖 學習 體驗".split(),
        *"yyds 666 16668 i人 P图 N+1 〇 㐀 𰻝 [笑哭R] #旅行[话题]# @小红".split(),
        *"， 。 … ！ 😀 👩‍👩‍👧 ＡＢ ３ 4.5% https://a.cn (｡•́︿•̀｡)".split(),
        *(" ", "\n", "\t", "\u0301", "\ud83d"),
    ]
)
POSTS = st.lists(PIECES, max_size=25).map("".join)
TEXTS = st.one_of(ANYTHING, POSTS)


@cache
def tools() -> tuple[PrepareSentences, LookUpWord, OpenCCScript]:
    slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
    converter = OpenCCScript()
    lexicon = LexiconDb(BUILT / "lexicon.db")
    cache_dir = Path(_CACHE.name)
    segmenter = JiebaSegmenter(BUILT / "gloss_dict.txt", cache_dir, slang.terms(), converter=converter)
    pronouncer = ContextPronouncer(lexicon, slang, converter)
    prepare = PrepareSentences(segmenter, pronouncer, lexicon, slang, find_protected)
    prepare.prepare("热身")  # loading is not what a single example costs
    return prepare, LookUpWord(lexicon, slang, converter), converter


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_tokens_rejoin_and_every_character_has_a_syllable(text: str) -> None:
    prepared = tools()[0].prepare(text)
    assert "".join(token.text for token in prepared.tokens) == text
    offset = 0
    for token in prepared.tokens:
        assert token.text
        assert token.start == offset
        offset = token.end
        if token.kind is TokenKind.PROTECTED:
            assert token.syllables == ()
        else:
            assert len(token.syllables) == count_han(token.text)
    assert all(0 <= span.start < span.end <= len(text) for span in prepared.names)


@settings(max_examples=60, deadline=None)
@given(POSTS)
def test_every_word_can_be_tapped(text: str) -> None:
    prepare, words, _ = tools()
    prepared = prepare.prepare(text)
    for index, token in enumerate(prepared.tokens):
        gloss = words.look_up(prepared, index, "It is long")
        assert gloss.text == token.text
        assert gloss.readings[0].span == token.span
        assert all(reading.span.of(text) == reading.text for reading in gloss.readings)
        assert 1 <= len(gloss.readings) <= 3


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_conversion_keeps_the_length(text: str) -> None:
    assert len(tools()[2].to_simplified(text)) == len(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_line_tools_keep_all_but_the_characters(text: str) -> None:
    prepare = tools()[0]
    segments = prepare.plain_segments(text)
    assert "".join(segments) == "".join(
        token.text for token in prepare.prepare(text).tokens if not token.text.isspace()
    )
    kept = sum(count_han(token.text) for token in prepare.prepare(text).tokens if not token.syllables)
    assert count_han(prepare.numbered_pinyin(text)) == kept


_LETTERS = st.sampled_from(
    "a ai ang bo biao cuan chuang dui e er fou ga hng jiong ju ka lu: lu:e m n ng nu:e o ou pin qun ri "
    "shuang si tie wu weng xue yuan yong zhi zuo".split()
)


@given(_LETTERS, st.integers(1, 5), st.booleans())
def test_pinyin_round_trips(letters: str, tone: int, capital: bool) -> None:
    numbered = f"{letters.capitalize() if capital else letters}{tone}"
    assert to_numbers(to_marks(numbered)) == numbered
    if letters != "er" or tone != 5:  # ˙ㄦ is the 儿 of erhua
        assert to_numbers(to_zhuyin(numbered)) == numbered.lower()
    assert search_key(to_marks(numbered)) == search_key(numbered)


@given(st.text(max_size=8))
def test_the_parser_takes_anything(text: str) -> None:
    syllable = parse(text)
    if syllable is not None:
        assert parse(syllable.numbered) == syllable


_ONES = "零一二三四五六七八九"


def spell(number: int) -> str:
    """`number` below 10,000 as it is written."""
    text = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += _ONES[digit] + sign
        elif text and text[-1] != "零" and number % unit:
            text += "零"
    return text


@given(st.integers(1, 9999))
def test_numerals_are_read_back(number: int) -> None:
    assert numeral_value(spell(number)) == number
