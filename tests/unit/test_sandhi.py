import pytest

from xinqiao.domain.pinyin import to_marks
from xinqiao.domain.sandhi import spoken
from xinqiao.startup import Toolbox


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("你好", "ní hǎo"),
        ("不是", "bú shì"),
        ("不好", "bù hǎo"),
        ("我不去", "wǒ bú qù"),
        ("不，是", "bù shì"),
        ("好不好", "hǎo bu hǎo"),
        ("一天", "yì tiān"),
        ("一年", "yì nián"),
        ("一次", "yí cì"),
        ("第一次", "dì yī cì"),
        ("十一天", "shí yī tiān"),
        ("一月", "yī yuè"),
        ("一二三", "yī èr sān"),
        ("展览馆", "zhán lán guǎn"),
        ("我很好", "wǒ hén hǎo"),
        ("西湖边", "xī hú biān"),
    ],
)
def test_tones_as_they_are_said(toolbox: Toolbox, text: str, said: str) -> None:
    prepared = toolbox.prepare.prepare(text)
    syllables = [to_marks(syllable) for token in spoken(prepared) for syllable in token]
    assert " ".join(syllables) == said


def test_every_token_keeps_its_number_of_syllables(toolbox: Toolbox) -> None:
    for text in ("一个人在家，不要紧！", "yyds 666", "我想买两把雨伞😂一起走走", "哪儿有手表厂？", ""):
        prepared = toolbox.prepare.prepare(text)
        lengths = [len(token.syllables) for token in prepared.tokens]
        assert [len(syllables) for syllables in spoken(prepared)] == lengths
