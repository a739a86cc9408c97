import pytest

from xinqiao.domain.pinyin import to_marks
from xinqiao.domain.sandhi import spoken
from xinqiao.domain.words import PreparedSentence, Token, TokenKind
from xinqiao.startup import Toolbox


def said_so(toolbox: Toolbox, text: str) -> str:
    prepared = toolbox.prepare.prepare(text)
    said = spoken(prepared, toolbox.look_up_word.weight)
    return " ".join(to_marks(syllable) for token in said for syllable in token)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("你好", "ní hǎo"),
        ("不是", "bú shì"),
        ("不好", "bù hǎo"),
        ("我不去", "wǒ bú qù"),
        ("不，是", "bù shì"),
        ("一次", "yí cì"),
        ("十一天", "shí yī tiān"),
        ("一二三", "yī èr sān"),
        ("西湖边", "xī hú biān"),
        ("小老虎", "xiǎo láo hǔ"),
        ("展览馆", "zhán lán guǎn"),
        ("纸老虎", "zhǐ láo hǔ"),
        ("洗脸水", "xí lián shuǐ"),
        ("小雨伞", "xiǎo yú sǎn"),
        ("小组长", "xiáo zú zhǎng"),
        ("老保守", "lǎo báo shǒu"),
        ("管理者", "guán lí zhě"),
        ("水果酒", "shuí guó jiǔ"),
        ("米老鼠", "mǐ láo shǔ"),
        ("母老虎", "mǔ láo hǔ"),
        ("小拇指", "xiǎo mú zhǐ"),
        ("老板娘", "láo bǎn niáng"),
        ("岂有此理", "qí yǒu cí lǐ"),
        ("五百五", "wú bái wǔ"),
        ("五百五十", "wú bái wǔ shí"),
        ("五点", "wú diǎn"),
        ("我很好", "wǒ hén hǎo"),
        ("我想你", "wǒ xiáng nǐ"),
        ("你也可以走", "ní yě ké yí zǒu"),
        ("请你给我买", "qǐng ní gěi wó mǎi"),
        ("老板你好", "láo bǎn ní hǎo"),
        ("我想买两把雨伞", "wǒ xiáng mǎi liáng bǎ yú sǎn"),
        ("手表厂", "shóu biáo chǎng"),
        ("选举法", "xuán jú fǎ"),
        ("总统府", "zóng tóng fǔ"),
        ("美好", "méi hǎo"),
        ("不不不", "bú bú bù"),
        ("喜不喜欢", "xǐ bu xǐ huan"),
        ("可不可以", "kě bu ké yǐ"),
        ("好不好", "hǎo bu hǎo"),
        ("是不是", "shì bu shì"),
        ("看不懂", "kàn bu dǒng"),
        ("差不多", "chà bu duō"),
        ("不一样", "bù yí yàng"),
        ("不一定", "bù yí dìng"),
        ("一不小心", "yí bù xiǎo xīn"),
        ("一百", "yì bǎi"),
        ("一千", "yì qiān"),
        ("一万", "yí wàn"),
        ("一万一千", "yí wàn yì qiān"),
        ("一百一十", "yì bǎi yī shí"),
        ("十一万", "shí yī wàn"),
        ("第一百", "dì yì bǎi"),
        ("第一", "dì yī"),
        ("十一", "shí yī"),
        ("二十一天", "èr shí yī tiān"),
        ("一万零一百", "yí wàn líng yì bǎi"),
        ("三十一岁", "sān shí yī suì"),
        ("万一下雨", "wàn yī xià yǔ"),
        ("统一管理", "tǒng yī guán lǐ"),
        ("一天一天", "yì tiān yì tiān"),
        ("一步一步", "yí bù yí bù"),
        ("一个一个", "yí ge yí ge"),
        ("看一看", "kàn yi kàn"),
        ("想一想", "xiǎng yi xiǎng"),
        ("想想", "xiáng xiang"),
        ("走走", "zóu zou"),
        ("姐姐", "jiě jie"),
        ("等等", "déng děng"),
        ("哪里", "ná lǐ"),
        ("一月", "yī yuè"),
        ("一号楼", "yī hào lóu"),
        ("一年级", "yī nián jí"),
        ("一年", "yì nián"),
        ("一日三餐", "yí rì sān cān"),
        ("十月一日", "shí yuè yī rì"),
        ("一等奖", "yī déng jiǎng"),
        ("一五一十", "yī wǔ yī shí"),
        ("一三五", "yī sān wǔ"),
        ("一两个", "yì liǎng gè"),
        ("一些", "yì xiē"),
        ("一点儿", "yì diǎn r"),
        ("一下", "yí xià"),
        ("一起", "yì qǐ"),
        ("一路顺风", "yí lù shùn fēng"),
        ("一百一", "yì bǎi yī"),
        ("不是一个", "bú shì yí ge"),
        ("第一次", "dì yī cì"),
        ("星期一上午", "xīng qī yī shàng wǔ"),
        ("周一", "zhōu yī"),
        ("一会儿", "yí huì r"),
        ("一二三四", "yī èr sān sì"),
        ("一九九八年", "yī jiú jiǔ bā nián"),
        ("初一", "chū yī"),
        ("说一不二", "shuō yí bú èr"),
        ("展覽館", "zhán lán guǎn"),
        ("小老虎很可爱", "xiǎo láo hǔ hén kě ài"),
        ("很小", "hén xiǎo"),
        ("老虎", "láo hǔ"),
        ("买本好书", "mǎi bén hǎo shū"),
        ("洗手", "xí shǒu"),
        ("洗洗手", "xǐ xí shǒu"),
        ("给我五百五", "géi wǒ wú bái wǔ"),
        ("写得很好", "xiě de hén hǎo"),
        ("可以走", "ké yí zǒu"),
        ("我可以", "wǒ ké yǐ"),
        ("你有五把好伞", "ní yǒu wú bǎ háo sǎn"),
    ],
)
def test_tones_as_they_are_said(toolbox: Toolbox, text: str, said: str) -> None:
    assert said_so(toolbox, text) == said


def test_a_word_is_built_of_the_words_that_are_known() -> None:
    """Which parts are words decides, and nothing else."""
    prepared = PreparedSentence("甲乙丙", (Token("甲乙丙", 0, TokenKind.WORD, ("ma3", "ma3", "ma3")),))
    two_and_one = ("ma2", "ma2", "ma3")
    one_and_two = ("ma3", "ma2", "ma3")
    assert spoken(prepared) == (two_and_one,)
    assert spoken(prepared, lambda part: part == "甲乙") == (two_and_one,)
    assert spoken(prepared, lambda part: part == "乙丙") == (one_and_two,)
    assert spoken(prepared, {"甲乙": 5, "乙丙": 9}.get) == (one_and_two,)  # type: ignore[arg-type]
    assert spoken(prepared, {"甲乙": 9, "乙丙": 5}.get) == (two_and_one,)  # type: ignore[arg-type]


def test_every_token_keeps_its_number_of_syllables(toolbox: Toolbox) -> None:
    for text in ("一个人在家，不要紧！", "yyds 666", "我想买两把雨伞😂一起走走", "哪儿有手表厂？", ""):
        prepared = toolbox.prepare.prepare(text)
        lengths = [len(token.syllables) for token in prepared.tokens]
        assert [len(s) for s in spoken(prepared, toolbox.look_up_word.weight)] == lengths
