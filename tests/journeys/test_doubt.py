"""A translation in doubt: reasons, words, other translations, again, two models, and better while idle."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QListWidget
from tests.driver import Reader, button, entry

from xinqiao.domain.translations import Maker, Translation
from xinqiao.ui.alternatives import AlternativesDialog
from xinqiao.ui.compare_dialog import CompareDialog
from xinqiao.ui.translation_editor import TranslationDialog

POST = "数字\n" + "\n".join(f"我一共花了{number}块钱买这个东西，没有打折。" for number in range(310, 318))


def doubtful_row(reader: Reader) -> int:
    """A row with a mark, brought into view."""
    for number, row in enumerate(reader.view.document.rows):
        if row.translation is not None and row.translation.doubts:
            reader.view.go_to(number)
            return number
    raise AssertionError("the small model loses numbers")


def mark_of(reader: Reader, row: int) -> QPointF:
    """Where the doubt mark of a row is."""
    view = reader.view
    for y in range(0, view.viewport().height(), 4):
        for x in range(view.viewport().width() // 2, view.viewport().width(), 4):
            if view.doubt_row_at(QPointF(x, y)) == row:
                return QPointF(x, y)
    raise AssertionError("no mark in view")


def open_dialog(reader: Reader) -> AlternativesDialog:
    dialog = reader.dialog(AlternativesDialog)
    assert isinstance(dialog, AlternativesDialog)
    reader.wait(lambda: not reader.page.alternatives.job.running)
    return dialog


def test_a_click_on_the_mark_names_the_reasons_and_offers_others(reader: Reader) -> None:
    reader.paste(POST)
    row = doubtful_row(reader)
    reader.click_at(reader.view.viewport(), mark_of(reader, row).toPoint())
    dialog = open_dialog(reader)
    assert dialog.reasons.text().startswith("⚠ ")
    assert "没有" in dialog.words.text()
    assert "块" in dialog.words.text()
    assert dialog.list.count() >= 1
    other = dialog.list.item(0).text().removesuffix("  ⚠")
    sentence = reader.chinese()[[r.prepared is not None for r in reader.view.document.rows].index(True)]
    assert sentence
    dialog.list.setCurrentRow(0)
    reader.click(dialog.keep)
    reader.wait_no_dialog()
    translation = reader.view.document.rows[row].translation
    assert translation is not None
    assert (translation.text, translation.maker) == (other, Maker.READER)
    reader.press("Ctrl+Z")
    reader.wait_translated()
    back = reader.view.document.rows[row].translation
    assert back is not None
    assert back.maker is Maker.MODEL


def test_the_key_d_opens_it_for_any_sentence(reader: Reader) -> None:
    reader.paste("今天\n今天天气很好。\n外面下雨了。")
    reader.tap("天气")
    reader.press("Esc")
    reader.press("D")
    dialog = open_dialog(reader)
    assert "天气 weather" in dialog.words.text()
    texts = [dialog.list.item(number).text() for number in range(dialog.list.count())]
    assert len(set(texts)) == len(texts)
    assert dialog.english.text() not in texts
    reader.press("Esc", dialog)
    reader.wait_no_dialog()


def test_edit_by_hand_from_there(reader: Reader) -> None:
    reader.paste("今天\n今天天气很好。")
    reader.tap("天气")
    reader.press("Esc")
    reader.press("D")
    dialog = open_dialog(reader)
    reader.click(dialog.edit)
    editor = reader.dialog(TranslationDialog)
    assert editor.text.toPlainText() == reader.english_of("天气很好")
    reader.press("Esc", editor)
    reader.wait_no_dialog()


def test_translate_again_replaces_what_was_kept(reader: Reader) -> None:
    reader.paste("今天\n今天天气很好。")
    row = reader.view.document.rows[reader.row_of("天气很好")]
    assert row.translation is not None
    model = row.translation
    bench = reader.bench
    bench.read_post._translate._cache.put_many(  # type: ignore[union-attr]
        [("今天天气很好。", Translation("Something stale.", Maker.MODEL, model.model, -1.0))], model.model
    )
    reader.tap("天气")
    reader.press("Esc")
    reader.press("D")
    dialog = open_dialog(reader)
    reader.click(dialog.again)
    reader.wait(lambda: not reader.page.alternatives.again_job.running)
    reader.wait(lambda: not reader.page.alternatives.job.running)
    assert dialog.english.text() == model.text
    kept = reader.rows_in("SELECT english FROM translations WHERE text = '今天天气很好。'")
    assert (model.text,) in kept
    assert ("Something stale.",) not in kept
    reader.press("Esc", dialog)
    reader.wait_no_dialog()


def test_two_models_side_by_side(reader: Reader) -> None:
    reader.paste("今天\n外面下雨了，我们在家里吃饭。\n谢谢大家！")
    before = dict(reader.sentences())
    entry(reader.header.more.menu(), "Compare two models").trigger()
    dialog = reader.dialog(CompareDialog)
    reader.wait(lambda: dialog.sides[0].count() > 1 and not dialog.job.running)
    table = dialog.table
    assert [table.item(row, 0).text() for row in range(3)] == list(before)
    left, right = table.item(1, 1).text(), table.item(1, 2).text()
    assert left
    assert right
    assert left != right
    assert table.horizontalHeaderItem(1).text().startswith("Starter")
    assert table.horizontalHeaderItem(2).text().startswith("Argos")
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
    assert dict(reader.sentences()) == before
    assert isinstance(reader.window.models.offers.list, QListWidget)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let the second try begin at once, for scores below a bound."""

    def set_up(below: float) -> None:
        monkeypatch.setattr("xinqiao.ui.translating.IMPROVE_AFTER_MS", 0)
        monkeypatch.setattr("xinqiao.services.translate_sentences.IMPROVE_BELOW", below)
        monkeypatch.setattr("xinqiao.services.translate_sentences.IMPROVE_BY", -1.0)

    return set_up


