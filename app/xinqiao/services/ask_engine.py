"""Asks an engine for the units of sentences: hints and glossary terms go in, doubts come out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.doubt import find_doubts
from xinqiao.domain.glossary import GlossaryTerm, find_terms, missing_terms, put_back, substitute
from xinqiao.domain.hints import MAX_HINTS, HintLexicon, HintSlang, choose_hints
from xinqiao.domain.model_ports import reads_in
from xinqiao.domain.place_spans import Unit, normal_text, tidy_english
from xinqiao.domain.ports import (
    EagerTranslator,
    GuessingTranslator,
    ScriptConverter,
    Segmenter,
    Translator,
    TwoLookTranslator,
)
from xinqiao.domain.translations import Doubt, DoubtReason, Hint, ModelId, Output, Source
from xinqiao.services.drafts import Answer, Draft

_OF_ENGLISH = (DoubtReason.LENGTH, DoubtReason.NUMBER, DoubtReason.NEGATION)
"""Reasons that are found by English words."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What an engine is asked.

    Attributes:
        source: with names in the place of glossary terms, where that is done.
        plain: the same without such names.
        terms: glossary terms in it.
        names: the English that each name in `source` stands for.
    """

    source: Source
    plain: Source
    terms: tuple[GlossaryTerm, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """One of the ways in which an engine can be asked.

    Attributes:
        model: what its answers are kept under.
        run: (index, output) of sources, in whatever order suits the engine.
    """

    translator: Translator
    model: ModelId
    run: Callable[[Sequence[Source], CancelToken], Iterator[tuple[int, Output]]]

    @property
    def wants_hints(self) -> bool:
        """Whether hints make a difference."""
        return self.translator.wants_hints

    @property
    def language(self) -> str:
        """Code of the language that is answered in."""
        return reads_in(self.translator)

    def once(self, source: Source, cancel: CancelToken) -> Output:
        """The answer for one source."""
        return next(iter(self.run([source], cancel)))[1]


def usual_look(translator: Translator) -> Look:
    """The engine as it is set, for whoever gets one answer only."""
    if isinstance(translator, EagerTranslator):
        return Look(translator, translator.model, translator.translate_as_ready)
    return Look(
        translator,
        translator.model,
        lambda sources, cancel: enumerate(translator.translate(sources, cancel)),
    )


def two_looks(translator: Translator) -> tuple[Look, Look] | None:
    """The quick look of an engine and the careful one; None where it has but one."""
    if not isinstance(translator, TwoLookTranslator) or translator.quick_model == translator.careful_model:
        return None
    return (
        Look(translator, translator.quick_model, translator.translate_quickly),
        Look(translator, translator.careful_model, translator.translate_carefully),
    )


class AskEngine:
    """Puts units of sentences to an engine and makes the best of its answers."""

    def __init__(
        self,
        lexicon: HintLexicon,
        slang: HintSlang,
        segmenter: Segmenter,
        converter: ScriptConverter,
        glossary: Callable[[], Mapping[str, str]],
        threshold: float,
    ) -> None:
        """Take the parts; they are those of `TranslateSentences`."""
        self._lexicon = lexicon
        self._slang = slang
        self._segmenter = segmenter
        self._converter = converter
        self._glossary = glossary
        self._threshold = threshold

    def finish(self, drafts: Sequence[Draft], look: Look, cancel: CancelToken) -> Iterator[Draft]:
        """Each draft once its last unit is answered, as soon as the engine has done it.

        Raises:
            Cancelled: `cancel` was set; drafts yielded before stay valid.
            ReaderError: the engine cannot be used.
        """
        work = [(draft, number, unit) for draft in drafts for number, unit in draft.missing()]
        if not work:
            return
        asked = [
            self._question(unit, look, draft.before if number == 0 else None) for draft, number, unit in work
        ]
        for index, output in look.run([question.source for question in asked], cancel):
            draft, number, unit = work[index]
            draft.answers[number] = self._answer(unit, asked[index], output, look, cancel)
            if draft.finished:
                yield draft

    def guesses(self, unit: Unit, translator: Translator, count: int, cancel: CancelToken) -> list[Answer]:
        """Several answers for one unit, the likeliest first; at least one.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        look = usual_look(translator)
        asked = self._question(unit, look)
        if not isinstance(translator, GuessingTranslator):
            return [self._answer(unit, asked, look.once(asked.source, cancel), look, cancel)]
        outputs = translator.hypotheses(asked.source, count, cancel)
        found: dict[str, Answer] = {}
        for number, output in enumerate(outputs):
            back = put_back(output.text, asked.source.text, asked.names)
            if number and (back is None or not unit.accepts(back)):
                continue  # only the first is worth asking again for
            answer = self._answer(unit, asked, output, look, cancel)
            found.setdefault(answer.output.text, answer)
        return list(found.values())

    def _source(self, text: str, look: Look, before: tuple[str, str] | None = None) -> Source:
        normal = self._converter.to_simplified(normal_text(text))
        if not look.wants_hints:
            return Source(normal)
        if before is not None:
            before = (self._converter.to_simplified(normal_text(before[0])), before[1])
        words = self._segmenter.segment((before[0] if before else "") + normal)
        hints = choose_hints(words, self._lexicon, self._slang)
        own = {item.term: item.english for item in find_terms(normal, self._glossary())}
        if own:
            rest = [hint for hint in hints if hint.word not in own and not any(hint.word in t for t in own)]
            first = [Hint(term, english) for term, english in own.items()]
            hints = tuple(sorted((first + rest)[:MAX_HINTS], key=lambda hint: normal.find(hint.word)))
        return Source(normal, hints, before)

    def _question(self, unit: Unit, look: Look, before: tuple[str, str] | None = None) -> _Question:
        """What an engine is asked of a unit; an engine without hints gets names for glossary terms."""
        source = self._source(unit.marked, look, before)
        terms = find_terms(source.text, self._glossary())
        if not terms or look.wants_hints:
            return _Question(source, source, terms)
        marked = substitute(source.text, terms, [insert.stand_in for insert in unit.inserts])
        if marked is None:
            return _Question(source, source, terms)
        return _Question(replace(source, text=marked[0]), source, terms, marked[1])

    def _answer(
        self, unit: Unit, asked: _Question, output: Output, look: Look, cancel: CancelToken
    ) -> Answer:
        """An engine's answer with glossary terms in it and names in their places, as far as it goes."""
        text: str | None = put_back(output.text, asked.source.text, asked.names)
        if text is None:  # a name that stood for a term did not come through: do without it
            output = look.once(asked.plain, cancel)
            text = output.text
        elif asked.terms and not asked.names and missing_terms(text, asked.terms):
            # The hint was not taken: perhaps a name is.
            marked = substitute(asked.plain.text, asked.terms, [item.stand_in for item in unit.inserts])
            if marked is not None:
                again = look.once(Source(marked[0], asked.plain.hints), cancel)
                placed = put_back(again.text, marked[0], marked[1])
                if placed is not None and unit.accepts(placed):
                    output, text = again, placed
        if not unit.accepts(text):
            # The stand-in for a name did not come through: do without it.
            output = look.once(self._source(unit.text, look), cancel)
            text = output.text
        output = replace(output, text=tidy_english(text))
        simplified = self._converter.to_simplified(unit.text)
        doubts = list(find_doubts(simplified, output.text, output.score, self._threshold))
        if look.language != "en":
            doubts = [doubt for doubt in doubts if doubt.reason not in _OF_ENGLISH]
        missing = missing_terms(output.text, asked.terms)
        doubts += [Doubt(DoubtReason.GLOSSARY, english) for english in missing]
        return Answer(output, tuple(doubts))
