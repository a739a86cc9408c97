"""The reader's settings as a JSON file; read before the first window, so it imports little."""

import json
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from xinqiao.domain.settings import (
    EnglishShown,
    PinyinShown,
    PinyinStyle,
    Script,
    Settings,
    StrokeSpeed,
    Theme,
    TonePalette,
)
from xinqiao.storage.errors import from_os
from xinqiao.storage.safe_files import replace_text

SMALLEST_HANZI, LARGEST_HANZI = 14, 40
_DEFAULTS = Settings()


class SettingsFile:
    """`settings.json` in the data folder.

    It may hold the key of a translation server, so it is for its owner alone to read, and so are copies.
    A missing file means the defaults. A value that is not understood becomes its default and the
    file as it was is copied aside first, so that a slip in a hand edit can be looked up. Keys
    this version does not know are left in place for the version that wrote them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._raw: dict[str, object] = {}

    def load(self) -> Settings:
        """The settings on disk.

        Raises:
            ReaderError: the file is there and cannot be opened.
        """
        self._raw = {}
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return _DEFAULTS
        except OSError as error:
            raise from_os(error, self.path) from error
        try:
            raw = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raw = None
        if not isinstance(raw, dict):
            self._keep_aside(data)
            return _DEFAULTS
        self._raw = raw
        settings, sound = _read(raw)
        if not sound:
            self._keep_aside(data)
            self._raw = {**raw, **_written(settings)}
        return settings

    def save(self, settings: Settings) -> None:
        """Put the settings on disk in one step.

        Raises:
            ReaderError: the data folder cannot be written; the old file stays.
        """
        raw = {**self._raw, **_written(settings)}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, self.path.parent) from error
        replace_text(self.path, json.dumps(raw, ensure_ascii=True, indent=2) + "\n")
        self._raw = raw

    def _keep_aside(self, data: bytes) -> None:
        kept = sorted(self.path.parent.glob(f"{self.path.stem}.broken-*.json"))
        try:
            if any(file.read_bytes() == data for file in kept):
                return
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            copy = self.path.parent / f"{self.path.stem}.broken-{stamp}.json"
            with os.fdopen(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
        except OSError:
            # A copy is a courtesy: a folder without room for it must not keep the app from starting.
            return


def _written(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in _READERS}


def _read(raw: Mapping[str, object]) -> tuple[Settings, bool]:
    values: dict[str, object] = {}
    sound = True
    for name, reader in _READERS.items():
        if name not in raw:
            continue
        try:
            values[name] = reader(raw[name])
        except ValueError:
            sound = False
    return Settings(**values), sound  # type: ignore[arg-type]  # each reader answers its field's type


def _choice(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    def read(value: object) -> StrEnum:
        return kind(_text(value))

    return read


def _yes_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _hanzi_size(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(value)
    if not SMALLEST_HANZI <= value <= LARGEST_HANZI:
        raise ValueError(value)
    return value


def _number(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise ValueError(value)
        return value

    return read


_READERS: dict[str, Callable[[object], object]] = {
    "theme": _choice(Theme),
    "pinyin": _choice(PinyinShown),
    "english": _choice(EnglishShown),
    "tone_colours": _yes_no,
    "hanzi_size": _hanzi_size,
    "model": _text,
    "language": _text,
    "window": _text,
    "pinyin_style": _choice(PinyinStyle),
    "sandhi": _yes_no,
    "tone_palette": _choice(TonePalette),
    "custom_tones": _text,
    "script": _choice(Script),
    "threads": _number(0, 64),
    "beam": _number(0, 4),
    "unload_minutes": _number(0, 24 * 60),
    "improve": _yes_no,
    "index_address": _text,
    "server_on": _yes_no,
    "server_address": _text,
    "server_key": _text,
    "target": _text,
    "stroke_speed": _choice(StrokeSpeed),
}
