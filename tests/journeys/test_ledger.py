"""The corrections ledger by hand: scopes, posts that go and come back, rare characters, erhua, widths."""

import pytest
from tests.driver import Reader, button

from xinqiao.domain.pinyin import to_zhuyin
from xinqiao.ui.gloss.correction_dialogs import TextDialog
from xinqiao.ui.gloss.corrections_dialog import CorrectionsDialog


def words(reader: Reader, sentence: str) -> list[str]:
    """The words of a sentence once everything has followed."""
    reader.wait(lambda: not reader.page.opening.words_job.running and not reader.page.opening.job.running)
    prepared = reader.view.document.rows[reader.row_of(sentence)].prepared
    assert prepared is not None
    return [token.text for token in prepared.tokens]


def write_pinyin(reader: Reader, word: str, pinyin: str) -> TextDialog:
    """Ask for another pinyin of the word on the card and press Enter."""
    reader.choose(reader.card.dots.menu(), "Change the pinyin…")
    dialog = reader.dialog(TextDialog)
    dialog.text.clear()
    reader.write(pinyin, into=dialog.text)
    reader.press("Return", dialog.text)
    assert isinstance(dialog, TextDialog)
    return dialog


def test_a_post_that_is_removed_and_brought_back_keeps_its_corrections(reader: Reader) -> None:
    reader.paste("第一篇\n我们在西湖边散步。", translated=False)
    reader.wait_prepared()
    reader.tap("西湖")
    reader.press("M")
    assert "西湖边" in words(reader, "西湖边")
    reader.choose(reader.header.more.menu(), "Remove from the library")
    reader.wait(lambda: reader.page.opened is None)
    reader.window.show_corrections()
    dialog = reader.dialog(CorrectionsDialog)
    assert dialog.table.topLevelItemCount() == 1
    assert dialog.table.topLevelItem(0).text(2) == "第一篇", "it says where it was made"
    dialog.close()
    reader.wait_no_dialog()
    reader.press("Ctrl+Z")
    reader.open("第一篇", translated=False)
    reader.wait_prepared()
    assert "西湖边" in words(reader, "西湖边")


def test_the_list_says_which_of_two_counts(reader: Reader) -> None:
    reader.paste("第一篇\n我们在西湖边散步。", translated=False)
    reader.wait_prepared()
    reader.tap("西湖")
    reader.press("M")
    assert "西湖边" in words(reader, "西湖边")
    ledger = reader.bench.correct_words
    from xinqiao.services.correct_words import Place

    row = reader.view.document.rows[reader.row_of("西湖边")]
    assert row.prepared is not None
    token = [token.text for token in row.prepared.tokens].index("西湖边")
    ledger.split(row.prepared, token, ("西", "湖边"), Place(None, everywhere=True))
    reader.page.opening.renew_words()
    assert words(reader, "西湖边")[2:4] == ["西", "湖边"]
    reader.window.show_corrections()
    dialog = reader.dialog(CorrectionsDialog)
    assert dialog.table.topLevelItem(0).text(1) == "西 | 湖边"
    assert dialog.table.topLevelItem(1).text(1) == "one word — a later one counts"
    dialog.close()
    reader.wait_no_dialog()


def test_characters_outside_the_basic_plane(reader: Reader) -> None:
    reader.paste("吃饭\n今天去𠮷野家吃饭，𠮷野家很近。", translated=False)
    reader.wait_prepared()
    reader.tap("𠮷")
    reader.press("M")
    assert "𠮷野" in words(reader, "今天去")
    reader.wait(lambda: reader.card_texts()[0] == "𠮷野")
    reader.press("M")
    assert words(reader, "今天去").count("𠮷野家") == 2
    reader.wait(lambda: reader.card_texts()[0] == "𠮷野家")
    write_pinyin(reader, "𠮷野家", "ji2 ye3 jia1")
    reader.wait_no_dialog()
    reader.wait(lambda: reader.card.pinyin.text() == "jí yě jiā")


@pytest.mark.parametrize(
    ("word", "shown", "written", "zhuyin"),
    [
        ("花儿", "huār", "huár", "ㄏㄨㄚˊ˙ㄦ"),
        ("这儿", "zhèr", "zhe3 r5", "ㄓㄜˇ˙ㄦ"),
        ("玩儿", "wánr", "ㄨㄢˋ ˙ㄦ", "ㄨㄢˋ˙ㄦ"),
    ],
)
def test_erhua_is_one_syllable_and_can_be_written_so(
    reader: Reader, word: str, shown: str, written: str, zhuyin: str
) -> None:
    reader.paste(f"周末\n这里有{word}吗？" if word == "花儿" else f"周末\n他在{word}。", translated=False)
    reader.wait_prepared()
    reader.tap(word)
    assert reader.card.pinyin.text() == shown
    write_pinyin(reader, word, written)
    reader.wait_no_dialog()
    reader.wait(lambda: reader.card.pinyin.text() != shown)
    content = reader.card.content
    assert content is not None
    assert "".join(to_zhuyin(syllable) for syllable in content.gloss.syllables) == zhuyin


def test_pinyin_that_is_none_is_refused_in_one_sentence(reader: Reader) -> None:
    reader.paste("周末\n我们在西湖边散步。", translated=False)
    reader.wait_prepared()
    reader.tap("散步")
    dialog = write_pinyin(reader, "散步", "san4 xyz")
    assert dialog.problem.text().startswith("“xyz” is no syllable of pinyin.")
    dialog.text.clear()
    reader.write("sànbù", into=dialog.text)
    reader.press("Return", dialog.text)
    assert dialog.problem.text().startswith("“sànbù” is no syllable of pinyin.")
    assert reader.bench.correct_words.all() == ()
    reader.click(button(dialog, "Cancel"))
    reader.wait_no_dialog()


def test_full_width_letters_are_the_word_they_look_like(reader: Reader) -> None:
    reader.paste("周末\n今天ＡＡ制，他也ＡＡ制，我AA制。\n第１２３页", translated=False)
    reader.wait_prepared()
    reader.tap("ＡＡ制")
    assert "to split the bill" in " ".join(reader.card_texts())
    write_pinyin(reader, "ＡＡ制", "zhi2")
    reader.wait_no_dialog()
    words(reader, "今天")
    row = reader.view.document.rows[reader.row_of("今天")]
    assert row.prepared is not None
    assert [t.syllables for t in row.prepared.tokens if t.text.endswith("制")] == [("zhi2",)] * 3
    assert reader.bench.posts.occurrences("aa制").count == 3
