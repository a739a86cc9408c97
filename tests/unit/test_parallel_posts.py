"""The parallel file is well formed, and the small package's translations of it are measured as they are."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.bench.translation_quality import Pair, read_pairs, scores, second_looks, translated

from xinqiao.domain.characters import has_han
from xinqiao.domain.protected import find_protected
from xinqiao.engines.argos_translator import ArgosTranslator

if TYPE_CHECKING:
    from xinqiao.startup import Toolbox


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return read_pairs()


def test_every_kind_of_text_is_there(pairs: list[Pair]) -> None:
    assert len(pairs) >= 160
    kinds = Counter(pair.kind for pair in pairs)
    assert set(kinds) >= {
        "post",
        "title",
        "comment",
        "slang",
        "howto",
        "price",
        "feeling",
        "exchange",
        "taiwan",
    }
    assert min(kinds.values()) >= 10
    assert len({pair.chinese for pair in pairs}) == len(pairs)


def test_english_is_english(pairs: list[Pair]) -> None:
    for pair in pairs:
        kept = [pair.chinese[item.span.start : item.span.end] for item in find_protected(pair.chinese)]
        english = pair.english
        for item in kept:
            english = english.replace(item, "")
        assert has_han(pair.chinese), pair
        assert not has_han(english), pair
        assert "".join(pair.sentences).replace(" ", "") == pair.chinese.replace(" ", "")


def test_a_wrong_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("# a remark\npost\t你好\n", "utf-8")
    with pytest.raises(ValueError, match="not enough values"):
        read_pairs(tmp_path / "pairs.tsv")


def test_the_measure_tells_good_from_bad(pairs: list[Pair]) -> None:
    right = {text: pair.english for pair in pairs for text in pair.sentences if len(pair.sentences) == 1}
    chosen = [pair for pair in pairs if len(pair.sentences) == 1]
    assert scores(chosen, right.__getitem__) == pytest.approx((100, 100))
    assert scores(chosen, lambda _text: "Something else altogether.")[0] < 15


def test_second_looks_at_nothing_or_at_everything(
    pairs: list[Pair], toolbox: "Toolbox", mini_models: Path
) -> None:
    some = pairs[:40]
    texts = [text for pair in some for text in pair.sentences]
    found = []
    for width in (1, 4):
        engine = ArgosTranslator(mini_models / "argos-zh-en", beam=width)
        found.append(translated(toolbox, engine, texts)[0])
        engine.close()
    quick, careful = found
    assert sorted(quick) == sorted(careful) == sorted(set(texts))
    lines = list(second_looks(some, quick, careful))
    shares = [line.split()[1] for line in lines]
    assert shares[-1] == "100%"
    taken = [int(line.split()[2]) for line in lines]
    assert taken == sorted(taken)
    assert taken[-1] > 0
