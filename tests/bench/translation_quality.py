"""How good translations are, measured on `tests/fixtures/parallel_posts.tsv` through the whole pipeline.

`python tests/bench/translation_quality.py` prints chrF, BLEU and speed of the starter and of the small
Argos package for searches of width 1, 2 and 4; what second looks win for several bounds; how well the model's
score tells bad sentences from good ones; and what a look back at the sentence before wins, on
`parallel_context.tsv`. Some ten minutes on two cores. What came of it is in `docs/decisions/0024`, `0045`,
`0050` and `0051`.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.ports import Translator
from xinqiao.domain.posts import Part
from xinqiao.domain.sentences import split_text
from xinqiao.domain.translations import Maker, Translation
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.install_package import install_package
from xinqiao.engines.starter_translator import StarterTranslator
from xinqiao.places import Places
from xinqiao.services.second_tries import IMPROVE_BY
from xinqiao.services.translate_sentences import TranslateSentences
from xinqiao.startup import Toolbox

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PAIRS = FIXTURES / "parallel_posts.tsv"
IN_CONTEXT = FIXTURES / "parallel_context.tsv"
PACKAGE = FIXTURES / "argos-zh-en-mini.argosmodel"
WIDTHS = (1, 2, 4)
BOUNDS = (-1.3, -1.15, -1.0, -0.9, -0.8, -0.7, 0.0)
BAD = 35.0  # chrF of a sentence

Found = Mapping[str, Translation]


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of the file.

    Attributes:
        sentences: the Chinese as the app cuts it.
    """

    kind: str
    chinese: str
    english: str
    sentences: tuple[str, ...]


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """Every pair of the file.

    Raises:
        ValueError: a line has other columns than kind, Chinese and English.
    """
    pairs = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, chinese, english = line.split("\t")
        cut = tuple(sentence.text for sentence in split_text(chinese, Part.BODY))
        pairs.append(Pair(kind, chinese, english, cut))
    return pairs


def scores(pairs: Sequence[Pair], english_of: Callable[[str], str]) -> tuple[float, float]:
    """chrF and BLEU of a whole file."""
    ours = [" ".join(english_of(text) for text in pair.sentences) for pair in pairs]
    theirs = [[pair.english for pair in pairs]]
    return CHRF().corpus_score(ours, theirs).score, BLEU().corpus_score(ours, theirs).score


def translated(tools: Toolbox, engine: Translator, texts: Sequence[str]) -> tuple[Found, float, float]:
    """What the app makes of sentences, the seconds until the model's first, and the seconds for all."""
    service = _service(tools, engine)
    list(service.translate(["外面下雨了，我们在家里吃饭。"], CancelToken()))  # what is loaded at first use
    started = time.perf_counter()
    found: dict[int, Translation] = {}
    first = 0.0
    for index, translation in service.translate(texts, CancelToken()):
        found[index] = translation
        if not first and translation.maker is Maker.MODEL:
            first = time.perf_counter() - started
    seconds = time.perf_counter() - started
    return {texts[index]: translation for index, translation in found.items()}, first, seconds


def _service(tools: Toolbox, engine: Translator) -> TranslateSentences:
    return TranslateSentences(
        lambda: engine,
        tools.lexicon,
        tools.words.slang,
        tools.words.trained,
        tools.converter,
        sticker_codes=frozenset(tools.stickers),
    )


def looking_back(tools: Toolbox, engine: Translator) -> Iterator[tuple[str, float, float]]:
    """chrF and BLEU of sentences that need the one before: at once, after second looks, and with it."""
    lines = [line.split("\t") for line in IN_CONTEXT.read_text("utf-8").splitlines() if line[0] != "#"]
    pairs = [Pair("context", chinese, english, (chinese,)) for _, chinese, english in lines]
    texts = [text for before, chinese, _ in lines for text in (before, chinese)]
    service = _service(tools, engine)
    quick = {texts[index]: now for index, now in service.translate(texts, CancelToken(), quick=True)}
    yield "at once", *scores(pairs, lambda text: quick[text].text)
    for name, before in (
        ("a second look", {}),
        ("and the sentence before", {chinese: before for before, chinese, _ in lines}),
    ):
        better = dict(service.improve([(text, quick[text]) for text in texts], CancelToken(), before))
        yield name, *scores(pairs, lambda text: {**quick, **better}[text].text)  # noqa: B023


