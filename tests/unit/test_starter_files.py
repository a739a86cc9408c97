import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.engines import starter_files
from xinqiao.engines.starter_files import is_unpacked, unpack

MODEL = bytes(range(256)) * 40_000  # 10 MB


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A packed model of the same shape as the real one."""
    folder = tmp_path / "packed"
    folder.mkdir()
    # Random tail: the compressed stream must be long enough to be cut in two.
    model = MODEL + hashlib.shake_256(b"weights").digest(300_000)
    stream = zstandard.compress(model)
    files = {
        "model.bin.zst.00": stream[:150_000],
        "model.bin.zst.01": stream[150_000:],
        "config.json": b"{}",
        "tokenizer.json.zst": zstandard.compress(b"[1, 2, 3]"),
        "LICENSE": b"licence",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    sums = {
        "model.bin.zst.00": _sha(files["model.bin.zst.00"]),
        "model.bin.zst.01": _sha(files["model.bin.zst.01"]),
        "model.bin.zst": _sha(stream),
        "model.bin": _sha(model),
        "config.json": _sha(b"{}"),
        "tokenizer.json": _sha(b"[1, 2, 3]"),
    }
    (folder / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in sums.items()))
    return folder


def _left_over(target: Path) -> list[str]:
    return [path.name for path in target.parent.iterdir() if path.name not in (target.name, "packed", "data")]


def test_joins_decompresses_and_checks(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    steps: list[tuple[int, int]] = []
    assert not is_unpacked(target)
    assert unpack(packed, target, lambda done, total: steps.append((done, total)), CancelToken()) == target
    assert (target / "model.bin").read_bytes().startswith(MODEL)
    assert (target / "tokenizer.json").read_bytes() == b"[1, 2, 3]"
    assert (target / "LICENSE").read_bytes() == b"licence"
    assert is_unpacked(target)
    assert is_unpacked(target, packed)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert (
        steps[-1][0]
        == steps[-1][1]
        == sum((target / n).stat().st_size for n in ("model.bin", "config.json", "tokenizer.json"))
    )
    assert _left_over(target) == []


def test_second_time_writes_nothing(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    unpack(packed, target, None, CancelToken())
    before = (target / "model.bin").stat().st_mtime_ns
    unpack(packed, target, None, CancelToken())
    assert (target / "model.bin").stat().st_mtime_ns == before


def test_a_new_model_replaces_the_old(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    unpack(packed, target, None, CancelToken())
    (packed / "config.json").write_bytes(b'{"new": 1}')
    sums = (packed / "SHA256SUMS").read_text().replace(_sha(b"{}"), _sha(b'{"new": 1}'))
    (packed / "SHA256SUMS").write_text(sums)
    assert is_unpacked(target)
    assert not is_unpacked(target, packed)
    unpack(packed, target, None, CancelToken())
    assert (target / "config.json").read_bytes() == b'{"new": 1}'
    assert _left_over(target) == []


@pytest.mark.parametrize("lost", ["model.bin", ".stamp", "tokenizer.json"])
def test_an_incomplete_folder_does_not_count(packed: Path, tmp_path: Path, lost: str) -> None:
    target = tmp_path / "model"
    unpack(packed, target, None, CancelToken())
    (target / lost).unlink()
    assert not is_unpacked(target)
    unpack(packed, target, None, CancelToken())
    assert is_unpacked(target)


def test_a_shortened_file_does_not_count(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    unpack(packed, target, None, CancelToken())
    os.truncate(target / "model.bin", 1000)
    assert not is_unpacked(target)


@pytest.mark.parametrize(
    ("name", "change", "blamed"),
    [
        ("model.bin.zst.01", lambda data: data[:-1], "model.bin.zst.01"),  # cut off
        ("model.bin.zst.00", lambda data: data[:2000] + b"!!!" + data[2003:], "model.bin.zst.00"),
        ("model.bin.zst.00", lambda data: b"", "model.bin.zst.00"),
        ("model.bin.zst.01", lambda data: data + b"more", "model.bin.zst.01"),
        ("tokenizer.json.zst", lambda data: zstandard.compress(b"[1, 2, 4]"), "tokenizer.json.zst"),
        ("config.json", lambda data: b"[]", "config.json"),
        ("SHA256SUMS", lambda data: b"<!DOCTYPE html>", "SHA256SUMS"),
        ("SHA256SUMS", lambda data: b"", "SHA256SUMS"),
    ],
)
def test_damage_is_named(
    packed: Path, tmp_path: Path, name: str, change: Callable[[bytes], bytes], blamed: str
) -> None:
    (packed / name).write_bytes(change((packed / name).read_bytes()))
    target = tmp_path / "model"
    with pytest.raises(ReaderError, match="damaged") as caught:
        unpack(packed, target, None, CancelToken())
    assert blamed in caught.value.what
    assert caught.value.next_step
    assert not is_unpacked(target)
    assert not target.exists()
    assert _left_over(target) == []


@pytest.mark.parametrize("name", ["model.bin.zst.01", "tokenizer.json.zst"])
def test_a_missing_part_is_named(packed: Path, tmp_path: Path, name: str) -> None:
    (packed / name).unlink()
    with pytest.raises(ReaderError, match=f"missing: {name}"):
        unpack(packed, tmp_path / "model", None, CancelToken())


def test_no_packed_model_at_all(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="is missing"):
        unpack(tmp_path / "nothing", tmp_path / "model", None, CancelToken())


def test_cancelling_leaves_nothing(packed: Path, tmp_path: Path) -> None:
    target, cancel = tmp_path / "model", CancelToken()
    with pytest.raises(Cancelled):
        unpack(packed, target, lambda done, total: cancel.set(), cancel)
    assert not target.exists()
    assert _left_over(target) == []


def test_killed_half_way_does_not_count_and_is_cleared_later(packed: Path, tmp_path: Path) -> None:
    target = tmp_path / "model"
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from xinqiao.domain.cancel import CancelToken\n"
        "from xinqiao.engines.starter_files import unpack\n"
        "die = lambda done, total: done > total // 2 and os.kill(os.getpid(), 9)\n"
        "unpack(Path(sys.argv[1]), Path(sys.argv[2]), die, CancelToken())\n"
    )
    source = str(Path(starter_files.__file__).parents[2])
    ended = subprocess.run(
        [sys.executable, "-c", script, str(packed), str(target)],
        env={**os.environ, "PYTHONPATH": source},
        check=False,
    )
    assert ended.returncode != 0
    assert not is_unpacked(target)
    (left,) = _left_over(target)
    unpack(packed, target, None, CancelToken())  # the other process might still be at work
    assert _left_over(target) == [left]
    long_ago = time.time() - 2 * starter_files._STALE_SECONDS
    os.utime(tmp_path / left, (long_ago, long_ago))
    shutil.rmtree(target)
    unpack(packed, target, None, CancelToken())
    assert _left_over(target) == []


def test_a_full_disk_is_noticed_before_writing(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=1 << 20))
    with pytest.raises(ReaderError, match="has 1 MiB left") as caught:
        unpack(packed, tmp_path / "model", None, CancelToken())
    assert "room" in caught.value.next_step
    assert _left_over(tmp_path / "model") == []


def test_a_folder_that_cannot_be_made(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReaderError, match="cannot be put into") as caught:
        unpack(packed, tmp_path / "file" / "model", None, CancelToken())
    assert "--data-dir" in caught.value.next_step


def test_the_shipped_model_unpacks(tmp_path: Path) -> None:
    target = unpack(resources.starter_packed(), tmp_path / "model", None, CancelToken())
    assert is_unpacked(target, resources.starter_packed())
    assert (target / "model.bin").stat().st_size == 416_987_115
    assert {"LICENSE", "NOTICE", "config.json", "tokenizer.json", "vocabulary.json"} <= {
        p.name for p in target.iterdir()
    }
    shutil.rmtree(target)  # 420 MB need not wait for the end of the run
