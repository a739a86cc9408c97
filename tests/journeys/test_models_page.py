"""The Models page: choosing, installing, removing, downloading, trying, serving, forgetting."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from tests.driver import Reader, button, files
from tests.loopback import Reply, SharedFile, Site, running_site
from tests.packages import step_package

from xinqiao.engines.model_shelf import ModelShelf


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


def go(reader: Reader) -> None:
    """Open the page and wait until it lists the models."""
    reader.press("Ctrl+5")
    assert reader.window.pages.currentWidget() is reader.window.other.models
    settle(reader)


def settle(reader: Reader) -> None:
    """Wait until nothing on the page is under way."""
    reader.wait(lambda: not any(job.running for job in reader.window.other.modelling.jobs))


def texts(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if not label.isHidden()]


def radio(reader: Reader, text: str) -> QRadioButton:
    found = button(reader.window.other.models.installed, text)
    assert isinstance(found, QRadioButton)
    return found


def shelf_of(reader: Reader) -> ModelShelf:
    shelf = reader.bench.use_models._shelf
    assert isinstance(shelf, ModelShelf)
    return shelf


def offer(site: Site, package: Path, version: str = "0.1") -> SharedFile:
    shared = SharedFile(package.read_bytes())
    site.routes["/mini.argosmodel"] = shared
    entry = {
        "package_version": version,
        "from_code": "zh",
        "from_name": "Chinese",
        "to_code": "en",
        "to_name": "English",
        "links": [site.at("/mini.argosmodel")],
    }
    other = {**entry, "to_code": "fr", "to_name": "French", "from_code": "en", "from_name": "English"}
    site.serve("/index.json", 200, json.dumps([entry, other]).encode())
    return shared


def point_to(reader: Reader, site: Site) -> None:
    """Give the index's address, by hand, and ask it."""
    page = reader.window.other.models
    reader.bench.manage_models.point_to(site.at("/index.json"))
    reader.window.other.modelling.packages.get_more()
    settle(reader)
    reader.write(site.at("/index.json"), into=page.offers.address)
    reader.press("Return", page.offers.address)


def test_the_page_says_what_translates_and_how_large_it_is(reader: Reader) -> None:
    go(reader)
    page = reader.window.other.models
    assert "nothing you read leaves it" in page.state.text()
    said = texts(page.installed)
    assert any("4.4 MB" in text for text in said)
    assert "in use" in said
    assert "sentences are kept" in page.kept.statistics.text()
    reader.press("Ctrl+1")
    assert reader.window.pages.currentWidget() is reader.page


def test_another_model_is_chosen_translates_and_is_remembered(
    reader: Reader, start: Callable[..., Reader]
) -> None:
    reader.paste("今天\n外面下雨了，我们在家里吃饭。")
    before = reader.english_of("外面下雨了")
    go(reader)
    reader.click(radio(reader, "Starter"))
    settle(reader)
    assert reader.said() == "Another model translates now."
    reader.wait_translated()
    assert reader.english_of("外面下雨了") != before
    assert radio(reader, "Starter").isChecked()
    assert reader.window.settings.model.startswith("Starter")
    reader.press("Ctrl+Z")
    settle(reader)
    reader.wait_translated()
    reader.wait(lambda: reader.english_of("外面下雨了") == before)
    assert not radio(reader, "Starter").isChecked()
    reader.click(radio(reader, "Starter"))
    settle(reader)
    reader.close()
    again = start(translated=False)
    assert again.bench.use_models.in_use()[0].name.startswith("Starter")


def test_a_package_is_removed_and_comes_back(reader: Reader, data_dir: Path) -> None:
    go(reader)
    reader.click(button(reader.window.other.models.installed, "Remove"))
    settle(reader)
    assert reader.said() == "Removed Argos zh→en."
    assert "Starter" in reader.window.other.models.state.text()
    assert not (data_dir / "models" / "argos-zh-en").exists()
    reader.press("Ctrl+Z")
    settle(reader)
    reader.wait(lambda: "Argos" in reader.window.other.models.state.text())
    assert (data_dir / "models" / "argos-zh-en").is_dir()


