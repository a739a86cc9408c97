"""Opening, preparing and translating posts of a real library; the engine is the small package."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.posts import Comment, Origin, OriginKind, Part, Post, PostId
from xinqiao.domain.protected import find_protected
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.translations import Maker
from xinqiao.domain.words import TokenKind
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.install_package import install_package
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.pronouncer import ContextPronouncer
from xinqiao.formats.slang_tsv import read_slang
from xinqiao.services.prepare_sentences import PrepareSentences
from xinqiao.services.read_post import ReadPost, plain_words, read_once
from xinqiao.services.translate_sentences import TranslateSentences
from xinqiao.storage.database import Library, open_library

PACKAGE = Path(__file__).parents[1] / "fixtures" / "argos-zh-en-mini.argosmodel"
POST = Post(
    "周末去了西湖",
    "天气特别好，就是人太多了[笑哭R]\n門票 80塊。",
    Origin(OriginKind.PASTE),
    author="小明",
    comments=(
        Comment("甲", "好想去！", replies=(Comment("小明", "来吧😂 #西湖"),)),
        Comment("乙", "周末去了西湖"),
    ),
)


@pytest.fixture(scope="module")
def services(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PrepareSentences, TranslateSentences]]:
    folder = tmp_path_factory.mktemp("engines")
    lexicon = LexiconDb(resources.lexicon_db())
    slang = SlangIndex(read_slang(resources.slang_pack())[0])
    converter = OpenCCScript()
    segmenter = JiebaSegmenter(resources.gloss_dictionary(), folder, slang.terms(), converter=converter)
    pronouncer = ContextPronouncer(lexicon, slang, converter)
    prepare = PrepareSentences(segmenter, pronouncer, lexicon, slang, find_protected)
    engine = ArgosTranslator(install_package(PACKAGE, folder / "models", CancelToken()).folder, beam=1)
    yield prepare, TranslateSentences(lambda: engine, lexicon, slang, segmenter, converter)
    lexicon.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def reading(library: Library, services: tuple[PrepareSentences, TranslateSentences]) -> ReadPost:
    return ReadPost(library.posts, library.prepared, *services, OpenCCScript())


def test_opens_at_once_with_plain_words_and_prepares_in_batches(library: Library, reading: ReadPost) -> None:
    post_id = library.posts.add(POST)
    opened = reading.open(post_id)
    assert [item.sentence.part for item in opened.sentences][:3] == [Part.TITLE, Part.BODY, Part.BODY]
    assert not opened.is_prepared
    for item in opened.sentences:
        assert "".join(token.text for token in item.prepared.tokens) == item.sentence.text
    assert not library.posts.has_words(post_id)
    ready = [pair for batch in reading.prepare(opened, CancelToken()) for pair in batch]
    assert [number for number, _ in ready] == list(range(len(opened.sentences)))
    assert "西湖" in [token.text for token in ready[0][1].tokens]
    assert library.posts.has_words(post_id)

    again = reading.open(post_id)
    assert again.is_prepared
    assert [item.prepared for item in again.sentences] == [prepared for _, prepared in ready]
    assert [number for batch in reading.prepare(again, CancelToken()) for number, _ in batch] == list(
        range(len(ready))
    )


def test_the_library_learns_the_words(library: Library, reading: ReadPost) -> None:
    post_id = library.posts.add(POST)
    list(reading.prepare(reading.open(post_id), CancelToken()))
    assert library.posts.occurrences("西湖").count == 3
    assert library.posts.occurrences("门票").count == 1  # written 門票
    assert library.posts.occurrences("[笑哭R]").count == 0
    assert library.posts.summaries()[0].known_share == 0.0


def test_translates_in_reading_order_and_the_list_learns_the_title(
    library: Library, reading: ReadPost
) -> None:
    post_id = library.posts.add(POST)
    opened = reading.open(post_id)
    found = dict(reading.translate(opened, CancelToken()))
    assert sorted(found) == list(range(len(opened.sentences)))
    assert found[1].text.endswith("[笑哭R]")
    assert all(item.text for item in found.values())
    assert library.posts.summaries()[0].english_title == found[0].text


def test_stopping_keeps_what_was_prepared(library: Library, reading: ReadPost) -> None:
    body = "\n".join(f"第{number}天我们去了西湖" for number in range(100))
    post_id = library.posts.add(Post("标题", body, Origin(OriginKind.PASTE)))
    cancel = CancelToken()
    batches = reading.prepare(reading.open(post_id), cancel)
    next(batches)
    cancel.set()
    with pytest.raises(Cancelled):
        next(batches)
    assert 0 < sum(reading.open(post_id).prepared) < 101
    assert not library.posts.has_words(post_id)


def test_a_post_that_is_gone(library: Library, reading: ReadPost) -> None:
    post_id = library.posts.add(POST)
    library.posts.remove([post_id])
    for missing in (post_id, PostId(999)):
        with pytest.raises(ReaderError, match="no longer in the library"):
            reading.open(missing)


@pytest.mark.parametrize("body", ["", "😂", "English only.", "...", "1. 2. 3.", "\u200b"])
def test_odd_posts_open_and_read(library: Library, reading: ReadPost, body: str) -> None:
    post_id = library.posts.add(Post("", body, Origin(OriginKind.PASTE)))
    opened = reading.open(post_id)
    list(reading.prepare(opened, CancelToken()))
    found = dict(reading.translate(opened, CancelToken()))
    assert {item.maker for item in found.values()} <= {Maker.AS_IS}


def test_reading_a_post_that_is_in_no_library(services: tuple[PrepareSentences, TranslateSentences]) -> None:
    rows = list(read_once(POST, *services, CancelToken()))
    assert [row.sentence.text for row in rows][:2] == ["周末去了西湖", "天气特别好，就是人太多了[笑哭R]"]
    assert all(row.translation is not None and row.translation.text for row in rows)
    assert any(token.syllables for row in rows for token in row.prepared.tokens)


def test_plain_words_rejoin_and_can_be_painted() -> None:
    prepared = plain_words("去西湖 OK😂吧！")
    assert "".join(token.text for token in prepared.tokens) == prepared.text
    assert [token.kind for token in prepared.tokens[:3]] == [TokenKind.WORD] * 3
    assert plain_words("").tokens == ()
