import pytest

from xinqiao.domain.pinyin import (
    joined_marks,
    mark_numbered,
    mark_reading,
    parse,
    search_key,
    strip_tones,
    to_marks,
    to_numbers,
    to_zhuyin,
    tone_of,
)


@pytest.mark.parametrize(
    ("numbered", "marked", "zhuyin"),
    [
        ("zhou1", "zhōu", "ㄓㄡ"),
        ("lu:4", "lǜ", "ㄌㄩˋ"),
        ("nu:e4", "nüè", "ㄋㄩㄝˋ"),
        ("gui4", "guì", "ㄍㄨㄟˋ"),
        ("liu2", "liú", "ㄌㄧㄡˊ"),
        ("hao3", "hǎo", "ㄏㄠˇ"),
        ("zhi1", "zhī", "ㄓ"),
        ("yuan2", "yuán", "ㄩㄢˊ"),
        ("xiong2", "xióng", "ㄒㄩㄥˊ"),
        ("weng1", "wēng", "ㄨㄥ"),
        ("ju4", "jù", "ㄐㄩˋ"),
        ("er2", "ér", "ㄦˊ"),
        ("r5", "r", "˙ㄦ"),
        ("de5", "de", "˙ㄉㄜ"),
        ("m2", "ḿ", "ㄇˊ"),
        ("ng4", "ǹg", "ㄫˋ"),
        ("biang2", "biáng", "ㄅㄧㄤˊ"),
        ("Bei3", "Běi", "ㄅㄟˇ"),
    ],
)
def test_one_syllable_in_three_spellings(numbered: str, marked: str, zhuyin: str) -> None:
    assert to_marks(numbered) == marked
    assert to_zhuyin(numbered) == zhuyin
    if numbered != "r5":
        assert to_numbers(marked) == numbered
    assert to_numbers(zhuyin) == numbered.lower()


@pytest.mark.parametrize("spelled", ["lu:4", "lü4", "lv4", "LV4", "lǜ", "LU:4"])
def test_every_spelling_of_u_umlaut(spelled: str) -> None:
    assert to_numbers(spelled).lower() == "lu:4"


def test_marks_in_pieces_and_breves() -> None:
    assert to_numbers("lu\u0308\u0300") == "lu:4"
    assert to_numbers("ha\u0306o") == "hao3"


@pytest.mark.parametrize("text", ["C", "11", "·", "", "call", "shi2ke4", "hǎo3", "😀", "\ud800"])
def test_what_is_no_syllable_stays(text: str) -> None:
    assert parse(text) is None
    assert to_marks(text) == to_numbers(text) == to_zhuyin(text) == text
    assert tone_of(text) == 5


def test_toneless_and_search_forms() -> None:
    assert strip_tones("Lu:4") == "lu:"
    assert tone_of("ma0") == 5
    assert search_key("Lu:4 se4") == search_key("lǜ sè") == search_key("lvse") == "lvse"
    assert search_key("xi1 an1") == "xian"


def test_whole_words() -> None:
    assert mark_reading("Xi1 Hu2", " ") == "Xī Hú"
    assert joined_marks(["xi1", "an1"]) == "xī’ān"
    assert joined_marks(["yi1", "hui4", "r5"]) == "yīhuìr"
    assert mark_numbered("also pr. [kang2ba4zi5]") == "also pr. [kángbàzi]"
