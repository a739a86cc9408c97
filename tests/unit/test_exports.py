"""Words and notes out of the library and into files."""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.exports import VocabularyLine
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.words import Encounter, HskLevels, Span, Word, WordId, WordStatus
from xinqiao.formats.atomic_file import write_atomically
from xinqiao.formats.csv_words import HEADERS, read_words, write_words
from xinqiao.formats.markdown_notes import write_notes
from xinqiao.services.export_notes import ExportNotes
from xinqiao.services.export_vocabulary import ExportVocabulary, hsk_line
from xinqiao.storage.database import Library, open_library

AT = datetime(2026, 1, 2, 12, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


def words_of(library: Library) -> ExportVocabulary:
    return ExportVocabulary(
        library.vocabulary,
        write=write_words,
        save=write_atomically,
        to_local=lambda at: at,
    )


def keep(library: Library, text: str, meaning: str = "m", encounter: Encounter | None = None) -> WordId:
    word = Word(
        WordId(0),
        text,
        text,
        "lu:4 yin1",
        meaning,
        WordStatus.LEARNING,
        AT,
        AT,
        HskLevels("3", "", "7-9"),
        4.56,
    )
    return library.vocabulary.keep(word, encounter).id


def test_words_to_csv_and_back(library: Library, tmp_path: Path) -> None:
    met = Encounter(
        "去“绿荫”，\n好", Span(2, 4), "qù lǜyīn, hǎo", 'To "the shade", fine', source="甲 · 乙", met_at=AT
    )
    keep(library, "绿荫", 'shade; "green", cool', met)
    plain = keep(library, "-子", "=1+1")
    path = tmp_path / "words.csv"
    assert words_of(library).to_csv(path) == 2
    lines = read_words(path.read_text(encoding="utf-8"))
    assert lines == words_of(library).lines()
    assert lines[1] == VocabularyLine(
        "绿荫", "绿荫", "lǜ yīn", 'shade; "green", cool', "learning", "HSK 2012: 3; HSK 2025: 7-9", "4.6",
        "2026-01-02", "去“绿荫”，\n好", "qù lǜyīn, hǎo", 'To "the shade", fine', "甲 · 乙",
    )  # fmt: skip
    assert words_of(library).to_csv(path, [plain], byte_order_mark=True) == 1
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfword,traditional,")
    [row] = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]
    assert (row[0], row[3]) == ("'-子", "'=1+1")  # nothing a spreadsheet would run
    assert [line.meaning for line in read_words(data.decode())] == ["=1+1"]


def test_empty_list_has_a_header(library: Library, tmp_path: Path) -> None:
    assert words_of(library).to_csv(tmp_path / "words.csv") == 0
    assert (tmp_path / "words.csv").read_bytes().decode() == ",".join(HEADERS) + "\r\n"


@pytest.mark.parametrize("text", ["", "a,b\r\n", ",".join(HEADERS) + "\r\nonly,two\r\n"])
def test_other_csv_is_refused(text: str) -> None:
    with pytest.raises(ReaderError):
        read_words(text)


def test_levels() -> None:
    assert hsk_line(HskLevels()) == ""
    assert hsk_line(HskLevels("1", "2", "3")) == "HSK 2012: 1; HSK 2021: 2; HSK 2025: 3"


def note(body: str, quote: Quote, tags: tuple[str, ...] = (), changed: datetime = AT) -> Note:
    return Note(NoteId(1), body, quote, AT, changed, tags)


def written(*notes: Note, **choices: bool) -> str:
    return write_notes(notes, to_local=lambda at: at, **choices)


def test_note_document() -> None:
    quote = Quote(None, "西湖", "去西湖！\n[笑哭R] #旅行", "qù Xī Hú", "To *West Lake*!", "周末 · 小李")
    later = datetime(2026, 2, 3, tzinfo=UTC)
    assert written(note("I **like** it.\n", quote, ("地名", "a_b"), later), note("bare", Quote())) == (
        "# Notes\n\n"
        "## 西湖\n\n"
        "> 去西湖！\\\n> \\[笑哭R\\] \\#旅行\n>\n> qù Xī Hú\n>\n> To \\*West Lake\\*\\!\n\n"
        "I **like** it.\n\n"
        "- Source: 周末 · 小李\n- Written: 2026-01-02, changed: 2026-02-03\n- Tags: 地名, a\\_b\n\n"
        "## Note\n\nbare\n\n- Written: 2026-01-02\n"
    )
    without = written(note("x", quote), pinyin=False, translation=False, source=False)
    assert "qù" not in without
    assert "West" not in without
    assert "Source" not in without
    assert "去西湖" in without


@pytest.mark.parametrize(
    "body",
    ["```\nopen", "~~~~ py\n```\n~~~", "text <!-- open", "```\nclosed\n```", "`inline` ```", "  ```sh\nx"],
)
def test_a_note_cannot_swallow_the_next(body: str) -> None:
    html = MarkdownIt("commonmark").render(
        written(note(body, Quote(word="一")), note("second", Quote(word="二")))
    )
    assert "<h2>二</h2>" in html
    assert "<p>second</p>" in html


def test_notes_to_markdown(library: Library, tmp_path: Path) -> None:
    service = ExportNotes(library.notes, write=write_notes, save=write_atomically)
    first = library.notes.add("first", Quote(sentence="一"))
    second = library.notes.add("second", Quote(sentence="二"))
    path = tmp_path / "notes.md"
    assert service.to_markdown(path) == 2
    text = path.read_text(encoding="utf-8")
    assert text.index("second") < text.index("first")
    assert service.to_markdown(path, [first.id, second.id, NoteId(9)]) == 2
    text = path.read_text(encoding="utf-8")
    assert text.index("first") < text.index("second")
    assert text == service.text([first.id, second.id])


def test_atomic_file_replaces_and_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, "一")
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    write_atomically(link, b"\xff\r\n")
    assert path.read_bytes() == b"\xff\r\n"
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_atomic_file_where_it_cannot_go(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    for target in ("file/x.csv", "missing/x.csv", ".", "n" * 300, "/proc/x.csv"):
        with pytest.raises(ReaderError) as caught:
            write_atomically(tmp_path / target, "new")
        assert caught.value.next_step
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "old"


FULL = """
import resource, signal, sys
from pathlib import Path
from xinqiao.domain.errors import ReaderError
from xinqiao.formats.atomic_file import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), "x" * 100_000)
except ReaderError as error:
    print(error.what)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_atomic_file_without_room_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("old")
    app = Path(__file__).parents[2] / "app"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(app)},
    )
    assert done.stdout == f"There is no room to write {path}.\n"
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["words.csv"]
