from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.places import Places


def test_option_wins_over_variable(tmp_path: Path) -> None:
    places = Places.find(tmp_path / "a", {"XINQIAO_DATA_DIR": str(tmp_path / "b")})
    assert places == Places(tmp_path / "a", tmp_path / "a" / "cache", tmp_path / "a" / "logs")


def test_variable_wins_over_platform(tmp_path: Path, data_dir: Path) -> None:
    assert Places.find(None, {"XINQIAO_DATA_DIR": str(tmp_path / "b")}).data == tmp_path / "b"
    assert Places.find().data == data_dir


def test_platform_folders_otherwise() -> None:
    places = Places.find(None, {})
    assert "xinqiao" in str(places.data)
    assert "xinqiao" in str(places.cache)
    assert len({places.data, places.cache, places.logs}) == 3


def test_relative_and_home_paths_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places.find("mine", {}).data == tmp_path / "mine"
    assert Places.find("~/mine", {}).data == Path.home() / "mine"


def test_files_stand_in_the_data_folder(tmp_path: Path) -> None:
    places = Places.find(tmp_path / "心桥 data", {})
    places.make()
    places.make()
    assert places.cache.is_dir()
    assert places.logs.is_dir()
    for path in (places.library, places.settings, places.models, places.backups):
        assert path.parent == places.data
    assert places.crash_log.parent == places.logs


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError, match="cannot keep its data") as caught:
        Places.find(tmp_path / "file", {}).make()
    assert "--data-dir" in caught.value.next_step


def test_a_read_only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places.find(tmp_path / "data", {})
    # The tests may run as root, who may write anywhere; so the system's answer is put on.
    monkeypatch.setattr("xinqiao.places.os.access", lambda path, mode: False)
    with pytest.raises(ReaderError, match="read-only"):
        places.make()