def test_unsure_sentences_are_gone_over_again_but_never_an_edit(
    reader: Reader, soon: Callable[[float], None]
) -> None:
    reader.paste(POST)
    edited = reader.chinese()[2]
    reader.bench.edit_translation.edit(edited, "My own words.")
    soon(0.0)
    reader.page.translating.start()
    reader.wait_translated()
    assert reader.english_of(edited) == "My own words."
    reader.wait(lambda: reader.page.translating.resting)
    tried = reader.rows_in(
        "SELECT t.text FROM translations t JOIN models m ON m.id = t.model_id WHERE m.model_key LIKE '%/wide'"
    )
    assert tried
    assert (edited,) not in tried
    assert reader.english_of(edited) == "My own words."
    shown = dict(reader.sentences())
    kept = dict(
        reader.rows_in(
            "SELECT t.text, t.english FROM translations t JOIN models m ON m.id = t.model_id"
            " WHERE m.model_key NOT LIKE '%/wide'"
        )
    )
    assert all(shown[text] == kept[text] for (text,) in tried)


def test_it_does_not_go_on_when_switched_off_or_elsewhere(
    reader: Reader, soon: Callable[[float], None]
) -> None:
    soon(0.0)
    reader.window.modelling.settings_changed.emit(
        type(reader.window.settings)(improve=False, window=reader.window.settings.window)
    )
    reader.paste(POST)
    reader.wait(lambda: not reader.page.translating._improve_soon.isActive())
    assert not reader.page.translating.improve_job.running
    assert reader.rows_in("SELECT count(*) FROM models WHERE model_key LIKE '%/wide'") == [(0,)]


def test_only_one_model_says_so(reader: Reader) -> None:
    go_models = reader.window.models.installed
    reader.press("Ctrl+5")
    reader.wait(lambda: not reader.window.modelling.list_job.running)
    reader.click(button(go_models, "Remove"))
    reader.wait(lambda: not any(job.running for job in reader.window.modelling.jobs))
    reader.press("Ctrl+1")
    entry(reader.header.more.menu(), "Compare two models").trigger()
    dialog = reader.dialog(CompareDialog)
    reader.wait(lambda: dialog.said.text().startswith("There is only one model"))
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
