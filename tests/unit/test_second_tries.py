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
from xinqiao.services import second_tries
from xinqiao.services.translate_sentences import TranslateSentences
from xinqiao.services.word_by_word import word_by_word
from xinqiao.storage.database import Library, open_library

if TYPE_CHECKING:
    from xinqiao.startup import Toolbox

SENTENCE = "外面下雨了，我们在家里吃饭。"


@pytest.fixture(scope="module")
def starter() -> Iterator[StarterTranslator]:
    engine = StarterTranslator(resources.starter_packed() / "unpacked", careful_beam=4)
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
        engine: object,
        library: Library | None = None,
        glossary: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None,
    ) -> TranslateSentences:
        parts = (toolbox.lexicon, toolbox.slang, toolbox.segmenter, toolbox.converter)
        cache = None if library is None else library.translations
        terms = glossary if callable(glossary) else lambda: dict(glossary or {})
        return TranslateSentences(lambda: engine, *parts, cache, glossary=terms)  # type: ignore[arg-type, return-value]

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


class TwoLooks(Scripted):
    """`TwoLookTranslator` that answers by rule, and remembers what it was asked for each look."""

    quick_model = ModelId("Scripted", "1, quick", "0" * 64)
    careful_model = ModelId("Scripted", "1, careful", "0" * 64)

    def __init__(self, first: Callable[[str], Output], careful: Callable[[str], Output]) -> None:
        super().__init__(lambda text: Output(f"Usual of {len(text)}", -0.9), none)
        self._quickly, self._carefully = first, careful
        self.quick_asked: list[str] = []
        self.careful_asked: list[list[str]] = []

    def translate_quickly(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        for index, source in enumerate(sources):
            self.quick_asked.append(source.text)
            yield index, self._quickly(source.text)

    def translate_carefully(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        self.careful_asked.append([source.text for source in sources])
        for index, source in enumerate(sources):
            cancel.raise_if_set()
            yield index, self._carefully(source.text)


def unsure(text: str) -> Output:
    return Output(f"First of {len(text)}", -1.5)


def better(text: str) -> Output:
    return Output(f"Second of {len(text)}", -0.8)


def quick(service: TranslateSentences, text: str) -> Translation:
    ((_, translation),) = service.translate([text], CancelToken(), quick=True)
    return translation


def test_a_quick_answer_is_bettered_once_and_the_better_one_stays(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, better)
    service = make(engine, library)
    now = quick(service, SENTENCE)
    assert (now.text, now.model) == ("First of 14", engine.quick_model.key)
    ((text, found),) = service.improve([(SENTENCE, now)], CancelToken())
    assert (text, found.text, found.score) == (SENTENCE, "Second of 14", -0.8)
    assert found.model == engine.careful_model.key
    assert quick(service, SENTENCE) == found
    assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert engine.careful_asked == [[SENTENCE]]
    assert engine.quick_asked == [SENTENCE]


def test_a_worse_one_is_not_taken_and_is_not_tried_again(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, lambda text: Output("Worse", -1.6))
    service = make(engine, library)
    now = quick(service, SENTENCE)
    for _ in range(2):
        assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert engine.careful_asked == [[SENTENCE]]
    assert quick(service, SENTENCE).text == now.text


def test_hardly_better_is_not_worth_a_change(make: Make, library: Library) -> None:
    by = second_tries.IMPROVE_BY
    engine = TwoLooks(unsure, lambda text: Output("Hardly better", -1.5 + by / 2))
    service = make(engine, library)
    assert list(service.improve([(SENTENCE, quick(service, SENTENCE))], CancelToken())) == []


def test_one_with_more_doubts_is_not_taken(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, lambda text: Output("是 the the the the the the the the", -0.1))
    service = make(engine, library)
    assert list(service.improve([(SENTENCE, quick(service, SENTENCE))], CancelToken())) == []


def test_what_is_sure_edited_or_of_another_model_is_left_alone(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, better)
    service = make(engine, library)
    now = quick(service, SENTENCE)
    sure = replace(now, score=second_tries.IMPROVE_BELOW)
    other = replace(now, model="other/1/1111111111111111")
    careful = replace(now, model=engine.careful_model.key)
    own = Translation("Mine.", Maker.READER)
    items = [("一", sure), ("二", other), ("三", own), ("四", careful)]
    assert list(service.improve(items, CancelToken())) == []
    library.translations.keep_edit(SENTENCE, "Mine.")
    assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert quick(service, SENTENCE).text == "Mine."
    assert engine.careful_asked == []


def test_without_haste_there_is_one_look_and_no_quick_answer_is_taken(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, better)
    service = make(engine, library)
    quick(service, SENTENCE)
    usual = one(service, SENTENCE)
    assert (usual.text, usual.model) == ("Usual of 14", engine.model.key)
    assert quick(service, SENTENCE) == usual, "what was answered with more care is not asked for again"
    assert engine.quick_asked == [SENTENCE]


def test_once_bettered_again_means_with_care(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, better)
    service = make(engine, library)
    quick(service, SENTENCE)
    assert service.translate_again(SENTENCE, CancelToken()).text == "Second of 14"
    assert quick(service, SENTENCE).text == "Second of 14"


def test_they_are_made_a_few_at_a_time_in_the_order_asked_for(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, better)
    service = make(engine, library)
    texts = [f"{SENTENCE}{number}" for number in "一二三四五六"]
    items = [(texts[index], now) for index, now in service.translate(texts, CancelToken(), quick=True)]
    items = items[3:] + items[:3]
    found = [text for text, _ in service.improve(items, CancelToken())]
    assert found == texts[3:] + texts[:3]
    assert [len(group) for group in engine.careful_asked] == [second_tries.TOGETHER, 2]


def test_second_tries_can_be_stopped_and_go_on_later(make: Make, library: Library) -> None:
    engine = TwoLooks(unsure, better)
    service = make(engine, library)
    texts = [f"{SENTENCE}{number}" for number in "一二三四五六"]
    items = [(texts[index], now) for index, now in service.translate(texts, CancelToken(), quick=True)]
    stop = CancelToken()
    steps = service.improve(items, stop)
    next(steps)
    stop.set()
    with pytest.raises(Cancelled):
        next(steps)
    assert engine.careful_asked == [texts[:4]]
    assert [text for text, _ in service.improve(items, CancelToken())] == texts[1:]


def test_an_engine_with_one_look_is_asked_as_usual(make: Make, library: Library) -> None:
    engine = Scripted(unsure, lambda text: [Output("Second", -0.1)])
    service = make(engine, library)
    now = quick(service, SENTENCE)
    assert (now.text, now.model) == ("First of 14", engine.model.key)
    assert list(service.improve([(SENTENCE, now)], CancelToken())) == []
    assert engine.wide_asked == []


@pytest.mark.parametrize("name", ["starter", "argos"])
def test_both_engines_look_twice(name: str, request: pytest.FixtureRequest) -> None:
    engine = request.getfixturevalue(name)
    texts = ["婆婆说得对！", "睇住辦是多少克？", "高考这两天，全城都在帮一个孩子安静"]
    sources = [Source(text) for text in texts]
    quickly = dict(engine.translate_quickly(sources, CancelToken()))
    carefully = dict(engine.translate_carefully(sources, CancelToken()))
    assert sorted(quickly) == sorted(carefully) == [0, 1, 2]
    assert sum(item.score for item in carefully.values()) > sum(item.score for item in quickly.values())
    assert len({engine.quick_model.key, engine.careful_model.key}) == 2
    assert engine.quick_model.sha256 == engine.careful_model.sha256 == engine.model.sha256


def test_a_greedy_search_that_goes_round_and_round_comes_to_an_end(argos: ArgosTranslator) -> None:
    endless = Source("今天天气很好我们去公园散步" * 12)
    ((_, output),) = argos.translate_quickly([endless], CancelToken())
    assert output.text


def test_a_search_of_width_one_has_nothing_to_better(make: Make, mini_models: Path) -> None:
    engine = ArgosTranslator(mini_models / "argos-zh-en", beam=1)
    service = make(engine)
    now = quick(service, SENTENCE)
    assert now.model == engine.model.key
    assert list(service.improve([(SENTENCE, replace(now, score=-9.0))], CancelToken())) == []


# -- the sentence before -----------------------------------------------------------------------


class LooksBack(TwoLooks):
    """The same, and it reads on from the sentence before."""

    wants_hints = True
    wants_context = True

    def __init__(self, first: Callable[[str], Output], careful: Callable[[str], Output]) -> None:
        super().__init__(first, careful)
        self.seen: list[Source] = []

    def translate_carefully(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        self.seen += sources
        yield from super().translate_carefully(sources, cancel)


FIRST, SECOND = "我妈昨天第一次坐飞机😂。", "全程抓着扶手不放。"


def look_back(service: TranslateSentences, texts: Sequence[str]) -> dict[str, str]:
    items = [(texts[index], now) for index, now in service.translate(texts, CancelToken(), quick=True)]
    before = dict(zip(texts[1:], texts, strict=False))
    return {text: found.text for text, found in service.improve(items, CancelToken(), before)}


def test_a_second_look_sees_the_sentence_before_and_its_english(make: Make, library: Library) -> None:
    engine = LooksBack(unsure, lambda text: Output(f"Second of {len(text)}", -1.5))
    found = look_back(make(engine, library), [FIRST, SECOND])
    assert [source.text for source in engine.seen] == ["我妈昨天第一次坐飞机。", SECOND]
    assert engine.seen[0].before is None
    assert engine.seen[1].before == ("我妈昨天第一次坐飞机。", "First of 11.")
    assert found == {SECOND: "Second of 9"}, "with the sentence before it need not score better"


def test_an_answer_that_runs_on_from_the_sentence_before_is_not_taken(make: Make, library: Library) -> None:
    engine = LooksBack(unsure, lambda text: Output("and held the armrest", -0.1))
    assert look_back(make(engine, library), ["我妈昨天第一次坐飞机😂", SECOND]) == {}
    assert engine.seen[1].before == ("我妈昨天第一次坐飞机。", "First of 10.")


def test_the_readers_own_english_is_what_a_second_look_reads_on_from(make: Make, library: Library) -> None:
    library.translations.keep_edit(FIRST, "Mum flew for the first time yesterday.")
    engine = LooksBack(unsure, better)
    look_back(make(engine, library), [FIRST, SECOND])
    assert [source.before for source in engine.seen] == [
        ("我妈昨天第一次坐飞机。", "Mum flew for the first time yesterday.")
    ]


@pytest.mark.parametrize(
    ("first", "second"), [(FIRST, "真的吗。"), ("😂😂", SECOND), ("我们" * 47 + "。", SECOND)]
)
def test_little_and_very_long_sentences_stand_by_themselves(
    make: Make, library: Library, first: str, second: str
) -> None:
    engine = LooksBack(unsure, better)
    look_back(make(engine, library), [first, second])
    assert all(source.before is None for source in engine.seen)


def test_other_engines_are_not_told_of_it(make: Make, library: Library) -> None:
    seen: list[Source] = []

    class Plain(LooksBack):
        wants_context = False

    engine = Plain(unsure, better)
    engine.seen = seen
    look_back(make(engine, library), [FIRST, SECOND])
    assert [source.before for source in seen] == [None, None]


def test_the_starter_knows_who_is_spoken_of(starter: StarterTranslator) -> None:
    alone = Source("每天给我发养生文章。")
    told = Source(
        "每天给我发养生文章。", (), ("爷爷学会了用智能手机。", "Grandpa has learned to use a smartphone.")
    )
    (_, without), (_, with_it) = sorted(starter.translate_carefully([alone, told], CancelToken()))
    assert with_it.text.startswith("He ")
    assert not without.text.startswith("He ")
    assert "smartphone" not in with_it.text, "the answer is of the sentence alone"


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
    service = make(engine, library, glossary.terms)
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
