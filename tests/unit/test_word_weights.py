"""How the word list's weights are chosen when it is built."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "resources" / "lexicon" / "word_weights.tsv"
LIST = {
    "用": 100,
    "完": 50,
    "用完": 1,
    "不": 400,
    "想": 300,
    "不想": 90,
    "做完": 3,
    "做": 80,
    "上": 900,
    "船": 9,
}
LIST |= {"上船": 60, "我们": 500}


@pytest.fixture
def weighing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "lexicon"))
    import word_weights

    yield word_weights
    sys.modules.pop("word_weights", None)


def test_a_word_that_falls_apart_is_made_to_win(weighing: ModuleType) -> None:
    choices = weighing.Choices(frozenset("不"), frozenset("了"), frozenset(), frozenset(["不想"]))
    changed = weighing.changed_weights(LIST, frozenset(LIST) - {"做完"}, choices)
    total = sum(LIST.values())
    assert changed == {"用完": 100 * 50 // total + 1, "不想": weighing.LEAST}
    assert changed["用完"] / total > LIST["用"] * LIST["完"] / total**2


def test_the_best_split_is_what_is_beaten(weighing: ModuleType) -> None:
    assert weighing.beating("用完", {"用": 10, "完": 10}, 20) == 6
    assert weighing.beating("一用完", {"一": 4, "用": 10, "完": 10, "用完": 20}, 20) == 5
    assert weighing.beating("㐀㐁", {}, 10) == 1


def test_bad_lines_are_told(weighing: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "choices.tsv"
    path.write_text("# note\nwhole\t用完 做完\twhy\nends\t了\n", encoding="utf-8")
    choices = weighing.read_choices(path)
    assert choices.whole == {"用完", "做完"}
    assert choices.ends == {"了"}
    path.write_text("whole\t用完\nhalf\t做完\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2: no such choice: half"):
        weighing.read_choices(path)


def test_no_word_is_chosen_twice(weighing: ModuleType) -> None:
    choices = weighing.read_choices(TABLE)
    assert not choices.whole & choices.parts
    lines = (TABLE.parent / "built" / "gloss_dict.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.split(" ")[0] for line in lines}
    assert choices.whole | choices.parts <= listed
