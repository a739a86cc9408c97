"""Opening, migrating, locking and breaking the library file, with real files and real processes."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.posts import Comment, Origin, OriginKind, Post
from xinqiao.storage import migrations
from xinqiao.storage.backups import (
    KEPT,
    SqliteLibraryFiles,
    back_up_before_migration,
    check_library,
    list_backups,
    start_from_newest_backup,
)
from xinqiao.storage.database import open_library
from xinqiao.storage.errors import DamagedLibraryError
from xinqiao.storage.instance_lock import InstanceLock
from xinqiao.storage.rows import Row

ROOT = Path(__file__).parents[2]
POST = Post(
    "周末去了西湖",
    "我们去了一趟西湖。\n下雨了！",
    Origin(OriginKind.PASTE),
    tags=("旅行",),
    comments=(Comment("小李", "断桥人多吗"),),
)


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
    )


def library_of_version(path: Path, version: int) -> None:
    """A library as an older version of the app left it, with one post and one word."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.migrate(connection, target=version)
        connection.execute(
            "INSERT INTO posts (title, shown_title, tags, origin_kind, fingerprint, added_at)"
            " VALUES ('周末去了西湖', '周末去了西湖', '[\"旅行\"]', 'paste', 'f',"
            " '2025-03-02T10:00:00.000000+00:00')"
        )
        connection.execute("INSERT INTO post_bodies VALUES (1, '下雨了，我们去喝咖啡。')")
        connection.execute(
            "INSERT INTO comments (post_id, number, depth, author, text) VALUES (1, 0, 0, '小李', '断桥人多')"
        )
        connection.execute(
            "INSERT INTO words (text, traditional, pinyin, meaning, status, added_at, changed_at)"
            " VALUES ('西湖', '西湖', 'Xi1 Hu2', 'West Lake', 'known', '2025-03-02T10:00:00.000000+00:00',"
            " '2025-03-02T10:00:00.000000+00:00')"
        )


def test_new_library_has_the_latest_version_and_safe_settings(tmp_path: Path) -> None:
    with open_library(tmp_path / "deep" / "folder" / "library.db") as library:
        with library.sessions.writing() as session:
            connection = session.connection()

            def pragma(name: str) -> object:
                return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

            assert pragma("user_version") == migrations.LATEST
            assert pragma("journal_mode") == "wal"
            assert pragma("foreign_keys") == 1
            assert pragma("synchronous") == 2
            assert pragma("application_id") == migrations.APPLICATION_ID
    assert not (tmp_path / "deep/folder/backups").exists()


def test_latest_schema_is_pinned(tmp_path: Path) -> None:
    """A changed table needs a new step, and this list with it."""
    with open_library(tmp_path / "library.db") as library:
        found = inspect(library.sessions.engine)
        columns = {
            table: [column["name"] for column in found.get_columns(table)]
            for table in found.get_table_names()
        }
    assert migrations.LATEST == 4
    tables = {
        name: names for name, names in columns.items() if not name.startswith(("post_search", "sqlite_"))
    }
    assert tables == {
        "posts": [
            "id", "title", "shown_title", "english_title", "author", "published", "location", "likes", "tags",
            "origin_kind", "origin_reference", "fingerprint", "added_at", "opened_at", "starred", "place",
            "removed_at", "script",
        ],
        "corrections": [
            "id", "kind", "text", "words", "value", "everywhere", "post_id", "post_key", "sentence", "source",
            "made_at", "removed_at",
        ],
        "post_bodies": ["post_id", "body"],
        "comments": ["post_id", "number", "depth", "author", "text", "likes", "location", "published"],
        "words": [
            "id", "text", "traditional", "pinyin", "meaning", "status", "added_at", "changed_at", "hsk2",
            "hsk3", "syllabus_2025", "zipf", "tags", "removed_at",
        ],
        "encounters": [
            "id", "word_id", "sentence", "span_start", "span_end", "pinyin", "translation", "model",
            "post_id", "source", "met_at",
        ],
        "notes": [
            "id", "body", "post_id", "word", "sentence", "pinyin", "translation", "source", "tags",
            "created_at", "changed_at", "removed_at",
        ],
        "slang": [
            "term_key", "term", "meaning", "variants", "pinyin", "literal", "register", "note", "example_zh",
            "example_en", "own", "removed_at",
        ],
        "prepared_versions": ["id", "version"],
        "prepared": ["version_id", "text", "data"],
        "models": ["id", "model_key"],
        "translations": ["model_id", "text", "english", "maker", "score", "doubts", "made_at", "used_on"],
        "glossary": ["term", "english", "changed_at"],
        "translation_edits": ["text", "english", "changed_at"],
        "facts": ["name", "value"],
        "terms": ["id", "text"],
        "post_words": ["term_id", "post_id", "count", "places"],
        "post_shares": ["post_id", "distinct_words", "known_words"],
    }  # fmt: skip
    assert {
        table.name: [column.name for column in table.columns] for table in Row.metadata.sorted_tables
    } == tables


