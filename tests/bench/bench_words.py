"""What looking up, cutting and reading words costs. Run by `make bench`.

Each function answers rows of (what, figure, unit, budget); the budget is None where there is none.
"""

import importlib
import json
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from xinqiao.domain.characters import is_han
from xinqiao.domain.protected import find_protected
from xinqiao.domain.slang import SlangIndex
from xinqiao.domain.words import PreparedSentence, TokenKind
from xinqiao.engines.jieba_segmenter import JiebaSegmenter
from xinqiao.engines.lexicon_db import LexiconDb
from xinqiao.engines.opencc_script import OpenCCScript
from xinqiao.engines.pronouncer import ContextPronouncer
from xinqiao.engines.stroke_codec import unpack
from xinqiao.engines.stroke_db import StrokeDb
from xinqiao.formats.slang_tsv import read_slang
from xinqiao.services.find_words import FindWords
from xinqiao.services.look_up_word import LookUpWord
from xinqiao.services.prepare_sentences import PrepareSentences

Row = tuple[str, float, str, float | None]

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "resources" / "lexicon" / "built"
STROKES = ROOT / "resources" / "strokes" / "strokes.db"


def rows() -> Iterator[Row]:
    """Every figure of this part."""
    yield from speed_rows()
    yield from stroke_rows()
    yield from accuracy_rows()


def accuracy_rows() -> Iterator[Row]:
    """How right the words and readings are, on the gold file."""
    # Imported by its name alone: the bench runs from its own folder, where `tests` is no package.
    accuracy = importlib.import_module("accuracy")
    yield from accuracy.rows()


def speed_rows() -> Iterator[Row]:
    """What words cost."""
    with tempfile.TemporaryDirectory() as cache:
        yield from lexicon_rows()
        tools = Tools(Path(cache))
        yield from tools.segmenter_rows()
        yield from tools.reading_rows()
        yield from tools.gloss_rows()
        yield from tools.box_rows()
        yield from tools.accuracy_rows()


def stroke_rows() -> Iterator[Row]:
    """Getting characters to draw."""
    with closing(sqlite3.connect(STROKES)) as file:
        packed = [row[0] for row in file.execute("SELECT packed FROM strokes")]
    spent = best(lambda: deque(map(unpack, packed), maxlen=0), times=3)
    yield "strokes: decode one character, mean of all", spent / len(packed) * 1000, "ms", None
    source = StrokeDb(STROKES)
    yield (
        "strokes: a word of two characters, from the file",
        best(lambda: source.find("国家")) * 1000,
        "ms",
        4.0,
    )


