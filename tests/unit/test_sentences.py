import time

import pytest

from xinqiao.domain.posts import Comment, Origin, OriginKind, Part, Post
from xinqiao.domain.sentences import LONGEST, split_post, split_text


def _cut(text: str) -> list[str]:
    sentences = split_text(text, Part.BODY)
    assert all(text[item.start : item.end] == item.text for item in sentences)
    return [item.text for item in sentences]


@pytest.mark.parametrize(
    "written",
    [
        "你好！|今天天气不错。|去哪儿？",
        "太好了！！！|真的吗？！|好的～～～|再见",
        "等等……|他来了。。。|走吧",
        "他问：“吃了吗？”|我说没有。",
        "“这个苦不苦？”——苦。",
        "最怕的问题是“吃了吗？”的时候",
        "哈哈哈。😂😂！！|第二句！😊 (≧▽≦) |第三句。",
        "说得对！[笑哭R][doge]|下一句",
        "好吃！👨‍👩‍👧‍👦🇨🇳|下次再来",
        "看https://x.cn/a?b=1&c=2！|好@小明？|是",
        "涨了3.5%，v1.5.2版，a.m.开始，U.S.A.也是。|好",
        "要3~5天，10～15分钟",
        "（太好吃了！）真的。",
        "《回家！》这首歌",
        "Hello there. |Mr. Smith came at 5 p.m. today.",
        "……你好",
        "好吃！，但是贵；|不买",
        "大冷天的，喝甜的。”|他说",
        "【材料？】番茄！|下锅",
    ],
)
def test_where_sentences_end(written: str) -> None:
    wanted = [piece.strip() for piece in written.split("|")]
    assert _cut(written.replace("|", "")) == wanted


def test_lines_are_sentences_and_are_counted() -> None:
    text = "【材料】\n・番茄 3个\n\n1️⃣ 蛋打散\r\n  收尾  "
    sentences = split_text(text, Part.BODY)
    assert [(item.text, item.paragraph) for item in sentences] == [
        ("【材料】", 0),
        ("・番茄 3个", 1),
        ("1️⃣ 蛋打散", 3),
        ("收尾", 4),
    ]
    assert all(text[item.start : item.end] == item.text for item in sentences)


@pytest.mark.parametrize("text", ["", "  \n\u3000\n", "\n"])
def test_nothing_to_split(text: str) -> None:
    assert split_text(text, Part.BODY) == []


@pytest.mark.parametrize("text", ["😂", "……", "！", "3.5", "@小明", "[笑哭R]"])
def test_a_text_without_words_is_one_sentence(text: str) -> None:
    assert _cut(text) == [text]


def test_long_sentences_are_cut_at_commas() -> None:
    clause = "我们一大早就坐着火车去了海边看日出"
    pieces = _cut("，".join([clause] * 9))
    assert len(pieces) > 1
    assert all(LONGEST // 3 < len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith("，") for piece in pieces[:-1])


def test_long_sentences_are_cut_neither_in_numbers_nor_in_addresses() -> None:
    address = "https://x.cn/" + "a,b;c" * 12
    pieces = _cut("我" * 30 + "花了13,460,000块" + "我" * 30 + address + "我" * 60)
    assert sum("13,460,000" in piece for piece in pieces) == 1
    assert sum(address in piece for piece in pieces) == 1


def test_parts_and_comments_in_reading_order() -> None:
    post = Post(
        "标题",
        "正文。第二句",
        Origin(OriginKind.PASTE),
        comments=(Comment("甲", "一楼", replies=(Comment("乙", "回复！好"),)), Comment("丙", "二楼")),
    )
    assert [(item.text, item.part, item.comment) for item in split_post(post)] == [
        ("标题", Part.TITLE, None),
        ("正文。", Part.BODY, None),
        ("第二句", Part.BODY, None),
        ("一楼", Part.COMMENT, 0),
        ("回复！", Part.COMMENT, 1),
        ("好", Part.COMMENT, 1),
        ("二楼", Part.COMMENT, 2),
    ]


@pytest.mark.parametrize(
    "piece", ["我", "a", "我，", "(！", '！"', "。", "😂.@/:", "#a[（", "\u3000", "a.\n", "“"]
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    sentences = split_text(text, Part.BODY)
    assert time.process_time() - started < 5
    assert sum(len(item.text) for item in sentences) <= len(text)