def test_library_of_version_1_is_backed_up_migrated_and_searchable(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library_of_version(path, 1)
    with open_library(path) as library:
        for text in ("西湖", "咖啡", "断桥", "旅行", "小李"):
            assert [post.title for post in library.posts.search(text)] == ["周末去了西湖"], text
        [post] = library.posts.summaries()
        assert post.known_share is None
        library.posts.set_words(post.id, {"西湖": 1, "下雨": 1})
        assert library.posts.summaries()[0].known_share == 0.5
        word = library.vocabulary.find("西湖")
        assert word is not None
        assert word.added_at.isoformat() == "2025-03-02T10:00:00+00:00"
    [copy] = list_backups(path)
    assert copy.name.endswith("-v1.db")
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
        assert old.execute("SELECT count(*) FROM posts").fetchone() == (1,)


def test_failed_migration_leaves_the_old_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.db"
    library_of_version(path, 1)

    first, second = migrations.STEPS[:2]

    def broken(connection: sqlite3.Connection) -> None:
        second(connection)
        connection.execute("DROP TABLE words")
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (first, broken, *migrations.STEPS[2:]))
        with pytest.raises(RuntimeError, match="power cut"):
            open_library(path)
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert "words" in tables
        assert "terms" not in tables
    with open_library(path) as library:
        assert len(library.posts.summaries()) == 1


def test_newer_library_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    open_library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
    before = path.read_bytes()
    with pytest.raises(ReaderError, match=r"newer version.*Update Xinqiao"):
        open_library(path)
    assert path.read_bytes() == before


