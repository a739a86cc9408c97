"""Tools that read lines and write one line for each: for measuring and for pipes."""

import sys
from collections.abc import Iterable, Iterator

from xinqiao.places import Places
from xinqiao.startup import Toolbox


def run(command: str, places: Places) -> int:
    """Run `segment`, `pinyin` or `translate` over standard input."""
    tools = Toolbox(places)
    lines = _lines(sys.stdin.buffer)
    results: Iterable[str]
    if command == "segment":
        results = (" ".join(tools.prepare.plain_segments(line)) for line in lines)
    elif command == "pinyin":
        results = (tools.prepare.numbered_pinyin(line) for line in lines)
    else:
        results = tools.translate_sentences().translate_lines(lines)
    for result in results:
        sys.stdout.write(result + "\n")
        sys.stdout.flush()
    return 0


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    """Lines without their ends; bytes that are no UTF-8 become U+FFFD."""
    for line in stream:
        yield line.decode("utf-8", "replace").rstrip("\r\n")
