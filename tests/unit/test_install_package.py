import io
import os
import shutil
import signal
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import xinqiao
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.engines import install_package as installing
from xinqiao.engines.argos_package import packages_in
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.install_package import install_package
from xinqiao.engines.model_folder import ModelsFolder

PACKAGE = Path(__file__).parents[1] / "fixtures" / "argos-zh-en-mini.argosmodel"
TOP = "translate-zh_en-0_1"


def _repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The fixture's files, changed, as a new package."""
    with zipfile.ZipFile(PACKAGE) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    change(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def _add(path: Path, info: zipfile.ZipInfo, data: bytes) -> Path:
    shutil.copyfile(PACKAGE, path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(info, data)
    return path


def _refused(file: Path, models: Path, said: str) -> None:
    before = sorted(models.rglob("*")) if models.exists() else []
    with pytest.raises(ReaderError, match=said) as caught:
        install_package(file, models, CancelToken())
    assert caught.value.next_step
    assert (sorted(models.rglob("*")) if models.exists() else []) == before
    assert packages_in(models) == []


def test_installs_lists_and_replaces(tmp_path: Path) -> None:
    models = tmp_path / "models"
    steps: list[tuple[int, int]] = []
    first = install_package(PACKAGE, models, CancelToken(), lambda done, total: steps.append((done, total)))
    assert steps[-1][0] == steps[-1][1]
    assert [package.folder for package in packages_in(models)] == [first.folder]
    assert first.info.version == "0.1"
    assert first.size > 4_000_000
    assert first.model.sha256 == packages_in(models)[0].model.sha256
    newer = _repacked(
        tmp_path / "newer.argosmodel",
        lambda files: files.update(
            {
                name: data.replace(b'"0.1"', b'"0.2"')
                for name, data in files.items()
                if name.endswith("metadata.json")
            }
        ),
    )
    install_package(newer, models, CancelToken())
    assert [package.info.version for package in packages_in(models)] == ["0.2"]
    assert len(list(models.iterdir())) == 1


def test_files_without_a_folder_of_their_own_are_fine(tmp_path: Path) -> None:
    def flatten(files: dict[str, bytes]) -> None:
        for name in list(files):
            files[name.removeprefix(f"{TOP}/")] = files.pop(name)

    install_package(_repacked(tmp_path / "flat.argosmodel", flatten), tmp_path / "models", CancelToken())
    assert len(packages_in(tmp_path / "models")) == 1


@pytest.mark.parametrize(
    "name",
    ["/etc/evil", "../evil", f"{TOP}/../../evil", "C:/evil", "C:evil", "a\\..\\..\\evil", "..", f"{TOP}/a:b"],
)
def test_paths_outside_are_refused(tmp_path: Path, name: str) -> None:
    info = zipfile.ZipInfo("placeholder")
    info.filename = info.orig_filename = name
    _refused(_add(tmp_path / "bad.argosmodel", info, b"x"), tmp_path / "models", "outside its folder")
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    info = zipfile.ZipInfo(f"{TOP}/link")
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    _refused(_add(tmp_path / "bad.argosmodel", info, b"/etc/passwd"), tmp_path / "models", "link or a device")


def test_bombs_are_refused(tmp_path: Path) -> None:
    bomb = _add(tmp_path / "bomb.argosmodel", zipfile.ZipInfo(f"{TOP}/zeros"), b"")
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros", "w") as out:
        for _ in range(1000):
            out.write(bytes(1 << 20))
    _refused(bomb, tmp_path / "models", "far more than a package takes")


def test_a_file_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    honest = _add(tmp_path / "liar.argosmodel", zipfile.ZipInfo("zeros"), bytes(300_000))
    data = bytearray(honest.read_bytes())
    place = data.rfind(b"PK\x01\x02")  # the last entry of the directory: its unpacked size follows at 24
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    honest.write_bytes(data)
    _refused(honest, tmp_path / "models", "larger than it says|not a translation package")


def test_too_many_and_doubled_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doubled = _add(tmp_path / "double.argosmodel", zipfile.ZipInfo(f"{TOP}/METADATA.json"), b"{}")
    _refused(doubled, tmp_path / "models", "same file twice")
    monkeypatch.setattr(installing, "MAX_FILES", 3)
    _refused(PACKAGE, tmp_path / "models", "too many files")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
def test_a_part_of_a_file_is_refused(tmp_path: Path, share: float) -> None:
    data = PACKAGE.read_bytes()
    part = tmp_path / "part.argosmodel"
    part.write_bytes(data[: int(len(data) * share)])
    _refused(part, tmp_path / "models", "only a part of one")


def test_a_flipped_byte_is_refused(tmp_path: Path) -> None:
    data = bytearray(PACKAGE.read_bytes())
    data[len(data) // 2] ^= 0xFF
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(data)
    _refused(bad, tmp_path / "models", "only a part of one")


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" + bytes(100)])
def test_no_archive_at_all(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "text.argosmodel"
    file.write_bytes(content)
    _refused(file, tmp_path / "models", "not a translation package")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    _refused(tmp_path / "nothing.argosmodel", tmp_path / "models", "cannot be read")


def _without(ending: str) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        for name in list(files):
            if name.endswith(ending):
                del files[name]

    return change


def _with(ending: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        for name in files:
            if name.endswith(ending):
                files[name] = data

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without("metadata.json"), "missing or damaged"),
        (_with("metadata.json", b"{"), "missing or damaged"),
        (_with("metadata.json", b'{"from_code": "en", "to_code": "zh"}'), "en to zh"),
        (_with("metadata.json", b'{"from_code": "de", "to_code": "en"}'), "de to en"),
        (_without("model.bin"), "no translation model"),
        (_without("sentencepiece.model"), "no tokenizer"),
        (_with("model.bin", b"no weights"), "model in this package is damaged"),
        (_with("sentencepiece.model", b"no pieces"), "model in this package is damaged"),
    ],
)
def test_incomplete_packages_are_refused(
    tmp_path: Path, change: Callable[[dict[str, bytes]], None], said: str
) -> None:
    _refused(_repacked(tmp_path / "bad.argosmodel", change), tmp_path / "models", said)


def test_a_failure_leaves_the_installed_one(tmp_path: Path) -> None:
    models = tmp_path / "models"
    install_package(PACKAGE, models, CancelToken())
    bad = _repacked(tmp_path / "bad.argosmodel", _with("model.bin", b"no weights"))
    with pytest.raises(ReaderError):
        install_package(bad, models, CancelToken())
    assert len(packages_in(models)) == len(list(models.iterdir())) == 1


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    models, cancel = tmp_path / "models", CancelToken()
    with pytest.raises(Cancelled):
        install_package(PACKAGE, models, cancel, lambda done, total: cancel.set())
    assert list(models.iterdir()) == []


_KILLED = """
import os, signal, sys
from pathlib import Path
from xinqiao.domain.cancel import CancelToken
from xinqiao.engines.install_package import install_package
file, models, moment = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)
def hook(event, arguments):
    if event == "os.rename" and str(arguments[1]) == str(models / "argos-zh-en"):
        kill()
if moment == "naming":
    sys.addaudithook(hook)
install_package(file, models, CancelToken(), kill if moment == "unpacking" else None)
"""


def _killed(models: Path, moment: str) -> None:
    """Install in a process of its own that is killed at some moment."""
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, str(PACKAGE), str(models), moment],
        env={**os.environ, "PYTHONPATH": str(Path(xinqiao.__file__).parents[1])},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize("moment", ["unpacking", "naming"])
def test_killed_half_way_the_package_that_was_there_is_there(tmp_path: Path, moment: str) -> None:
    models = tmp_path / "models"
    first = install_package(PACKAGE, models, CancelToken()).model
    _killed(models, moment)
    ModelsFolder(models).forget_removed()
    assert [package.model for package in packages_in(models)] == [first]
    ArgosTranslator(packages_in(models)[0].folder).load()


def test_what_a_killed_process_left_goes_when_it_is_old(tmp_path: Path) -> None:
    models = tmp_path / "models"
    _killed(models, "unpacking")
    (left,) = models.iterdir()
    installing.put_right(models)
    assert left.exists()  # another process may be at work there
    os.utime(left, (0, 0))
    installing.put_right(models)
    assert list(models.iterdir()) == []


def test_a_full_disk_is_noticed_before_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=1 << 20))
    _refused(PACKAGE, tmp_path / "models", "has 1 MiB left")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReaderError, match="cannot be written to") as caught:
        install_package(PACKAGE, tmp_path / "file" / "models", CancelToken())
    assert "--data-dir" in caught.value.next_step


def test_strangers_in_the_models_folder_are_left_out_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "metadata.json").write_text("{")
    (tmp_path / "notes.txt").write_text("hello")
    assert packages_in(tmp_path) == []
    assert packages_in(tmp_path / "missing") == []
    assert (tmp_path / "notes.txt").exists()


def test_an_archive_in_memory_is_what_the_tests_think_it_is() -> None:
    assert zipfile.is_zipfile(io.BytesIO(PACKAGE.read_bytes()))
