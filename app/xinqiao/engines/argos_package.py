"""Argos packages on the disk: what they say of themselves, and which of them are installed.

A package translates between two languages, one of which is English. Those from Chinese to English
are what almost every reader wants; those from English are the second step of a longer way.
"""

import contextlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.translations import ModelId
from xinqiao.engines.model_files import weights_sha256

MODEL = Path("model", "model.bin")
SENTENCE_PIECE, BPE = "sentencepiece.model", "bpe.model"
CHINESE = ("zh", "zt")
"""Argos' codes; `zt` is traditional Chinese."""

BETWEEN = "en"
"""The language that every way leads through: Argos packages translate from or to English."""

_ANOTHER = message("Choose one from Chinese to English, or from English to the language you want to read.")
_MAX_METADATA = 1 << 20  # bytes
_CODE = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """What a package says of itself.

    Attributes:
        version: of the package.
        target_prefix: a token that the output has to begin with; empty for none.
    """

    from_code: str
    to_code: str
    from_name: str
    to_name: str
    version: str
    target_prefix: str = ""

    @property
    def name(self) -> str:
        """What the reader sees."""
        return f"Argos {self.from_code}→{self.to_code}"

    @property
    def from_chinese(self) -> bool:
        """Whether it translates Chinese to English, by itself."""
        return self.from_code in CHINESE


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """One package in the models folder.

    Attributes:
        size: bytes on the disk.
    """

    folder: Path
    info: PackageInfo
    size: int

    @property
    def model(self) -> ModelId:
        """Which model this is; reads the weights when it is asked for the first time."""
        return ModelId(self.info.name, self.info.version, weights_sha256(self.folder / MODEL))


def read_package_info(folder: Path) -> PackageInfo:
    """What the package in `folder` says of itself.

    Raises:
        ReaderError: its description is missing or of no use, or it is no step of any way from Chinese.
    """
    try:
        path = folder / "metadata.json"
        if path.stat().st_size > _MAX_METADATA:
            raise ValueError("too large")
        data = json.loads(path.read_text("utf-8"))
        info = PackageInfo(
            from_code=_code(data, "from_code"),
            to_code=_code(data, "to_code"),
            from_name=_text(data, "from_name", ""),
            to_name=_text(data, "to_name", ""),
            version=_text(data, "package_version", "0"),
            target_prefix=_text(data, "target_prefix", ""),
        )
        kind = _text(data, "type", "translate")
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ReaderError(
            message("The description of this translation package (metadata.json) is missing or damaged."),
            message("Get the package again, for example from the Argos Translate index."),
        ) from error
    if kind != "translate":
        raise ReaderError(message("This package is not a translation package."), _ANOTHER)
    if not (
        (info.from_code in CHINESE and info.to_code == BETWEEN)
        or (info.from_code == BETWEEN and info.to_code not in (BETWEEN, *CHINESE))
    ):
        raise ReaderError(_translates(info), _ANOTHER)
    return info


def tokenizer_file(folder: Path) -> Path | None:
    """The file that cuts sentences into pieces; None where a package has none that is known."""
    return next((folder / name for name in (SENTENCE_PIECE, BPE) if (folder / name).is_file()), None)


def check_parts(folder: Path) -> None:
    """Make sure that a package has a model and a tokenizer.

    Raises:
        ReaderError: it has not; says what is missing, and leaves the next step to the caller.
    """
    if not (folder / MODEL).is_file():
        raise ReaderError(message("There is no translation model in this package."))
    if tokenizer_file(folder) is None:
        raise ReaderError(message("There is no tokenizer in this package."))


def packages_in(models: Path) -> list[InstalledPackage]:
    """Usable packages of every language, by the names of their folders; damaged ones are left out."""
    found: list[InstalledPackage] = []
    with contextlib.suppress(OSError):
        for folder in sorted(models.iterdir()):
            if folder.name.startswith(".") or not (folder / "metadata.json").is_file():
                continue
            with contextlib.suppress(ReaderError, OSError):
                info = read_package_info(folder)
                check_parts(folder)
                found.append(InstalledPackage(folder, info, size_of(folder)))
    return found


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _text(data: object, key: str, default: str | None = None) -> str:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    value = data.get(key, default)
    if not isinstance(value, str) or len(value) > 200 or not value.isprintable():
        raise ValueError(key)
    return value


def _code(data: object, key: str) -> str:
    """A language's code, which becomes part of a folder's name."""
    code = _text(data, key)
    if not _CODE.fullmatch(code):
        raise ValueError(key)
    return code


def _translates(info: PackageInfo) -> Message:
    """Between which languages a package translates."""
    source, target = info.from_name or info.from_code, info.to_name or info.to_code
    return message("This package translates {source} to {target}.", source=source, target=target)