def engines(tools: Toolbox, folder: Path) -> Iterator[tuple[str, Callable[[int], Translator]]]:
    """Name of an engine, and how it is made with a search of some width."""
    starter = resources.starter_unpacked(tools.places.models)
    yield "starter", lambda width: StarterTranslator(starter, beam=width, careful_beam=4)
    package = install_package(PACKAGE, folder, CancelToken()).folder
    yield "small Argos package", lambda width: ArgosTranslator(package, beam=width)


def second_looks(pairs: Sequence[Pair], quick: Found, careful: Found) -> Iterator[str]:
    """For several bounds: how much is looked at again, how much replaced, and what that gives."""
    by_model = {text: item.score for text, item in quick.items() if item.score is not None}
    for bound in BOUNDS:
        again = [text for text, score in by_model.items() if score < bound]
        taken = {text for text in again if _better(careful[text], quick[text])}
        chrf, bleu = scores(pairs, lambda text: (careful if text in taken else quick)[text].text)  # noqa: B023
        yield f"{bound:6.2f}  {len(again) / len(by_model):4.0%}  {len(taken):4d}  {chrf:5.1f}  {bleu:5.1f}"


def _better(again: Translation, now: Translation) -> bool:
    return (
        again.text != now.text
        and (again.score or 0.0) >= (now.score or 0.0) + IMPROVE_BY
        and len(again.doubts) <= len(now.doubts)
    )


def bad_ones(pairs: Sequence[Pair], found: Found) -> Iterator[str]:
    """For several bounds: how many sentences are below, and how many of those and of the others are bad."""
    judge = CHRF()
    judged = [
        (score, judge.sentence_score(found[pair.chinese].text, [pair.english]).score)
        for pair in pairs
        if pair.chinese in found and (score := found[pair.chinese].score) is not None
    ]
    for bound in (-1.0, -1.05, -1.1, -1.15, -1.25):
        below = [chrf < BAD for score, chrf in judged if score < bound]
        above = [chrf < BAD for score, chrf in judged if score >= bound]
        share = len(below) / len(judged)
        yield f"{bound:6.2f}  {share:4.0%}  {_share(below):4.0%}  {_share(above):4.0%}"


def _share(of: Sequence[bool]) -> float:
    return sum(of) / len(of) if of else 0.0


def main() -> int:
    """Print everything."""
    pairs = read_pairs()
    texts = list(dict.fromkeys(text for pair in pairs for text in pair.sentences))
    print(f"{len(pairs)} pairs, {len(texts)} sentences")
    with tempfile.TemporaryDirectory(prefix="xinqiao-bench-") as folder:
        tools = Toolbox(Places.find(folder))
        with closing(tools):
            for name, make in engines(tools, Path(folder, "packages")):
                print(f"\n{name}\nwidth   chrF   BLEU   first   sentences/s")
                found: dict[int, Found] = {}
                for width in WIDTHS:
                    engine = make(width)
                    found[width], first, seconds = translated(tools, engine, texts)
                    engine.close()  # type: ignore[attr-defined]
                    chrf, bleu = scores(pairs, lambda text: found[width][text].text)  # noqa: B023
                    print(
                        f"{width:5d}  {chrf:5.1f}  {bleu:5.1f}  {first:4.2f} s  {len(texts) / seconds:5.2f}"
                    )
                for width in WIDTHS[1:]:
                    print(f"width 1, again with {width} below\n bound  again  taken  chrF   BLEU")
                    print("\n".join(second_looks(pairs, found[1], found[width])))
                engine = make(WIDTHS[-1])
                print(f"sentences that need the one before ({IN_CONTEXT.name})\n chrF   BLEU")
                for what, chrf, bleu in looking_back(tools, engine):
                    print(f"{chrf:5.1f}  {bleu:5.1f}  {what}")
                engine.close()  # type: ignore[attr-defined]
                print(f"bad (chrF below {BAD:.0f}), width {WIDTHS[-1]}\n bound  below  bad  bad above")
                print("\n".join(bad_ones(pairs, found[WIDTHS[-1]])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
