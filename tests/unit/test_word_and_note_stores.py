"""Words, notes, slang and the caches, on a real file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.notes import NoteId, Quote
from xinqiao.domain.posts import Origin, OriginKind, Post, PostId
from xinqiao.domain.translations import Doubt, DoubtReason, Maker, Translation
from xinqiao.domain.words import (
    Encounter,
    HskLevels,
    PreparedSentence,
    SlangEntry,
    Span,
    Token,
    TokenKind,
    Word,
    WordId,
    WordStatus,
)
from xinqiao.storage.database import Library, open_library
from xinqiao.storage.prepared_cache import VERSIONS_KEPT, pack, unpack

AT = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


def word(text: str, status: WordStatus = WordStatus.LEARNING) -> Word:
    return Word(
        WordId(0),
        text,
        text,
        "xi1 hu2",
        "West Lake",
        status,
        AT,
        AT,
        HskLevels("1", "2", "7-9"),
        4.5,
        0,
        ("地名",),
    )


def met(sentence: str, start: int = 0, **more: object) -> Encounter:
    return Encounter(sentence, Span(start, start + 2), met_at=AT, **more)  # type: ignore[arg-type]


def test_word_comes_back_with_its_encounters(library: Library) -> None:
    post_id = library.posts.add(Post("甲", "西湖", Origin(OriginKind.PASTE)))
    first = Encounter("去西湖", Span(1, 3), "qù Xī Hú", "To West Lake", "starter", post_id, "甲", AT)
    kept = library.vocabulary.keep(word("西湖"), first)
    assert kept == replace(word("西湖"), id=kept.id, seen=1)
    assert library.vocabulary.find("西湖") == kept
    assert library.vocabulary.encounters(kept.id) == [first]
    assert library.vocabulary.find("西") is None


def test_keeping_again_takes_status_and_sentence_once(library: Library) -> None:
    kept = library.vocabulary.keep(word("西湖"), met("去西湖", 1))
    again = library.vocabulary.keep(word("西湖", WordStatus.KNOWN), met("去西湖", 1))
    assert (again.id, again.added_at, again.status, again.seen) == (kept.id, AT, WordStatus.KNOWN, 1)
    assert again.changed_at > AT
    twice = library.vocabulary.keep(word("西湖"), met("西湖西湖", 2))
    thrice = library.vocabulary.keep(word("西湖"), met("西湖西湖", 0))
    assert (twice.seen, thrice.seen) == (2, 3)
    library.vocabulary.forget_encounter(kept.id, "西湖西湖", Span(2, 4))
    assert [one.span.start for one in library.vocabulary.encounters(kept.id)] == [0, 1]
    assert library.vocabulary.latest_encounters() == {kept.id: met("西湖西湖", 0)}
    assert library.vocabulary.latest_encounters([WordId(99)]) == {}


def test_encounter_in_a_post_that_is_gone_is_kept(library: Library) -> None:
    kept = library.vocabulary.keep(word("西湖"), met("去西湖", 1, post_id=PostId(77), source="旧帖"))
    [encounter] = library.vocabulary.encounters(kept.id)
    assert (encounter.post_id, encounter.source) == (None, "旧帖")


def test_lists_and_statuses(library: Library) -> None:
    ids = [library.vocabulary.keep(word(text), None).id for text in ("一", "二", "三")]
    assert [kept.text for kept in library.vocabulary.all()] == ["三", "二", "一"]
    assert [kept.text for kept in library.vocabulary.get_many([ids[2], WordId(9), ids[0]])] == ["三", "一"]
    assert library.vocabulary.set_status(ids[:2], WordStatus.LEARNING) == {}
    library.vocabulary.set_status(ids[:2], WordStatus.IGNORED)
    assert library.vocabulary.statuses(["一", "三", "四"]) == {
        "一": WordStatus.IGNORED,
        "三": WordStatus.LEARNING,
    }
    library.vocabulary.remove(ids[:1])
    assert library.vocabulary.statuses() == {"二": WordStatus.IGNORED, "三": WordStatus.LEARNING}
    assert library.vocabulary.statuses([]) == {}
    assert library.vocabulary.set_status(ids[:1], WordStatus.KNOWN) == {}


def test_removed_word_kept_anew_takes_the_old_sentences_when_both_come_together(library: Library) -> None:
    old = library.vocabulary.keep(word("西湖"), met("去西湖", 1))
    library.vocabulary.remove([old.id])
    assert library.vocabulary.find("西湖") is None
    new = library.vocabulary.keep(word("西湖", WordStatus.KNOWN), met("西湖好"))
    assert (new.id != old.id, new.seen) == (True, 1)
    library.vocabulary.restore([old.id])
    found = library.vocabulary.find("西湖")
    assert found is not None
    assert (found.id, found.status, found.seen) == (new.id, WordStatus.KNOWN, 2)


def test_notes(library: Library) -> None:
    post_id = library.posts.add(Post("甲", "西湖", Origin(OriginKind.PASTE)))
    quote = Quote(post_id, "西湖", "去西湖", "qù Xī Hú", "To West Lake", "甲")
    first = library.notes.add("**好**", quote, ["地名"])
    second = library.notes.add("b", Quote())
    assert library.notes.all() == [second, first]
    assert library.notes.for_post(post_id) == library.notes.for_word("西湖") == [first]
    changed = library.notes.change(first.id, "c")
    assert (changed.tags, changed.created_at) == (("地名",), first.created_at)
    assert changed.changed_at >= first.changed_at
    assert library.notes.all() == [changed, second]
    assert library.notes.change(first.id, "d", []).tags == ()
    library.notes.remove([first.id])
    assert library.notes.get(first.id) is None
    with pytest.raises(ReaderError, match="removed"):
        library.notes.change(first.id, "e")
    with pytest.raises(ReaderError, match="removed"):
        library.notes.change(NoteId(99), "e")
    library.notes.restore([first.id])
    assert library.notes.all()[0].body == "d"
    assert library.notes.add("x", Quote(PostId(77), source="旧帖")).quote == Quote(None, source="旧帖")


def test_slang_pack_never_overwrites_the_reader(library: Library) -> None:
    store = library.slang
    yyds = SlangEntry("yyds", "the GOAT", ("YYDS",), "", "永远的神", "playful", "old", "yyds!", "the GOAT!")
    others = [SlangEntry(term, term.upper()) for term in ("xswl", "gone", "unwanted")]
    store.load_pack([yyds, *others], "1")
    assert yyds in store.all()
    own = SlangEntry("XSWL", "my own meaning")
    store.keep(own)
    store.keep(SlangEntry("新词", "mine"))
    store.remove("unwanted")
    store.load_pack([], "1")  # the same version again: nothing happens
    assert len(store.all()) == 4
    newer = SlangEntry("yyds", "greatest of all time")
    store.load_pack(
        [newer, SlangEntry("xswl", "shipped"), SlangEntry("unwanted", "x"), SlangEntry("新", "new")], "2"
    )
    assert {entry.term: entry.meaning for entry in store.all()} == {
        "yyds": "greatest of all time",
        "新": "new",
        "XSWL": "my own meaning",
        "新词": "mine",
    }


def prepared(text: str = "去了😀一趟！") -> PreparedSentence:
    tokens = (
        Token("去了", 0, TokenKind.WORD, ("qu4", "le5")),
        Token("😀", 2, TokenKind.PROTECTED),
        Token("一趟", 3, TokenKind.WORD, ("yi2", "tang4")),
        Token("！", 5, TokenKind.MARK),
    )
    return PreparedSentence(text, tokens, (Span(0, 2),))


def test_prepared_sentences_by_version(library: Library) -> None:
    cache = library.prepared
    empty = PreparedSentence("", ())
    cache.put_many([prepared(), empty], "v1")
    assert cache.get_many([prepared().text, "", "没有"], "v1") == {prepared().text: prepared(), "": empty}
    assert cache.get_many([prepared().text], "v2") == {}
    for number in range(2, 3 + VERSIONS_KEPT):
        cache.put_many([prepared()], f"v{number}")
    assert cache.get_many([prepared().text], "v1") == {}
    assert cache.get_many([prepared().text], f"v{1 + VERSIONS_KEPT}")


def test_prepared_sentences_packed_otherwise_are_prepared_anew() -> None:
    assert unpack("去", "[0,{}]") is None
    assert unpack(prepared().text, pack(prepared())) == prepared()
    with pytest.raises(ValueError, match="rejoin"):
        pack(prepared("别的文字"))


def test_edits_win_over_every_model_and_stay(library: Library) -> None:
    cache = library.translations
    doubt = Doubt(DoubtReason.NUMBER, "38")
    made = Translation("We went.", Maker.MODEL, "m1", -0.5, (doubt,))
    known = Translation("hi", Maker.DICTIONARY)
    cache.put_many([("去了", made), ("嗨", known), ("读者", Translation("x", Maker.READER))], "m1")
    assert cache.get_many(["去了", "嗨", "读者", "没有"], "m1") == {"去了": made, "嗨": known}
    assert cache.get_many(["去了"], "m2") == {}
    cache.keep_edit("去了", "We left.")
    own = Translation("We left.", Maker.READER)
    assert cache.get_many(["去了"], "m1") == cache.get_many(["去了"], "m2") == {"去了": own}
    cache.put_many([("去了", made)], "m1")
    assert cache.get_many(["去了"], "m1") == {"去了": own}
    cache.keep_edit("去了", "We were off.")
    assert cache.edits() == {"去了": "We were off."}
    cache.keep_edit("去了", None)
    assert cache.get_many(["去了"], "m1") == {"去了": made}
    assert cache.edits() == {}
