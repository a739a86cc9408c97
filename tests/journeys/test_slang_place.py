"""Slang leads on the card only where it is the likelier meaning."""

import pytest
from tests.driver import Reader


@pytest.mark.parametrize(
    ("sentence", "word", "leads"), [("我喝了一杯茶。", "茶", False), ("他的舞台真的绝绝子！", "绝绝子", True)]
)
def test_slang_stands_where_it_belongs(reader: Reader, sentence: str, word: str, leads: bool) -> None:
    reader.paste(sentence)
    reader.tap(word)
    content = reader.card.content
    assert content is not None
    texts = reader.card_texts()
    slang, sense = texts.index(reader.card.slang_meaning.text()), texts.index(content.gloss.likely[0])
    assert (slang < sense) is leads
