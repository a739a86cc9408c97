"""The hints must be those the starter model was trained with, to the letter."""

import json
from pathlib import Path

import pytest

from xinqiao.domain.hints import choose_hints, hint_gloss, short_gloss
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import SlangEntry
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.formats.slang_tsv import read_slang

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"
CASES = json.loads((ROOT / "tests" / "fixtures" / "starter_cases.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lexicon() -> LexiconDb:
    return LexiconDb(BUILT / "lexicon.db")


@pytest.fixture(scope="module")
def slang() -> SlangIndex:
    return SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])


@pytest.fixture(scope="module")
def segmenter(slang: SlangIndex, tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    cache = tmp_path_factory.mktemp("cache")
    return JiebaSegmenter(BUILT / "gloss_dict.txt", cache, slang.terms(), converter=OpenCCScript())


def test_there_are_thirty_cases() -> None:
    assert len(CASES) == 30


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:12] for case in CASES])
def test_hints_equal_the_training_rules(
    case: dict[str, object], lexicon: LexiconDb, slang: SlangIndex, segmenter: JiebaSegmenter
) -> None:
    words = segmenter.as_trained().segment(str(case["normal"]))
    hints = choose_hints(words, lexicon, slang)
    assert [[hint.word, hint.gloss] for hint in hints] == case["hints"]


@pytest.mark.parametrize(
    ("sense", "gloss"),
    [
        ("to step on", "to step on"),
        ("(coll.) to post (online)", "to post"),
        ("bye-bye (alternative for 拜拜[bai2 bai2])", "bye-bye"),
        ("to smash; to break", "to smash"),
        ("used as 上面|上面[shang4 mian5]", "used as"),
        ("a very long definition that goes on for ever and ever", "a very long definition that goes"),
        ("(nothing left)", ""),
    ],
)
def test_short_gloss(sense: str, gloss: str) -> None:
    assert short_gloss(sense) == gloss


def test_the_slang_layer_comes_first(lexicon: LexiconDb) -> None:
    slang = SlangIndex([SlangEntry("踩", "to downvote; to criticise")])
    assert hint_gloss("踩", lexicon, slang) == "to downvote"
    assert hint_gloss("踩", lexicon, SlangIndex([])).startswith("to step on")


def test_pointers_are_followed_once(lexicon: LexiconDb) -> None:
    assert hint_gloss("北大", lexicon, SlangIndex([])) == "Peking University"


def test_common_words_and_other_scripts_are_not_explained(lexicon: LexiconDb) -> None:
    assert choose_hints(["我们", "the", "的", "，", "5"], lexicon, SlangIndex([])) == ()


def test_the_rarest_eight_are_kept_in_order(lexicon: LexiconDb) -> None:
    words = ["蛤蜊", "报废", "口红", "教程", "西湖", "踩", "蚌埠", "饕餮", "踌躇", "口红"]
    chosen = [hint.word for hint in choose_hints(words, lexicon, SlangIndex([]))]
    assert len(chosen) == 8
    assert chosen == [word for word in dict.fromkeys(words) if word in chosen]
    dropped = set(words) - set(chosen)
    assert min(map(lexicon.zipf, dropped)) >= max(map(lexicon.zipf, chosen)) - 1e-9
