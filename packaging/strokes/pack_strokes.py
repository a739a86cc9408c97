"""Makes `resources/strokes/strokes.db` from the npm package hanzi-writer-data.

    npm pack hanzi-writer-data@2.0.1 && tar xzf hanzi-writer-data-2.0.1.tgz
    python packaging/strokes/pack_strokes.py package
    python packaging/strokes/pack_strokes.py package --check

The file is in the repository as it ships, so that neither `make setup` nor a start does anything for it;
this is run only for a new edition of the package. The same package makes the same file, byte for byte, with
the same versions of zlib and SQLite; `--check` compares what is in the file and does not mind those.

The file says of itself what was changed and when, as its licence asks; so does `resources/strokes/README.md`.
"""

import argparse
import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT / "app") not in sys.path:
    sys.path.insert(0, str(ROOT / "app"))

from xinqiao.domain.strokes import POINTS_OF, Command, Point, Stroke  # noqa: E402
from xinqiao.engines.stroke_codec import pack, unpack  # noqa: E402

TARGET = ROOT / "resources" / "strokes" / "strokes.db"
FORMAT = 1  # raise it whenever the tables or the packing change
CHANGED = (
    "Changed for Xinqiao on 2026-11-28: outlines and medians packed into this database; 116 coordinates"
    " that were no whole numbers rounded; the numbers of the strokes that make up the radical left out."
)
PAGE = 32768  # bytes; a leaf holds some forty characters, and little is left empty

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE strokes (
    codepoint INTEGER PRIMARY KEY,
    packed BLOB NOT NULL             -- see app/xinqiao/engines/stroke_codec.py
);
"""
_PIECE = re.compile(r"\s*(?:([MLQCZ])|(-?\d+(?:\.\d+)?))")


def read_package(package: Path) -> dict[str, tuple[Stroke, ...]]:
    """Every character of an unpacked npm package, by code point.

    Raises:
        ValueError: a file is not as expected.
    """
    found: dict[str, tuple[Stroke, ...]] = {}
    for path in sorted(package.glob("*.json"), key=lambda path: path.stem):
        if len(path.stem) != 1:  # package.json
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        outlines, medians = data["strokes"], data["medians"]
        if not outlines or len(outlines) != len(medians):
            raise ValueError(f"{path.name}: {len(outlines)} strokes, {len(medians)} medians")
        found[path.stem] = tuple(
            Stroke(parse_outline(outline), tuple((round(x), round(y)) for x, y in median))
            for outline, median in zip(outlines, medians, strict=True)
        )
    return found


def parse_outline(path: str) -> tuple[Command, ...]:
    """The commands of an SVG path that has absolute M, L, Q, C and Z only, each with its letter.

    Raises:
        ValueError: it has something else, or is not one closed path.
    """
    pieces: list[tuple[str, list[float]]] = []
    end = 0
    while match := _PIECE.match(path, end):
        end = match.end()
        if match[1]:
            pieces.append((match[1], []))
        else:
            pieces[-1][1].append(float(match[2]))
    letters = "".join(letter for letter, _ in pieces)
    if path[end:].strip() or not re.fullmatch("M[LQC]+Z", letters):
        raise ValueError(f"no closed path: {path}")
    return tuple((letter, _points(letter, numbers)) for letter, numbers in pieces)


def _points(letter: str, numbers: list[float]) -> tuple[Point, ...]:
    if len(numbers) != 2 * POINTS_OF[letter]:
        raise ValueError(f"{letter} with {len(numbers)} numbers")
    return tuple((round(x), round(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def write(target: Path, characters: dict[str, tuple[Stroke, ...]], source: str) -> None:
    """Write the database beside its target, then move it into place."""
    beside = target.with_suffix(".part")
    beside.unlink(missing_ok=True)
    meta = {
        "format": str(FORMAT),
        "source": source,
        "characters": str(len(characters)),
        "copyright": "Copyright (C) 1999 Arphic Technology Co., Ltd.; Make Me a Hanzi, Shaunak Kishore;"
        " hanzi-writer-data, David Chanin",
        "licence": "Arphic Public License, ARPHICPL.TXT beside this file; there is no warranty",
        "changed": CHANGED,
    }
    with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA page_size = {PAGE}; PRAGMA journal_mode = OFF;" + _TABLES)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        connection.executemany(
            "INSERT INTO strokes VALUES (?, ?)",
            ((ord(character), pack(strokes)) for character, strokes in sorted(characters.items())),
        )
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    beside.chmod(0o644)
    beside.replace(target)


def differences(target: Path, characters: dict[str, tuple[Stroke, ...]]) -> list[str]:
    """Characters whose strokes in the file are not those of the package, or stand in one of them only."""
    with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT codepoint, packed FROM strokes").fetchall()
    kept = {chr(codepoint): unpack(packed) for codepoint, packed in rows}
    return sorted(
        character
        for character in kept.keys() | characters.keys()
        if kept.get(character) != characters.get(character)
    )


def main() -> int:
    """Command line: write or check, and say what was done."""
    parser = argparse.ArgumentParser(description="Pack the stroke data.")
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("--check", action="store_true", help="compare with the file; write nothing")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    try:
        about = json.loads((options.package / "package.json").read_text(encoding="utf-8"))
        characters = read_package(options.package)
    except (OSError, ValueError, KeyError) as error:
        print(f"The package cannot be read: {error}", file=sys.stderr)
        return 1
    if options.check:
        wrong = differences(options.out, characters)
        print(f"{len(characters)} characters; different: {' '.join(wrong) or 'none'}")
        return 1 if wrong else 0
    write(options.out, characters, f"{about['name']} {about['version']}")
    print(f"{options.out}: {len(characters)} characters, {options.out.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
