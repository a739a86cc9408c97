"""What translation costs: our pipeline against bare loops, first sentences, memory, stopping.

Each function answers rows of (what, figure, unit, budget); the budget is None where there is none.
The sentences are those of the sample posts and of the gold file, and some of them in pairs, until
there are enough.
"""

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from bare_loops import (  # type: ignore[import-not-found]  # beside this file, which is run by its path
    BarePackage,
    BareStarter,
    Stopwatch,
    argos_seconds,
)

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled
from xinqiao.domain.models import EngineOptions
from xinqiao.domain.posts import Origin, OriginKind, Part, Post, Sentence
from xinqiao.domain.sentences import split_post, split_text
from xinqiao.domain.translations import Maker, ModelId, Output, Source, Translation
from xinqiao.engines.argos_package import packages_in
from xinqiao.engines.install_package import install_package
from xinqiao.formats.sample_posts import read_sample_posts
from xinqiao.places import Places
from xinqiao.services.read_post import ReadPost
from xinqiao.services.translate_sentences import TranslateSentences
from xinqiao.startup import Toolbox
from xinqiao.storage.database import Library, open_library

Row = tuple[str, float, str, float | None]

FIXTURES = Path(__file__).parents[1] / "fixtures"
COMPARED = 1000
"""Sentences that both loops run. With fewer, the small batches that answer a reader soon weigh more."""

COMPARED_WIDE = 150
"""Sentences for the starter's search of two, which takes nearly twice as long."""

BY_ARGOS = 200
"""Sentences for Argos Translate's own way, one by one."""


def rows() -> Iterator[Row]:
    """Every row of this part."""
    with tempfile.TemporaryDirectory(prefix="xinqiao-bench-") as name:
        folder = Path(name)
        starter, package = Places.find(folder / "starter"), Places.find(folder / "package")
        for places in (starter, package):
            places.make()
        install_package(FIXTURES / "argos-zh-en-mini.argosmodel", package.models, CancelToken())
        yield from splitting_rows()
        with closing(Toolbox(starter)) as tools:
            yield from cached_rows(tools, folder)
        yield from process_rows(starter, "starter", 650)
        yield from process_rows(package, "small package", None)
        with closing(Toolbox(package)) as tools, open_library(folder / "package.db") as library:
            yield from package_rows(tools, library, folder)
        with closing(Toolbox(starter)) as tools, open_library(folder / "starter.db") as library:
            yield from starter_rows(tools, library)


def _sample_sentences() -> list[Sentence]:
    return [
        sentence for sample in read_sample_posts(resources.sample_posts()) for sentence in split_post(sample)
    ]


def _sentences(count: int) -> list[str]:
    """So many different sentences."""
    gold = (FIXTURES / "gold_posts.tsv").read_text("utf-8").splitlines()
    texts = [sentence.text for sentence in _sample_sentences()]
    texts += [line.split("\t")[0] for line in gold if line and not line.startswith("#")]
    texts = list(dict.fromkeys(texts))
    short = [text for text in texts if len(text) < 20]
    texts += [f"{one}，{other}" for one, other in zip(short, short[7:], strict=False)]
    return list(dict.fromkeys(texts))[:count]


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


def process_rows(places: Places, what: str, budget: float | None) -> Iterator[Row]:
    """A sample post in a process of its own, whose model was used before (its files are read already)."""
    script = str(Path(__file__).with_name("own_process.py"))
    figures: list[float] = []
    for _ in range(2):
        ended = subprocess.run(
            [sys.executable, "-W", "ignore", script, str(places.data)],
            capture_output=True,
            text=True,
            check=True,
        )
        figures = [float(figure) for figure in ended.stdout.split()]
    first, whole, held, share, largest = figures
    yield f"{what}: start of the process to the first English", first, "s", None
    yield f"{what}: start of the process to the end of the post", whole, "s", None
    yield f"{what}: memory after a post", held, "MB", budget
    yield f"{what}: its share of the machine's memory", share, "MB", budget
    yield f"{what}: memory at its largest, while batches run", largest, "MB", None


def package_rows(tools: Toolbox, library: Library, folder: Path) -> Iterator[Row]:
    """The small package: our pipeline, a bare loop, Argos Translate."""
    package = packages_in(tools.places.models)[0].folder
    texts = _sentences(COMPARED)
    bare = BarePackage(package, 4, 64)
    ours = yield from compared_rows(tools, library, bare, texts, "small package")
    home = folder / "argos"
    home.mkdir()
    clock, work = argos_seconds(package, texts[:BY_ARGOS], home)
    yield "Argos Translate's own way, sentence by sentence", BY_ARGOS / clock, "sentences/s", None
    yield "our pipeline against it, by work", work / BY_ARGOS * len(texts) / ours.work, "times", None
    yield from first_sentence_rows(tools, "small package")


