"""Whatever a post says: nothing is lost in cutting, and every protected span comes back."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from xinqiao import resources
from xinqiao.domain.place_spans import Literal, Plan
from xinqiao.domain.plan_sentence import STAND_INS, plan_sentence
from xinqiao.domain.posts import Part
from xinqiao.domain.protected import find_protected
from xinqiao.domain.sentences import split_text
from xinqiao.domain.words import ProtectedKind

_PIECES = [
    "今天天气特别好",
    "我们去了西湖",
    "好吃",
    "的",
    "和",
    "太贵了",
    "不推荐",
    "，",
    "。",
    "！",
    "？",
    "……",
    "～",
    "、",
    "：",
    "“",
    "”",
    "（",
    "）",
    " ",
    "\n",
    "😂",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🇨🇳",
    "1️⃣",
    "❤️",
    "[笑哭R]",
    "[重要]",
    "[doge]",
    "@小明",
    "@Tom ",
    "#旅行[话题]#",
    "#周末去哪儿",
    "#热搜#",
    "#",
    "https://x.cn/a?b=1",
    "(≧▽≦)",
    "orz",
    "T_T",
    "3.5",
    "13,460",
    "1.",
    "・",
    "①",
    "OK",
    "iPhone",
    "a@b.com",
    "《",
    "》",
    "1、",
    "12:30 ",
]
_posts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=25).map("".join)
_english = st.lists(
    st.sampled_from(
        ["I", "went", "there,", "so", "good.", "Really?", "It's", *STAND_INS[:2], "and", "!", ""]
    ),
    max_size=12,
).map(" ".join)


@given(_posts)
@settings(max_examples=400, deadline=None)
def test_every_character_is_in_one_sentence(text: str) -> None:
    place = 0
    for sentence in split_text(text, Part.BODY):
        assert sentence.text
        assert sentence.text == sentence.text.strip()
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[place : sentence.start].strip()
        place = sentence.end
    assert not text[place:].strip()


@given(_posts)
@settings(max_examples=300, deadline=None)
def test_protected_spans_are_sorted_apart_and_whole(text: str) -> None:
    place = 0
    for found in find_protected(text):
        assert place <= found.span.start < found.span.end <= len(text)
        place = found.span.end


@given(_posts, st.lists(_english, min_size=30, max_size=30))
@settings(max_examples=400, deadline=None)
def test_protected_spans_come_back_once_and_in_order(text: str, answers: list[str]) -> None:
    for sentence in split_text(text, Part.BODY):
        _assert_round_trip(sentence.text, plan_sentence(sentence.text), answers)


def test_round_trip_of_the_sample_posts() -> None:
    def texts(comments: list[dict[str, object]]) -> list[str]:
        found: list[str] = []
        for comment in comments:
            replies = comment.get("replies", [])
            assert isinstance(replies, list)
            found += [str(comment["text"]), *texts(replies)]
        return found

    count = 0
    for post in json.loads(resources.sample_posts().read_text("utf-8")):
        for text in [post["title"], post["body"], *texts(post["comments"])]:
            for sentence in split_text(text, Part.BODY):
                count += len(find_protected(sentence.text))
                _assert_round_trip(sentence.text, plan_sentence(sentence.text), ["It was good, really."] * 30)
    assert count > 40


def _assert_round_trip(text: str, plan: Plan, answers: list[str]) -> None:
    assert not any(unit.inserts and not unit.text.strip() for unit in plan.units)
    english = answers[: len(plan.units)]
    out = plan.assemble(english)
    spans = find_protected(text)
    place = 0
    for found in spans:
        literal = " ".join(found.span.of(text).split())
        place = out.find(literal, place)
        assert place >= 0, (literal, out)
        place += len(literal)
    if not plan.units:
        return
    for kind in (
        ProtectedKind.EMOJI,
        ProtectedKind.STICKER,
        ProtectedKind.MENTION,
        ProtectedKind.URL,
        ProtectedKind.KAOMOJI,
    ):
        for literal in {found.span.of(text) for found in spans if found.kind is kind}:
            wanted = text.count(literal)
            written = sum(part.text.count(literal) for part in plan.parts if isinstance(part, Literal))
            inside = sum(insert.text.count(literal) for unit in plan.units for insert in unit.inserts) + sum(
                unit.text.count(literal) for unit in plan.units
            )
            assert written + inside == wanted, (literal, plan)
        assert all(
            found.span.of(text) not in unit.text
            for unit in plan.units
            for found in spans
            if found.kind is kind
            and len(found.span.of(text)) > 3
            and text.count(found.span.of(text))
            == sum(one.span.of(text) == found.span.of(text) for one in spans)
        )
