"""Tools that read lines and write one line for each: for measuring and for pipes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from xinqiao.domain.posts import Part
from xinqiao.domain.sentences import split_text
from xinqiao.places import Places
from xinqiao.startup import Toolbox


def run(command: str, places: Places) -> int:
    """Run `segment`, `pinyin` or `translate` over standard input."""
    with closing(Toolbox(places)) as tools:
        tools.take_readers_words()
        lines = _lines(sys.stdin.buffer)
        results: Iterable[str]
        if command == "segment":
            results = (" ".join(_per_sentence(line, tools.prepare.plain_segments, tools)) for line in lines)
        elif command == "pinyin":
            results = (_pinyin(line, tools) for line in lines)
        else:
            results = tools.translate_sentences().translate_lines(lines)
        for result in results:
            sys.stdout.write(result + "\n")
            sys.stdout.flush()
    return 0


def _per_sentence(line: str, do: Callable[[str], list[str]], tools: Toolbox) -> Iterator[str]:
    """What `do` makes of each sentence: the reader, too, cuts a text into sentences first."""
    for sentence in split_text(line, Part.BODY, None, frozenset(tools.stickers)):
        yield from do(sentence.text)


def _pinyin(line: str, tools: Toolbox) -> str:
    result, done = "", 0
    for sentence in split_text(line, Part.BODY, None, frozenset(tools.stickers)):
        spelled = tools.prepare.numbered_pinyin(sentence.text)
        gap = line[done : sentence.start]
        if not gap and result[-1:].isalnum() and spelled[:1].isalnum():
            gap = " "  # an over-long sentence was cut between two characters
        result += gap + spelled
        done = sentence.end
    return result + line[done:]


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    """Lines without their ends; bytes that are no UTF-8 become U+FFFD."""
    for line in stream:
        yield line.decode("utf-8", "replace").rstrip("\r\n")
