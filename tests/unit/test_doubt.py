import pytest

from xinqiao.domain.amounts import chinese_amounts, english_amounts
from xinqiao.domain.doubt import UNSURE_BELOW, find_doubts
from xinqiao.domain.translations import DoubtReason as Reason


def _reasons(chinese: str, english: str, score: float | None = None) -> set[Reason]:
    return {doubt.reason for doubt in find_doubts(chinese, english, score)}


def test_nothing_came_back() -> None:
    assert _reasons("你好", "") == {Reason.EMPTY}
    assert _reasons("你好", "  ") == {Reason.EMPTY}
    assert _reasons("OK!", "") == set()
    assert Reason.EMPTY not in _reasons("你好", "Hi")


@pytest.mark.parametrize("english", ["...", "？", "是的", "¡"])
def test_an_answer_without_a_word(english: str) -> None:
    assert english_amounts(english) == set()
    assert Reason.NUMBER in _reasons("一共花了427块", english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("今天天气很好", "very very very very good weather"),
        ("我们一起去公园散步吧", "Let's go to the park, go to the park, go to the park"),
        ("他说明天来我家吃饭", "He said he would come tomorrow he said he would come tomorrow"),
    ],
)
def test_repeating_itself(chinese: str, english: str) -> None:
    assert Reason.REPEATS in _reasons(chinese, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("哈哈哈哈哈", "ha ha ha ha ha"),
        ("虾、虾、虾、鱿鱼、虾", "Shrimp, shrimp, shrimp, squid, shrimp"),
        ("冲冲冲冲", "Go go go go"),
        ("好的，好的", "OK, OK"),
    ],
)
def test_repeating_what_was_repeated(chinese: str, english: str) -> None:
    assert Reason.REPEATS not in _reasons(chinese, english)


def test_out_of_proportion() -> None:
    chinese = "今天我们全家一起去了郊区的植物园看樱花，还在草地上野餐"
    assert Reason.LENGTH in _reasons(chinese, "Cherry blossoms.")
    assert Reason.LENGTH in _reasons("今天去植物园看花", "word " * 40)
    assert Reason.LENGTH not in _reasons(
        chinese, "Today our whole family went to the botanical garden in the suburbs and had a picnic"
    )
    assert Reason.LENGTH not in _reasons("求链接", "Could somebody please post the link to this one for me?")


