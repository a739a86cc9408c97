"""Posts, their list, search and word index, on a real file."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from xinqiao.domain.notes import Quote
from xinqiao.domain.occurrences import IndexedSentence, Occurrence, Occurrences
from xinqiao.domain.posts import Comment, Origin, OriginKind, Part, Post, PostId, Sentence
from xinqiao.domain.words import Encounter, Span, Word, WordId, WordStatus
from xinqiao.formats.sample_posts import read_sample_posts
from xinqiao.storage.database import Library, open_library

SAMPLES = Path(__file__).parents[2] / "seeds" / "sample_posts.json"
PASTE = Origin(OriginKind.PASTE)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


def word(text: str, status: WordStatus) -> Word:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    return Word(WordId(0), text, text, "", "", status, at, at)


def titles(library: Library, text: str) -> list[str]:
    return [post.title for post in library.posts.search(text)]


def test_posts_come_back_as_they_were(library: Library) -> None:
    thread = Comment(
        "甲",
        "一",
        3,
        "浙江",
        "2025-01-01",
        (Comment("乙", "二", replies=(Comment("丙", "三"),)), Comment("丁", "四")),
    )
    post = Post(
        "标题",
        "第一行\n\n👍🏽 𠀀",
        PASTE,
        "作者",
        "昨天",
        "上海",
        0,
        ("旅行", "杭州"),
        (thread, Comment("戊", "五")),
    )
    stored = library.posts.get(library.posts.add(post))
    assert stored is not None
    assert stored.post == post
    assert stored.opened_at is None
    assert datetime.now(UTC) - stored.added_at < timedelta(minutes=1)
    samples = read_sample_posts(SAMPLES)
    ids = library.posts.add_many(samples)
    back = [library.posts.get(post_id) for post_id in ids]
    assert [one.post for one in back if one is not None] == samples


def test_list_is_newest_first_and_shows_state(library: Library) -> None:
    first = library.posts.add(Post("甲", "正文", PASTE))
    second = library.posts.add(Post("", "\n很长的一段没有标题的文字，放在列表里要截断才好看一点", PASTE))
    library.posts.mark_opened(first)
    library.posts.set_starred(first, True)
    library.posts.keep_place(first, 7)
    library.posts.set_english(first, "A", "the text")
    newest, oldest = library.posts.summaries()
    assert (newest.id, newest.title, newest.unread, newest.starred) == (
        second,
        "很长的一段没有标题的文字，放在列表里要截断才好看…",
        True,
        False,
    )
    assert (oldest.id, oldest.english_title, oldest.unread, oldest.starred) == (first, "A", False, True)
    stored = library.posts.get(first)
    assert stored is not None
    assert stored.place == 7
    assert stored.opened_at is not None


def test_removed_posts_are_nowhere_until_restored(library: Library) -> None:
    post = Post("西湖", "正文", PASTE)
    post_id = library.posts.add(post)
    library.posts.set_words(post_id, {"西湖": 1})
    library.posts.remove([post_id])
    assert library.posts.get(post_id) is None
    assert library.posts.summaries() == []
    assert library.posts.search("西湖") == []
    assert library.posts.find_same(post) is None
    assert library.posts.occurrences("西湖") == Occurrences()
    library.posts.restore([post_id])
    assert library.posts.find_same(post) == post_id
    assert titles(library, "西湖") == ["西湖"]
    assert library.posts.occurrences("西湖").count == 1


def test_same_text_is_found_whatever_its_origin(library: Library) -> None:
    post_id = library.posts.add(Post("甲", "乙", PASTE))
    assert library.posts.find_same(Post("甲", "乙", Origin(OriginKind.FILE, "a.txt"))) == post_id
    assert library.posts.find_same(Post("甲乙", "", PASTE)) is None


def test_samples_are_remembered_when_removed(library: Library) -> None:
    one, two = library.posts.add_many([Post(n, n, Origin(OriginKind.SAMPLE, n)) for n in ("s1", "s2")])
    library.posts.add(Post("p", "p", PASTE))
    library.posts.remove([one])
    assert library.posts.sample_references(removed=False) == {"s2"}
    assert library.posts.sample_references(removed=True) == {"s1"}
    assert library.posts.restore_samples() == 1
    assert library.posts.restore_samples() == 0
    assert {post.id for post in library.posts.summaries()} >= {one, two}


def test_purging_keeps_samples_notes_and_sentences(library: Library) -> None:
    sample, paste = library.posts.add_many(
        [Post("s", "s", Origin(OriginKind.SAMPLE, "s")), Post("走了", "正文", PASTE)]
    )
    library.posts.set_words(paste, {"正文": 1})
    kept = library.vocabulary.keep(
        word("正文", WordStatus.KNOWN), Encounter("正文", Span(0, 2), post_id=paste, source="走了")
    )
    library.notes.add("note", Quote(paste, sentence="正文", source="走了"))
    library.posts.remove([sample, paste])
    assert library.posts.purge_removed(datetime.now(UTC) - timedelta(days=1)) == 0
    assert library.posts.purge_removed(datetime.now(UTC) + timedelta(days=1)) == 1
    library.posts.restore([sample, paste])
    assert [post.title for post in library.posts.summaries()] == ["s"]
    [encounter] = library.vocabulary.encounters(kept.id)
    assert (encounter.post_id, encounter.source) == (None, "走了")
    [note] = library.notes.all()
    assert (note.quote.post_id, note.quote.source) == (None, "走了")
    new = library.posts.add(Post("新", "新", PASTE))
    assert new > paste  # an id is never given out again
    assert library.notes.for_post(new) == []


def test_search_finds_two_character_words_and_no_word_across_a_mark(library: Library) -> None:
    library.posts.add(
        Post(
            "周末",
            "我们去西，湖边走走。\nWe had Iced Coffee ☕🏞",
            PASTE,
            "小李",
            location="浙江",
            tags=("断桥",),
            comments=(Comment("阿强", "好吃"),),
        )
    )
    for text in (
        "湖边",
        "周",
        "走走",
        "断桥",
        "阿强",
        "好吃",
        "小李",
        "浙江",
        "iced",
        "ICE",
        "coffee 湖边",
        "☕",
        "🏞️",
        "去西，湖",
    ):
        assert titles(library, text) == ["周末"], text
    for text in (
        "西湖",
        "走走好",
        "末我",
        "offee",
        "coffee 北京",
        "",
        "  ",
        "，。",
        "\ud83d",
        '"',
        "a\0b",
        "NOT",
        "*",
    ):
        assert titles(library, text) == [], text


def test_search_over_samples_agrees_with_looking_at_every_text(library: Library) -> None:
    samples = read_sample_posts(SAMPLES)
    library.posts.add_many(samples)
    for needle in (
        "猫税",
        "食谱",
        "上海",
        "奶奶",
        "yyds",
        "谢谢",
        "西湖",
        "我",
        "鸡蛋",
        "可以",
        "没有的词语",
    ):
        expected = {
            post.title
            for post in samples
            if needle
            in "\n".join(
                (
                    post.title,
                    post.body,
                    post.author,
                    post.location,
                    *post.tags,
                    *(f"{c.author}\n{c.text}" for _, c in post.thread()),
                )
            )
        }
        assert set(titles(library, needle)) == expected, needle


def test_search_finds_english_and_its_changes(library: Library) -> None:
    post_id = library.posts.add(Post("周末去了西湖", "正文", PASTE))
    library.posts.set_english(post_id, "A weekend at West Lake", "It rained. We didn't mind.")
    for text in ("west lake", "rain", "weekend rained", "didn't"):
        assert titles(library, text) == ["周末去了西湖"], text
    library.posts.set_english(post_id, "A weekend", "It snowed.")
    assert titles(library, "rained") == []
    assert titles(library, "snow") == ["周末去了西湖"]
    assert titles(library, "西湖") == ["周末去了西湖"]


def test_search_limit_takes_the_newest(library: Library) -> None:
    library.posts.add_many([Post(str(number), "咖啡", PASTE) for number in range(30)])
    library.posts.remove([PostId(number) for number in range(20, 31)])
    assert [post.title for post in library.posts.search("咖啡", limit=3)] == ["18", "17", "16"]


def indexed(text: str, part: Part, words: str, comment: int | None = None, start: int = 0) -> IndexedSentence:
    spans, at = [], 0
    for piece in words.split():
        at = text.index(piece, at)
        spans.append((piece, Span(at, at + len(piece))))
        at += len(piece)
    return IndexedSentence(Sentence(text, part, comment, start=start), tuple(spans))


def test_occurrences_cut_their_sentences_out_of_the_post(library: Library) -> None:
    post = Post(
        "西湖边",
        "先说一句。下雨的西湖，西湖。",
        PASTE,
        "小李",
        comments=(Comment("阿强", "西湖"), Comment("阿明", "好。断桥")),
    )
    post_id = library.posts.add(post)
    assert not library.posts.has_words(post_id)
    sentences = [
        indexed("西湖边", Part.TITLE, "西湖 边"),
        indexed("先说一句。", Part.BODY, "先 说 一句"),
        indexed("下雨的西湖，西湖。", Part.BODY, "下雨 的 西湖 西湖", start=5),
        indexed("西湖", Part.COMMENT, "西湖", 0),
        indexed("断桥", Part.COMMENT, "断桥", 1, 2),
    ]
    library.posts.index_sentences(post_id, sentences)
    assert library.posts.has_words(post_id)
    found = library.posts.occurrences("西湖")
    assert (found.count, found.posts) == (4, 1)
    assert found.examples == (Occurrence(post_id, "西湖边", Span(0, 2), "西湖边 · 小李"),)
    assert library.posts.occurrences("下雨").examples == (
        Occurrence(post_id, "下雨的西湖，西湖。", Span(0, 2), "西湖边 · 小李"),
    )
    assert library.posts.occurrences("断桥").examples[0].sentence == "断桥"
    assert library.posts.occurrences("没有") == Occurrences()
    # Indexed anew, with other words: nothing of the old index is left.
    library.posts.index_sentences(post_id, sentences[1:2])
    assert library.posts.occurrences("西湖") == Occurrences()
    assert library.posts.occurrences("一句").count == 1


def test_occurrences_without_places_show_the_line(library: Library) -> None:
    post_id = library.posts.add(Post("甲", "第一行\n去西湖吧", PASTE))
    library.posts.set_words(post_id, {"西湖": 2, "西": 1, "湖面": 1})
    assert library.posts.occurrences("西湖").examples == (Occurrence(post_id, "去西湖吧", Span(1, 3), "甲"),)
    assert library.posts.occurrences("湖面") == Occurrences(1, 1, ())


def test_occurrences_are_of_the_newest_posts(library: Library) -> None:
    ids = library.posts.add_many([Post(str(n), "咖啡", PASTE) for n in range(9)])
    for post_id in ids:
        library.posts.set_words(post_id, {"咖啡": 2})
    library.posts.remove(ids[-1:])
    found = library.posts.occurrences("咖啡", limit=3)
    assert (found.count, found.posts) == (16, 8)
    assert [example.source for example in found.examples] == ["7", "6", "5"]


def shares(library: Library) -> list[float | None]:
    return [post.known_share for post in reversed(library.posts.summaries())]


def test_known_share_follows_every_change_of_a_word(library: Library) -> None:
    vocabulary = library.vocabulary
    one, two, _ = library.posts.add_many([Post(name, "文", PASTE) for name in "甲乙丙"])
    library.posts.set_words(one, {"去": 1, "西湖": 5, "的": 1, "咖啡": 1})
    library.posts.set_words(two, {"西湖": 1})
    assert shares(library) == [0.0, 0.0, None]
    lake = vocabulary.keep(word("西湖", WordStatus.KNOWN), None)
    assert shares(library) == [0.25, 1.0, None]
    of = vocabulary.keep(word("的", WordStatus.IGNORED), None)
    assert shares(library) == [0.5, 1.0, None]
    vocabulary.keep(word("西湖", WordStatus.LEARNING), None)
    assert shares(library) == [0.25, 0.0, None]
    before = vocabulary.set_status([lake.id, of.id], WordStatus.KNOWN)
    assert before == {lake.id: WordStatus.LEARNING, of.id: WordStatus.IGNORED}
    assert shares(library) == [0.5, 1.0, None]
    vocabulary.remove([lake.id])
    vocabulary.remove([lake.id])
    assert shares(library) == [0.25, 0.0, None]
    vocabulary.restore([lake.id])
    vocabulary.restore([lake.id])
    assert shares(library) == [0.5, 1.0, None]
    vocabulary.put_statuses(before)
    assert shares(library) == [0.25, 0.0, None]
    library.posts.set_words(two, {})
    assert shares(library)[1] == 1.0  # nothing in it is unknown
