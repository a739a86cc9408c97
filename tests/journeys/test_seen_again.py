"""“Seen N times” follows what the reader puts right, also in posts that are not open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.driver import Reader

FIRST = "第一天\n我们在西湖边散步。"
SECOND = "第二天\n他们也在西湖边散步。"


def seen(reader: Reader, word: str) -> int:
    return reader.bench.posts.occurrences(word).count


def test_posts_that_are_closed_and_the_card_follow_at_once(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xinqiao.ui.gloss.index_renewal.SAY_AFTER_MS", 0)
    said: list[str] = []
    reader.window.indexing.said.connect(said.append)
    reader.paste(FIRST)
    reader.paste(SECOND)
    before = seen(reader, "西湖")
    reader.tap("西湖", "他们")
    with reader.qtbot.waitSignal(reader.window.indexing.renewed, timeout=20_000):
        reader.press("Shift+M")
    assert (seen(reader, "西湖边"), seen(reader, "西湖")) == (2, before - 2)
    assert reader.card_texts()[0] == "西湖边"
    assert any("Seen 2 times" in text for text in reader.card_texts())
    assert said[-1] == ""
    assert all(text.startswith("Counting words again: ") for text in said[:-1])
    with reader.qtbot.waitSignal(reader.window.indexing.renewed, timeout=20_000):
        reader.press("Ctrl+Z")
    assert (seen(reader, "西湖边"), seen(reader, "西湖")) == (0, before)


def test_the_line_above_the_post_says_how_far_it_is(reader: Reader) -> None:
    reader.window.indexing.said.emit("Counting words again: 3 of 9 posts")
    assert reader.header.label.text() == "Counting words again: 3 of 9 posts"
    reader.window.indexing.said.emit("")
    assert reader.header.label.text().endswith("% known")


def test_the_next_start_goes_on_with_what_was_left(
    start: Callable[..., Reader], furnished: Path, data_dir: Path
) -> None:
    import shutil

    from xinqiao.domain.corrections import Correction, CorrectionKind
    from xinqiao.storage.database import open_library

    data_dir.mkdir(exist_ok=True)
    shutil.copy(furnished, data_dir / "library.db")
    reader = start()
    reader.paste(FIRST)
    reader.close()
    with open_library(data_dir / "library.db") as library:
        merge = Correction(CorrectionKind.MERGE, "西湖边", ("西湖边",), everywhere=True)
        library.corrections.add_many([merge])
        assert library.posts.occurrences("西湖边").count == 0
    again = start()
    again.wait(lambda: not again.window.indexing.job.running)
    assert seen(again, "西湖边") == 1