@pytest.mark.starter
def test_a_package_dropped_on_the_window_is_installed_and_used(
    start: Callable[..., Reader], mini_package: Path
) -> None:
    reader = start(translated=False)
    reader.drop(files(mini_package))
    settle(reader)
    assert reader.window.pages.currentWidget() is reader.window.other.models
    assert "Installed Argos zh→en 0.1." in reader.window.other.models.progress.label.text()
    assert "Argos" in reader.window.other.models.state.text()
    assert [path.name for path in (reader.data / "models").iterdir()] == ["argos-zh-en"]


def test_a_broken_package_is_refused_and_says_why(reader: Reader, tmp_path: Path) -> None:
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(b"PK\x03\x04 this is no archive")
    reader.drop(files(broken))
    what, next_step = reader.problem()
    assert "broken.argosmodel" in what
    assert next_step
    settle(reader)
    assert [path.name for path in (reader.data / "models").iterdir()] == ["argos-zh-en"]


def test_nothing_is_asked_of_the_index_before_the_button(reader: Reader, site: Site) -> None:
    reader.bench.manage_models.point_to(site.at("/index.json"))
    go(reader)
    assert not reader.window.other.models.offers.isVisible()
    assert site.asked == []


@pytest.mark.starter
def test_a_package_is_found_downloaded_and_installed(
    start: Callable[..., Reader], site: Site, mini_package: Path
) -> None:
    reader = start(translated=False)
    reader.page.close_post()
    offer(site, mini_package)
    page = reader.window.other.models
    reader.bench.manage_models.point_to(site.at("/index.json"))
    go(reader)
    reader.click(page.installed.more)
    settle(reader)
    assert page.offers.list.count() == 2
    assert "2 packages" in page.offers.about.text()
    reader.write("french", into=page.offers.search)
    assert page.offers.list.count() == 1
    page.offers.search.clear()
    reader.write("zh", into=page.offers.search)
    settle(reader)
    assert page.offers.size_label.text() == "4.0 MB" or page.offers.size_label.text().endswith(" MB")
    reader.click(page.offers.install)
    settle(reader)
    digest = hashlib.sha256(mini_package.read_bytes()).hexdigest()
    assert digest in page.progress.label.text()
    assert "Argos" in page.state.text()


@pytest.mark.starter
def test_a_download_is_stopped_and_gone_on_with(
    start: Callable[..., Reader], site: Site, mini_package: Path
) -> None:
    reader = start(translated=False)
    reader.page.close_post()
    shared = offer(site, mini_package)
    shared.stall_after = 1_000_000
    reader.bench.manage_models.point_to(site.at("/index.json"))
    go(reader)
    page = reader.window.other.models
    reader.click(page.installed.more)
    settle(reader)
    page.offers.list.setCurrentRow(0)
    settle(reader)
    reader.click(page.offers.install)
    reader.wait(lambda: page.progress.label.text().startswith("Downloading: "))
    reader.click(page.progress.cancel)
    assert page.progress.label.text().startswith("Stopped.")
    shared.stall_after = None
    reader.click(page.offers.install)
    settle(reader)
    assert "Installed Argos zh→en" in page.progress.label.text()
    assert any("range" in asked.headers for asked in site.asked if asked.path == "/mini.argosmodel")


def test_an_index_that_is_not_there_is_told_on_the_page(reader: Reader, site: Site) -> None:
    reader.bench.manage_models.point_to(site.at("/gone.json"))
    go(reader)
    reader.click(reader.window.other.models.installed.more)
    settle(reader)
    said = reader.window.other.models.offers.about.text()
    assert "404" in said or "not" in said


