import json
import stat
from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.settings import EnglishShown, PinyinShown, Settings, Theme
from xinqiao.storage.settings_file import SettingsFile

CHOSEN = Settings(
    Theme.DARK, PinyinShown.ALL, EnglishShown.HIDDEN, True, 28, "Starter/1/ab", "zh_CN", "AdnQyw=="
)


def aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("settings.broken-*.json"))


def test_first_start_has_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "settings.json").load() == Settings()
    assert list(tmp_path.iterdir()) == []


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    SettingsFile(path).save(CHOSEN)
    assert SettingsFile(path).load() == CHOSEN
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_nobody_else_may_read_the_key_of_a_server(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).save(Settings(server_key="secret"))
    path.write_text(path.read_text("utf-8").replace('"system"', '"pink"'), "utf-8")
    path.chmod(0o644)
    file = SettingsFile(path)
    file.save(file.load())
    (copy,) = aside(tmp_path)
    assert "secret" in copy.read_text("utf-8")
    assert [stat.S_IMODE(one.stat().st_mode) & 0o077 for one in (path, copy)] == [0, 0]


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "from the future": [1, 2]}), encoding="utf-8")
    file = SettingsFile(path)
    assert file.load() == Settings(theme=Theme.DARK)
    file.save(CHOSEN)
    assert json.loads(path.read_text(encoding="utf-8"))["from the future"] == [1, 2]


@pytest.mark.parametrize(
    "bad",
    [
        {"hanzi_size": 3},
        {"hanzi_size": True},
        {"hanzi_size": "20"},
        {"theme": "pink"},
        {"theme": None},
        {"tone_colours": 1},
        {"threads": -1},
        {"beam": 5},
        {"beam": 2.0},
        {"unload_minutes": True},
        {"improve": "yes"},
        {"server_on": 1},
        {"server_key": None},
    ],
)
def test_bad_value_becomes_its_default_and_the_file_is_kept_aside(
    tmp_path: Path, bad: dict[str, object]
) -> None:
    path = tmp_path / "settings.json"
    text = json.dumps({"pinyin": "all", **bad})
    path.write_text(text, encoding="utf-8")
    for _ in range(2):  # the same slip is copied once
        assert SettingsFile(path).load() == Settings(pinyin=PinyinShown.ALL)
    [copy] = aside(tmp_path)
    assert copy.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 100_000])
def test_broken_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.load() == Settings()
    file.save(CHOSEN)
    assert SettingsFile(path).load() == CHOSEN
    assert [copy.read_bytes() for copy in aside(tmp_path)] == [content]


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError):
        SettingsFile(tmp_path / "file" / "settings.json").save(CHOSEN)
    with pytest.raises(ReaderError):
        SettingsFile(Path("/proc/settings.json")).save(CHOSEN)
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(ReaderError):
        SettingsFile(tmp_path / "settings.json").load()
