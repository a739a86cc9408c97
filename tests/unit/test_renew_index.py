"""The word index follows corrections and slang through a library of some thousand saved posts."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.posts import Origin, OriginKind, Post, PostId
from xinqiao.domain.words import SlangEntry, Span
from xinqiao.places import Places
from xinqiao.services.correct_words import Corrected, Place
from xinqiao.services.read_post import plain_words
from xinqiao.services.renew_index import Renewed
from xinqiao.services.workbench import Workbench
from xinqiao.startup import Toolbox, open_workbench

POSTS = 2100
WITH_LAKE = 70  # every thirtieth post
LAKE = "我们在西湖边散步。"
TRADITIONAL = "今天去了雲棲竹徑。"


def body(number: int) -> str:
    lines = [f"第{number}天，早上喝了一杯咖啡。"]
    if number % 30 == 0:
        lines.append(LAKE)
    if number % 500 == 7:
        lines.append("天气好耶，ＡＡ制吃饭。")
    if number % 1000 == 9:
        lines.append(TRADITIONAL)
    return "\n".join(lines)


@dataclass
class Shelf:
    """An open library; `reopen` closes and opens it as a new start does."""

    places: Places
    bench: Workbench

    def reopen(self) -> None:
        self.bench.close()
        self.bench = open_workbench(self.places)

    def count(self, word: str) -> int:
        return self.bench.posts.occurrences(word).count

    def renew(self) -> list[Renewed]:
        """What the window does after each change, without the rests."""
        self.bench.correct_words.renew_words()
        self.bench.edit_slang.apply()
        return list(self.bench.renew_index.run(CancelToken(), rest=lambda _seconds: None))


@pytest.fixture(scope="module")
def filled(toolbox: Toolbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of which every post was read once."""
    places = Places.find(tmp_path_factory.mktemp("filled"))
    places.make()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("lexicon", "converter", "slang", "segmenter", "pronouncer"):
            patch.setattr(Toolbox, name, getattr(toolbox, name))
        bench = open_workbench(places)
        posts = [Post(f"日记{n}", body(n), Origin(OriginKind.PASTE)) for n in range(POSTS)]
        for post_id in bench.posts.add_many(posts):
            for _ in bench.read_post.prepare(bench.read_post.open(post_id), CancelToken()):
                pass
        bench.close()
    return places.library


@pytest.fixture
def shelf(shared_engines: Toolbox, filled: Path, data_dir: Path) -> Iterator[Shelf]:
    data_dir.mkdir()
    shutil.copy(filled, data_dir / "library.db")
    places = Places.find(data_dir)
    shelf = Shelf(places, open_workbench(places))
    yield shelf
    shelf.bench.close()


def lake_posts(shelf: Shelf) -> list[PostId]:
    return [post.id for post in shelf.bench.posts.search("西湖边", limit=1000)]


def merge_lake(shelf: Shelf, place: Place) -> Corrected:
    """西湖 | 边 becomes one word."""
    opened = shelf.bench.read_post.open(lake_posts(shelf)[0])
    prepared = next(a.prepared for a in opened.sentences if a.sentence.text == LAKE)
    token = next(n for n, token in enumerate(prepared.tokens) if token.text == "西湖")
    return shelf.bench.correct_words.merge(prepared, token, place)


EVERYWHERE = Place(None, everywhere=True)


def test_nothing_is_done_where_nothing_changed(shelf: Shelf) -> None:
    assert shelf.renew() == []


def test_a_merge_everywhere_reaches_every_post_and_so_does_its_undo(shelf: Shelf) -> None:
    before = shelf.count("西湖")
    done = merge_lake(shelf, EVERYWHERE)
    told = shelf.renew()
    assert told == [Renewed(number, WITH_LAKE) for number in range(WITH_LAKE + 1)]
    assert (shelf.count("西湖边"), shelf.count("西湖")) == (WITH_LAKE, before - WITH_LAKE)
    done.undo.undo()
    shelf.renew()
    assert (shelf.count("西湖边"), shelf.count("西湖")) == (0, before)
    assert shelf.renew() == []


def test_a_correction_in_one_post_touches_that_post_alone(shelf: Shelf) -> None:
    merge_lake(shelf, Place(lake_posts(shelf)[0]))
    assert shelf.renew()[-1] == Renewed(1, 1)
    assert shelf.count("西湖边") == 1


def test_readings_and_meanings_move_no_word(shelf: Shelf) -> None:
    shelf.bench.correct_words.set_pinyin(None, "散步", "san4 bu1", EVERYWHERE)
    shelf.bench.correct_words.set_meaning(None, "散步", "to amble", EVERYWHERE)
    assert shelf.renew() == []


