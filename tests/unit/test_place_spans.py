import pytest

from xinqiao.domain.place_spans import tidy_english
from xinqiao.domain.plan_sentence import plan_sentence


def _assembled(chinese: str, *english: str) -> str:
    plan = plan_sentence(chinese)
    assert len(plan.units) == len(english), plan
    return plan.assemble(english)


@pytest.mark.parametrize(
    ("chinese", "english", "whole"),
    [
        ("😂好开心", ["So happy"], "😂 So happy"),
        ("好开心😂😂", ["So happy"], "So happy 😂😂"),
        ("手滑[笑哭R]", ["My finger slipped"], "My finger slipped [笑哭R]"),
        ("好吃！[赞R]", ["Delicious!"], "Delicious! [赞R]"),
        ("好吃👍！！", ["Delicious!!"], "Delicious 👍!!"),
        ("今天好开心😂下次还来", ["So happy today", "I'll come again"], "So happy today 😂 I'll come again"),
        ("去了西湖👍，好开心", ["Went to West Lake, so happy"], "Went to West Lake 👍, so happy"),
        ("去了西湖，👍好开心", ["Went to West Lake,", "so happy"], "Went to West Lake, 👍 so happy"),
        ("我爱🐱的人", ["People who love me"], "People 🐱 who love me"),
        ("#周末去哪儿", ["Where to go this weekend"], "#Where to go this weekend"),
        ("#旅行[话题]# #杭州[话题]#", ["Travel", "Hangzhou"], "#Travel[话题]# #Hangzhou[话题]#"),
        ("今天很好 #旅行 #杭州", ["Today is good", "Travel", "Hangzhou"], "Today is good #Travel #Hangzhou"),
        ("@小明 你看这个", ["Look at this"], "@小明 Look at this"),
        ("@小明：你看", ["Look"], "@小明: Look"),
        ("快来看@小明", ["Come look"], "Come look @小明"),
        (
            "今天和@小明 去了西湖，好开心",
            ["Went to West Lake with Ben, so happy"],
            "Went to West Lake with @小明, so happy",
        ),
        ("我和@小明、@小红 都觉得不错", ["Ben, Amy and I like it"], "@小明, @小红 and I like it"),
        (
            "点这里 https://x.cn/a 报名参加",
            ["Click here", "to sign up"],
            "Click here https://x.cn/a to sign up",
        ),
        ("1️⃣ 蛋打散", ["Beat the eggs"], "1️⃣ Beat the eggs"),
        ("1、蛋打散", ["Beat the eggs"], "1. Beat the eggs"),
        ("① 入境卡", ["Entry card"], "① Entry card"),
        ("🌙 01:20 牙科诊所楼上", ["Above the dental clinic"], "🌙 01:20 Above the dental clinic"),
        ("・番茄 3个", ["3 tomatoes"], "・ 3 tomatoes"),
    ],
)
def test_spans_stand_where_a_reader_expects_them(chinese: str, english: list[str], whole: str) -> None:
    assert _assembled(chinese, *english) == whole


def test_what_the_engine_sees() -> None:
    (unit,) = plan_sentence("今天和@小明 去了西湖👍，好开心[笑哭R]！").units
    assert unit.text == "今天和 去了西湖，好开心！"
    assert unit.marked == "今天和Ben 去了西湖，好开心！"


def test_a_stand_in_that_is_in_the_text_is_not_used() -> None:
    (unit,) = plan_sentence("Ben和@小明 去了西湖").units
    assert "Amy" in unit.marked


@pytest.mark.parametrize("english", ["Went there with a friend", "Ben and Ben went there", ""])
def test_a_lost_stand_in_is_noticed_and_the_name_still_comes_back(english: str) -> None:
    (unit,) = plan_sentence("昨天和@小明 一起去了西湖").units
    assert not unit.accepts(english)
    assert unit.place(english).count("@小明") == 1


@pytest.mark.parametrize(
    "text", ["😂", "[笑哭R]", "Hello world 😂", "39.9", "@小明", "https://x.cn", "！！", "  "]
)
def test_nothing_to_translate(text: str) -> None:
    plan = plan_sentence(text)
    assert plan.units == ()
    assert plan.assemble(()) == text.strip()


@pytest.mark.parametrize(
    ("answered", "tidy"),
    [
        ("【Materials]", "[Materials]"),
        ("Good，really good。", "Good, really good."),
        ("Hi！How are you？", "Hi! How are you?"),
        ("Red (soft）tomatoes", "Red (soft) tomatoes"),
        ("  two  spaces\nand a line ", "two spaces and a line"),
        ("Nothing to do: fine.", "Nothing to do: fine."),
    ],
)
def test_english_has_english_marks(answered: str, tidy: str) -> None:
    assert tidy_english(answered) == tidy