def test_the_address_of_the_index_is_kept(reader: Reader, site: Site, mini_package: Path) -> None:
    offer(site, mini_package, "0.2")
    go(reader)
    point_to(reader, site)
    assert reader.window.settings.index_address == site.at("/index.json")
    assert reader.bench.manage_models.address == site.at("/index.json")


def test_try_it(reader: Reader) -> None:
    go(reader)
    trying = reader.window.other.models.trying
    reader.click(trying.go)
    settle(reader)
    assert trying.time.text().startswith("There is nothing to translate.")
    reader.write("谢谢大家", into=trying.text)
    reader.click(trying.go)
    settle(reader)
    assert trying.english.text()
    assert trying.time.text().startswith("Argos zh→en, ")
    trying.model.setCurrentIndex(1)
    reader.click(trying.go)
    settle(reader)
    assert trying.time.text().startswith("Starter zh→en, ")


def test_kept_translations_are_forgotten_and_edits_are_not(reader: Reader) -> None:
    sentence = reader.chinese()[1]
    reader.bench.edit_translation.edit(sentence, "My own words.")
    go(reader)
    page = reader.window.other.models
    assert "1 is your own" in page.kept.statistics.text()
    reader.click(page.kept.forget)
    settle(reader)
    assert reader.said().startswith("Forgot ")
    assert reader.rows_in("SELECT count(*) FROM translations") == [(0,)]
    assert reader.rows_in("SELECT english FROM translation_edits") == [("My own words.",)]
    assert not page.kept.forget.isEnabled()


def test_the_server_is_off_until_switched_on_and_says_that_text_leaves(reader: Reader, site: Site) -> None:
    languages = [{"code": "zh", "targets": ["en"]}]
    site.serve("/languages", 200, json.dumps(languages).encode())

    def translate(reply: Reply) -> None:
        asked = json.loads(reply.body)
        answers = [f"Served {len(text)}." for text in asked["q"]]
        reply.send(200, json.dumps({"translatedText": answers}).encode())

    site.routes["/translate"] = translate
    reader.paste("今天\n外面下雨了，我们在家里吃饭。")
    go(reader)
    server = reader.window.other.models.server
    reader.click(server.on)
    assert not server.on.isChecked()
    assert "address" in server.said.text()
    reader.write(site.address, into=server.address)
    reader.press("Return", server.address)
    reader.click(server.check)
    settle(reader)
    assert "answers and translates" in server.said.text()
    assert [asked.path for asked in site.asked] == ["/languages"]
    reader.click(server.on)
    settle(reader)
    assert "is sent to" in reader.said()
    assert reader.header.server.isVisibleTo(reader.page)
    assert site.address in reader.header.server.text()
    reader.wait(lambda: reader.english_of("外面下雨了").startswith("Served"))
    assert "what you read is sent to it" in reader.window.other.models.state.text()
    reader.click(server.on)
    settle(reader)
    assert "on this machine" in reader.window.other.models.state.text()
    assert not reader.header.server.isVisibleTo(reader.page)
    reader.wait(lambda: not reader.english_of("外面下雨了").startswith("Served"))


def test_a_model_that_cannot_be_loaded_says_why_and_the_other_reads_on(
    reader: Reader, data_dir: Path
) -> None:
    reader.window.other.modelling.release_if_idle()
    settle(reader)
    weights = data_dir / "models" / "argos-zh-en" / "model" / "model.bin"
    broken = weights.with_name("broken")
    broken.write_bytes(b"not a model" * 1000)  # a file of its own: the folder's files are shared by tests
    broken.replace(weights)
    shelf_of(reader).choose("")
    reader.paste("今天\n外面下雨了，我们在家里吃饭。")
    assert reader.english_of("外面下雨了")
    row = reader.view.document.rows[reader.row_of("外面下雨了")]
    assert row.translation is not None
    assert row.translation.model.startswith("Starter")
    reader.wait(lambda: "cannot be used" in reader.said())


