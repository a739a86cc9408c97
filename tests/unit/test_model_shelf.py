"""Which model is in use, and what happens when it is not fit for use."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.model_ports import leaves_machine
from xinqiao.domain.models import EngineOptions, ModelNews, ModelState
from xinqiao.domain.translations import Source
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.model_shelf import ModelShelf, is_key_of
from xinqiao.engines.pivot_translator import PivotTranslator
from xinqiao.engines.starter_translator import StarterTranslator


class Room:
    """A models folder, a shelf on it, and what the shelf told."""

    def __init__(self, models: Path, *, starter: bool = True) -> None:
        self.models = models
        packed = resources.starter_packed() if starter else models / "none"
        self.shelf = ModelShelf(models, packed, packed / "unpacked")
        self.told: list[ModelNews] = []
        self.shelf.listen(self.told.append)

    def states(self) -> list[ModelState]:
        return [news.state for news in self.told]


@pytest.fixture
def room(tmp_path: Path, mini_models: Path) -> Iterator[Room]:
    shutil.copytree(mini_models, tmp_path / "models")
    room = Room(tmp_path / "models")
    yield room
    room.shelf.close()


def spoil(models: Path) -> None:
    (models / "argos-zh-en" / "model" / "model.bin").write_bytes(b"no model")


def test_a_package_comes_before_the_starter_and_the_choice_before_both(room: Room) -> None:
    assert isinstance(room.shelf.current(), ArgosTranslator)
    starter, package = room.shelf.available()
    room.shelf.choose(starter.key)
    assert isinstance(room.shelf.current(), StarterTranslator)
    assert room.shelf.current().model == starter
    room.shelf.choose(package.key)
    assert room.shelf.current().model == package
    room.shelf.choose("gone/1/0")
    assert isinstance(room.shelf.current(), ArgosTranslator)


def test_it_loads_at_the_first_need_and_tells(room: Room) -> None:
    room.shelf.current()
    assert room.told == []
    room.shelf.ready()
    room.shelf.ready()
    assert room.states() == [ModelState.LOADING, ModelState.READY]
    assert not room.shelf.release_if_idle(60)
    assert room.shelf.release_if_idle(0)
    assert not room.shelf.release_if_idle(0)
    (output,) = room.shelf.ready().translate([Source("谢谢大家")], CancelToken())
    assert output.text
    assert room.states()[2:] == [ModelState.RELEASED, ModelState.LOADING, ModelState.READY]


def test_a_model_is_in_use_until_its_last_sentence_is_done(room: Room) -> None:
    begun = time.monotonic()
    sources = [Source(f"今天我去了第{number}家商店，买了很多东西。") for number in range(300)]
    list(room.shelf.ready().translate(sources, CancelToken()))
    assert not room.shelf.release_if_idle((time.monotonic() - begun) * 0.7)
    assert room.shelf.release_if_idle(0)


def test_one_that_cannot_be_loaded_says_why_and_the_next_takes_its_place(room: Room) -> None:
    spoil(room.models)
    assert isinstance(room.shelf.ready(), StarterTranslator)
    assert room.states() == [
        ModelState.LOADING,
        ModelState.FAILED,
        ModelState.LOADING,
        ModelState.READY,
    ]
    assert "damaged" in str(room.told[1].why)
    assert isinstance(room.shelf.current(), StarterTranslator)


def test_with_no_other_the_first_reason_is_told(tmp_path: Path, mini_models: Path) -> None:
    shutil.copytree(mini_models, tmp_path / "models")
    room = Room(tmp_path / "models", starter=False)
    spoil(room.models)
    with pytest.raises(ReaderError, match="damaged"):
        room.shelf.ready()
    with pytest.raises(ReaderError, match="damaged"):
        room.shelf.ready()
    shutil.rmtree(room.models / "argos-zh-en")
    shutil.copytree(mini_models / "argos-zh-en", room.models / "argos-zh-en")
    room.shelf.choose("")
    assert room.shelf.ready().model.name == "Argos zh→en"
    room.shelf.close()


def test_listing_unpacks_nothing(tmp_path: Path) -> None:
    told: list[int] = []
    unpacked = tmp_path / "unpacked"
    shelf = ModelShelf(
        tmp_path / "models",
        resources.starter_packed(),
        unpacked,
        progress=lambda done, total: told.append(done),
    )
    assert shelf.available() == []
    assert not unpacked.exists()
    assert told == []


def test_other_options_are_used_from_the_next_sentence_on(room: Room) -> None:
    starter = room.shelf.available()[0]
    room.shelf.choose(starter.key)
    room.shelf.configure(EngineOptions(threads=1, beam=1))
    engine = room.shelf.current()
    assert isinstance(engine, StarterTranslator)
    assert (engine.threads, engine.beam) == (1, 1)
    assert engine.model != starter
    assert is_key_of(starter.key, engine.model)
    assert not is_key_of("Argos zh→en/0.1/0", engine.model)
    room.shelf.configure(EngineOptions(threads=1, beam=1))
    assert room.shelf.current() is engine


def test_a_server_that_is_switched_on_comes_first_and_needs_no_loading(room: Room) -> None:
    room.shelf.configure(EngineOptions(server="http://127.0.0.1:9", server_key="secret"))
    engine = room.shelf.ready()
    assert leaves_machine(engine)
    assert room.told == []
    assert "secret" not in repr(EngineOptions(server_key="secret"))
    room.shelf.configure(EngineOptions())
    assert not leaves_machine(room.shelf.current())


def test_another_language_goes_by_way_of_english_and_english_stays_without_its_package(
    room: Room, mini_package: Path, tmp_path: Path
) -> None:
    from tests.packages import step_package

    from xinqiao.engines.install_package import install_package

    room.shelf.configure(EngineOptions(target="fr"))
    assert isinstance(room.shelf.current(), ArgosTranslator)
    install_package(step_package(mini_package, tmp_path / "s.argosmodel"), room.models, CancelToken())
    room.shelf.choose("")
    engine = room.shelf.ready()
    assert isinstance(engine, PivotTranslator)
    (output,) = engine.translate([Source("谢谢大家")], CancelToken())
    assert output.text


def test_a_model_can_be_looked_at_beside_the_one_in_use(room: Room) -> None:
    current = room.shelf.current()
    starter = room.shelf.available()[0]
    assert room.shelf.engine(starter.key).model == starter
    assert room.shelf.current() is current
    with pytest.raises(ReaderError, match="not on this machine"):
        room.shelf.engine("gone/1/0")
