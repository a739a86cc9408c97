"""What a reader sees of kept translations when the model is updated or is run in another way."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.posts import Origin, OriginKind, Post, PostId
from xinqiao.domain.settings import Settings
from xinqiao.domain.translations import Maker, Translation
from xinqiao.engines.install_package import install_package
from xinqiao.places import Places
from xinqiao.services.workbench import Workbench
from xinqiao.startup import open_workbench

POST = Post("", "今天我们去了海边。\n明天还想再去一次。\n我不喜欢下雨天。", Origin(OriginKind.PASTE))
OWN = "We were at the sea."


@pytest.fixture
def bench(tmp_path: Path, mini_models: Path) -> Iterator[Workbench]:
    places = Places.find(tmp_path)
    places.make()
    shutil.copytree(mini_models, places.models, dirs_exist_ok=True)
    with closing(open_workbench(places)) as bench:
        yield bench


def said(bench: Workbench, post: PostId) -> list[tuple[int, Translation]]:
    """Everything that comes up for a post, in order."""
    opened = bench.read_post.open(post)
    return list(bench.read_post.translate(opened, CancelToken()))


def updated(package: Path, target: Path) -> Path:
    """The same package as its next version, and with other weights, some of them turned round."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = bytearray(old.read(name))
            if name.endswith("metadata.json"):
                data = bytearray(json.dumps({**json.loads(data), "package_version": "0.2"}).encode())
            if name.endswith("model.bin"):
                middle = len(data) // 2
                data[middle : middle + 64] = data[middle : middle + 64][::-1]
            new.writestr(name, bytes(data))
    return target


def test_after_an_update_the_old_english_is_there_until_the_new_one_is(
    bench: Workbench, mini_package: Path, tmp_path: Path
) -> None:
    post = bench.posts.add(POST)
    first = said(bench, post)
    assert [number for number, _ in first] == [0, 1, 2]
    bench.edit_translation.edit(POST.body.split("\n")[0], OWN)
    list(bench.manage_models.install_file(updated(mini_package, tmp_path / "new.argosmodel"), CancelToken()))
    assert bench.use_models.in_use()[0].version == "0.2"

    seen = said(bench, post)
    assert seen[:2] == first[1:]  # at once, in the words of the old version
    assert (0, Translation(OWN, Maker.READER)) in seen
    last = dict(seen)
    assert {"/0.2/" in last[number].model for number in (1, 2)} == {True}
    assert sorted(number for number, _ in seen[2:]) == [0, 1, 2]

    again = said(bench, post)
    assert dict(again) == last
    assert len(again) == 3  # nothing was asked twice


def test_after_an_update_a_reader_who_stops_keeps_the_old_english(
    bench: Workbench, mini_package: Path, tmp_path: Path
) -> None:
    post = bench.posts.add(POST)
    first = said(bench, post)
    install_package(updated(mini_package, tmp_path / "new.argosmodel"), tmp_path / "models", CancelToken())
    bench.use_models.configure(Settings(beam=0))
    bench.manage_models.choose("")
    opened = bench.read_post.open(post)
    answers = bench.read_post.translate(opened, CancelToken())
    assert [next(answers) for _ in first] == first
    answers.close()  # type: ignore[attr-defined]
    assert said(bench, post)[:3] == first


def test_another_width_of_the_search_throws_nothing_away(bench: Workbench) -> None:
    post = bench.posts.add(POST)
    wide = said(bench, post)
    bench.use_models.configure(Settings(beam=1))
    assert said(bench, post) == wide  # a wider search has answered already
    bench.use_models.configure(Settings(beam=0))
    assert said(bench, post) == wide


def test_a_wider_search_is_asked_anew(bench: Workbench) -> None:
    bench.use_models.configure(Settings(beam=1))
    post = bench.posts.add(POST)
    narrow = said(bench, post)
    assert all("beam 1" in translation.model for _, translation in narrow)
    bench.use_models.configure(Settings(beam=0))
    seen = said(bench, post)
    assert seen[:3] == narrow
    assert all("beam" not in translation.model for _, translation in seen[3:])