@pytest.mark.parametrize(
    ("chinese", "english", "lost"),
    [
        ("一共花了427块", "It cost a lot", "427"),
        ("3万人参加", "3,000 people took part", "3万"),
        ("三千块一个月", "Three hundred a month", "三千"),
        ("她今年三十五岁", "She is thirty-four", "三十五"),
        ("等了四十分钟", "Waited for an hour", "四十"),
        ("涨到四千五", "Went up to 4,000", "四千五"),
        ("还剩17年", "A few years left", "17"),
        ("百分之六十的人", "Half the people", "六十"),
        ("两个孩子", "The children", "两"),
        ("每天走一万两千步", "Walks ten steps a day", "一万两千"),
        ("瘦了六斤", "Lost nine kilos", "六"),
        ("价格差了三倍", "The prices differ", "三"),
        ("找了我五毛", "Gave me my change", "五"),
        ("花了666块", "It cost a lot", "666"),
        ("90后的我", "Born after 1980, me", "90"),
        ("直播间喊三二一", "The stream was shouting", "三二一"),
    ],
)
def test_a_lost_number(chinese: str, english: str, lost: str) -> None:
    doubts = [doubt for doubt in find_doubts(chinese, english) if doubt.reason is Reason.NUMBER]
    assert [doubt.detail for doubt in doubts] == [lost]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("一共花了427块", "It cost 427 yuan"),
        ("3万人参加", "30,000 people took part"),
        ("1.2万人在线吃瓜", "12,000 people are watching the drama"),
        ("三千块一个月", "Three thousand a month"),
        ("一个月三千块", "3k a month"),
        ("她今年三十五岁", "She is thirty-five"),
        ("涨到四千五", "Went up to 4,500"),
        ("下午三点半开会", "The meeting is at half past three"),
        ("下午三点半开会", "The meeting is at 3:30 p.m."),
        ("百分之六十的人", "Sixty percent of people"),
        ("打八折", "20 percent off"),
        ("有三成青年", "30 percent of young people"),
        ("两个孩子", "Both children"),
        ("两个孩子", "Two children"),
        ("2个人", "two people"),
        ("12个", "a dozen"),
        ("21:30收工", "Off work at 9:30 p.m."),
        ("三月接羔", "Lambing season in March"),
        ("十几个人", "A dozen or so people"),
        ("十分好吃", "Very tasty"),
        ("千万别去", "Never go"),
        ("第二天就好了", "It was fine the next day"),
        ("一个人一起去", "Going together"),
        ("星期三见", "See you on Wednesday"),
        ("一百二十三万", "1.23 million"),
        ("两百零五块", "205 yuan"),
        ("二〇二四年", "In 2024"),
        ("转了我5块2", "Sent me 5.2 yuan"),
        ("第一年收入0", "Earned nothing the first year"),
        ("四块五的票", "A 4.5 yuan ticket"),
        ("三百二十多万人次", "More than 3.2 million visits"),
        ("四分之一的国土", "A quarter of the land"),
        ("八点五十八才到", "Only got there at 8:58"),
        ("每天走一万两千步", "Walks 12,000 steps a day"),
        ("两手空空", "Empty-handed"),
        ("瘦了六斤", "Lost three kilos"),
        ("体重一百四十斤", "Weighed 140 jin"),
        ("发到两倍大", "Until it has doubled"),
        ("价格差了三倍", "The prices differ threefold"),
        ("特需门诊要八百一次", "A visit is eight hundred"),
        ("访问者突破了十万", "It passed a hundred thousand visitors"),
        ("上世纪五十年代", "In the 1950s"),
        ("按千分之三赔偿", "A compensation of 0.3 percent"),
        ("把“凑单”两个字抠掉", "Scratch the word for topping up an order"),
        ("双十一买了很多", "Bought a lot on Singles' Day"),
        ("半夜骑车三十里去买粉", "Biked fifteen kilometers for noodles at midnight"),
        ("家电3.1w", "Appliances 31,000"),
        ("六角形的蜂巢", "A hexagonal honeycomb"),
        ("平均每天五毛钱", "Fifty cents a day on average"),
        ("找了我5毛", "Gave me half a yuan"),
        ("这操作666，学会了", "Awesome, got it"),
        ("233333，又翻车了", "Lol, failed again"),
        ("555，耳机丢了", "Boo-hoo, I lost an earphone"),
        ("90后的我", "Born in the 1990s, I"),
        ("直播间喊三二一", "The stream was counting three, two, one"),
    ],
)
def test_a_kept_number(chinese: str, english: str) -> None:
    assert Reason.NUMBER not in _reasons(chinese, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("我不喜欢吃鱼", "I like to eat fish"),
        ("他没来", "He came"),
        ("别碰这个", "Touch this"),
        ("这家店不推荐", "I recommend this shop"),
        ("我没有去过北京", "I have been to Beijing"),
        ("吃了没放盐的菜", "Ate a dish with salt"),
        ("没什么区别", "There is a difference"),
    ],
)
def test_a_lost_negation(chinese: str, english: str) -> None:
    assert Reason.NEGATION in _reasons(chinese, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("我不喜欢吃鱼", "I don't like fish"),
        ("他没来", "He never came"),
        ("别碰这个", "Keep off this"),
        ("不可能", "Impossible"),
        ("味道不错", "It tastes good"),
        ("差不多了", "Almost there"),
        ("对不起大家", "Sorry, everyone"),
        ("没关系", "That's fine"),
        ("不好意思", "Excuse me"),
        ("不得不走", "I have to go"),
        ("好不好吃", "Is it good?"),
        ("你去没去", "Did you go?"),
        ("有没有链接", "Is there a link?"),
        ("特别好看", "Really pretty"),
        ("别人都说好", "Others all say it's good"),
        ("不仅便宜而且好用", "It's cheap and works well"),
        ("忍不住买了", "I gave in and bought it"),
        ("未来可期", "The future looks bright"),
        ("这不是我的吗", "Isn't this mine?"),
        ("她都要先问我吃了没有，再聊别的", "She first asks whether I have eaten, then talks"),
        ("看看孩子胖了没", "See whether the child has put on weight"),
        ("喝起来和楼下的没区别", "It tastes exactly the same as the one downstairs"),
        ("亮起来的那一刻觉得自己无所不能", "The moment it lit up I felt I could do anything"),
        ("闻起来有点怪，不过吃起来没有问题", "It smells a bit strange, but it tastes fine"),
        ("这次终于没忍住下单了", "This time I finally gave in and ordered it"),
        ("版本每年都不一样", "The story changes every year"),
        ("我先吃瓜不说话", "I'll just watch and keep quiet"),
        ("追下楼人已经没影了", "When I ran down, they had vanished"),
    ],
)
def test_no_negation_lost(chinese: str, english: str) -> None:
    assert Reason.NEGATION not in _reasons(chinese, english)


def test_chinese_left_over() -> None:
    doubts = find_doubts("我们去西湖", "We went to 西湖 today")
    assert [(doubt.reason, doubt.detail) for doubt in doubts] == [(Reason.CHINESE_LEFT, "西湖")]
    assert _reasons("我们去西湖", "We went to West Lake") == set()


def test_an_unsure_model() -> None:
    assert _reasons("你好吗", "How are you", UNSURE_BELOW - 0.01) == {Reason.UNSURE}
    assert _reasons("你好吗", "How are you", UNSURE_BELOW) == set()
    assert _reasons("你好吗", "How are you", None) == set()
    assert {doubt.reason for doubt in find_doubts("你好吗", "How are you", -0.6, threshold=-0.5)} == {
        Reason.UNSURE
    }


@pytest.mark.parametrize(
    ("english", "value"),
    [
        ("4,500 yuan", 4500),
        ("thirty-nine", 39),
        ("1.2 million", 1.2e6),
        ("two hundred and five", 205),
        ("half past ten", 10),
        ("twenty-five thousand", 25000),
        ("3k", 3000),
        ("one-fifty", 150),
        ("a couple", 2),
        ("ninety-nine hundred", 9900),
    ],
)
def test_numbers_in_english(english: str, value: float) -> None:
    assert value in english_amounts(english)


def test_numbers_in_order() -> None:
    assert [number.text for number in chinese_amounts("三十二个人吃了427块，人均13")] == [
        "三十二",
        "427",
        "13",
    ]


@pytest.mark.parametrize("english", ["", "…", "!"])
def test_an_answer_without_a_word_has_no_number_in_it(english: str) -> None:
    assert english_amounts(english) == set()
    reasons = {doubt.reason for doubt in find_doubts("一共花了427块。", english, -0.5)}
    assert Reason.NUMBER in reasons or Reason.EMPTY in reasons