def test_old_copies_go_and_the_newest_stay(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    open_library(path).close()
    copies = [back_up_before_migration(path, 1) for _ in range(KEPT + 3)]
    assert list_backups(path) == copies[: -KEPT - 1 : -1]


def test_damaged_library_is_kept_and_a_backup_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.posts.add(POST)
    good = back_up_before_migration(path, 2)
    newest = back_up_before_migration(path, 2)
    newest.write_bytes(b"not a database, though newer" * 100)
    damaged = b"this is not a database at all" * 200
    path.write_bytes(damaged)

    with pytest.raises(DamagedLibraryError) as caught:
        open_library(path)
    assert str(path) in caught.value.what
    assert "Nothing was changed or deleted" in caught.value.next_step
    assert path.read_bytes() == damaged

    taken, aside = start_from_newest_backup(path)
    assert taken == good
    assert aside is not None
    assert aside.read_bytes() == damaged
    with open_library(path) as library:
        assert [post.title for post in library.posts.summaries()] == [POST.title]


def test_pages_damaged_inside_are_reported_when_met(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.posts.add_many([POST] * 50)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(DamagedLibraryError), open_library(path) as library:
        library.posts.summaries()
    with pytest.raises(ReaderError):
        check_library(path)


def test_no_backup_to_start_from_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"rubbish" * 1000)
    with pytest.raises(ReaderError, match="no usable backup"):
        start_from_newest_backup(path)
    assert path.read_bytes() == b"rubbish" * 1000


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(ReaderError, match="belongs to another program"):
        open_library(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("folder", ["a file/below", "/proc/xinqiao"])
def test_folder_that_cannot_be_made(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").write_text("in the way")
    with pytest.raises(ReaderError, match=r"cannot be used.*--data-dir"):
        open_library(tmp_path / folder / "library.db")


def test_file_that_cannot_be_written(tmp_path: Path) -> None:
    """A connection that may only read stands for a read-only disk, which does not stop root."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        with library.sessions.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(ReaderError, match=r"cannot be written\..*--data-dir"):
            library.posts.add(POST)


def test_full_disk_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.posts.add(POST)
        with library.sessions.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        long = Post("长文", "很长的文字。" * 20_000, Origin(OriginKind.PASTE))
        with pytest.raises(ReaderError, match=r"disk is full.*Free some space"):
            library.posts.add(long)
        assert [post.title for post in library.posts.summaries()] == [POST.title]
        assert library.posts.search("很长") == []
    with open_library(path) as library:
        library.posts.add(long)
        assert len(library.posts.search("很长")) == 1
    check_library(path)


def test_library_held_by_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xinqiao.storage.sessions.BUSY_TIMEOUT_MS", 50)
    path = tmp_path / "library.db"
    with open_library(path) as library:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert library.posts.summaries() == []  # a reader never waits
            with pytest.raises(ReaderError, match="in use by another program"):
                library.posts.add(POST)
            other.execute("ROLLBACK")
        library.posts.add(POST)


KILLED = """
import sys
from pathlib import Path
from xinqiao.domain.posts import Origin, OriginKind, Post
from xinqiao.storage.database import open_library
library = open_library(Path(sys.argv[1]))
number = 0
while True:
    post = Post(f"第{number}篇", "咖啡好喝。" * 400, Origin(OriginKind.PASTE))
    print(library.posts.add(post), flush=True)
    library.posts.set_words(number + 1, {f"词{n}": 1 for n in range(50)})
    number += 1
"""


def test_killed_while_writing_keeps_everything_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with start(KILLED, path) as process:
        assert process.stdout is not None
        saved = [int(process.stdout.readline()) for _ in range(25)]
        process.send_signal(signal.SIGKILL)
        saved += [int(line) for line in process.stdout if line.endswith("\n")]
    assert process.returncode == -signal.SIGKILL
    with open_library(path) as library:
        there = {post.id for post in library.posts.summaries()}
        assert set(saved) <= there
        assert len(there) - len(saved) <= 1  # at most one was on disk and not yet told of
        assert len(library.posts.search("咖啡", limit=10_000)) == len(there)
        library.posts.add(POST)
    check_library(path)


WRITER = """
import sys
from pathlib import Path
from xinqiao.domain.posts import Origin, OriginKind, Post
from xinqiao.storage.database import open_library
with open_library(Path(sys.argv[1])) as library:
    for number in range(40):
        library.posts.add(Post(f"{sys.argv[2]}{number}", "正文", Origin(OriginKind.PASTE)))
"""


def test_two_processes_and_two_threads_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    processes = [start(WRITER, path, name) for name in ("甲", "乙")]
    with open_library(path) as library:

        def write(name: str) -> None:
            for number in range(40):
                library.posts.add(Post(f"{name}{number}", "正文", Origin(OriginKind.PASTE)))

        threads = [threading.Thread(target=write, args=(name,)) for name in ("丙", "丁")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for process in processes:
            process.communicate()
            assert process.returncode == 0
        titles = {post.title for post in library.posts.summaries()}
    assert titles == {f"{name}{number}" for name in "甲乙丙丁" for number in range(40)}
    check_library(path)


HOLDER = """
import sys
from pathlib import Path
from xinqiao.storage.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_second_window_is_told_and_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        with pytest.raises(ReaderError, match=r"already open.*--data-dir"):
            InstanceLock(tmp_path).acquire()
        with open_library(tmp_path / "library.db") as library:  # the command line works beside it
            library.posts.add(POST)
            with pytest.raises(ReaderError, match="already open"):
                library.files().replace_with(_copy(library.path))
        process.kill()
    with InstanceLock(tmp_path) as lock:
        assert lock.path.exists()


def test_lock_in_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError):
        InstanceLock(tmp_path / "file" / "below").acquire()


def _copy(path: Path) -> Path:
    copy = path.with_name("copy.db")
    SqliteLibraryFiles(path).back_up(copy)
    return copy


def test_backup_while_open_and_restore(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.posts.add(POST)
        copy = _copy(path)
        library.posts.add(Post("后来的", "正文", Origin(OriginKind.PASTE)))
        assert sorted(file.name for file in tmp_path.iterdir() if "copy" in file.name) == ["copy.db"]
    aside = SqliteLibraryFiles(path).replace_with(copy)
    assert aside is not None
    with open_library(path) as library:
        assert [post.title for post in library.posts.summaries()] == [POST.title]
    with open_library(aside) as library:
        assert len(library.posts.summaries()) == 2


def test_restore_refuses_what_is_no_sound_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.posts.add_many([POST] * 30)
    files = SqliteLibraryFiles(path)
    before = path.read_bytes()

    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"rubbish" * 1000)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    cut = tmp_path / "cut.db"
    shutil.copy(path, cut)
    os.truncate(cut, 40_000)
    empty = tmp_path / "empty.db"
    empty.touch()
    for bad in (rubbish, other, cut, empty, tmp_path / "missing.db", path):
        with pytest.raises(ReaderError):
            files.replace_with(bad)
        assert path.read_bytes() == before
    assert not list(tmp_path.glob("*replaced*"))
    assert not list(tmp_path.glob(".*.restored*"))


def test_backup_to_where_it_cannot_go(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    open_library(path).close()
    files = SqliteLibraryFiles(path)
    for target in (path, tmp_path / "missing folder" / "copy.db", Path("/proc/copy.db"), path / "below.db"):
        with pytest.raises(ReaderError):
            files.back_up(target)
    check_library(path)


def test_settings_and_lock_import_no_sqlalchemy() -> None:
    code = (
        "import sys, xinqiao.storage, xinqiao.storage.settings_file, xinqiao.storage.instance_lock,"
        "xinqiao.storage.backups; print('sqlalchemy' in sys.modules)"
    )
    process = start(code)
    assert process.communicate()[0].strip() == "False"
