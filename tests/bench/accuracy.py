"""How well posts are cut and read, measured on `tests/fixtures/gold_posts.tsv`. Run by `make bench`.

`python tests/bench/accuracy.py --errors` lists every difference from the gold file. What the file
holds and why is in `docs/decisions/0014-gold-file.md`.
"""

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xinqiao.domain.characters import has_han, is_han
from xinqiao.domain.words import PreparedSentence, Span, TokenKind
from xinqiao.places import Places
from xinqiao.startup import Toolbox

Row = tuple[str, float, str, float | None]

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "fixtures" / "gold_posts.tsv"
HELD_OUT = ROOT / "tests" / "fixtures" / "gold_held_out.tsv"
_UNREAD = re.compile(r"[@＠].*|\[.*\]#?")  # @names and stickers have no readings


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One line of the gold file.

    Attributes:
        spans: what a reader would tap, and what stands between; they rejoin to the sentence.
        readings: for each character of the sentence its numbered syllable, or nothing.
        marked: offsets of the polyphones that count as such.
    """

    spans: tuple[str, ...]
    readings: tuple[str, ...]
    marked: frozenset[int]

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(self.spans)


@dataclass(frozen=True, slots=True)
class SpanError:
    """A stretch that is cut otherwise than the gold file says."""

    text: str
    gold: str
    shown: str


@dataclass(frozen=True, slots=True)
class ReadingError:
    """A character that is read otherwise than the gold file says."""

    text: str
    offset: int
    gold: str
    shown: str
    marked: bool


@dataclass(slots=True)
class Accuracy:
    """Counts over the sentences looked at, and each difference.

    Attributes:
        gold_spans: spans of the gold file that have a letter, a digit or a Chinese character.
        shown_spans: tokens of which the same can be said.
        same_spans: those that are both.
        tapped: Chinese characters outside @names and stickers.
        tapped_right: those whose token is the gold span.
        grouped_right: the same, a name outlined over several tokens counted as one.
        outlines: stretches outlined as a name.
        outlines_right: those that are a gold span.
        han_tokens: words shown that have Chinese characters.
        with_entry: those with an entry in the dictionary or the slang layer, and numbers.
        read_right: of `tapped`, those read as in the gold file.
        cut_right: sentences with every span the gold file's.
        whole: sentences with every character read rightly.
    """

    sentences: int = 0
    gold_spans: int = 0
    shown_spans: int = 0
    same_spans: int = 0
    cut_right: int = 0
    tapped: int = 0
    tapped_right: int = 0
    grouped_right: int = 0
    outlines: int = 0
    outlines_right: int = 0
    han_tokens: int = 0
    with_entry: int = 0
    read_right: int = 0
    marked: int = 0
    marked_right: int = 0
    whole: int = 0
    span_errors: list[SpanError] = field(default_factory=list)
    reading_errors: list[ReadingError] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of spans."""
        return 2 * self.same_spans / (self.gold_spans + self.shown_spans)

    @property
    def tap(self) -> float:
        """Share of Chinese characters whose shown span is the gold span."""
        return self.tapped_right / self.tapped

    @property
    def tap_with_names(self) -> float:
        """The same, a name outlined over several tokens counted as one span."""
        return self.grouped_right / self.tapped

    @property
    def outline_precision(self) -> float:
        """Share of name outlines that are a gold span; 1 when there is none."""
        return self.outlines_right / self.outlines if self.outlines else 1.0

    @property
    def gloss(self) -> float:
        """Share of words with Chinese characters that have an entry."""
        return self.with_entry / self.han_tokens

    @property
    def pinyin(self) -> float:
        """Share of Chinese characters read rightly."""
        return self.read_right / self.tapped

    @property
    def polyphones(self) -> float:
        """Share of marked polyphones read rightly."""
        return self.marked_right / self.marked

    @property
    def sentences_read(self) -> float:
        """Share of sentences read rightly throughout."""
        return self.whole / self.sentences

    @property
    def sentences_cut(self) -> float:
        """Share of sentences cut rightly throughout."""
        return self.cut_right / self.sentences


def parse(line: str) -> GoldSentence:
    """One line of the gold file.

    Raises:
        ValueError: when it has not exactly one syllable for each Chinese character.
    """
    cut, _, pinyin = line.partition("\t")
    spans = tuple(cut.split("|"))
    syllables = iter(pinyin.split())
    readings: list[str] = []
    marked: list[int] = []
    for span in spans:
        for character in span:
            syllable = ""
            if is_han(character) and not _UNREAD.fullmatch(span):
                syllable = next(syllables, "")
                if not re.fullmatch(r"[a-z:]+[1-5]\*?", syllable):
                    raise ValueError(f"no syllable for {character}: {line}")
                if syllable.endswith("*"):
                    marked.append(len(readings))
            readings.append(syllable.rstrip("*"))
    if next(syllables, None) is not None:
        raise ValueError(f"more syllables than characters: {line}")
    return GoldSentence(spans, tuple(readings), frozenset(marked))


