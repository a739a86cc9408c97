"""What the translation engines need to know of the files of a model."""

import contextlib
import ctypes
import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

_SUFFIX = ".sha256.json"
_lock = threading.Lock()


def weights_sha256(path: Path) -> str:
    """SHA-256 of a model's weights, in hexadecimal.

    It is kept in a small file beside them with their size and time of change, so that half a second
    of reading is spent once; where that file cannot be written it is computed each time.

    Raises:
        OSError: the weights cannot be read.
    """
    kept = path.with_name(path.name + _SUFFIX)
    status = path.stat()
    stamp = {"size": status.st_size, "changed": status.st_mtime_ns}
    with _lock:
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            known = json.loads(kept.read_text("utf-8"))
            if {key: known[key] for key in stamp} == stamp and len(known["sha256"]) == 64:
                return str(known["sha256"])
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        with contextlib.suppress(OSError):
            building = kept.with_name(f"{kept.name}.{os.getpid()}")
            building.write_text(json.dumps({**stamp, "sha256": digest}), "utf-8")
            building.replace(kept)
        return digest


def give_memory_back() -> None:
    """Let the system have the memory that engines freed.

    Loading a model and running a batch leave some 100 to 300 MB of free blocks with glibc, which keeps
    them for itself unless told otherwise.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # musl has no such function
            ctypes.CDLL(None).malloc_trim(0)


def physical_cores() -> int:
    """Number of physical cores this process may run on; the logical ones where that is not known."""
    usable = _usable_processors()
    with contextlib.suppress(OSError, ValueError, IndexError):
        cores = {_core_of(processor) for processor in usable}
        if cores:
            return len(cores)
    return max(1, len(usable))


def _usable_processors() -> list[int]:
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    if affinity is not None:
        return sorted(affinity(0))
    return list(range(os.cpu_count() or 1))


def _core_of(processor: int) -> tuple[str, str]:
    """(package, core) of a logical processor; Linux only."""
    folder = Path(f"/sys/devices/system/cpu/cpu{processor}/topology")
    return (folder / "physical_package_id").read_text().strip(), (folder / "core_id").read_text().strip()
