import pytest
from PySide6.QtGui import QFont, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from xinqiao import resources


@pytest.mark.parametrize(
    "text",
    [
        "直门骨周末去了西湖臺灣體驗囍〇",
        "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ",
        "ㄅㄆㄇㄈㄓㄚㄝㄩˊˇˋ˙",
        "，。！？；：、（）「」『』《》【】…—～·・",
        "ＡＺａｚ０９￥％",
        "①⑳♡♥★☆→←×㎡℃№※々ωд∀ﾟ≧≦▽",
    ],
)
def test_font_has_what_posts_use(qapp: QApplication, text: str) -> None:
    (path,) = resources.font_files()
    font = QRawFont(str(path), 20)
    assert [character for character in text if not font.supportsCharacter(ord(character))] == []


def test_font_is_found_by_its_family(qapp: QApplication) -> None:
    font = QFont("Noto Sans SC")
    font.setPixelSize(20)
    assert QFontMetrics(font).horizontalAdvance("西湖") == 40
