"""What translation costs: the starter against a bare CTranslate2 loop, sentences, cached posts.

Each function answers rows of (what, figure, unit, budget); the budget is None where there is none.
The sentences are those of the sample posts with the hints that the app gives for them.
"""

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import ctranslate2
from tokenizers import Tokenizer

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.hints import choose_hints
from xinqiao.domain.place_spans import normal_text
from xinqiao.domain.plan_sentence import plan_sentence
from xinqiao.domain.posts import Origin, OriginKind, Part, Post, Sentence
from xinqiao.domain.sentences import split_post, split_text
from xinqiao.domain.translations import Maker, Source, Translation
from xinqiao.engines.starter_translator import StarterTranslator, build_prompt
from xinqiao.formats.sample_posts import read_sample_posts
from xinqiao.places import Places
from xinqiao.services.read_post import ReadPost
from xinqiao.startup import Toolbox
from xinqiao.storage.database import open_library

Row = tuple[str, float, str, float | None]

COMPARED = 400
"""Sentences run by both loops. With fewer, the small batches that answer a reader soon weigh more."""


def rows() -> Iterator[Row]:
    """Every row of this part."""
    with tempfile.TemporaryDirectory(prefix="xinqiao-bench-") as folder:
        tools = Toolbox(Places.find(folder))
        with closing(tools):
            yield from splitting_rows()
            yield from cached_rows(tools, Path(folder))
            yield from engine_rows(tools)


def _sample_sentences() -> list[Sentence]:
    return [
        sentence for sample in read_sample_posts(resources.sample_posts()) for sentence in split_post(sample)
    ]


def splitting_rows() -> Iterator[Row]:
    """Cutting 5,000 sentences out of one text."""
    texts = [sentence.text for sentence in _sample_sentences()]
    text = "\n".join((texts * (5000 // len(texts) + 1))[:5000])
    started = time.perf_counter()
    count = len(split_text(text, Part.BODY))
    yield f"cut a text of {count} sentences", time.perf_counter() - started, "s", 0.3


def cached_rows(tools: Toolbox, folder: Path) -> Iterator[Row]:
    """Opening a post of 50 sentences of which everything is cached."""
    texts = [sentence.text for sentence in _sample_sentences() if len(sentence.text) > 8][:49]
    post = Post("周末去了西湖", "\n".join(texts), Origin(OriginKind.PASTE))
    with open_library(folder / "library.db") as library:
        service = tools.translate_sentences(library.translations)
        reading = ReadPost(library.posts, library.prepared, tools.prepare, service, tools.converter)
        post_id = library.posts.add(post)
        opened = reading.open(post_id)
        list(reading.prepare(opened, CancelToken()))
        model = tools.models.current().model.key
        library.translations.put_many(
            [
                (item.sentence.text, Translation("English of it", Maker.MODEL, model))
                for item in opened.sentences
            ],
            model,
        )
        times = []
        for _ in range(15):
            started = time.perf_counter()
            opened = reading.open(post_id)
            list(reading.prepare(opened, CancelToken()))
            done = list(reading.translate(opened, CancelToken()))
            times.append((time.perf_counter() - started) * 1000)
        yield (
            f"open {len(done)} sentences, words and English cached (median)",
            statistics.median(times),
            "ms",
            15,
        )


def engine_rows(tools: Toolbox) -> Iterator[Row]:
    """The starter model: throughput against a bare loop, first sentence, stopping."""
    current = tools.models.current()
    if not isinstance(current, StarterTranslator):
        return
    sources = _sources(tools)
    started = time.perf_counter()
    current.load()
    yield "load the starter model", time.perf_counter() - started, "s", None
    started = time.perf_counter()
    answers = current.translate(sources, CancelToken())
    next(answers)
    yield "first sentence of a post, model loaded", time.perf_counter() - started, "s", None
    ours = _timed(lambda: list(current.translate(sources, CancelToken())))
    resident = _resident_mb()
    prompts = _prompts(sources)
    current.close()
    bare = _bare_loop(prompts, current, 16)
    yield f"starter, {len(sources)} sentences", len(sources) / ours, "sentences/s", None
    yield "the same by a bare CTranslate2 loop", len(sources) / bare, "sentences/s", None
    yield "throughput against the bare loop", bare / ours, "ratio", 0.95
    yield "memory of this process with the starter loaded, after translating", resident, "MB", 650
    yield "stop while a batch runs", _stopping_seconds(current, sources), "s", 0.5


def _sources(tools: Toolbox) -> list[Source]:
    texts = [
        normal_text(unit.marked)
        for sentence in _sample_sentences()
        for unit in plan_sentence(sentence.text).units
    ]
    simplified = [tools.converter.to_simplified(text) for text in texts[:COMPARED]]
    return [
        Source(text, choose_hints(tools.segmenter.segment(text), tools.lexicon, tools.slang))
        for text in simplified
    ]


def _prompts(sources: list[Source]) -> list[list[str]]:
    folder = resources.starter_unpacked(Path())
    tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return [build_prompt(source, tokenizer) for source in sources]


def _bare_loop(prompts: list[list[str]], like: StarterTranslator, size: int) -> float:
    """Seconds that CTranslate2 takes by itself: everything sorted, in batches of one size."""
    generator = ctranslate2.Generator(
        str(resources.starter_unpacked(Path())), device="cpu", compute_type="int8", intra_threads=like.threads
    )
    ordered = sorted(prompts, key=lambda prompt: -len(prompt))

    def run() -> None:
        for start in range(0, len(ordered), size):
            batch = ordered[start : start + size]
            longest = max(prompt.index("<h>") if "<h>" in prompt else len(prompt) for prompt in batch)
            generator.generate_batch(
                batch,
                max_length=24 + int(2.5 * longest),
                include_prompt_in_result=False,
                end_token="<eos>",
                beam_size=like.beam,
                return_scores=True,
            )

    generator.generate_batch(ordered[-1:], max_length=4, include_prompt_in_result=False, end_token="<eos>")
    return _timed(run)


def _stopping_seconds(translator: StarterTranslator, sources: list[Source]) -> float:
    cancel = CancelToken()
    set_at: list[float] = []

    def stop() -> None:
        set_at.append(time.perf_counter())
        cancel.set()

    translator.load()
    timer = threading.Timer(2.0, stop)
    timer.start()
    try:
        list(translator.translate(sources, cancel))
    except Cancelled:
        return time.perf_counter() - set_at[0]
    finally:
        timer.join()
    return float("nan")


def _resident_mb() -> float:
    """Memory that this process holds, on Linux; not a number elsewhere."""
    status = Path("/proc/self/statm")
    if not status.is_file():
        return float("nan")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
