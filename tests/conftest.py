"""What every test runs under: no display, no network, a data folder of its own."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Set before Qt or an engine is imported. The folders keep libraries that make their own at import
# out of the home folder of whoever runs the tests.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HF_HUB_OFFLINE"] = "1"
_HOME = tempfile.TemporaryDirectory(prefix="xinqiao-tests-")
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name, _name.lower()))
for _name in ("ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR", "XINQIAO_DATA_DIR"):
    os.environ.pop(_name, None)

import pytest  # noqa: E402
from PySide6.QtGui import QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

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
