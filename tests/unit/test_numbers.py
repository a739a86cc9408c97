import pytest

from xinqiao.domain.numbers import explain_numeral, is_numeral, numeral_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("七十九", 79),
        ("十", 10),
        ("一百零三", 103),
        ("一百二", 120),
        ("一万二", 12_000),
        ("一万二千", 12_000),
        ("两千万", 20_000_000),
        ("三亿五千万", 350_000_000),
        ("二〇二五", 2025),
        ("〇", 0),
        ("三五百", None),
        ("好", None),
        ("", None),
        ("万万亿亿亿", None),
    ],
)
def test_value(text: str, value: int | None) -> None:
    assert numeral_value(text) == value


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("七十九", "79"),
        ("一万二千", "12,000"),
        ("第二十三", "23rd"),
        ("第十一", "11th"),
        ("四十多", "more than 40"),
        ("二十几", "between 21 and 29"),
        ("十几", "between 11 and 19"),
        ("四五", "4 or 5"),
        ("三五", "3 to 5"),
        ("三四十", "30 or 40"),
        ("三两", "2 or 3"),
        ("百分之九十", "90%"),
        ("三分之二", "2/3"),
        ("百分之", ""),
        ("几", ""),
        ("多", ""),
        ("第", ""),
        ("好", ""),
    ],
)
def test_explained(text: str, english: str) -> None:
    assert explain_numeral(text) == english


def test_is_numeral() -> None:
    assert is_numeral("千万")
    assert not is_numeral("千万别")
