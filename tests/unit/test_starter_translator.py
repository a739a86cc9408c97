import json
import shutil
import time
from pathlib import Path
from typing import Any

import ctranslate2
import pytest
from tokenizers import Tokenizer

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.translations import Hint, Source
from xinqiao.engines.starter_files import unpack
from xinqiao.engines.starter_translator import FILES, StarterTranslator, build_prompt

CASES = json.loads(Path(__file__).parents[1].joinpath("fixtures", "starter_cases.json").read_text("utf-8"))
SOURCES = [Source(case["normal"], tuple(Hint(*hint) for hint in case["hints"])) for case in CASES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = resources.starter_unpacked(tmp_path_factory.getbasetemp() / "models")
    return unpack(resources.starter_packed(), target, None, CancelToken())


@pytest.fixture(scope="module")
def greedy(folder: Path) -> StarterTranslator:
    return StarterTranslator(folder, beam=1)


def test_prompts_are_the_trained_ones_token_for_token(folder: Path) -> None:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    assert len(CASES) == 30
    for case, source in zip(CASES, SOURCES, strict=True):
        assert build_prompt(source, tokenizer) == case["prompt"], case["text"]


def test_one_at_a_time_it_answers_as_the_model_does_by_itself(
    folder: Path, greedy: StarterTranslator
) -> None:
    """Processors round int8 differently, so the model by itself is asked here, with the trained prompts."""
    generator: Any = ctranslate2.Generator(str(folder), device="cpu", compute_type="int8")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    as_elsewhere = 0
    for case, source in zip(CASES[::2], SOURCES[::2], strict=True):
        (output,) = greedy.translate([source], CancelToken())
        (result,) = generator.generate_batch(
            [case["prompt"]],
            include_prompt_in_result=False,
            end_token="<eos>",
            return_scores=True,
            max_length=150,
        )
        assert output.text == tokenizer.decode(result.sequences_ids[0], skip_special_tokens=True).strip()
        assert output.score == pytest.approx(result.scores[0], abs=1e-3)
        as_elsewhere += output.text == case["greedy"]
    assert as_elsewhere >= len(CASES[::2]) / 3


def test_batches_answer_in_order(greedy: StarterTranslator) -> None:
    outputs = list(greedy.translate(SOURCES[:12], CancelToken()))
    assert len(outputs) == 12
    # In a batch the arithmetic is rounded a little differently, so a few words may be others.
    same = sum(output.text == case["greedy"] for output, case in zip(outputs, CASES[:12], strict=True))
    assert same >= 6
    for output, case in zip(outputs, CASES[:12], strict=True):
        assert output.score is not None
        assert abs(output.score - case["score"]) < 0.5


def test_a_wider_search_finds_likelier_answers(folder: Path, greedy: StarterTranslator) -> None:
    wide = StarterTranslator(folder, beam=2)
    assert wide.model != StarterTranslator(folder, beam=4).model
    assert wide.model.sha256 == greedy.model.sha256
    scores = [output.score or 0 for output in wide.translate(SOURCES[:4], CancelToken())]
    assert sum(scores) > sum(case["score"] for case in CASES[:4])


def test_stopping_takes_no_time_and_keeps_what_was_there(folder: Path) -> None:
    translator = StarterTranslator(folder, beam=2)
    cancel = CancelToken()
    outputs = translator.translate(SOURCES * 3, cancel)
    first = next(outputs)
    assert first.text
    cancel.set()
    started = time.perf_counter()
    with pytest.raises(Cancelled):
        list(outputs)
    assert time.perf_counter() - started < 0.5


def test_nothing_in_nothing_out(greedy: StarterTranslator) -> None:
    assert list(greedy.translate([], CancelToken())) == []
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        list(greedy.translate(SOURCES[:1], cancel))


def test_after_closing_it_loads_again(folder: Path) -> None:
    translator = StarterTranslator(folder, beam=1)
    assert next(translator.translate(SOURCES[8:9], CancelToken())).text
    translator.close()
    assert next(translator.translate(SOURCES[8:9], CancelToken())).text


def test_very_long_text_is_cut_and_answered(greedy: StarterTranslator) -> None:
    (output,) = greedy.translate([Source("我们今天去了公园。" * 60)], CancelToken())
    assert output.text
    assert "\n" not in output.text


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, tmp_path: Path, name: str) -> None:
    for other in FILES:
        if other != name:
            (tmp_path / other).symlink_to(folder / other)
    with pytest.raises(ReaderError, match=f"{name} is missing") as caught:
        StarterTranslator(tmp_path)
    assert caught.value.next_step


@pytest.mark.parametrize("name", ["model.bin", "tokenizer.json", "vocabulary.json"])
def test_a_damaged_file_is_a_clear_sentence(folder: Path, tmp_path: Path, name: str) -> None:
    for other in FILES:
        if other == name:
            with (folder / other).open("rb") as source, (tmp_path / other).open("wb") as target:
                target.write(source.read(2000))
        else:
            (tmp_path / other).symlink_to(folder / other)
    with pytest.raises(ReaderError, match="damaged") as caught:
        list(StarterTranslator(tmp_path).translate(SOURCES[:1], CancelToken()))
    assert caught.value.next_step


def test_the_hash_is_read_once(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "model"
    copy.mkdir()
    for name in FILES[1:]:
        shutil.copyfile(folder / name, copy / name)
    (copy / "model.bin").write_bytes(b"weights")
    first = StarterTranslator(copy).model
    kept = copy / "model.bin.sha256.json"
    assert json.loads(kept.read_text())["sha256"] == first.sha256
    kept.write_text(kept.read_text().replace(first.sha256, "0" * 64))
    assert StarterTranslator(copy).model.sha256 == "0" * 64
    (copy / "model.bin").write_bytes(b"other weights")
    assert StarterTranslator(copy).model.sha256 not in ("0" * 64, first.sha256)
    kept.write_text("{")
    assert len(StarterTranslator(copy).model.sha256) == 64
