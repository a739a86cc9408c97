"""A translation in doubt: reasons, words, other translations, again, two models, and better while idle."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QListWidget
from tests.driver import Reader, button, entry

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.translations import Maker, Translation
from xinqiao.ui.reading.alternatives import AlternativesDialog
from xinqiao.ui.reading.compare_dialog import CompareDialog
from xinqiao.ui.reading.translation_editor import TranslationDialog

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
    assert dialog.english.text() != "Something stale."
    assert reader.english_of("天气很好") == dialog.english.text()
    assert kept_careful(reader)["今天天气很好。"] == dialog.english.text()
    reader.page.translating.start()
    reader.wait_translated()
    assert reader.english_of("天气很好") != "Something stale."
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
    assert isinstance(reader.window.other.models.offers.list, QListWidget)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let the second try begin at once, for scores below a bound."""

    def set_up(below: float) -> None:
        monkeypatch.setattr("xinqiao.ui.reading.translating.IMPROVE_AFTER_MS", 0)
        monkeypatch.setattr("xinqiao.services.second_tries.IMPROVE_BELOW", below)
        monkeypatch.setattr("xinqiao.services.second_tries.IMPROVE_BY", -1.0)

    return set_up


KEPT = (
    "SELECT t.text, t.english FROM translations t JOIN models m ON m.id = t.model_id"
    " WHERE m.model_key {} '%, beam 1/%' ORDER BY t.made_at"
)


def kept_quick(reader: Reader) -> dict[str, str]:
    """What is kept of quick answers for the sentences in view."""
    return {text: kept for text, kept in reader.rows_in(KEPT.format("LIKE")) if text in reader.chinese()}


def kept_careful(reader: Reader) -> dict[str, str]:
    """What is kept of careful answers for the sentences in view, in the order in which they were made."""
    return {text: kept for text, kept in reader.rows_in(KEPT.format("NOT LIKE")) if text in reader.chinese()}


def wait_rested(reader: Reader) -> None:
    """Wait until every second look was taken."""
    reader.wait(lambda: reader.page.translating.resting)


def test_quick_answers_are_gone_over_again_but_never_an_edit(
    reader: Reader, soon: Callable[[float], None]
) -> None:
    reader.paste(POST)
    quick = kept_quick(reader)
    assert quick
    assert kept_careful(reader) == {}
    edited = reader.chinese()[2]
    reader.bench.edit_translation.edit(edited, "My own words.")
    soon(0.0)
    reader.page.translating.start()
    reader.wait_translated()
    assert reader.english_of(edited) == "My own words."
    wait_rested(reader)
    careful = kept_careful(reader)
    assert set(careful) == set(quick) - {edited}
    assert reader.english_of(edited) == "My own words."
    shown = dict(reader.sentences())
    assert {text: shown[text] for text in careful} == careful
    changed = sum(careful[text] != quick[text] for text in careful)
    assert changed
    assert reader.page.header.improved.isVisible()
    assert reader.page.header.improved.text() == f"· {changed} improved"
    better = next(careful[text] for text in careful if careful[text] != quick[text])
    assert "数字" in [summary.title for summary in reader.bench.posts.search(better)]


def test_the_list_shows_the_better_title(reader: Reader, soon: Callable[[float], None]) -> None:
    title = "我们昨天晚上在海边的小店里吃了很多好吃的东西"
    reader.paste(f"{title}\n今天天气很好。")
    quick = reader.english_of(title)
    assert reader.page.library.model.summaries[0].english_title == quick
    soon(0.0)
    reader.page.translating.start()
    reader.wait_translated()
    wait_rested(reader)
    assert reader.english_of(title) != quick
    assert reader.page.library.model.summaries[0].english_title == reader.english_of(title)


def test_what_is_on_the_screen_comes_first_and_does_not_move(
    reader: Reader, soon: Callable[[float], None]
) -> None:
    reader.paste(
        "远\n" + "\n".join(f"我一共花了{number}块钱买这个东西，没有打折。" for number in range(300, 380))
    )
    view = reader.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    top = view.top_row
    assert top > 8
    before = view.placed.top(top) - view.verticalScrollBar().value()
    soon(0.0)
    reader.page.translating.start()
    reader.wait_translated()
    wait_rested(reader)
    tried = list(kept_careful(reader))
    row = view.document.rows[top]
    assert row.prepared is not None
    assert row.prepared.text in tried[:4]
    assert view.top_row == top
    assert abs(view.placed.top(top) - view.verticalScrollBar().value() - before) <= 1


def test_it_makes_way_for_other_work_and_goes_on_later(reader: Reader, soon: Callable[[float], None]) -> None:
    reader.paste(POST)

    def endless(cancel: CancelToken) -> Iterator[tuple[str, Translation]]:
        while not cancel.is_set():
            Event().wait(0.005)
        yield POST, Translation("Better", Maker.MODEL)

    reader.page.translating.improve_job.start(endless)
    reader.tap("东西")
    reader.press("Esc")
    reader.press("D")
    assert not reader.page.translating.improve_job.running
    assert reader.page.translating._improve_soon.isActive()
    dialog = open_dialog(reader)
    reader.press("Esc", dialog)
    reader.wait_no_dialog()


def test_switched_off_there_is_one_careful_look(reader: Reader, soon: Callable[[float], None]) -> None:
    soon(0.0)
    reader.window.other.modelling.settings_changed.emit(
        type(reader.window.settings)(improve=False, window=reader.window.settings.window)
    )
    reader.paste(POST)
    wait_rested(reader)
    assert kept_quick(reader) == {}
    assert set(kept_careful(reader)) == set(reader.chinese()[1:])


def test_only_one_model_says_so(reader: Reader) -> None:
    go_models = reader.window.other.models.installed
    reader.press("Ctrl+5")
    reader.wait(lambda: not reader.window.other.modelling.list_job.running)
    reader.click(button(go_models, "Remove"))
    reader.wait(lambda: not any(job.running for job in reader.window.other.modelling.jobs))
    reader.press("Ctrl+1")
    entry(reader.header.more.menu(), "Compare two models").trigger()
    dialog = reader.dialog(CompareDialog)
    reader.wait(lambda: dialog.said.text().startswith("There is only one model"))
    reader.press("Esc", dialog)
    reader.wait_no_dialog()
