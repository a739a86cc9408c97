"""Little words and codes that need no engine, over the real dictionary and slang."""

from typing import TYPE_CHECKING

import pytest

from xinqiao.domain.plan_sentence import plan_sentence
from xinqiao.domain.reply_words import ASKED_FOR, DONE, REPLIES, VERY, WANTED
from xinqiao.domain.short_replies import said_once, short_reply
from xinqiao.domain.translations import Maker
from xinqiao.services.drafts import Draft
from xinqiao.services.short_answers import ShortAnswers

if TYPE_CHECKING:
    from xinqiao.startup import Toolbox


@pytest.fixture
def answers(toolbox: "Toolbox") -> ShortAnswers:
    return ShortAnswers(toolbox.lexicon, toolbox.slang, toolbox.converter, dict, frozenset())


def answer(answers: ShortAnswers, text: str) -> str | None:
    """The English of a whole comment; None where an engine has to be asked."""
    translation = answers.fill(Draft(text, [0], plan_sentence(text)))
    if translation is None:
        return None
    assert translation.maker is Maker.DICTIONARY
    return translation.text


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("好", "OK"),
        ("好的！", "OK!"),
        ("好的呢", "OK"),
        ("哈哈", "Haha"),
        ("哈哈哈哈哈哈哈哈哈", "Hahahahahaha"),
        ("否", "No"),
        ("谢谢🙏", "Thank you 🙏"),
        ("謝謝", "Thank you"),
        ("真的吗？", "Really?"),
        ("有人吗", "Anyone here?"),
        ("原来如此", "So that's how it is"),
        ("哪里哪里", "You're too kind"),
        ("完了", "We're done for"),
    ],
)
def test_everyday_replies(answers: ShortAnswers, chinese: str, english: str) -> None:
    assert answer(answers, chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("求教程", "Tutorial, please"),
        ("跪求链接！", "Link, please!"),
        ("求一份攻略", "Guide, please"),
        ("求助", "Please help"),
        ("蹲个链接", "Waiting for the link"),
        ("蹲一个推荐", "Waiting for recommendations"),
        ("已关注", "Followed"),
        ("已三连", "Liked, saved and shared"),
        ("收藏了", "Saved"),
        ("太真实了", "So true"),
        ("好可爱啊", "So cute"),
        ("可爱死了", "So cute"),
        ("真贵", "Really expensive"),
        ("姐姐好美", "You're so beautiful"),
        ("难吗", "Is it hard?"),
        ("开心吗？", "Are you happy?"),
        ("好想去", "I really want to go"),
        ("我也想学", "I also want to learn it"),
    ],
)
def test_patterns_make_many_of_them(answers: ShortAnswers, chinese: str, english: str) -> None:
    assert answer(answers, chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("对对对", "Yes, yes, yes"),
        ("不不不不不", "No, no, no"),
        ("好好好", "OK, OK, OK"),
        ("溜了溜了", "I'm off"),
        ("散了散了", "Move along, move along"),
        ("冲冲冲！", "Go for it!"),
        ("顶顶顶", "Bump, upvote, support"),
    ],
)
def test_what_is_said_over_and_over(answers: ShortAnswers, chinese: str, english: str) -> None:
    assert answer(answers, chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("求链接", "Link, please"),
        ("绝绝子！", "Absolutely amazing!"),
        ("蹲", "Waiting for this, following for updates"),
        ("沙发", "First comment"),
        ("寄了", "Done for, dead"),
        ("冲鸭", "Let's go!"),
        ("翻车了", "Fail spectacularly, backfire"),
        ("番茄", "Tomato"),
        ("蛋糕", "Cake"),
        ("散步", "Take a walk"),
        ("yyds", "The GOAT"),
        ("xswl！！😂", "LMAO!! 😂"),
        ("666", "Awesome"),
        ("hhhhhhhhh", "Hahaha"),
        ("nb", "Awesome"),
        ("dd", "Message me"),
    ],
)
def test_slang_by_the_sense_of_comments_then_the_dictionary(
    answers: ShortAnswers, chinese: str, english: str
) -> None:
    assert answer(answers, chinese) == english


@pytest.mark.parametrize("chinese", ["今天天气不错", "求你别再这样了", "已经三点了", "真丝睡衣", "想你了"])
def test_all_else_is_left_to_an_engine(answers: ShortAnswers, chinese: str) -> None:
    assert answer(answers, chinese) is None


def test_no_word_stands_twice_with_different_english() -> None:
    for table in (REPLIES, ASKED_FOR, DONE, VERY, WANTED):
        words = [word for words in table.values() for word in words.split()]
        assert sorted({word for word in words if words.count(word) > 1}) == []


def test_said_once() -> None:
    assert [said_once(text) for text in ("冲冲冲", "溜了溜了", "哈", "哈哈", "好的")] == [
        "冲",
        "溜了",
        "哈",
        "哈哈",
        "好的",
    ]
    assert short_reply("") == ""