def test_removed_posts_follow_too_and_are_right_when_they_come_back(shelf: Shelf) -> None:
    gone = lake_posts(shelf)[:3]
    shelf.bench.posts.remove(gone)
    merge_lake(shelf, EVERYWHERE)
    shelf.renew()
    assert shelf.count("西湖边") == WITH_LAKE - 3
    shelf.bench.posts.restore(gone)
    assert shelf.count("西湖边") == WITH_LAKE


def test_what_was_cut_short_is_done_at_the_next_start(shelf: Shelf) -> None:
    merge_lake(shelf, EVERYWHERE)
    shelf.bench.correct_words.renew_words()
    cancel = CancelToken()
    run = shelf.bench.renew_index.run(cancel, rest=lambda _seconds: None)
    assert next(far.done for far in run if far.done == 40) == 40
    cancel.set()
    with pytest.raises(Cancelled):
        next(run)
    assert shelf.count("西湖边") == 40
    shelf.reopen()
    assert shelf.renew()[0] == Renewed(0, WITH_LAKE - 40)
    assert shelf.count("西湖边") == WITH_LAKE


def test_a_killed_program_loses_nothing(shelf: Shelf) -> None:
    """Another process makes a correction and dies without a word."""
    shelf.bench.close()
    script = (
        "import os, sys; from pathlib import Path\n"
        "from xinqiao.domain.corrections import Correction, CorrectionKind\n"
        "from xinqiao.storage.database import open_library\n"
        "library = open_library(Path(sys.argv[1]))\n"
        "merge = Correction(CorrectionKind.MERGE, '西湖边', ('西湖边',), everywhere=True)\n"
        "library.corrections.add_many([merge])\n"
        "os._exit(9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(shelf.places.library)], check=False)
    assert ended.returncode == 9
    shelf.bench = open_workbench(shelf.places)
    assert shelf.renew()[-1] == Renewed(WITH_LAKE, WITH_LAKE)
    assert shelf.count("西湖边") == WITH_LAKE


def test_slang_that_comes_changes_and_goes_is_followed(shelf: Shelf) -> None:
    assert shelf.count("天气好耶") == 0
    kept = shelf.bench.edit_slang.keep(SlangEntry("天气好耶", "what weather"))
    assert shelf.renew()[-1] == Renewed(5, 5)
    assert shelf.count("天气好耶") == 5
    shelf.bench.edit_slang.keep(SlangEntry("天气好耶", "what a day"))
    assert shelf.renew() == [], "another meaning moves no word"
    shelf.bench.edit_slang.remove(["天气好耶"]).undo()
    shelf.renew()
    assert shelf.count("天气好耶") == 5
    kept.undo()
    shelf.renew()
    assert shelf.count("天气好耶") == 0


def test_slang_from_a_file_is_followed(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("term\tmeaning\n天气好耶\twhat weather\n", encoding="utf-8")
    done = shelf.bench.edit_slang.import_file(file)
    shelf.renew()
    assert shelf.count("天气好耶") == 5
    assert done.undo is not None
    done.undo.undo()
    shelf.renew()
    assert shelf.count("天气好耶") == 0


def test_traditional_and_full_width_posts_are_found(shelf: Shelf) -> None:
    ledger = shelf.bench.correct_words
    simplified = "今天去了云栖竹径。"
    ledger.choose(plain_words(simplified), Span(4, 8), EVERYWHERE)
    assert shelf.renew()[-1].total == 3
    assert shelf.count("云栖竹径") == 3
    shelf.bench.edit_slang.keep(SlangEntry("AA制吃饭", "going Dutch"))
    shelf.renew()
    assert shelf.count("aa制吃饭") == 5, "letters in full width are the same word"


def test_a_stretch_with_nothing_to_search_by_goes_through_every_post(shelf: Shelf) -> None:
    assert len(shelf.bench.posts.indexed_with(["。"])) == POSTS
    assert shelf.bench.posts.indexed_with(["没有这个词"]) == []


def test_the_reader_can_write_while_it_works(shelf: Shelf) -> None:
    merge_lake(shelf, EVERYWHERE)
    shelf.bench.correct_words.renew_words()
    first = lake_posts(shelf)[0]
    for far in shelf.bench.renew_index.run(CancelToken(), rest=lambda _seconds: None):
        shelf.bench.posts.keep_place(first, far.done)  # raises when the library is held
    stored = shelf.bench.posts.get(first)
    assert stored is not None
    assert stored.place == WITH_LAKE
