"""The gold file is well formed, and the figures measured on it do not get worse unnoticed."""

import re
from typing import TYPE_CHECKING

import pytest
from tests.bench.accuracy import GOLD, HELD_OUT, Accuracy, GoldSentence, gold_sentences, measure, parse, rows

from xinqiao.domain.characters import count_han, is_han

if TYPE_CHECKING:
    from xinqiao.startup import Toolbox

# What was measured (docs/decisions/0014-gold-file.md) less about half a point.
FLOORS = {
    "f1": 0.986,
    "tap": 0.985,
    "tap_with_names": 0.992,
    "outline_precision": 0.9,
    "sentences_cut": 0.95,
    "gloss": 0.999,
    "pinyin": 0.995,
    "polyphones": 0.992,
    "sentences_read": 0.985,
}

# What the first measurement on the held-out file gave.
HELD_OUT_FLOORS = {
    "f1": 0.975,
    "tap": 0.974,
    "sentences_cut": 0.886,
    "gloss": 0.999,
    "pinyin": 0.995,
    "polyphones": 0.981,
    "sentences_read": 0.959,
}


@pytest.fixture(scope="module")
def held_out() -> list[GoldSentence]:
    return gold_sentences(HELD_OUT)


@pytest.fixture(scope="module")
def gold() -> list[GoldSentence]:
    return gold_sentences()


@pytest.fixture(scope="module")
def measured(toolbox: "Toolbox", gold: list[GoldSentence]) -> Accuracy:
    return measure(toolbox, gold)


def test_there_are_enough_sentences_of_each_sort(gold: list[GoldSentence], toolbox: "Toolbox") -> None:
    assert len(gold) >= 330
    assert len({sentence.text for sentence in gold}) == len(gold)
    simplified = toolbox.converter.to_simplified
    assert sum(simplified(sentence.text) != sentence.text for sentence in gold) >= 25
    slang = [any(toolbox.slang.find(span) for span in sentence.spans) for sentence in gold]
    assert sum(slang) >= 50
    assert sum(any(ord(sign) > 0xFFFF and is_han(sign) for sign in sentence.text) for sentence in gold) >= 3


def test_lines_are_well_formed(gold: list[GoldSentence], held_out: list[GoldSentence]) -> None:
    for sentence in gold + held_out:
        assert all(sentence.spans), sentence.text
        assert sentence.text == sentence.text.strip()
        assert "\t" not in sentence.text
        unread = sum(count_han(span) for span in sentence.spans if span[0] in "@[")
        assert sum(map(bool, sentence.readings)) == count_han(sentence.text) - unread
        assert sentence.marked <= {place for place, reading in enumerate(sentence.readings) if reading}
    written = sum(
        bool(line) and not line.startswith("# ") for line in GOLD.read_text(encoding="utf-8").splitlines()
    )
    assert len(gold) == written


def test_every_syllable_is_a_reading_of_its_character(
    gold: list[GoldSentence], held_out: list[GoldSentence], toolbox: "Toolbox"
) -> None:
    """Slips of the pen: a reading that neither the character nor its word ever has."""
    strange: list[tuple[str, str, str]] = []
    for sentence in gold + held_out:
        simplified = toolbox.converter.to_simplified(sentence.text)
        offset = 0
        for span in sentence.spans:
            for place in range(offset, offset + len(span)):
                if not (reading := sentence.readings[place]):
                    continue
                written = {sentence.text[place], simplified[place]}
                written |= {span, simplified[offset : offset + len(span)]}
                known = {
                    syllable.lower()
                    for word in written
                    for entry in toolbox.lexicon.entries(word)
                    for syllable in entry.pinyin.split()
                }
                neutral = reading.endswith("5") and reading[:-1] in {syllable[:-1] for syllable in known}
                if known and reading not in known and not neutral:
                    strange.append((sentence.text, sentence.text[place], reading))
            offset += len(span)
    assert strange == []


def test_marked_characters_have_several_readings(gold: list[GoldSentence], toolbox: "Toolbox") -> None:
    for sentence in gold:
        for place in sentence.marked:
            character = toolbox.converter.to_simplified(sentence.text[place])
            readings = {entry.pinyin.lower() for entry in toolbox.lexicon.entries(character)}
            assert len(readings) > 1, character


@pytest.mark.parametrize("line", ["好|吃\thao3", "好|吃\thao3 chi1 de5", "好|吃\thao chi1", "吃"])
def test_bad_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=re.escape(line)):
        parse(line)


def test_names_and_stickers_have_no_readings() -> None:
    sentence = parse("@小鱼| |的|[笑哭R]\tde5*")
    assert sentence.text == "@小鱼 的[笑哭R]"
    assert sentence.readings[4] == "de5"
    assert sentence.marked == {4}
    assert sum(map(bool, sentence.readings)) == 1


@pytest.mark.parametrize("figure", FLOORS)
def test_accuracy_has_not_fallen(measured: Accuracy, figure: str) -> None:
    assert getattr(measured, figure) >= FLOORS[figure]


def test_the_held_out_file_is_another_one(gold: list[GoldSentence], held_out: list[GoldSentence]) -> None:
    assert len(held_out) >= 120
    assert not {sentence.text for sentence in gold} & {sentence.text for sentence in held_out}


def test_accuracy_on_the_held_out_file_has_not_fallen(
    toolbox: "Toolbox", held_out: list[GoldSentence]
) -> None:
    measured = measure(toolbox, held_out)
    figures = {figure: getattr(measured, figure) for figure in HELD_OUT_FLOORS}
    assert {figure: max(value, HELD_OUT_FLOORS[figure]) for figure, value in figures.items()} == figures


def test_errors_and_figures_agree(measured: Accuracy) -> None:
    assert measured.tapped - measured.read_right == len(measured.reading_errors)
    assert measured.sentences - measured.cut_right <= len(measured.span_errors)
    assert [row[1] for row in rows(measured)] == [getattr(measured, figure) for figure in FLOORS]


def test_a_wrong_gold_line_lowers_the_figures(toolbox: "Toolbox") -> None:
    right = measure(toolbox, [parse("我们|吃饭\two3 men5 chi1 fan4")])
    wrong = measure(toolbox, [parse("我|们吃|饭\two3 men5 chi1 huan2*")])
    assert (right.f1, right.tap, right.pinyin, right.span_errors) == (1, 1, 1, [])
    assert (wrong.f1, wrong.tap, wrong.pinyin, wrong.polyphones) == (0, 0, 0.75, 0)
    assert [(error.gold, error.shown) for error in wrong.span_errors] == [("我|们吃|饭", "我们|吃饭")]
