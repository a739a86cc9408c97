"""Whoever knows some levels of the HSK marks their words in one action."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.hsk import HskList
from xinqiao.domain.words import Gloss, Span, WordStatus
from xinqiao.services.keep_vocabulary import KeepVocabulary
from xinqiao.services.know_levels import KnowLevels
from xinqiao.startup import Toolbox
from xinqiao.storage.database import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def levels(library: Library, toolbox: Toolbox) -> KnowLevels:
    return KnowLevels(toolbox.lexicon, toolbox.converter, toolbox.look_up_word, library.vocabulary)


@pytest.mark.parametrize(
    ("hsk_list", "level", "official"),
    [
        (HskList.OF_2012, "1", 150),
        (HskList.OF_2012, "3", 600),
        (HskList.OF_2012, "6", 5000),
        (HskList.OF_2021, "3", 2245),
        (HskList.OF_2021, "7-9", 11092),
        (HskList.OF_2025, "1", 300),
    ],
)
def test_as_many_words_as_the_lists_have(
    levels: KnowLevels, hsk_list: HskList, level: str, official: int
) -> None:
    assert len(levels.unkept(hsk_list, level)) == pytest.approx(official, rel=0.03)


def test_each_level_has_those_below(levels: KnowLevels) -> None:
    for hsk_list in HskList:
        counts = [len(levels.unkept(hsk_list, level)) for level in hsk_list.levels]
        assert counts == sorted(set(counts))
    assert {"爱", "再见", "学校"} <= set(levels.unkept(HskList.OF_2012, "1"))
    assert not {"愛", "學校", "破防"} & set(levels.unkept(HskList.OF_2012, "6"))


def test_marking_is_one_change_that_leaves_kept_words_alone(library: Library, levels: KnowLevels) -> None:
    keep = KeepVocabulary(library.vocabulary)
    kept = keep.save(
        Gloss("学校", Span(0, 2), "学校", "學校", ("xue2", "xiao4")), None, WordStatus.LEARNING
    ).word
    before = set(levels.unkept(HskList.OF_2012, "1"))
    assert "学校" not in before
    (undo,) = levels.mark(HskList.OF_2012, "1", CancelToken())
    assert str(undo.what) == f"Mark {len(before)} words as known"
    statuses = library.vocabulary.statuses()
    assert {text for text, status in statuses.items() if status is WordStatus.KNOWN} == before
    assert statuses["学校"] is WordStatus.LEARNING
    love = library.vocabulary.find("爱")
    assert love is not None
    assert (love.traditional, love.pinyin, love.hsk.hsk2, love.seen) == ("愛", "ai4", "1", 0)
    assert levels.unkept(HskList.OF_2012, "1") == []
    undo.undo()
    assert [word.id for word in library.vocabulary.all()] == [kept.id]
    assert set(levels.unkept(HskList.OF_2012, "1")) == before


def test_stopped_before_the_end_nothing_is_marked(library: Library, levels: KnowLevels) -> None:
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        list(levels.mark(HskList.OF_2012, "1", cancel))
    assert library.vocabulary.all() == []


def test_shares_of_posts_follow(library: Library, levels: KnowLevels) -> None:
    from xinqiao.formats.plain_text import parse_pasted

    post_id = library.posts.add(parse_pasted("我爱学校。"))
    library.posts.set_words(post_id, {"我": 1, "爱": 1, "学校": 1, "破防": 1})
    (undo,) = levels.mark(HskList.OF_2012, "1", CancelToken())
    summary = library.posts.summary(post_id)
    assert summary is not None
    assert summary.known_share == pytest.approx(0.75)
    undo.undo()
    summary = library.posts.summary(post_id)
    assert summary is not None
    assert summary.known_share == 0
