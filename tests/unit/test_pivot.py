import json
import os
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.model_ports import leaves_machine
from xinqiao.domain.ports import Translator
from xinqiao.domain.translations import Hint, Maker, ModelId, Output, Source, Translation
from xinqiao.engines.argos_package import packages_in, read_package_info
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.install_package import install_package
from xinqiao.engines.pivot_translator import CachedStep, PivotTranslator, pivot_to, reachable_languages
from xinqiao.engines.server_translator import ServerAddress, ServerTranslator
from xinqiao.storage.database import open_library

SENTENCES = [
    Source(text) for text in ("今天天气很好。", "我不喜欢吃鱼", "谢谢大家", "明天我们一起去公园吧！")
]


def relabelled(package: Path, target: Path, **changes: object) -> Path:
    """The small package with another description: a real model that says it does another pair."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("metadata.json"):
                data = json.dumps({**json.loads(data), **changes}).encode()
            new.writestr(name, data)
    return target


@pytest.fixture(scope="module")
def two_models(mini_package: Path, mini_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two") / "models"
    shutil.copytree(mini_models, folder, copy_function=os.link)
    french = relabelled(
        mini_package,
        folder.parent / "fr.argosmodel",
        from_code="en",
        from_name="English",
        to_code="fr",
        to_name="French",
        package_version="1.3",
    )
    install_package(french, folder, CancelToken())
    return folder


class Counted:
    """A translator that notes what it was asked."""

    def __init__(self, inner: Translator, wants_hints: bool = False) -> None:
        self._inner = inner
        self.wants_hints = wants_hints
        self.asked: list[Source] = []
        self.calls = 0

    @property
    def model(self) -> ModelId:
        return self._inner.model

    @property
    def batch_size(self) -> int:
        return self._inner.batch_size

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        self.calls += 1
        self.asked += sources
        yield from self._inner.translate(sources, cancel)


def test_packages_from_english_are_installed_beside_the_main_one(two_models: Path) -> None:
    steps = packages_in(two_models)
    assert [(step.folder.name, step.info.version) for step in steps] == [
        ("argos-en-fr", "1.3"),
        ("argos-zh-en", "0.1"),
    ]
    assert [step.info.from_chinese for step in steps] == [False, True]
    assert reachable_languages(two_models) == {"fr": "French"}


def test_goes_through_english(two_models: Path) -> None:
    first = ArgosTranslator(two_models / "argos-zh-en")
    pivot = pivot_to("fr", first, two_models)
    outputs = list(pivot.translate(SENTENCES * 30, CancelToken()))
    english = list(first.translate(SENTENCES, CancelToken()))
    second = ArgosTranslator(two_models / "argos-en-fr")
    french = list(second.translate([Source(output.text) for output in english], CancelToken()))
    assert [output.text for output in outputs[:4]] == [output.text for output in french]
    assert len(outputs) == len(SENTENCES) * 30
    for before, after, output in zip(english, french, outputs, strict=False):
        assert before.score is not None
        assert after.score is not None
        assert output.score == pytest.approx(min(before.score, after.score), abs=1e-3)
    pivot.close()


def test_says_which_way_it_goes(two_models: Path) -> None:
    first = ArgosTranslator(two_models / "argos-zh-en")
    pivot = pivot_to("fr", first, two_models)
    assert pivot.model.name == "Argos zh→en, then Argos en→fr"
    assert pivot.model.version == "0.1+1.3"
    assert pivot.model.key not in (first.model.key, pivot.steps[1].model.key)
    other = PivotTranslator([first, ArgosTranslator(two_models / "argos-zh-en")])
    assert other.model.key != pivot.model.key
    assert (pivot.wants_hints, pivot.batch_size) == (False, first.batch_size)
    assert not leaves_machine(pivot)
    server = ServerTranslator(ServerAddress("https://translate.example"))
    assert leaves_machine(PivotTranslator([server, pivot.steps[1]]))
    with pytest.raises(ValueError, match="no way round"):
        PivotTranslator([first])


def test_languages_that_are_not_there(mini_models: Path) -> None:
    with pytest.raises(ReaderError, match="“fr” is installed") as caught:
        pivot_to("fr", ArgosTranslator(mini_models / "argos-zh-en"), mini_models)
    assert "Models page" in caught.value.next_step
    assert reachable_languages(mini_models / "nowhere") == {}


def test_the_first_sentence_comes_before_the_rest_is_asked(two_models: Path) -> None:
    second = Counted(ArgosTranslator(two_models / "argos-en-fr"))
    pivot = PivotTranslator([ArgosTranslator(two_models / "argos-zh-en"), second])
    outputs = pivot.translate(SENTENCES * 30, CancelToken())
    next(outputs)
    assert len(second.asked) == 1
    list(outputs)
    assert second.calls == 4


def test_can_be_stopped(two_models: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db")
    first = ArgosTranslator(two_models / "argos-zh-en")
    pivot = pivot_to("fr", first, two_models, library.translations)
    cancel = CancelToken()
    outputs = pivot.translate(SENTENCES * 100, cancel)
    next(outputs)
    cancel.set()
    with pytest.raises(Cancelled):
        list(outputs)
    kept = library.translations.get_many([SENTENCES[0].text], f"{first.model.key}/step")
    assert SENTENCES[0].text in kept  # what was finished is not lost
    library.close()


def test_each_step_is_kept_by_itself(two_models: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db")
    first = Counted(ArgosTranslator(two_models / "argos-zh-en"))
    pivot = PivotTranslator([first, ArgosTranslator(two_models / "argos-en-fr")], library.translations)
    once = list(pivot.translate(SENTENCES * 5, CancelToken()))
    assert [source.text for source in first.asked] == [source.text for source in SENTENCES]
    again = list(pivot.translate([*SENTENCES, Source("你好")], CancelToken()))
    assert [source.text for source in first.asked[4:]] == ["你好"]
    assert [output.text for output in again[:4]] == [output.text for output in once[:4]]
    library.close()


def test_a_readers_edit_is_not_taken_for_a_step(two_models: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db")
    library.translations.keep_edit(SENTENCES[0].text, "Il fait beau.")
    main = ArgosTranslator(two_models / "argos-zh-en")
    library.translations.put_many(
        [(SENTENCES[1].text, Translation("x", Maker.MODEL, main.model.key))], main.model.key
    )
    (plain, unlike) = main.translate(SENTENCES[:2], CancelToken())
    (first, second) = CachedStep(main, library.translations).translate(SENTENCES[:2], CancelToken())
    assert (first.text, second.text) == (plain.text, unlike.text)
    library.close()


def test_hints_are_part_of_the_question(two_models: Path, tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db")
    inner = Counted(ArgosTranslator(two_models / "argos-zh-en"), wants_hints=True)
    step = CachedStep(inner, library.translations)
    assert step.wants_hints
    plain, hinted = Source("破防了"), Source("破防了", (Hint("破防", "to lose it"),))
    list(step.translate([plain, hinted, plain, hinted], CancelToken()))
    assert inner.asked == [plain, hinted]
    list(step.translate([Source("破防了", (Hint("破防", "to break down"),))], CancelToken()))
    assert len(inner.asked) == 3
    assert (step.batch_size, step.leaves_machine) == (inner.batch_size, False)
    step.close()
    library.close()


def test_nothing_goes_on_as_nothing(two_models: Path) -> None:
    class Silent(Counted):
        def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
            for output in super().translate(sources, cancel):
                yield Output("" if len(self.asked) == 1 else output.text, None)

    main = ArgosTranslator(two_models / "argos-zh-en")
    second = Counted(ArgosTranslator(two_models / "argos-en-fr"))
    (output,) = PivotTranslator([Silent(main), second]).translate(SENTENCES[:1], CancelToken())
    assert output == Output("", None)
    assert second.asked == []
    assert list(PivotTranslator([main, second]).translate([], CancelToken())) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"from_code": "de", "from_name": "German"}, "German to English"),
        ({"to_code": "fr"}, "translates Chinese to"),
        ({"from_code": "en", "to_code": "zh"}, "translates"),
        ({"from_code": "en", "to_code": "en"}, "translates"),
        ({"from_code": "en", "to_code": "../../evil"}, "description"),
        ({"from_code": "en", "to_code": 7}, "description"),
        ({"from_code": "en", "to_code": "fr", "type": "sbd"}, "not a translation package"),
    ],
)
def test_packages_of_no_use_are_refused(
    mini_package: Path, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    models = tmp_path / "models"
    with pytest.raises(ReaderError, match=said) as caught:
        install_package(relabelled(mini_package, tmp_path / "x.argosmodel", **changes), models, CancelToken())
    assert caught.value.next_step
    assert list(models.iterdir()) == []


def test_damaged_packages_are_refused(mini_package: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    english = {"from_code": "en", "to_code": "fr"}
    whole = relabelled(mini_package, tmp_path / "whole.argosmodel", **english)
    for left_out, said in (
        ("model.bin", "no translation model"),
        ("sentencepiece.model", "no tokenizer"),
        ("metadata.json", "description"),
    ):
        broken = tmp_path / "broken.argosmodel"
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
            for name in old.namelist():
                if not name.endswith(left_out):
                    new.writestr(name, old.read(name))
        with pytest.raises(ReaderError, match=said):
            install_package(broken, models, CancelToken())
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"x" if name.endswith("model.bin") else old.read(name))
    with pytest.raises(ReaderError, match="is damaged"):
        install_package(broken, models, CancelToken())
    broken.write_bytes(whole.read_bytes()[:100_000])
    with pytest.raises(ReaderError, match="not a translation package"):
        install_package(broken, models, CancelToken())
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        install_package(whole, models, cancel)
    assert list(models.iterdir()) == []
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(ReaderError, match="cannot be written to"):
        install_package(whole, tmp_path / "file", CancelToken())


def test_a_part_that_is_missing_later(two_models: Path, tmp_path: Path) -> None:
    folder = tmp_path / "argos-en-fr"
    shutil.copytree(two_models / "argos-en-fr", folder)
    assert read_package_info(folder).to_code == "fr"
    (folder / "model" / "model.bin").unlink()
    with pytest.raises(ReaderError, match="a part of it is missing"):
        ArgosTranslator(folder)
    assert packages_in(tmp_path) == []
