"""Translates one sample post in a process of its own, as the app does, and says what that took.

`python own_process.py DATA-DIR` prints the seconds from the start of the process to the first English
and to the end of the post, and the megabytes (of 10⁶ bytes) that the process holds then, what its
share of the machine's memory is, and what it held at its largest.
"""

import os
import sys
import time
from pathlib import Path

_STARTED = time.time()


def _since_start() -> float:
    """Seconds since this process was made, on Linux; since this file was read elsewhere."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
        up = float(Path("/proc/uptime").read_text().split()[0])
        return up - ticks / os.sysconf("SC_CLK_TCK")
    except OSError:
        return time.time() - _STARTED


def _kilobytes(file: str, name: str) -> float:
    """One line of a file of `/proc`; not a number where there is none."""
    try:
        lines = Path("/proc/self", file).read_text().splitlines()
    except OSError:
        return float("nan")
    return next(float(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def main(folder: str) -> None:
    """Translate the first sample post."""
    from xinqiao import resources
    from xinqiao.domain.cancel import CancelToken
    from xinqiao.formats.sample_posts import read_sample_posts
    from xinqiao.places import Places
    from xinqiao.startup import Toolbox

    tools = Toolbox(Places.find(folder))
    post = read_sample_posts(resources.sample_posts())[0]
    sentences = tools.read_once(post, CancelToken())
    next(sentences)
    first = _since_start()
    for _ in sentences:
        pass
    whole = _since_start()
    sizes = (("status", "VmRSS"), ("smaps_rollup", "Pss"), ("status", "VmHWM"))
    print(first, whole, *(_kilobytes(file, name) * 1024 / 1e6 for file, name in sizes))
    tools.close()


if __name__ == "__main__":
    main(sys.argv[1])
