"""Packages made from the small one, for tests that need others."""

import json
import zipfile
from pathlib import Path


def step_package(package: Path, target: Path, code: str = "fr", name: str = "French") -> Path:
    """The small package as if it were one from English to another language."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            if entry.endswith("metadata.json"):
                described = json.loads(data)
                described |= {"from_code": "en", "to_code": code, "from_name": "English", "to_name": name}
                data = json.dumps(described).encode()
            new.writestr(entry, data)
    return target
