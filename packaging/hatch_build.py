"""Puts the built lexicon and every shipped file into the wheel.

Hatchling calls this while it builds. An editable installation reads the files where they stand in
the checkout, so nothing is done for it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT_LEXICON = Path("resources/lexicon/built")
LEFT_OUT_ENDINGS = {".gz", ".py", ".ts", ".xz"}  # sources of what is shipped in its built form


class ShippedFilesHook(BuildHookInterface[Any]):
    """Builds the lexicon, then names the files for the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add `resources/` and `seeds/` below `xinqiao/_data`.

        Args:
            version: `standard` or `editable`.
            build_data: what hatchling lets a hook change.
        """
        if version == "editable":
            return
        root = Path(self.root)
        builder = root / "packaging" / "lexicon" / "build_lexicon.py"
        subprocess.run(
            [sys.executable, str(builder), "--out", str(root / BUILT_LEXICON)], check=True, cwd=root
        )
        for path in shipped_files(root):
            build_data["force_include"][str(root / path)] = f"xinqiao/_data/{path.as_posix()}"


def shipped_files(root: Path) -> Iterator[Path]:
    """Paths below `root` of what an installed copy needs beside its code, relative to `root`."""
    for folder in ("resources", "seeds"):
        for path in sorted((root / folder).rglob("*")):
            relative = path.relative_to(root)
            if not path.is_file() or path.name.startswith(".") or path.suffix in LEFT_OUT_ENDINGS:
                continue
            if "unpacked" in relative.parts:
                continue
            yield relative
