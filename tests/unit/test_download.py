import hashlib
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.loopback import Reply, SharedFile, Site, running_site

import xinqiao
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.models import DownloadedFile, Transferred
from xinqiao.engines.download import FileDownloader
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Patience

HASTY = Patience(connect=1, silence=0.3)
DATA = random.Random(5).randbytes(300_000)
OTHER = random.Random(6).randbytes(300_000)


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


@pytest.fixture
def shared(site: Site) -> SharedFile:
    file = SharedFile(DATA)
    site.routes["/file"] = file
    return file


@pytest.fixture
def downloader(tmp_path: Path) -> FileDownloader:
    return FileDownloader(tmp_path / "downloads", patience=HASTY, pause=0.01)


def fetch(
    downloader: FileDownloader, address: str, cancel: CancelToken | None = None, sha256: str = ""
) -> tuple[DownloadedFile, list[Transferred]]:
    steps = downloader.download(address, "a.bin", cancel or CancelToken(), sha256=sha256)
    told: list[Transferred] = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return end.value, told


def refused(downloader: FileDownloader, address: str, said: str) -> ReaderError:
    with pytest.raises(ReaderError, match=said) as caught:
        fetch(downloader, address)
    assert caught.value.next_step
    return caught.value


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        threading.Event().wait(0.005)


def interrupt(downloader: FileDownloader, site: Site, shared: SharedFile, at: int) -> None:
    """Leave `at` bytes of the file behind, as a reader does who stops a download."""
    shared.stall_after = at
    cancel = CancelToken()

    def stop() -> None:
        assert site.stalling.wait(5)
        wait_for(lambda: downloader.left_over().get("a.bin") == at)
        cancel.set()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        fetch(downloader, site.at("/file"), cancel)
    stopper.join(5)
    shared.stall_after = None


