"""What surrounds an engine, over the real dictionary, segmenter and library."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.translations import DoubtReason, Maker, ModelId, Output, Source, Translation
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.install_package import install_package
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.formats.slang_tsv import read_slang
from xinqiao.services.translate_sentences import TranslateSentences
from xinqiao.storage.database import Library, open_library

PACKAGE = Path(__file__).parents[1] / "fixtures" / "argos-zh-en-mini.argosmodel"


class Recorder:
    """`Translator` that answers by rule and remembers what it was asked."""

    batch_size = 4
    model = ModelId("Recorder", "1", "0" * 64)

    def __init__(self, answer: str = "", wants_hints: bool = True, stop_after: int | None = None) -> None:
        self.asked: list[Source] = []
        self.wants_hints = wants_hints
        self._answer = answer
        self._stop_after = stop_after

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        for source in sources:
            if self._stop_after is not None and len(self.asked) >= self._stop_after:
                raise Cancelled
            self.asked.append(source)
            yield Output(self._answer or f"English of {len(self.asked)}", -0.5)


@pytest.fixture(scope="module")
def slang() -> SlangIndex:
    return SlangIndex(read_slang(resources.slang_pack())[0])


@pytest.fixture(scope="module")
def lexicon() -> Iterator[LexiconDb]:
    lexicon = LexiconDb(resources.lexicon_db())
    yield lexicon
    lexicon.close()


@pytest.fixture(scope="module")
def segmenter(slang: SlangIndex, tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    cache = tmp_path_factory.mktemp("jieba")
    return JiebaSegmenter(resources.gloss_dictionary(), cache, slang.terms(), converter=OpenCCScript())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


class Desk:
    """Makes the service over one library and any engine."""

    def __init__(
        self, lexicon: LexiconDb, slang: SlangIndex, segmenter: JiebaSegmenter, library: Library
    ) -> None:
        self._parts = (lexicon, slang, segmenter, OpenCCScript())
        self._library = library

    def service(self, engine: object, *, keep: bool = True) -> TranslateSentences:
        lexicon, slang, segmenter, converter = self._parts
        cache = self._library.translations if keep else None
        return TranslateSentences(lambda: engine, lexicon, slang, segmenter, converter, cache)  # type: ignore[arg-type, return-value]


@pytest.fixture
def desk(lexicon: LexiconDb, slang: SlangIndex, segmenter: JiebaSegmenter, library: Library) -> Desk:
    return Desk(lexicon, slang, segmenter, library)


def _all(service: TranslateSentences, *texts: str) -> list[Translation]:
    found = dict(service.translate(texts, CancelToken()))
    assert sorted(found) == list(range(len(texts)))
    return [found[index] for index in range(len(texts))]


def test_the_engine_gets_normal_text_without_protected_spans(desk: Desk) -> None:
    engine = Recorder()
    _all(desk.service(engine), "今天  去了西湖[笑哭R]", "這家咖啡廳真的很好吃😂", "谢谢@小明 的推荐，很喜欢")
    assert [source.text for source in engine.asked][:2] == ["今天 去了西湖", "这家咖啡厅真的很好吃"]
    assert not any(sign in source.text for source in engine.asked for sign in "@[😂")


def test_hints_go_to_engines_that_want_them(desk: Desk) -> None:
    engine = Recorder()
    _all(desk.service(engine), "班味太重了，洗都洗不掉")
    assert ("班味", "the worn-out look of an office") in [
        (hint.word, hint.gloss) for hint in engine.asked[0].hints
    ]
    plain = Recorder(wants_hints=False)
    _all(desk.service(plain, keep=False), "班味太重了，洗都洗不掉")
    assert plain.asked[0].hints == ()


def test_short_answers_need_no_engine(desk: Desk) -> None:
    engine = Recorder()
    found = _all(desk.service(engine), "谢谢🙏", "yyds", "番茄")
    assert [item.text for item in found] == ["Thank you 🙏", "The GOAT", "Tomato"]
    assert {item.maker for item in found} == {Maker.DICTIONARY}
    assert engine.asked == []


@pytest.mark.parametrize(
    "text",
    ["Hello there 😂", "996", "vlog", "he is 666", "😂😂", "[笑哭R]", "39.9", "https://x.cn/a", "@小明", ""],
)
def test_what_has_nothing_to_translate_stays(desk: Desk, text: str) -> None:
    engine = Recorder()
    assert _all(desk.service(engine), text, "OK") == [
        Translation(text, Maker.AS_IS),
        Translation("OK", Maker.AS_IS),
    ]
    assert engine.asked == []


def test_the_same_sentence_is_translated_once_and_then_cached(desk: Desk) -> None:
    engine = Recorder()
    first = _all(desk.service(engine), "今天去了西湖", "我们坐船游湖", "今天去了西湖")
    assert len(engine.asked) == 2
    assert first[0] == first[2]
    again = Recorder()
    assert _all(desk.service(again), "今天去了西湖", "我们坐船游湖") == first[:2]
    assert again.asked == []


def test_another_model_translates_anew(desk: Desk) -> None:
    _all(desk.service(Recorder()), "今天去了西湖")
    other = Recorder("Other")
    other.model = ModelId("Other", "1", "1" * 64)
    (translation,) = _all(desk.service(other), "今天去了西湖")
    assert (translation.text, translation.model) == ("Other", other.model.key)


def test_the_readers_own_english_wins_even_where_nothing_is_translated(desk: Desk, library: Library) -> None:
    library.translations.keep_edit("今天去了西湖", "My day at West Lake")
    library.translations.keep_edit("好", "Fine")
    library.translations.keep_edit("OK", "Okay")
    engine = Recorder()
    found = _all(desk.service(engine), "今天去了西湖", "好", "OK")
    assert [translation.text for translation in found] == ["My day at West Lake", "Fine", "Okay"]
    assert {translation.maker for translation in found} == {Maker.READER}
    assert [item.text for item in _all(desk.service(engine), "OK")] == ["Okay"]
    assert engine.asked == []


def test_what_was_finished_is_kept_when_stopped(desk: Desk) -> None:
    texts = [f"我们第{number}天去了西湖边散步" for number in range(20)]
    with pytest.raises(Cancelled):
        _all(desk.service(Recorder(stop_after=11)), *texts)
    rest = Recorder()
    _all(desk.service(rest), *texts)
    assert len(rest.asked) == 9


def test_stopping_between_sentences_keeps_what_was_shown(desk: Desk) -> None:
    texts = [f"我们第{number}天去了西湖边散步" for number in range(20)]
    answers = desk.service(Recorder()).translate(texts, CancelToken())
    next(answers)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    rest = Recorder()
    _all(desk.service(rest), *texts)
    assert len(rest.asked) == 18


def test_doubts_and_score_are_attached(desk: Desk) -> None:
    (translation,) = _all(desk.service(Recorder("I like it")), "我不喜欢，花了427块😂")
    assert translation.score == -0.5
    assert {doubt.reason for doubt in translation.doubts} == {DoubtReason.NUMBER, DoubtReason.NEGATION}
    (cached,) = _all(desk.service(Recorder()), "我不喜欢，花了427块😂")
    assert cached == translation


def test_a_name_that_is_lost_is_put_back_from_a_second_answer(desk: Desk) -> None:
    engine = Recorder("We went to West Lake together")
    (translation,) = _all(desk.service(engine), "昨天和@小明 一起去了西湖")
    assert [source.text for source in engine.asked] == ["昨天和Ben 一起去了西湖", "昨天和 一起去了西湖"]
    assert translation.text.count("@小明") == 1


def test_topics_are_translated_between_their_marks(desk: Desk) -> None:
    engine = Recorder("Where to go this weekend")
    (translation,) = _all(desk.service(engine), "#周末去哪儿")
    assert translation.text == "#Where to go this weekend"


def test_lines_one_for_one(desk: Desk) -> None:
    engine = Recorder("English")
    lines = ["今天去了西湖。真的很好看！", "", "  ", "OK", "好", "😂", "多行\u2028还是一行文字"] * 30
    out = list(desk.service(engine, keep=False).translate_lines(iter(lines)))
    assert len(out) == len(lines)
    assert out[:6] == ["English English", "", "", "OK", "OK", "😂"]
    assert not any(len(line.splitlines()) > 1 for line in out)


def test_lines_are_answered_before_all_are_read(desk: Desk) -> None:
    read = 0

    def lines() -> Iterator[str]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield f"第{number}天去了西湖"

    next(desk.service(Recorder(), keep=False).translate_lines(lines()))
    assert read == 64


def test_no_engine_is_a_clear_sentence_and_only_where_one_is_needed(
    lexicon: LexiconDb, slang: SlangIndex, segmenter: JiebaSegmenter
) -> None:
    def none() -> Recorder:
        raise ReaderError(message("There is no translation model."), message("Install one."))

    service = TranslateSentences(none, lexicon, slang, segmenter, OpenCCScript())
    assert [item.text for item in _all(service, "OK", "😂")] == ["OK", "😂"]
    with pytest.raises(ReaderError, match="no translation model"):
        list(service.translate(["今天去了西湖"], CancelToken()))


def test_a_real_package_through_all_of_it(desk: Desk, tmp_path: Path) -> None:
    engine = ArgosTranslator(install_package(PACKAGE, tmp_path / "models", CancelToken()).folder)
    found = _all(desk.service(engine), "今天天气很好，我们去公园吧！😂", "我不喜欢吃鱼[笑哭R]", "好")
    assert found[0].maker is Maker.MODEL
    assert found[0].model == engine.model.key
    assert found[0].text.endswith("😂")
    assert found[1].text.endswith("[笑哭R]")
    assert found[2].maker is Maker.DICTIONARY


def test_translating_again_replaces(desk: Desk) -> None:
    _all(desk.service(Recorder("First")), "今天去了西湖")
    assert desk.service(Recorder("Second")).translate_again("今天去了西湖", CancelToken()).text == "Second"
    assert _all(desk.service(Recorder("Third")), "今天去了西湖")[0].text == "Second"
    assert desk.service(Recorder()).translate_again("好", CancelToken()).text == "OK"
