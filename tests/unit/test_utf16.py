from hypothesis import given
from hypothesis import strategies as st

from xinqiao.ui.common import utf16


def test_after_an_emoji_qt_counts_one_more() -> None:
    assert utf16.units("😀好", 0) == 0
    assert utf16.units("😀好", 1) == 2
    assert utf16.units("😀好", 2) == 3
    assert utf16.code_points("😀好", 2) == 1
    assert utf16.code_points("😀好", 1) == 0  # inside the pair


@given(st.text(), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    units = utf16.units(text, offset)
    assert units == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    assert utf16.code_points(text, units) == offset
