"""More than one answer, second tries, the glossary in a translation: by the real engines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.translations import DoubtReason, Maker, ModelId, Output, Source, Translation
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.starter_translator import StarterTranslator
from xinqiao.services import translate_sentences
from xinqiao.services.translate_sentences import TranslateSentences
from xinqiao.services.word_by_word import word_by_word
from xinqiao.storage.database import Library, open_library

if TYPE_CHECKING:
    from xinqiao.startup import Toolbox

SENTENCE = "外面下雨了，我们在家里吃饭。"


@pytest.fixture(scope="module")
def starter() -> Iterator[StarterTranslator]:
    engine = StarterTranslator(resources.starter_packed() / "unpacked")
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def argos(mini_models: Path) -> Iterator[ArgosTranslator]:
    engine = ArgosTranslator(mini_models / "argos-zh-en")
    yield engine
    engine.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


Make = Callable[..., TranslateSentences]


@pytest.fixture
def make(toolbox: "Toolbox") -> Make:
    def service(
        engine: object, library: Library | None = None, glossary: Mapping[str, str] | None = None
    ) -> TranslateSentences:
        parts = (toolbox.lexicon, toolbox.slang, toolbox.segmenter, toolbox.converter)
        cache = None if library is None else library.translations
        terms = dict(glossary or {})
        return TranslateSentences(lambda: engine, *parts, cache, glossary=lambda: terms)  # type: ignore[arg-type, return-value]

    return service


class Scripted:
    """`GuessingTranslator` that answers by rule."""

    wants_hints = False
    batch_size = 8
    model = ModelId("Scripted", "1", "0" * 64)

    def __init__(self, first: Callable[[str], Output], wide: Callable[[str], list[Output]]) -> None:
        self._first, self._wide = first, wide
        self.asked: list[str] = []
        self.wide_asked: list[str] = []

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        for source in sources:
            self.asked.append(source.text)
            yield self._first(source.text)

    def hypotheses(self, source: Source, count: int, cancel: CancelToken) -> list[Output]:
        self.wide_asked.append(source.text)
        return self._wide(source.text)[:count]


def none(text: str) -> list[Output]:
    """No other answers."""
    return []


def one(service: TranslateSentences, text: str) -> Translation:
    ((_, translation),) = service.translate([text], CancelToken())
    return translation


# -- hypotheses --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["starter", "argos"])
def test_both_engines_give_different_answers_the_likeliest_first(
    name: str, request: pytest.FixtureRequest
) -> None:
    engine = request.getfixturevalue(name)
    found = engine.hypotheses(Source(SENTENCE), 4, CancelToken())
    assert 2 <= len(found) <= 4
    assert len({output.text for output in found}) == len(found)
    assert all("\n" not in output.text and output.text.strip() for output in found)
    scores = [output.score for output in found]
    assert scores == sorted(scores, reverse=True)
    stop = CancelToken()
    stop.set()
    with pytest.raises(Cancelled):
        engine.hypotheses(Source(SENTENCE), 4, stop)


def test_the_service_gives_whole_sentences_with_their_spans(make: Make, argos: ArgosTranslator) -> None:
    found = make(argos).hypotheses("外面下雨了😂，我们在家里吃饭[笑哭R]", 4, CancelToken())
    assert len(found) >= 2
    assert all(item.text.count("😂") == 1 and item.text.count("[笑哭R]") == 1 for item in found)
    assert all(item.maker is Maker.MODEL and item.model == argos.model.key for item in found)


def test_what_the_dictionary_answers_has_one_answer(make: Make, argos: ArgosTranslator) -> None:
    (found,) = make(argos).hypotheses("谢谢", 4, CancelToken())
    assert found.maker is Maker.DICTIONARY


# -- second tries ------------------------------------------------------------------------------


def unsure(text: str) -> Output:
    return Output(f"First of {len(text)}", -1.5)


def test_a_better_second_try_is_kept_once(make: Make, library: Library) -> None:
    engine = Scripted(unsure, lambda text: [Output(f"Second of {len(text)}", -0.8)])
    service = make(engine, library)
    now = one(service, SENTENCE)
    ((text, better),) = service.improve([(SENTENCE, now)], CancelToken())
    assert (text, better.text, better.score) == (SENTENCE, "Second of 14", -0.8)
    assert one(service, SENTENCE) == better
    assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert len(engine.wide_asked) == 1


def test_a_worse_one_is_not_and_is_not_tried_again(make: Make, library: Library) -> None:
    engine = Scripted(unsure, lambda text: [Output("Worse", -1.6)])
    service = make(engine, library)
    now = one(service, SENTENCE)
    for _ in range(2):
        assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert len(engine.wide_asked) == 1
    assert one(service, SENTENCE) == now


def test_one_with_more_doubts_is_not_taken(make: Make, library: Library) -> None:
    engine = Scripted(unsure, lambda text: [Output("是 the the the the the the the the", -0.1)])
    service = make(engine, library)
    assert list(service.improve([(SENTENCE, one(service, SENTENCE))], CancelToken())) == []


def test_what_is_sure_edited_or_of_another_model_is_left_alone(make: Make, library: Library) -> None:
    engine = Scripted(unsure, lambda text: [Output("Second", -0.1)])
    service = make(engine, library)
    now = one(service, SENTENCE)
    sure = replace(now, score=translate_sentences.IMPROVE_BELOW)
    other = replace(now, model="other/1/0")
    own = Translation("Mine.", Maker.READER)
    items = [("一", sure), ("二", other), ("三", own)]
    assert list(service.improve(items, CancelToken())) == []
    library.translations.keep_edit(SENTENCE, "Mine.")
    assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert one(service, SENTENCE).text == "Mine."
    assert engine.wide_asked == []


def test_a_second_try_can_be_stopped_between_sentences(make: Make, library: Library) -> None:
    engine = Scripted(unsure, lambda text: [Output("Second try", -0.1)])
    service = make(engine, library)
    texts = [f"{SENTENCE}{number}" for number in "一二三"]
    items = [(texts[index], now) for index, now in service.translate(texts, CancelToken())]
    stop = CancelToken()
    steps = service.improve(items, stop)
    next(steps)
    stop.set()
    with pytest.raises(Cancelled):
        next(steps)
    assert len(engine.wide_asked) == 1


# -- the glossary ------------------------------------------------------------------------------


def test_the_starter_is_told_of_a_term(make: Make, starter: StarterTranslator) -> None:
    text = "我昨天去了阿狸咖啡馆，味道很好。"
    plain = one(make(starter), text)
    assert "Foxy's" not in plain.text
    found = one(make(starter, None, {"阿狸": "Foxy's"}), text)
    assert "Foxy's" in found.text
    assert DoubtReason.GLOSSARY not in [doubt.reason for doubt in found.doubts]


def test_argos_gets_a_name_in_its_place_or_says_that_it_did_not(make: Make, argos: ArgosTranslator) -> None:
    glossary = {"西湖": "Xihu Lake"}
    texts = ["我们昨天去了西湖。", "西湖很漂亮。", "我喜欢西湖，也喜欢北京。"]
    for text in texts:
        found = one(make(argos, None, glossary), text)
        told = [doubt.detail for doubt in found.doubts if doubt.reason is DoubtReason.GLOSSARY]
        assert ("Xihu Lake" in found.text) == (not told)
        assert not any(name in found.text.split() for name in ("Ben", "Amy", "Leo"))


def test_a_name_that_comes_back_is_replaced_and_one_that_does_not_is_done_without(make: Make) -> None:
    faithful = Scripted(lambda text: Output(f"I like {text[3:6]}." if "Ben" in text else "I like it."), none)
    found = one(make(faithful, None, {"阿狸": "Foxy"}), "我喜欢阿狸这家咖啡馆。")
    assert faithful.asked == ["我喜欢Ben这家咖啡馆。"]
    assert found.text == "I like Foxy."
    assert DoubtReason.GLOSSARY not in [doubt.reason for doubt in found.doubts]
    forgetful = Scripted(lambda text: Output("I like this coffee shop."), none)
    found = one(make(forgetful, None, {"阿狸": "Foxy"}), "我喜欢阿狸这家咖啡馆。")
    assert forgetful.asked == ["我喜欢Ben这家咖啡馆。", "我喜欢阿狸这家咖啡馆。"]
    assert found.text == "I like this coffee shop."
    assert [doubt.detail for doubt in found.doubts if doubt.reason is DoubtReason.GLOSSARY] == ["Foxy"]


def test_a_mentioned_name_and_a_term_do_not_get_the_same_stand_in(make: Make) -> None:
    engine = Scripted(lambda text: Output(f"Seen: {text}"), none)
    one(make(engine, None, {"阿狸": "Foxy"}), "我和@小明 昨天一起去了阿狸。")
    assert "Ben" in engine.asked[0]
    assert "Amy" in engine.asked[0]


def test_a_whole_comment_that_is_a_term_needs_no_model(make: Make, argos: ArgosTranslator) -> None:
    found = one(make(argos, None, {"谢谢": "Ta"}), "谢谢！")
    assert (found.text, found.maker) == ("Ta!", Maker.DICTIONARY)


def test_a_changed_term_translates_again_what_it_touches(make: Make, library: Library) -> None:
    from xinqiao.engines.opencc_script import OpenCCScript
    from xinqiao.formats.atomic_file import write_atomically
    from xinqiao.services.keep_glossary import KeepGlossary

    glossary = KeepGlossary(library.glossary, library.translations, OpenCCScript(), write_atomically)
    engine = Scripted(lambda text: Output("I like Ben." if "Ben" in text else "I like it.", -0.2), none)
    service = make(engine, library)
    service._glossary = glossary.terms
    texts = ["我喜欢阿狸这家咖啡馆。", "今天的天气非常好。"]
    list(service.translate(texts, CancelToken()))
    undo = glossary.keep("阿狸", "Foxy")
    assert one(service, texts[0]).text == "I like Foxy."
    one(service, texts[1])
    assert engine.asked == [*texts, "我喜欢Ben这家咖啡馆。"]
    undo.undo()
    assert one(service, texts[0]).text == "I like it."


# -- word by word ------------------------------------------------------------------------------


def test_a_sentence_word_by_word(toolbox: "Toolbox") -> None:
    line = word_by_word(toolbox.prepare.prepare("我今天真的破防了😂。"), toolbox.look_up_word)
    assert [word for word, _ in line] == ["我", "今天", "真的", "破防了"]
    meanings = dict(line)
    assert meanings["今天"] == "today"
    assert meanings["破防了"] not in ("", "?")
    assert all(len(meaning) <= 29 for meaning in meanings.values())


def test_another_language_is_not_answered_in_english_nor_doubted_by_english_words(make: Make) -> None:
    engine = Scripted(lambda text: Output("Merci, pas de souci.", -0.2), none)
    engine.target = "fr"  # type: ignore[attr-defined]
    service = make(engine)
    thanks = one(service, "谢谢")
    assert (thanks.text, thanks.maker) == ("Merci, pas de souci.", Maker.MODEL)
    assert one(service, "我一共花了三百一十块钱，不贵。").doubts == ()
    del engine.target  # type: ignore[attr-defined]
    assert one(service, "谢谢").maker is Maker.DICTIONARY
    assert one(service, "我一共花了三百一十块钱，不贵。").doubts != ()
