"""A word that no dictionary lists is explained by what it is made of."""

import pytest

from xinqiao.domain.words import Gloss, PreparedSentence, Token, TokenKind
from xinqiao.startup import Toolbox


def gloss_of(toolbox: Toolbox, word: str) -> Gloss:
    """The card of a word that the reader made one."""
    (syllables,) = toolbox.pronouncer.read([word])
    prepared = PreparedSentence(word, (Token(word, 0, TokenKind.WORD, syllables),))
    return toolbox.look_up_word.look_up(prepared, 0)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("西湖边", "西湖 边"),
        ("吃完饭", "吃完 饭"),
        ("不好吃", "不 好吃"),
        ("三十五块", "三十五 块"),
        ("五月二十号", "五 月 二十 号"),
        ("第三次", "第三 次"),
        ("２０块", "２０ 块"),
        ("AA制吃饭", "AA制 吃饭"),
        ("yyds啊", "yyds 啊"),
        ("𠮷野家店", "𠮷 野 家 店"),
        ("西湖邊", "西湖 边"),
    ],
)
def test_pieces_are_the_words_one_would_see(toolbox: Toolbox, word: str, pieces: str) -> None:
    gloss = gloss_of(toolbox, word)
    assert (gloss.likely, gloss.slang) == ((), None)
    assert " ".join(piece.text for piece in gloss.pieces) == pieces
    assert tuple(s for piece in gloss.pieces for s in piece.syllables) == gloss.syllables
    assert gloss.meaning


def test_each_piece_has_the_meaning_that_fits(toolbox: Toolbox) -> None:
    assert gloss_of(toolbox, "三十五块").pieces[0].meaning == "35"
    assert "money" in gloss_of(toolbox, "三十五块").pieces[1].meaning
    assert gloss_of(toolbox, "第三次").pieces[1].meaning.startswith("classifier")
    assert "day of the month" in gloss_of(toolbox, "五月二十号").pieces[3].meaning
    assert "GOAT" in gloss_of(toolbox, "yyds啊").pieces[0].meaning
    assert gloss_of(toolbox, "𠮷野家店").pieces[0].meaning == ""


@pytest.mark.parametrize("word", ["西湖", "yyds", "七十九", "干干净净", "哈哈哈哈", "ＸＹＺ", "x" * 500])
def test_words_that_are_explained_or_cannot_be_have_no_pieces(toolbox: Toolbox, word: str) -> None:
    assert gloss_of(toolbox, word).pieces == ()
