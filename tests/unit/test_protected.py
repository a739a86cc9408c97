import time

import pytest

from xinqiao.domain.protected import examine, find_protected
from xinqiao.domain.words import ProtectedKind as Kind


def _found(text: str, codes: tuple[str, ...] = ()) -> list[tuple[str, Kind]]:
    return [(item.span.of(text), item.kind) for item in find_protected(text, codes)]


@pytest.mark.parametrize(
    "emoji",
    [
        "😂",
        "❤️",
        "👍🏽",
        "👨‍👩‍👧‍👦",
        "🇨🇳",
        "1️⃣",
        "#️⃣",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🏳️‍🌈",
        "🧑🏻‍🚀",
        "✈️",
        "©️",
        "⭐",
        "☕️",
        "🪿",
        "❄️",
        "‼️",
        "★",
    ],
)
def test_emoji_are_one_span_each(emoji: str) -> None:
    text = f"好{emoji}吃"
    assert _found(text) == [(emoji, Kind.EMOJI)]


def test_neighbouring_flags_and_emoji_are_kept_apart() -> None:
    assert [piece for piece, _ in _found("🇨🇳🇺🇸😂😂")] == ["🇨🇳", "🇺🇸", "😂", "😂"]


@pytest.mark.parametrize("code", ["[笑哭R]", "[蹲后续H]", "[doge]", "[okR]", "[ootdR]", "[黑薯问号R]"])
def test_sticker_codes(code: str) -> None:
    assert _found(f"好{code}") == [(code, Kind.STICKER)]


@pytest.mark.parametrize("word", ["[重要]", "[VR]", "[HR]", "[图片]", "[R]", "[2R]", "[]", "[a b R]"])
def test_bracketed_words_are_no_codes(word: str) -> None:
    assert _found(f"看{word}") == []


def test_a_known_code_needs_no_ending() -> None:
    assert _found("[允悲]好", ("[允悲]",)) == [("[允悲]", Kind.STICKER)]
    assert _found("[允悲]好") == []


@pytest.mark.parametrize(
    ("text", "marks", "words"),
    [
        ("#旅行[话题]#", ["#", "[话题]#"], ["旅行"]),
        ("#周末去哪儿", ["#"], ["周末去哪儿"]),
        ("#热搜#今天", ["#", "#"], ["热搜"]),
        ("#旅行[话题]# #杭州[话题]#", ["#", "[话题]#", "#", "[话题]#"], ["旅行", "杭州"]),
        ("＃旅行", ["＃"], ["旅行"]),
    ],
)
def test_of_topics_only_the_marks_are_protected(text: str, marks: list[str], words: list[str]) -> None:
    found = examine(text)
    assert [item.span.of(text) for item in found.spans] == marks
    assert {item.kind for item in found.spans} == {Kind.TOPIC}
    assert [topic.words.of(text) for topic in found.topics] == words


@pytest.mark.parametrize("text", ["C#很难", "排名#1", "a&#39;b", "# 3"])
def test_number_signs_are_no_topics(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@小明 你好", "@小明"),
        ("谢谢@Tom_01！", "@Tom_01"),
        ("＠小红，来", "＠小红"),
        ("@a.b-c 好", "@a.b-c"),
    ],
)
def test_mentions(text: str, name: str) -> None:
    assert _found(text) == [(name, Kind.MENTION)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("看https://x.cn/a?b=1&c=2！好", "https://x.cn/a?b=1&c=2"),
        ("www.xiaohongshu.com/a，打开", "www.xiaohongshu.com/a"),
        ("http://xhslink.com/a/Bc1。", "http://xhslink.com/a/Bc1"),
        ("写信到a.b@mail.com吧", "a.b@mail.com"),
        ("（taobao.com）", "taobao.com"),
    ],
)
def test_addresses_end_before_punctuation(text: str, address: str) -> None:
    assert _found(text) == [(address, Kind.URL)]


@pytest.mark.parametrize(
    "face",
    [
        "(≧▽≦)",
        "╮(╯▽╰)╭",
        "orz",
        "QAQ",
        "^_^",
        "T_T",
        "(T_T)",
        "(-_-)",
        "( ˘ ³˘)♥",
        "(๑•̀ㅂ•́)و✧",
        "¯\\_(ツ)_/¯",
        "m(_ _)m",
        "_(:з」∠)_",
        "Σ(っ °Д °;)っ",
        "（￣▽￣）",
        "(*^▽^*)",
        "XD",
    ],
)
def test_kaomoji(face: str) -> None:
    assert _found(f"好的 {face} 走") == [(face, Kind.KAOMOJI)]


@pytest.mark.parametrize(
    "text",
    [
        "(注意)",
        "(25°C)",
        "(3*4)",
        "注意:(3个)",
        "1:30",
        "（口口）",
        "v1.5.2",
        "a.m.",
        "Node.js",
        "<3.5",
        "A^B",
        "hello(world)",
    ],
)
def test_plain_text_is_not_protected(text: str) -> None:
    assert _found(f"看{text}吧") == []


@pytest.mark.parametrize(
    "number", ["39.9", "¥39.9-50", "2025.01.15", "12:30", "+86 138 0000 0000", "100%", "３８"]
)
def test_a_sentence_that_is_only_a_number(number: str) -> None:
    assert _found(f" {number} ") == [(number, Kind.NUMBER)]


def test_a_number_among_words_is_not_protected() -> None:
    assert _found("3个") == []
    assert _found("") == []
    assert _found("...") == []


@pytest.mark.parametrize(
    "piece", ["(", "（^", "@", "#", "[", "a@", "www.", "http://", "\\", "Σ", "ʕ", "0", "♀️", "#a[", "(:"]
)
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    find_protected(piece * (50_000 // len(piece)))
    assert time.process_time() - started < 3
