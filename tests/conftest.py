"""What every test runs under: no display, no network, a data folder of its own."""

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

# Set before Qt or an engine is imported. The folders keep libraries that make their own at import
# out of the home folder of whoever runs the tests.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"  # the interface follows the system's language
_HOME = tempfile.TemporaryDirectory(prefix="xinqiao-tests-")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name, _name.lower()))
for _name in ("ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR", "XINQIAO_DATA_DIR"):
    os.environ.pop(_name, None)

sys.path.insert(0, str(Path(__file__).parents[1]))  # for `tests.driver`, however pytest was started

import pytest  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402

from xinqiao.engines import letting_go  # noqa: E402

if TYPE_CHECKING:
    from tests.driver import Reader

    from xinqiao.startup import Toolbox
    from xinqiao.ui.main_window import MainWindow

_LOOPBACK = {"localhost", "127.0.0.1", "::1", "", None}
_refused: list[str] = []


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: CPython calls it below every Python-level socket call, and it stays for good."""
    if not event.startswith("socket."):
        return
    host: object
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        if not isinstance(address, tuple):  # a path of a local socket, or none for a connected one
            return
        host = address[0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host not in _LOOPBACK:
        _refused.append(f"{event} {host}")
        raise OSError(f"tests may not reach the network: {event} {host}")


sys.addaudithook(_refuse_network)


@pytest.fixture
def refused_connections() -> list[str]:
    """What was refused so far in this test; a test that provokes a refusal must empty it."""
    return _refused


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """A refusal fails the test even when the code under test swallowed it."""
    _refused.clear()
    yield
    assert not _refused, f"the network was asked for: {_refused}"


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This test's own data folder; the app finds it by `XINQIAO_DATA_DIR`."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XINQIAO_DATA_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, with the shipped font: widths and pictures do not depend on the machine."""
    from xinqiao import resources

    for path in resources.font_files():
        assert QFontDatabase.addApplicationFont(str(path)) != -1, path
    return qapp


def pytest_configure(config: pytest.Config) -> None:
    """Name the markers of these tests."""
    config.addinivalue_line(
        "markers", "starter: reads with the starter model that ships, instead of the small test package"
    )


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Whoever starts a worker ends it."""
    yield
    for thread in threading.enumerate():
        if thread.name == letting_go.THREAD:  # keeps a model for as long as its last batch runs
            thread.join(60)
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("xinqiao-")]
    assert not left, f"threads still run: {left}"


@pytest.fixture(scope="session")
def toolbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Toolbox"]:
    """The real engines over the shipped files, loaded once."""
    from xinqiao.places import Places
    from xinqiao.startup import Toolbox

    tools = Toolbox(Places.find(tmp_path_factory.mktemp("engines")))
    tools.places.make()
    tools.prepare.prepare("周末去了一趟西湖。")  # now the segmenter and the pronouncer are loaded
    yield tools
    tools.close()


def _share(toolbox: "Toolbox", patch: pytest.MonkeyPatch) -> None:
    from xinqiao.startup import Toolbox

    for name in ("lexicon", "converter", "slang", "segmenter", "pronouncer"):
        patch.setattr(Toolbox, name, getattr(toolbox, name))


@pytest.fixture
def shared_engines(toolbox: "Toolbox", monkeypatch: pytest.MonkeyPatch) -> "Toolbox":
    """Every toolbox of this test has the engines that are loaded already; models are its own."""
    _share(toolbox, monkeypatch)
    return toolbox


@pytest.fixture(scope="session")
def mini_package() -> Path:
    """A small Argos package from Chinese to English, as it is downloaded."""
    return Path(__file__).parent / "fixtures" / "argos-zh-en-mini.argosmodel"


@pytest.fixture(scope="session")
def mini_models(mini_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A models folder with the small package, to be copied."""
    from xinqiao.domain.cancel import CancelToken
    from xinqiao.engines.install_package import install_package

    models = tmp_path_factory.mktemp("models")
    install_package(mini_package, models, CancelToken())
    return models


@pytest.fixture(scope="session")
def furnished(toolbox: "Toolbox", mini_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library as a first start leaves it: samples listed, the first of them read and translated."""
    from xinqiao.domain.cancel import CancelToken
    from xinqiao.places import Places
    from xinqiao.startup import open_workbench

    places = Places.find(tmp_path_factory.mktemp("furnished"))
    places.make()
    shutil.copytree(mini_models, places.models)
    with pytest.MonkeyPatch.context() as patch:
        _share(toolbox, patch)
        bench = open_workbench(places)
        first = bench.posts.summaries()[0].id
        opened = bench.read_post.open(first)
        for _ in bench.read_post.prepare(opened, CancelToken()):
            pass
        for _ in bench.read_post.translate(opened, CancelToken()):
            pass
        bench.posts.mark_opened(first)
        bench.close()
    return places.library


@pytest.fixture(autouse=True)
def _nothing_improves_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test has read stays as it is; a test of the second try sets the pause itself."""
    monkeypatch.setattr("xinqiao.ui.reading.translating.IMPROVE_AFTER_MS", 100_000_000)


@pytest.fixture
def models_dir(data_dir: Path, mini_models: Path, request: pytest.FixtureRequest) -> Path:
    """This test's models folder: with the small package, or empty for `starter`."""
    folder = data_dir / "models"
    if request.node.get_closest_marker("starter") is None:
        shutil.copytree(mini_models, folder, copy_function=os.link)
    return folder


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application as Xinqiao sets it up, once: a change of style looks at every widget there is."""
    from xinqiao.startup import make_application

    return make_application()


@pytest.fixture
def start_alone(qtbot: QtBot, application: QApplication, data_dir: Path) -> Iterator[Callable[..., "Reader"]]:
    """Opens the window on this test's data folder, with engines of its own."""
    from tests.driver import LONG_MS, Reader, message_boxes

    from xinqiao.places import Places
    from xinqiao.startup import make_window

    windows: list[MainWindow] = []
    crashes: list[BaseException] = []

    def start(*, opens: bool = True, translated: bool = True) -> Reader:
        """Start Xinqiao.

        Args:
            opens: wait until the library is open; False leaves the waiting to the test.
            translated: wait until the first post is translated too.
        """
        hook = sys.excepthook
        window = make_window(application, Places.find(data_dir))
        assert window is not None
        windows.append(window)
        window.crashed.connect(crashes.append)
        reader = Reader(qtbot, window, data_dir, sys.excepthook)
        sys.excepthook = hook  # pytest-qt's own, which fails the test
        if not opens:
            window.show()
            return reader
        with qtbot.waitSignal(window.library_opened, timeout=LONG_MS):
            window.show()
        window.activateWindow()
        reader.wait(window.isActiveWindow)
        if translated:
            reader.wait_translated()
        return reader

    yield start
    for box in message_boxes():
        box.close()
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.clipboard().clear()
    assert not crashes, crashes


@pytest.fixture
def start(
    shared_engines: "Toolbox", models_dir: Path, start_alone: Callable[..., "Reader"]
) -> Callable[..., "Reader"]:
    """Opens the window on this test's data folder; engines are loaded, the model is there."""
    return start_alone


@pytest.fixture
def reader(start: Callable[..., "Reader"], furnished: Path, data_dir: Path) -> "Reader":
    """A reader at the open window: samples listed, the first of them read and translated."""
    data_dir.mkdir(exist_ok=True)
    shutil.copy(furnished, data_dir / "library.db")
    return start()