def test_an_idle_model_gives_its_memory_back_and_comes_back(reader: Reader) -> None:
    reader.paste("今天\n外面下雨了，我们在家里吃饭。")
    shelf = shelf_of(reader)
    assert not reader.bench.use_models.release_if_idle(10)
    assert not reader.bench.use_models.release_if_idle(0)
    assert shelf.release_if_idle(0.0)
    reader.wait(lambda: "gave its memory back" in reader.window.other.models.state.text())
    reader.paste("明天\n也许会下雨。")
    assert reader.english_of("也许会下雨")
    reader.wait(lambda: "is loaded" in reader.window.other.models.state.text())


def test_a_model_that_loads_says_so_above_the_post(reader: Reader) -> None:
    said: list[str] = []
    reader.window.other.modelling.loading.connect(lambda _text: said.append(reader.header.label.text()))
    shelf_of(reader).choose("")
    reader.paste("今天\n外面下雨了，我们在家里吃饭。")
    assert said[0] == "Argos zh→en is being loaded …"
    assert "loaded" not in reader.header.label.text()


def test_another_language_is_read_by_way_of_english(
    reader: Reader, mini_package: Path, tmp_path: Path
) -> None:
    reader.paste("今天\n外面下雨了，我们在家里吃饭。")
    english = reader.english_of("外面下雨了")
    french = step_package(mini_package, tmp_path / "fr.argosmodel")
    reader.drop(files(french, mini_package))
    settle(reader)
    assert "Installed Argos zh→en 0.1." in reader.window.other.models.progress.label.text()
    target = reader.window.other.models.running.target
    assert [target.itemText(number) for number in range(target.count())] == ["English", "French"]
    target.setFocus()
    reader.press("Down", target)
    target.activated.emit(target.currentIndex())
    settle(reader)
    assert reader.window.settings.target == "fr"
    reader.wait(lambda: "Argos en→fr" in reader.window.other.models.state.text())
    reader.wait_translated()
    row = reader.view.document.rows[reader.row_of("外面下雨了")]
    assert row.translation is not None
    assert "Argos en→fr" in row.translation.model
    kept = reader.rows_in(
        "SELECT t.english FROM translations t JOIN models m ON m.id = t.model_id"
        " WHERE m.model_key LIKE '%/step' AND t.text LIKE '外面下雨了%'"
    )
    assert kept == [(english,)], "the English on the way is kept too"
    reader.press("Up", target)
    target.activated.emit(target.currentIndex())
    settle(reader)
    reader.wait_translated()
    reader.wait(lambda: reader.english_of("外面下雨了") == english)


def test_how_it_runs_is_kept(reader: Reader, start: Callable[..., Reader]) -> None:
    go(reader)
    running = reader.window.other.models.running
    running.threads.setFocus()
    running.threads.setValue(1)
    reader.press("Return", running.threads)
    running.unload.setFocus()
    running.unload.setValue(3)
    reader.press("Return", running.unload)
    reader.click(running.improve)
    settle(reader)
    assert (reader.window.settings.threads, reader.window.settings.unload_minutes) == (1, 3)
    assert not reader.window.settings.improve
    reader.close()
    again = start()
    assert again.window.other.models.running.threads.value() == 1
    assert again.window.other.models.running.unload.value() == 3
    assert not again.window.other.models.running.improve.isChecked()


def test_removed_packages_are_deleted_for_good_only_later(reader: Reader, data_dir: Path) -> None:
    go(reader)
    reader.click(button(reader.window.other.models.installed, "Remove"))
    settle(reader)
    assert [path.name.startswith(".removed-") for path in (data_dir / "models").iterdir()] == [True]
    shutil.rmtree(next((data_dir / "models").iterdir()))
    reader.press("Ctrl+Z")
    settle(reader)
    what, _ = reader.problem()
    assert "cannot be brought back" in what
