"""Finds the files that ship with the app, in a checkout and in an installed copy.

Nothing here opens a file: whoever reads one says what is wrong when it is missing or damaged.
"""

import os
from functools import cache
from pathlib import Path

STARTER = "starter-zh-en"


@cache
def _root() -> Path:
    """The folder that holds `resources/` and `seeds/`."""
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parents[1]


def in_checkout() -> bool:
    """Whether the app runs from a checkout, where built files stand beside their sources."""
    return (_root() / "pyproject.toml").is_file()


def lexicon_db() -> Path:
    """The dictionary, built from the sources in `resources/lexicon`."""
    return _root() / "resources" / "lexicon" / "built" / "lexicon.db"


def gloss_dictionary() -> Path:
    """The segmenter's list of words with their weights, built with the dictionary."""
    return _root() / "resources" / "lexicon" / "built" / "gloss_dict.txt"


def strokes_db() -> Path:
    """The strokes of characters in the order of writing."""
    return _root() / "resources" / "strokes" / "strokes.db"


def slang_pack() -> Path:
    """The slang layer that a new library starts with (TSV)."""
    return _root() / "seeds" / "slang.tsv"


def sticker_codes() -> Path:
    """`[笑哭R]`-style codes with their emoji (TSV)."""
    return _root() / "seeds" / "sticker_codes.tsv"


def sample_posts() -> Path:
    """The posts that a new library starts with (JSON)."""
    return _root() / "seeds" / "sample_posts.json"


def starter_packed() -> Path:
    """Folder of the starter translation model in compressed parts."""
    return _root() / "resources" / "models" / STARTER


def starter_unpacked(models: Path) -> Path:
    """Folder where the starter model stands, or is to be put, once unpacked.

    Args:
        models: the models folder of the reader's data; used unless the app runs from a checkout
            that has the model unpacked or may be written to.
    """
    beside = starter_packed() / "unpacked"
    if in_checkout() and (beside.is_dir() or os.access(beside.parent, os.W_OK)):
        return beside
    return models / STARTER


def font_files() -> tuple[Path, ...]:
    """Fonts to load before any text is shown."""
    return tuple(sorted((_root() / "resources" / "fonts").glob("*.otf")))


def icon(name: str) -> Path:
    """The SVG file of one icon, by its name without the ending."""
    return _root() / "resources" / "icons" / f"{name}.svg"


def style_sheet() -> Path:
    """Template of the window's style sheet; `$names` are colours of the palette."""
    return _root() / "resources" / "themes" / "xinqiao.qss"


def translations() -> Path:
    """Folder of the interface's languages (`xinqiao_zh_CN.qm`)."""
    return _root() / "resources" / "translations"


def licences() -> Path:
    """The page that names everything shipped, with its authors and licence (Markdown)."""
    return _root() / "resources" / "LICENSES.md"