def lines() -> list[str]:
    """The lines of the sample posts and their comments."""

    def walk(comments: list[dict[str, object]]) -> Iterator[str]:
        for comment in comments:
            yield str(comment["text"])
            replies = comment.get("replies", [])
            assert isinstance(replies, list)
            yield from walk(replies)

    found: list[str] = []
    for post in json.loads((ROOT / "seeds" / "sample_posts.json").read_text(encoding="utf-8")):
        found += [post["title"], *post["body"].split("\n"), *walk(post.get("comments", []))]
    return [line for line in found if line.strip()]


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the fastest run."""
    spent: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return min(spent)


def _megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024


def _percentiles(spent: list[float]) -> tuple[float, float]:
    return statistics.median(spent) * 1000, sorted(spent)[int(len(spent) * 0.99)] * 1000


def lexicon_rows() -> Iterator[Row]:
    """Opening the dictionary and asking it."""
    before = _megabytes()
    started = time.perf_counter()
    lexicon = LexiconDb(BUILT / "lexicon.db")
    yield "dictionary: open", (time.perf_counter() - started) * 1000, "ms", None
    words = [line[start : start + 2] for line in lines() for start in range(0, len(line), 2)]
    yield (
        "dictionary: exact look-up",
        best(lambda: [lexicon.entries(word) for word in words]) / len(words) * 1000,
        "ms",
        1.0,
    )
    spent: list[float] = []
    for line in lines():
        for offset in range(0, len(line), 3):
            started = time.perf_counter()
            lexicon.words_covering(line, offset)
            spent.append(time.perf_counter() - started)
    median, slowest = _percentiles(spent)
    yield "dictionary: words over a place, median", median, "ms", 1.0
    yield "dictionary: words over a place, 99 %", slowest, "ms", 1.0
    for query in ("to wait in line", "teacher"):
        yield f"dictionary: search “{query}”", best(lambda: lexicon.search_english(query)) * 1000, "ms", None  # noqa: B023
    yield "dictionary: search “lǜ sè”", best(lambda: lexicon.search_pinyin("lǜ sè")) * 1000, "ms", None
    yield "dictionary: memory", _megabytes() - before, "MB", None
    lexicon.close()


class Tools:
    """The engines and services over the shipped data."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self.lexicon = LexiconDb(BUILT / "lexicon.db")
        self.slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
        self.converter = OpenCCScript()
        self.segmenter = self._segmenter()
        self.pronouncer = ContextPronouncer(self.lexicon, self.slang, self.converter)
        self.prepare = self._prepare(self.pronouncer)
        self.look_up = LookUpWord(self.lexicon, self.slang, self.converter)

    def _segmenter(self) -> JiebaSegmenter:
        return JiebaSegmenter(
            BUILT / "gloss_dict.txt", self.cache, self.slang.terms(), converter=self.converter
        )

    def _prepare(self, pronouncer: ContextPronouncer) -> PrepareSentences:
        return PrepareSentences(self.segmenter, pronouncer, self.lexicon, self.slang, find_protected)

    def segmenter_rows(self) -> Iterator[Row]:
        """Loading with and without the cache, and speed."""
        started = time.perf_counter()
        self.segmenter.load()
        yield "segmenter: load, first time", (time.perf_counter() - started) * 1000, "ms", None
        started = time.perf_counter()
        self._segmenter().load()
        yield "segmenter: load, from its cache", (time.perf_counter() - started) * 1000, "ms", None
        text = lines()
        size = sum(map(len, text))
        yield (
            "segmenter: speed",
            size / best(lambda: [self.segmenter.segment(line) for line in text]) / 1000,
            "k chars/s",
            None,
        )

    def reading_rows(self) -> Iterator[Row]:
        """Pinyin, and the whole preparation of a post of 200 characters with nothing cached."""
        started = time.perf_counter()
        self.pronouncer.read(["热身"])
        self.pronouncer.read(["长"])
        yield "pinyin: load the network", (time.perf_counter() - started) * 1000, "ms", None
        words = [self.segmenter.segment(line) for line in lines()]
        spent = best(
            lambda: [
                ContextPronouncer(self.lexicon, self.slang, self.converter).read(line) for line in words[:40]
            ]
        )
        yield "pinyin: speed, nothing cached", sum(map(len, lines()[:40])) / spent / 1000, "k chars/s", None
        for line in words:
            self.pronouncer.read(line)
        post = "".join(lines())[:200]

        def once() -> PreparedSentence:
            # a new pronouncer that knows its words but not this sentence
            return self.prepare.prepare(post[1:] + str(time.perf_counter_ns()))

        yield "segmentation + pinyin of a 200-character post", best(once) * 1000, "ms", 40.0

    def gloss_rows(self) -> Iterator[Row]:
        """From the tap to what the card shows."""
        spent: list[float] = []
        for line in lines()[:120]:
            prepared = self.prepare.prepare(line)
            for index, token in enumerate(prepared.tokens):
                if token.kind is TokenKind.WORD:
                    started = time.perf_counter()
                    self.look_up.look_up(prepared, index, "We went there and waited for a long time")
                    spent.append(time.perf_counter() - started)
        median, slowest = _percentiles(spent)
        yield "gloss: tap to card content, median", median, "ms", 2.0
        yield "gloss: tap to card content, 99 %", slowest, "ms", 16.0

    def box_rows(self) -> Iterator[Row]:
        """The look-up box: every search that typing these leads to."""
        slang = SlangIndex(read_slang(ROOT / "seeds" / "slang.tsv")[0])
        found = FindWords(self.lexicon, lambda: slang.entries, lambda: [], self.converter)
        found.load()
        spent: list[float] = []
        for query in (
            "xihu",
            "zhong1guo2",
            "lǜsè",
            "telephone",
            "to go home",
            "yyds",
            "西湖边",
            "一个",
            "shi",
        ):
            for end in range(1, len(query) + 1):
                started = time.perf_counter()
                found.find(query[:end])
                spent.append(time.perf_counter() - started)
        median, slowest = _percentiles(spent)
        yield "look-up box: a key to the list, median", median, "ms", 16.0
        yield "look-up box: a key to the list, 99 %", slowest, "ms", 16.0

    def accuracy_rows(self) -> Iterator[Row]:
        """Readings of the project's own list of polyphones."""
        checked = right = sentences = whole = 0
        for line in (ROOT / "tests/fixtures/polyphones.txt").read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            text = re.sub(r"\[[^\]]*\]", "", line)
            syllables = iter(
                syllable
                for reading in self.pronouncer.read(self.segmenter.segment(text))
                for syllable in reading
            )
            good = True
            for character, mark in re.findall(r"(.)(?:\[([a-z:]+[1-5])\])?", line):
                reading = next(syllables) if is_han(character) else ""
                if mark:
                    checked += 1
                    right += reading == mark
                    good = good and reading == mark
            sentences += 1
            whole += good
        yield f"pinyin: right of {checked} marked polyphones", right / checked, "ratio", 0.97
        yield f"pinyin: sentences of {sentences} with all of them right", whole / sentences, "ratio", 0.97
