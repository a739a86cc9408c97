import hashlib
import json
import os
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.loopback import SharedFile, Site, running_site

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.models import AvailablePackage, ModelInstalled, ModelKind, ModelProgress, ModelStage
from xinqiao.domain.translations import Source
from xinqiao.engines.download import FileDownloader
from xinqiao.engines.model_folder import ModelsFolder
from xinqiao.engines.model_shelf import ModelShelf
from xinqiao.engines.package_index import PackageIndex
from xinqiao.engines.web_line import Patience
from xinqiao.services.manage_models import ManageModels

HASTY = Patience(connect=1, silence=0.3)


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


class Page:
    """The service over real parts, and a shelf that really translates."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.models = folder / "models"
        self.downloads = FileDownloader(
            self.models / ".downloads", starts_with=b"PK", patience=HASTY, pause=0.01
        )
        self.shelf = ModelShelf(self.models, folder / "none", folder / "none")
        self.chosen = ""
        self.service = ManageModels(
            ModelsFolder(self.models),
            PackageIndex(folder / "cache" / "index.json", site.at("/index.json"), HASTY),
            self.downloads,
            lambda: self.chosen,
            self.choose,
        )

    def choose(self, key: str) -> None:
        self.chosen = key
        self.shelf.choose(key)

    def names(self) -> list[str]:
        return [f"{model.name} {model.model.version}" for model in self.service.installed()]

    def left(self) -> list[str]:
        return sorted(path.name for path in self.models.rglob("*") if ".downloads" in str(path.parent))


@pytest.fixture
def page(site: Site, tmp_path: Path) -> Iterator[Page]:
    page = Page(tmp_path, site)
    yield page
    page.shelf.close()


def offer(site: Site, package: Path, version: str = "0.1", **more: object) -> SharedFile:
    """Let the server offer a package in its index."""
    shared = SharedFile(package.read_bytes())
    site.routes["/mini.argosmodel"] = shared
    entry = {
        "package_version": version,
        "from_code": "zh",
        "from_name": "Chinese",
        "to_code": "en",
        "to_name": "English",
        "links": [site.at("/gone.argosmodel"), site.at("/mini.argosmodel")],
        **more,
    }
    site.serve("/index.json", 200, json.dumps([entry]).encode())
    return shared


def first(page: Page) -> AvailablePackage:
    return page.service.refresh(CancelToken()).packages[0]


def newer(package: Path, target: Path, version: str) -> Path:
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"0.1"', f'"{version}"'.encode()))
    return target


def test_from_the_index_to_the_first_translation(page: Page, site: Site, mini_package: Path) -> None:
    digest = hashlib.sha256(mini_package.read_bytes()).hexdigest()
    offer(site, mini_package, sha256=digest)
    assert page.service.available() is None
    assert page.service.installed() == []
    package = first(page)
    assert page.service.available() is not None
    assert page.service.size_of(package, CancelToken()) == mini_package.stat().st_size
    steps = list(page.service.install(package, CancelToken()))
    *told, end = steps
    assert isinstance(end, ModelInstalled)
    assert end.sha256 == digest
    stages = [step.stage for step in told if isinstance(step, ModelProgress)]
    assert stages == sorted(stages, key=[ModelStage.DOWNLOADING, ModelStage.INSTALLING].index)
    assert set(stages) == {ModelStage.DOWNLOADING, ModelStage.INSTALLING}
    last = told[-1]
    assert isinstance(last, ModelProgress)
    assert last.done == last.total
    assert page.left() == []
    (output,) = page.shelf.current().translate([Source("谢谢大家")], CancelToken())
    assert output.text
    assert page.shelf.current().model == end.model.model


def test_says_what_is_installed(page: Page, mini_package: Path) -> None:
    (*_, end) = page.service.install_file(mini_package, CancelToken())
    assert isinstance(end, ModelInstalled)
    assert end.sha256 == ""
    (model,) = page.service.installed()
    assert model == end.model
    assert (model.name, model.kind, model.from_code, model.to_code) == (
        "argos-zh-en",
        ModelKind.PACKAGE,
        "zh",
        "en",
    )
    assert model.size > 4_000_000
    assert "CC BY 4.0" in model.licence
    assert model.installed_at is not None
    assert datetime.now(UTC) - model.installed_at < timedelta(minutes=5)
    assert model.removable
    assert mini_package.exists()


def test_notices_win_over_the_readme(page: Page, mini_package: Path) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    (page.models / "argos-zh-en" / "LICENSE").write_text(f"\n  # CC0 1.0\x07 {'x' * 300}\nmore", "utf-8")
    (model,) = page.service.installed()
    assert model.licence.startswith("CC0 1.0 x")
    assert len(model.licence) == 200
    (page.models / "argos-zh-en" / "LICENSE").unlink()
    (page.models / "argos-zh-en" / "README.md").write_text("Nothing of that sort", "utf-8")
    assert page.service.installed()[0].licence == ""


@pytest.mark.starter
def test_the_starter_is_listed_and_stays(tmp_path: Path, mini_package: Path) -> None:
    unpacked = resources.starter_unpacked(tmp_path)
    assert unpacked.is_dir(), "make setup unpacks the starter"
    folder = ModelsFolder(tmp_path / "models", resources.starter_packed(), unpacked)
    (starter,) = folder.installed()
    assert starter.kind is ModelKind.STARTER
    assert "Apache" in starter.licence
    assert starter.size > 50_000_000
    assert not starter.removable
    service = ManageModels(
        folder, PackageIndex(tmp_path / "x"), FileDownloader(tmp_path / "y"), lambda: "", lambda key: None
    )
    with pytest.raises(ReaderError, match="cannot be removed"):
        service.remove(starter.name)


def test_removal_can_be_taken_back(page: Page, mini_package: Path) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    key = page.service.installed()[0].model.key
    page.service.choose(key)
    before = page.service.installed()
    undo = page.service.remove("argos-zh-en")
    assert str(undo.what) == "Remove Argos zh→en"
    assert page.service.installed() == []
    assert page.chosen == ""
    with pytest.raises(ReaderError):
        page.shelf.current()
    undo.undo()
    assert page.service.installed() == before
    assert page.service.chosen() == key
    assert page.shelf.current().model.key == key


def test_a_removal_is_final_when_something_else_stands_there(page: Page, mini_package: Path) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    undo = page.service.remove("argos-zh-en")
    list(page.service.install_file(mini_package, CancelToken()))
    with pytest.raises(ReaderError, match="installed in its place"):
        undo.undo()
    page.service.forget_removed()
    assert len(list(page.models.glob(".removed-*"))) == 1  # a week has not gone by
    ModelsFolder(page.models).forget_removed()
    assert list(page.models.glob(".removed-*")) == []
    page.service.remove("argos-zh-en")
    with pytest.raises(ReaderError, match="cannot be brought back"):
        undo.undo()


@pytest.mark.parametrize("name", ["", ".", "..", "nothing", "../models/argos-zh-en", ".downloads"])
def test_only_packages_are_removed(page: Page, mini_package: Path, name: str) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    with pytest.raises(ReaderError, match="not an installed package"):
        page.service.remove(name)
    assert len(page.service.installed()) == 1


def test_an_update_takes_the_choice_along(page: Page, site: Site, mini_package: Path, tmp_path: Path) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    old = page.service.installed()[0].model.key
    page.service.choose(old)
    assert page.service.updates() == {}
    with pytest.raises(ReaderError, match="no newer version"):
        list(page.service.update("argos-zh-en", CancelToken()))
    offer(site, newer(mini_package, tmp_path / "newer.argosmodel", "0.10"), version="0.10")
    first(page)
    assert list(page.service.updates()) == ["argos-zh-en"]
    list(page.service.update("argos-zh-en", CancelToken()))
    assert page.names() == ["argos-zh-en 0.10"]
    assert page.chosen == page.service.installed()[0].model.key != old
    assert page.service.updates() == {}


def test_choices_are_checked_and_taken_back(page: Page, mini_package: Path) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    with pytest.raises(ReaderError, match="not on this machine"):
        page.service.choose("Argos xx→yy/1/abc")
    key = page.service.installed()[0].model.key
    undo = page.service.choose(key)
    assert page.chosen == key
    undo.undo()
    assert page.chosen == ""
    page.service.choose("")


def test_a_stopped_download_goes_on(page: Page, site: Site, mini_package: Path) -> None:
    shared = offer(site, mini_package)
    package = first(page)
    shared.stall_after = 1_000_000
    cancel = CancelToken()

    def stop() -> None:
        while page.downloads.left_over().get("zh-en-0.1.argosmodel") != 1_000_000:
            threading.Event().wait(0.005)
        cancel.set()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        list(page.service.install(package, cancel))
    stopper.join(5)
    assert page.left() == ["zh-en-0.1.argosmodel.part", "zh-en-0.1.argosmodel.part.json"]
    shared.stall_after = None
    steps = list(page.service.install(package, CancelToken()))
    begun = steps[0]
    assert isinstance(begun, ModelProgress)
    assert begun.done == 1_000_000
    assert page.names() == ["argos-zh-en 0.1"]


def test_stopped_while_it_installs(page: Page, site: Site, mini_package: Path) -> None:
    shared = offer(site, mini_package)
    package = first(page)
    cancel = CancelToken()
    steps = page.service.install(package, cancel)
    while True:
        step = next(steps)
        if isinstance(step, ModelProgress) and step.stage is ModelStage.INSTALLING:
            break
    cancel.set()
    with pytest.raises(Cancelled):
        list(steps)
    assert page.service.installed() == []
    assert page.left() == ["zh-en-0.1.argosmodel", "zh-en-0.1.argosmodel.part.json"]
    list(page.service.install(package, CancelToken()))  # nothing is fetched twice
    assert shared.ranges_asked[-1] == f"bytes={mini_package.stat().st_size}-"
    assert page.names() == ["argos-zh-en 0.1"]
    assert page.left() == []


def test_whoever_looks_on_may_go_away(page: Page, mini_package: Path) -> None:
    steps = page.service.install_file(mini_package, CancelToken())
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert [path.name for path in page.models.iterdir()] in ([], ["argos-zh-en"])


@pytest.mark.parametrize("bad", ["truncated", "page", "empty", "garbage"])
def test_what_is_no_package_leaves_nothing(page: Page, site: Site, mini_package: Path, bad: str) -> None:
    shared = offer(site, mini_package)
    package = first(page)
    shared.data = {
        "truncated": mini_package.read_bytes()[:2_000_000],
        "page": b"<html>Log in</html>",
        "empty": b"",
        "garbage": b"PK\x03\x04" + os.urandom(1000),
    }[bad]
    with pytest.raises(ReaderError) as caught:
        list(page.service.install(package, CancelToken()))
    assert caught.value.next_step
    assert page.service.installed() == []
    assert not any(name.endswith(".argosmodel") for name in page.left())
    shared.data = mini_package.read_bytes()
    list(page.service.install(package, CancelToken()))
    assert page.names() == ["argos-zh-en 0.1"]


def test_the_wrong_hash_is_not_installed(page: Page, site: Site, mini_package: Path) -> None:
    offer(site, mini_package, sha256="0" * 64)
    with pytest.raises(ReaderError, match="hash is another"):
        list(page.service.install(first(page), CancelToken()))
    assert page.service.installed() == []
    assert page.left() == []


def test_no_address_has_it(page: Page, site: Site, mini_package: Path) -> None:
    offer(site, mini_package, links=[site.at("/a"), site.at("/b")])
    with pytest.raises(ReaderError, match="has no file"):
        list(page.service.install(first(page), CancelToken()))
    assert [item.path for item in site.asked[1:]] == ["/a", "/b"]


def test_an_installed_package_stays_when_the_update_fails(
    page: Page, site: Site, mini_package: Path, tmp_path: Path
) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    before = page.service.installed()
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(newer(mini_package, tmp_path / "n", "0.2").read_bytes()[:-5000])
    offer(site, broken, version="0.2")
    first(page)
    with pytest.raises(ReaderError):
        list(page.service.update("argos-zh-en", CancelToken()))
    assert page.service.installed() == before


def test_nothing_is_asked_of_the_network_by_itself(page: Page, site: Site, mini_package: Path) -> None:
    list(page.service.install_file(mini_package, CancelToken()))
    page.service.installed()
    page.service.available()
    page.service.updates()
    page.service.choose(page.service.installed()[0].model.key)
    page.service.remove("argos-zh-en").undo()
    page.service.forget_removed()
    assert site.asked == []


def test_names_of_downloads_are_our_own(page: Page, site: Site, mini_package: Path) -> None:
    offer(site, mini_package, version="1.0+x")
    steps = page.service.install(first(page), CancelToken())
    next(steps)
    assert {name.split(".argosmodel")[0] for name in page.left()} == {"zh-en-1.0_x"}
    list(steps)
    assert page.left() == []