def test_fetches_a_file_and_tells_how_far_it_is(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    file, told = fetch(downloader, site.at("/file"), sha256=hashlib.sha256(DATA).hexdigest().upper())
    assert file.path.read_bytes() == DATA
    assert (file.size, file.sha256) == (len(DATA), hashlib.sha256(DATA).hexdigest())
    assert told[0] == Transferred(0, len(DATA), 0)
    assert told[-1] == Transferred(len(DATA), len(DATA), 0)
    assert [step.done for step in told] == sorted(step.done for step in told)
    assert shared.ranges_asked == [""]
    downloader.discard("a.bin")
    assert list(file.path.parent.iterdir()) == []


def test_goes_on_where_it_was_stopped(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    interrupt(downloader, site, shared, 131_072)
    left = downloader.left_over()["a.bin"]
    assert left == 131_072
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA
    assert file.sha256 == hashlib.sha256(DATA).hexdigest()
    assert told[0] == Transferred(left, len(DATA), left)
    assert shared.ranges_asked == ["", f"bytes={left}-"]
    assert downloader.left_over() == {}


def test_goes_on_after_a_kill(
    downloader: FileDownloader, site: Site, shared: SharedFile, tmp_path: Path
) -> None:
    shared.stall_after = 100_000
    program = (
        "import sys; from pathlib import Path; from xinqiao.domain.cancel import CancelToken;"
        "from xinqiao.engines.download import FileDownloader;"
        "list(FileDownloader(Path(sys.argv[1])).download(sys.argv[2], 'a.bin', CancelToken()))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(xinqiao.__file__).parents[1])}
    command = [sys.executable, "-c", program, str(tmp_path / "downloads"), site.at("/file")]
    with subprocess.Popen(command, env=environment) as process:
        assert site.stalling.wait(10)
        wait_for(lambda: downloader.left_over().get("a.bin") == 100_000)
        process.kill()
    shared.stall_after = None
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA
    assert told[0].resumed == 100_000


def test_goes_on_by_date_where_there_is_no_tag(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    shared.tag, shared.date = "none", "Wed, 01 Jan 2025 00:00:00 GMT"
    interrupt(downloader, site, shared, 131_072)
    file, told = fetch(downloader, site.at("/file"))
    assert told[0].resumed
    assert file.path.read_bytes() == DATA


@pytest.mark.parametrize("tag", ["none", 'W/"weak"'])
def test_starts_again_where_nothing_says_that_it_is_the_same(
    downloader: FileDownloader, site: Site, shared: SharedFile, tag: str
) -> None:
    shared.tag = tag
    interrupt(downloader, site, shared, 131_072)
    file, told = fetch(downloader, site.at("/file"))
    assert told[0].resumed == 0
    assert shared.ranges_asked == ["", ""]
    assert file.path.read_bytes() == DATA


@pytest.mark.parametrize("honest", [True, False])
@pytest.mark.parametrize("size", [300_000, 250_000, 100_000])
def test_starts_again_where_the_file_is_another_by_now(
    downloader: FileDownloader, site: Site, shared: SharedFile, honest: bool, size: int
) -> None:
    interrupt(downloader, site, shared, 131_072)
    shared.data, shared.honours_if_range = OTHER[:size], honest
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == OTHER[:size]
    assert told[0].resumed == 0


def test_starts_again_where_the_length_is_another_under_the_same_tag(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    shared.tag = '"constant"'
    interrupt(downloader, site, shared, 131_072)
    shared.data = OTHER + b"more"
    file, _ = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == OTHER + b"more"


def test_starts_again_where_the_server_ignores_ranges(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    interrupt(downloader, site, shared, 131_072)
    shared.ranges = False
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA
    assert told[0] == Transferred(0, len(DATA), 0)


def test_starts_again_at_another_address(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    interrupt(downloader, site, shared, 131_072)
    site.routes["/other"] = SharedFile(OTHER, tag='"o"')
    file, _ = fetch(downloader, site.at("/other"))
    assert file.path.read_bytes() == OTHER


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"address": 1}', '{"address": "", "validator": "", "total": "x"}']
)
def test_starts_again_where_the_notes_are_damaged(
    downloader: FileDownloader, site: Site, shared: SharedFile, tmp_path: Path, damage: str
) -> None:
    interrupt(downloader, site, shared, 131_072)
    (tmp_path / "downloads" / "a.bin.part.json").write_text(damage, "utf-8")
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA
    assert told[0].resumed == 0


def test_a_part_that_is_longer_than_the_file_is_dropped(
    downloader: FileDownloader, site: Site, shared: SharedFile, tmp_path: Path
) -> None:
    interrupt(downloader, site, shared, 131_072)
    with (tmp_path / "downloads" / "a.bin.part").open("ab") as part:
        part.write(bytes(400_000))
    file, _ = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA


def test_a_finished_file_is_not_fetched_twice(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    fetch(downloader, site.at("/file"))
    file, told = fetch(downloader, site.at("/file"))
    assert told[0] == Transferred(len(DATA), len(DATA), len(DATA))
    assert file.sha256 == hashlib.sha256(DATA).hexdigest()
    assert shared.ranges_asked == ["", f"bytes={len(DATA)}-"]
    shared.data = OTHER
    assert fetch(downloader, site.at("/file"))[0].path.read_bytes() == OTHER


def test_takes_a_lost_connection_up_again(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    shared.cut_after = [100_000, 50_000, 1]
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA
    assert file.sha256 == hashlib.sha256(DATA).hexdigest()
    assert shared.ranges_asked == ["", "bytes=100000-", "bytes=150000-", "bytes=150001-"]
    assert told[-1].resumed == 150_001


def test_gives_up_on_a_connection_that_is_lost_again_and_again(
    downloader: FileDownloader, site: Site, shared: SharedFile, tmp_path: Path
) -> None:
    shared.cut_after = [1000, *([0] * 20)]
    error = refused(downloader, site.at("/file"), "was lost")
    assert isinstance(error, WebError)
    assert error.fault is WebFault.LOST
    assert len(shared.ranges_asked) <= 5
    assert downloader.left_over() == {"a.bin": 1000}


def test_a_length_that_is_wrong_for_ever(downloader: FileDownloader, site: Site) -> None:
    def route(reply: Reply) -> None:
        reply.head(200, Content_Length="1000")
        reply.wfile.write(b"x" * 900)
        reply.cut()

    site.routes["/file"] = route
    refused(downloader, site.at("/file"), "was lost")
    assert len(site.asked) <= 5


def test_a_file_of_unknown_length(downloader: FileDownloader, site: Site) -> None:
    def route(reply: Reply) -> None:
        reply.head(200)
        reply.wfile.write(DATA)

    site.routes["/file"] = route
    file, told = fetch(downloader, site.at("/file"))
    assert file.path.read_bytes() == DATA
    assert told[0].total is None
    assert told[-1].total == len(DATA)


def test_a_file_in_chunks(downloader: FileDownloader, site: Site) -> None:
    whole = iter([True, False])

    def route(reply: Reply) -> None:
        reply.head(200, Transfer_Encoding="chunked")
        for start in range(0, 200_000, 50_000):
            reply.wfile.write(b"c350\r\n" + DATA[start : start + 50_000] + b"\r\n")
        if next(whole, True):
            reply.wfile.write(b"0\r\n\r\n")
        else:
            reply.wfile.write(b"c350\r\nbroken off")

    site.routes["/file"] = route
    assert fetch(downloader, site.at("/file"))[0].path.read_bytes() == DATA[:200_000]
    downloader.discard("a.bin")
    assert fetch(downloader, site.at("/file"))[0].size == 200_000  # the second try, after a broken one
    assert len(site.asked) == 3


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "has no file"),
        (403, "does not hand out"),
        (429, "too often"),
        (500, "trouble"),
        (418, "status 418"),
    ],
)
def test_errors_of_the_server(downloader: FileDownloader, site: Site, status: int, said: str) -> None:
    site.serve("/file", status, b"no")
    error = refused(downloader, site.at("/file"), said)
    assert isinstance(error, WebError)
    assert error.status == status
    assert downloader.left_over() == {}


def test_an_error_in_between_keeps_what_came(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    interrupt(downloader, site, shared, 131_072)
    left = downloader.left_over()
    site.serve("/file", 503, b"")
    refused(downloader, site.at("/file"), "trouble")
    assert downloader.left_over() == left
    assert len(site.asked) == 2


def test_a_part_that_nobody_asked_for(downloader: FileDownloader, site: Site) -> None:
    site.serve("/file", 206, b"abc", Content_Range="bytes 0-2/9")
    refused(downloader, site.at("/file"), "a part of the file only")


def test_a_part_of_another_place(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    interrupt(downloader, site, shared, 131_072)

    def route(reply: Reply) -> None:
        if reply.headers.get("Range"):
            reply.send(
                206,
                DATA[10:],
                Content_Range=f"bytes 10-{len(DATA) - 1}/{len(DATA)}",
                ETag=reply.headers["If-Range"],
            )
        else:
            shared(reply)

    site.routes["/file"] = route
    assert fetch(downloader, site.at("/file"))[0].path.read_bytes() == DATA


def test_the_wrong_hash(downloader: FileDownloader, site: Site, shared: SharedFile, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="hash is another"):
        fetch(downloader, site.at("/file"), sha256="0" * 64)
    assert list((tmp_path / "downloads").iterdir()) == []


def test_a_log_in_page_in_place_of_an_archive(site: Site, tmp_path: Path) -> None:
    downloader = FileDownloader(tmp_path, starts_with=b"PK", patience=HASTY)
    site.serve("/file", 200, b"<html>Log in</html>")
    refused(downloader, site.at("/file"), "something else than the file")
    site.serve("/file", 200, b"P")
    assert fetch(downloader, site.at("/file"))[0].size == 1
    site.serve("/file", 200, b"")
    refused(downloader, site.at("/file"), "empty file")


def test_files_have_a_bound(site: Site, tmp_path: Path) -> None:
    downloader = FileDownloader(tmp_path, max_size=100_000, patience=HASTY)
    site.serve("/file", 200, DATA)
    refused(downloader, site.at("/file"), "larger than")
    assert downloader.left_over() == {}

    def endless(reply: Reply) -> None:
        reply.head(200)
        while True:
            reply.wfile.write(DATA)

    site.routes["/file"] = endless
    refused(downloader, site.at("/file"), "larger than")
    assert downloader.left_over()["a.bin"] <= 100_000


def test_room_is_looked_at_first(
    downloader: FileDownloader, site: Site, shared: SharedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=64 << 20))
    assert "64 MiB left" in refused(downloader, site.at("/file"), "MiB").what
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=65 << 20))
    assert fetch(downloader, site.at("/file"))[0].size == len(DATA)


def test_a_full_disk_keeps_what_came(
    downloader: FileDownloader, site: Site, shared: SharedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        refused(downloader, site.at("/file"), "no room left")
    assert downloader.left_over() == {"a.bin": len(DATA)}
    assert fetch(downloader, site.at("/file"))[1][0].resumed == len(DATA)


def test_a_folder_that_cannot_be_written(site: Site, shared: SharedFile, tmp_path: Path) -> None:
    (tmp_path / "downloads").write_text("in the way", "utf-8")
    refused(FileDownloader(tmp_path / "downloads"), site.at("/file"), "cannot be written to")
    assert FileDownloader(tmp_path / "nowhere").left_over() == {}


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/f", "/etc/passwd"])
def test_only_the_web(downloader: FileDownloader, address: str) -> None:
    refused(downloader, address, "not a web address")


def test_redirects(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    site.serve("/moved", 307, b"", Location="/file")
    assert fetch(downloader, site.at("/moved"))[0].size == len(DATA)
    site.serve("/moved", 301, b"", Location="file:///etc/passwd")
    refused(downloader, site.at("/moved"), "not of the web")
    site.serve("/moved", 302, b"", Location="/moved")
    refused(downloader, site.at("/moved"), "without end")


def test_a_server_that_falls_silent(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    shared.stall_after = 1000
    error = refused(downloader, site.at("/file"), "too long")
    assert isinstance(error, WebError)
    assert error.fault is WebFault.TIME
    assert downloader.left_over() == {"a.bin": 1000}


def test_stopped_while_the_server_stalls(site: Site, shared: SharedFile, tmp_path: Path) -> None:
    shared.stall_after = 70_000
    cancel = CancelToken()
    at: list[float] = []

    def stop() -> None:
        site.stalling.wait(5)
        at.append(time.monotonic())
        cancel.set()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        fetch(FileDownloader(tmp_path), site.at("/file"), cancel)  # with the usual patience
    assert time.monotonic() - at[0] < 1.0  # a twentieth on a machine with nothing else to do
    stopper.join(5)


def test_stopped_while_it_waits_for_another_try(site: Site, shared: SharedFile, tmp_path: Path) -> None:
    shared.cut_after = [1000]
    cancel = CancelToken()
    threading.Timer(0.2, cancel.set).start()
    with pytest.raises(Cancelled):
        fetch(FileDownloader(tmp_path, pause=60), site.at("/file"), cancel)


def test_stopped_by_whoever_looks_on(downloader: FileDownloader, site: Site, shared: SharedFile) -> None:
    steps = downloader.download(site.at("/file"), "a.bin", CancelToken())
    next(steps)
    steps.close()
    assert fetch(downloader, site.at("/file"))[0].path.read_bytes() == DATA


def test_the_same_file_is_not_fetched_twice_at_once(
    downloader: FileDownloader, site: Site, shared: SharedFile
) -> None:
    steps = downloader.download(site.at("/file"), "a.bin", CancelToken())
    next(steps)
    refused(downloader, site.at("/file"), "already")
    steps.close()


@pytest.mark.parametrize("name", ["", "../a", "a/b", ".hidden", "a.part", "a\\b", "x" * 200])
def test_names_are_plain(downloader: FileDownloader, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        next(downloader.download("http://a.example/", name, CancelToken()))
