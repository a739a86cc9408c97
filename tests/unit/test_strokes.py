import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from xinqiao import resources
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.strokes import CharacterStrokes, Stroke, part_of_line
from xinqiao.engines.stroke_codec import pack, unpack
from xinqiao.engines.stroke_db import StrokeDb
from xinqiao.services.show_strokes import ShowStrokes

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = StrokeDb(resources.strokes_db())
ONE = Stroke(
    (("M", ((10, 300),)), ("Q", ((500, 410), (900, 300))), ("C", ((1, 2), (3, 4), (-5, -96))), ("Z", ())),
    ((10, 310), (900, 310)),
)
SHORT = Stroke((("M", ((0, 0),)), ("L", ((64, -64),)), ("Z", ())), ((0, 0), (30, 40), (30, 40), (60, 0)))


def test_every_shipped_character_can_be_drawn() -> None:
    with closing(sqlite3.connect(resources.strokes_db())) as file:
        rows = file.execute("SELECT codepoint, packed FROM strokes").fetchall()
    assert len(rows) == 9574
    for codepoint, packed in rows:
        strokes = unpack(packed)
        assert strokes, chr(codepoint)
        for stroke in strokes:
            letters = "".join(letter for letter, _ in stroke.outline)
            assert letters[0] == "M", chr(codepoint)
            assert letters[-1] == "Z", chr(codepoint)
            assert letters.count("M") == letters.count("Z") == 1, chr(codepoint)
            assert len(stroke.median) > 1, chr(codepoint)


@pytest.mark.parametrize(
    ("character", "count"),
    [("一", 1), ("二", 2), ("人", 2), ("我", 7), ("爱", 10), ("愛", 13), ("国", 8), ("國", 11), ("鬱", 29)],
)
def test_known_numbers_of_strokes(character: str, count: int) -> None:
    assert len(SHIPPED.find([character])[character]) == count


def test_strokes_are_written_in_order_and_in_their_direction() -> None:
    across, down = SHIPPED.find("十")["十"]
    assert across.median[0][0] < across.median[-1][0]  # from left to right
    assert down.median[0][1] > down.median[-1][1]  # from top to bottom; y goes up
    first, second = SHIPPED.find("二")["二"]
    assert first.median[0][1] > second.median[0][1]
    for stroke in SHIPPED.find("国")["国"]:
        for x, y in stroke.median:
            assert 0 <= x <= 1024
            assert -124 <= y <= 900


def test_what_is_packed_comes_back() -> None:
    assert unpack(pack([ONE, SHORT, ONE])) == (ONE, SHORT, ONE)


@pytest.mark.parametrize(
    "damage", [b"", b"MQZ", pack([ONE])[:-3], pack([ONE])[:8] + b"\xff" + pack([ONE])[9:]]
)
def test_damaged_bytes_are_told(damage: bytes) -> None:
    with pytest.raises(ValueError, match="no packed strokes"):
        unpack(damage)


def test_length_and_part_of_a_line() -> None:
    assert SHORT.length == 100
    assert part_of_line(SHORT.median, 0) == [(0, 0), (0, 0)]
    assert part_of_line(SHORT.median, 0.25) == [(0, 0), (15, 20)]
    assert part_of_line(SHORT.median, 0.75) == [(0, 0), (30, 40), (30, 40), (45, 20)]
    assert part_of_line(SHORT.median, 1) == list(SHORT.median)


def test_of_a_word_each_character_once_in_order() -> None:
    found = ShowStrokes(SHIPPED).of_word("妈妈A看，㐀！")
    assert [(one.character, len(one.strokes)) for one in found] == [("妈", 6), ("看", 9), ("㐀", 0)]
    assert found[2] == CharacterStrokes("㐀")
    assert ShowStrokes(SHIPPED).of_word("yyds") == ()


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    missing = StrokeDb(tmp_path / "strokes.db")  # making it opens nothing
    with pytest.raises(ReaderError) as told:
        missing.find("我")
    assert told.value.what == "The file with the order of strokes is missing or damaged."
    assert "Reinstall Xinqiao" in told.value.next_step
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["text", "cut", "another database", "bent"])
def test_a_damaged_file_says_what_to_do(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "strokes.db"
    whole = resources.strokes_db().read_bytes()
    if kind == "text":
        path.write_text("no database", encoding="utf-8")
    elif kind == "cut":
        path.write_bytes(whole[: 32768 * 2])
    elif kind == "bent":
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as file, file:
            file.execute(
                "UPDATE strokes SET packed = substr(packed, 1, 40) WHERE codepoint = ?", (ord("我"),)
            )
    else:
        sqlite3.connect(path).close()
    with pytest.raises(ReaderError, match="missing or damaged"):
        StrokeDb(path).find("我")


def test_the_packer_reads_a_package_and_finds_what_differs(tmp_path: Path) -> None:
    package, packed = tmp_path / "package", tmp_path / "strokes.db"
    package.mkdir()
    (package / "package.json").write_text('{"name": "some-data", "version": "1.2"}', encoding="utf-8")
    (package / "一.json").write_text(
        '{"strokes": ["M 10 300 Q 500 410.6 900 300 L 10.4 -12 Z"], "medians": [[[10, 310], [900, 310.2]]]}',
        encoding="utf-8",
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        script = str(ROOT / "packaging" / "strokes" / "pack_strokes.py")
        return subprocess.run(
            [sys.executable, script, str(package), "--out", str(packed), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"PYTHONUTF8": "1"},
        )

    assert run().returncode == 0
    assert StrokeDb(packed).find("一二") == {
        "一": (
            Stroke(
                (
                    ("M", ((10, 300),)),
                    ("Q", ((500, 411), (900, 300))),
                    ("L", ((10, -12),)),
                    ("Z", ()),
                ),
                ((10, 310), (900, 310)),
            ),
        )
    }
    assert run("--check").stdout == "1 characters; different: none\n"
    (package / "二.json").write_text(
        '{"strokes": ["M 0 0 L 5 5 Z"], "medians": [[[0, 0], [1, 1]]]}', encoding="utf-8"
    )
    changed = run("--check")
    assert (changed.returncode, changed.stdout) == (1, "2 characters; different: 二\n")
    (package / "二.json").write_text('{"strokes": ["M 0 0 A 5 5 Z"], "medians": [[[0, 0], [1, 1]]]}')
    assert "no closed path" in run().stderr


def test_licence_and_authors_are_named() -> None:
    page = resources.licences().read_text(encoding="utf-8")
    for name in (
        "Arphic Public",
        "Make Me a Hanzi",
        "hanzi-writer-data",
        "David Chanin",
        "Arphic Technology",
    ):
        assert name in page
    folder = resources.strokes_db().parent
    assert (folder / "ARPHICPL.TXT").read_text("ascii").startswith("ARPHIC PUBLIC LICENSE")
    with closing(sqlite3.connect(resources.strokes_db())) as file:
        meta = dict(file.execute("SELECT key, value FROM meta"))
    assert meta["changed"].startswith("Changed for Xinqiao on 2026-11-28")
    assert "Arphic Technology" in meta["copyright"]