def starter_rows(tools: Toolbox, library: Library) -> Iterator[Row]:
    """The starter: our pipeline, a bare loop, stopping, second looks."""
    unpacked = resources.starter_unpacked(tools.places.models)
    for width, size, count in ((1, 16, COMPARED), (2, 8, COMPARED_WIDE)):
        tools.models.configure(EngineOptions(beam=width))
        bare = BareStarter(unpacked, width, size)
        texts = _sentences(COMPARED)[:: COMPARED // count]
        yield from compared_rows(tools, library, bare, texts, f"starter, search of {width}")
        del bare
        yield from first_sentence_rows(tools, f"starter, search of {width}")
        yield from stopping_rows(tools, texts, f"starter, search of {width}")
    tools.models.configure(EngineOptions())
    yield from second_look_rows(tools, library)


def compared_rows(
    tools: Toolbox, library: Library, bare: BareStarter | BarePackage, texts: Sequence[str], what: str
) -> Generator[Row, None, Stopwatch]:
    """Our pipeline, with everything around the engine and nothing cached, between two halves of a loop.

    The loop is given what our pipeline gives the engine, in batches of the size that is fastest among
    those that need no more memory than ours. Halves, so that a machine that gets slower is so for both.
    """
    service = tools.translate_sentences(library.translations)
    engine = tools.models.ready()
    asked = _Asked(engine.model, engine.wants_hints)
    parts = (tools.lexicon, tools.words.slang, tools.words.trained, tools.converter)
    with suppress(Cancelled):
        list(TranslateSentences(lambda: asked, *parts).translate(texts, CancelToken()))
    list(service.translate(texts[:2], CancelToken()))
    bare.run(asked.sources[:2])
    library.translations.forget_all()
    ours, loop = Stopwatch(), Stopwatch()
    with loop:
        bare.run(asked.sources[::2])
    with ours:
        list(service.translate(texts, CancelToken()))
    with loop:
        bare.run(asked.sources[1::2])
    yield f"{what}: {len(texts)} sentences, nothing cached", len(texts) / ours.clock, "sentences/s", None
    yield f"{what}: the same by a bare CTranslate2 loop", len(texts) / loop.clock, "sentences/s", None
    yield f"{what}: our throughput against the loop's", loop.clock / ours.clock, "ratio", 0.95
    yield f"{what}: the same by work", loop.work / ours.work, "ratio", 0.95
    return ours


class _Asked:
    """An engine that notes what it is asked, and does not answer."""

    batch_size = 32

    def __init__(self, model: ModelId, wants_hints: bool) -> None:
        self.model, self.wants_hints = model, wants_hints
        self.sources: list[Source] = []

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        self.sources = list(sources)
        raise Cancelled


def first_sentence_rows(tools: Toolbox, what: str) -> Iterator[Row]:
    """The first sentence of a post, the model loaded."""
    tools.models.ready()
    service = tools.translate_sentences()
    times = []
    for post in read_sample_posts(resources.sample_posts())[:4]:
        texts = [sentence.text for sentence in split_post(post)]
        with Stopwatch() as watch:
            answers = service.translate(texts, CancelToken())
            next(item for item in answers if item[1].maker is Maker.MODEL)
        answers.close()  # type: ignore[attr-defined]
        times.append(watch.clock)
    yield f"{what}: first sentence of a post, model loaded", statistics.median(times), "s", None


def stopping_rows(tools: Toolbox, texts: Sequence[str], what: str) -> Iterator[Row]:
    """A long job is stopped in the middle of a batch, and a sentence asked for at once."""
    service = tools.translate_sentences()
    cancel = CancelToken()
    pressed: list[float] = []

    def stop() -> None:
        pressed.append(time.perf_counter())
        cancel.set()

    started = time.perf_counter()
    list(service.translate(["今天天气真不错，我们出去走走吧。"], CancelToken()))
    alone = time.perf_counter() - started
    timer = threading.Timer(3.0, stop)
    timer.start()
    with suppress(Cancelled):
        list(service.translate(texts, cancel))
    timer.join()
    ended = time.perf_counter()
    list(service.translate(["今天天气真不错，我们出去走走吧。"], CancelToken()))
    after = time.perf_counter() - ended
    yield f"{what}: stop to the end of the job", ended - pressed[0], "s", 0.5
    yield f"{what}: the next job's first sentence, then", after, "s", None
    yield f"{what}: the same with nothing before it", alone, "s", None


def second_look_rows(tools: Toolbox, library: Library, most: int = 12) -> Iterator[Row]:
    """What the model was least sure of, translated again as it is while nobody waits."""
    service = tools.translate_sentences(library.translations)
    texts = _sentences(60)
    made = sorted(
        (item for item in service.translate(texts, CancelToken()) if item[1].score is not None),
        key=lambda item: item[1].score or 0.0,
    )
    weak = [(texts[index], translation) for index, translation in made[:most]]
    with Stopwatch() as watch:
        better = list(service.improve(weak, CancelToken()))
    yield "second looks: the least sure 12 of 60 sentences", watch.clock / len(weak), "s each", None
    yield "second looks: share that got better", len(better) / len(weak), "of 1", None
