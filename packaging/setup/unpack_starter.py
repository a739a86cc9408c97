"""Unpack the starter translation model of a checkout.

usage: python unpack_starter.py PACKED TARGET
"""

import sys
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.engines import starter_files


def show(done: int, total: int) -> None:
    """Print how far it is, over the last line, on a terminal only."""
    if sys.stdout.isatty():
        print(f"\r\033[K  {done >> 20} of {total >> 20} MiB", end="", flush=True)


def main() -> int:
    """Unpack; returns the process's exit code."""
    packed, target = map(Path, sys.argv[1:3])
    if starter_files.is_unpacked(target, packed):
        return 0
    print("Unpacking the translation model ...", flush=True)
    try:
        starter_files.unpack(packed, target, show, CancelToken())
    except ReaderError as problem:
        print(f"\n{problem.what}\n{problem.next_step}", file=sys.stderr)
        return 1
    if sys.stdout.isatty():
        print("\r\033[K", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