def gold_sentences(file: Path = GOLD) -> list[GoldSentence]:
    """Every sentence of a gold file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith(("# ", "#\t"))]


def measure(toolbox: Toolbox, sentences: Sequence[GoldSentence]) -> Accuracy:
    """Cut and read `sentences` as the reader does, and compare."""
    found = Accuracy()
    for gold in sentences:
        prepared = toolbox.prepare.prepare(gold.text)
        _compare_spans(found, gold, prepared)
        _compare_readings(found, gold, prepared)
        for token in prepared.tokens:
            if token.kind is TokenKind.WORD and has_han(token.text):
                found.han_tokens += 1
                found.with_entry += _has_entry(toolbox, token.text)
        found.sentences += 1
    return found


def _has_entry(toolbox: Toolbox, word: str) -> bool:
    return toolbox.look_up_word.look_up_text(word) is not None


def _gold_offsets(gold: GoldSentence) -> list[Span]:
    spans: list[Span] = []
    offset = 0
    for span in gold.spans:
        spans.append(Span(offset, offset + len(span)))
        offset += len(span)
    return spans


def _compare_spans(found: Accuracy, gold: GoldSentence, prepared: PreparedSentence) -> None:
    text = gold.text

    def counts(span: Span) -> bool:
        return any(character.isalnum() for character in span.of(text))

    wanted = [span for span in _gold_offsets(gold) if counts(span)]
    shown = [token.span for token in prepared.tokens if counts(token.span)]
    same = set(wanted) & set(shown)
    found.outlines += len(prepared.names)
    found.outlines_right += len(set(prepared.names) & set(wanted))
    found.gold_spans += len(wanted)
    found.shown_spans += len(shown)
    found.same_spans += len(same)
    found.cut_right += len(same) == len(wanted) == len(shown)
    for span in wanted:
        size = sum(bool(gold.readings[place]) for place in range(span.start, span.end))
        found.tapped += size
        found.tapped_right += size if span in same else 0
        found.grouped_right += size if span in same or span in prepared.names else 0
    found.span_errors += _differences(text, _gold_offsets(gold), [token.span for token in prepared.tokens])


def _differences(text: str, wanted: list[Span], shown: list[Span]) -> Iterator[SpanError]:
    """The shortest stretches between cuts that both have."""
    both = sorted({span.end for span in wanted} & {span.end for span in shown})
    start = 0
    for end in both:
        ours = [span.of(text) for span in wanted if start <= span.start and span.end <= end]
        theirs = [span.of(text) for span in shown if start <= span.start and span.end <= end]
        if ours != theirs:
            yield SpanError(text, "|".join(ours), "|".join(theirs))
        start = end


def _compare_readings(found: Accuracy, gold: GoldSentence, prepared: PreparedSentence) -> None:
    shown = [""] * len(gold.text)
    for token in prepared.tokens:
        syllables = iter(token.syllables)
        for place in range(token.start, token.end):
            if is_han(gold.text[place]):
                shown[place] = next(syllables, "")
    good = True
    for place, reading in enumerate(gold.readings):
        if not reading:
            continue
        right = shown[place] == reading
        marked = place in gold.marked
        good = good and right
        found.read_right += right
        found.marked += marked
        found.marked_right += marked and right
        if not right:
            found.reading_errors.append(ReadingError(gold.text, place, reading, shown[place], marked))
    found.whole += good


def measure_all(file: Path = GOLD) -> Accuracy:
    """A whole gold file with engines of its own."""
    with tempfile.TemporaryDirectory() as folder:
        toolbox = Toolbox(Places.find(folder))
        toolbox.places.make()
        result = measure(toolbox, gold_sentences(file))
        toolbox.close()
    return result


def rows(result: Accuracy | None = None) -> Iterator[Row]:
    """Every figure of this part: (what, figure, unit, budget)."""
    result = result or measure_all()
    yield f"gold file: F1 of {result.gold_spans} spans", result.f1, "ratio", 0.95
    yield f"gold file: tap, of {result.tapped} characters", result.tap, "ratio", 0.93
    yield "gold file: tap, an outlined name counted as one", result.tap_with_names, "ratio", None
    yield f"gold file: gold spans among {result.outlines} outlines", result.outline_precision, "ratio", None
    yield f"gold file: sentences of {result.sentences} cut rightly", result.sentences_cut, "ratio", None
    yield f"gold file: entry for {result.han_tokens} words", result.gloss, "ratio", 0.99
    yield f"gold file: pinyin of {result.tapped} characters", result.pinyin, "ratio", 0.99
    yield f"gold file: pinyin of {result.marked} marked polyphones", result.polyphones, "ratio", 0.97
    yield f"gold file: sentences of {result.sentences} read rightly", result.sentences_read, "ratio", None


def main(arguments: Sequence[str]) -> int:
    """Print the figures; with `--errors` every difference besides, with `--held-out` of the held-out file."""
    if not set(arguments) <= {"--errors", "--held-out"}:
        print("Usage: accuracy.py [--held-out] [--errors]", file=sys.stderr)
        return 2
    result = measure_all(HELD_OUT if "--held-out" in arguments else GOLD)
    for what, figure, unit, _ in rows(result):
        print(f"{what:<56} {figure:.4f} {unit}")
    if "--errors" in arguments:
        _print_errors(result)
    return 0


def _print_errors(result: Accuracy) -> None:
    print(f"\n{len(result.span_errors)} stretches cut otherwise: gold, shown, sentence")
    for cut in result.span_errors:
        print(f"  {cut.gold}\t{cut.shown}\t{cut.text}")
    print(f"\n{len(result.reading_errors)} characters read otherwise (* marked): gold, shown, sentence")
    for wrong in result.reading_errors:
        star = "*" if wrong.marked else " "
        before, after = wrong.text[: wrong.offset], wrong.text[wrong.offset + 1 :]
        print(f"  {star} {wrong.gold}\t{wrong.shown or '–'}\t{before}【{wrong.text[wrong.offset]}】{after}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
