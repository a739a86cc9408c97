"""Translates sentences: the reader's own English first, then the cache, short answers, the engine.

What surrounds an engine is the same for every one: protected spans are taken out and put back, text
is brought to its normal form, words that the model may not know are explained to it, and what looks
wrong in an answer is marked.
"""

import itertools
import re
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.characters import count_han, has_han
from xinqiao.domain.doubt import UNSURE_BELOW, find_doubts
from xinqiao.domain.glossary import GlossaryTerm, find_terms, missing_terms, put_back, substitute
from xinqiao.domain.hints import MAX_HINTS, HintLexicon, HintSlang, choose_hints, hint_gloss
from xinqiao.domain.model_ports import reads_in
from xinqiao.domain.place_spans import Plan, Unit, normal_text, tidy_english
from xinqiao.domain.plan_sentence import plan_sentence
from xinqiao.domain.ports import (
    EagerTranslator,
    GuessingTranslator,
    ScriptConverter,
    Segmenter,
    TranslationCache,
    Translator,
)
from xinqiao.domain.posts import Part
from xinqiao.domain.protected import find_protected
from xinqiao.domain.sentences import split_text
from xinqiao.domain.short_replies import short_reply
from xinqiao.domain.translations import Doubt, DoubtReason, Hint, Maker, Output, Source, Translation

LINES_AHEAD = (64, 512)
"""Lines that `translate_lines` reads before it answers the first of them, and before later ones."""

IMPROVE_BELOW = -1.0
"""Mean log-probability below which a sentence is translated again while idle; what that wins and costs
is in `docs/decisions/0045-second-tries.md`."""

IMPROVE_BY = 0.02
"""How much better the second try has to score to take the place of the first."""

TRIED = "/wide"
"""Ending of the key under which second tries are kept, so that none is made twice."""

_KEPT_TOGETHER = 24  # translations written to the cache in one transaction
_SHORT = 4  # Chinese characters that the dictionary may answer
_OF_ENGLISH = (DoubtReason.LENGTH, DoubtReason.NUMBER, DoubtReason.NEGATION)
"""Reasons that are found by English words."""

_CORE = re.compile(
    r"^[\s“”\"'‘’「」『』（）()【】《》]*(.*?)([\s。！？!?.~～…，,；;、”\"’」』）)】》]*)$", re.DOTALL
)
_SIMPLE_MARKS = str.maketrans("！？。，、；～（）【】“”「」", '!?.,,;~()[]""""')
_REMARK = re.compile(r"\s*\([^()]*\)")
_LONGEST_GLOSS = 24  # characters
_EXPLAINS = re.compile(
    r"\b(?:lit|fig|sb|sth|one's|oneself|etc|see|abbr|or|used|kind of|prefix|suffix|particle)\b|/"
)
_CODE = re.compile(r"\s*([A-Za-z]{3,}|\d{3,}|u1s1)([！？。，～!?.,~]*)\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_PLAIN_CODES = frozenset(
    {"crush", "vlog", "plog", "bgm", "npc", "emo", "kol", "mbti", "citywalk", "orz", "qaq"}
)
_LEADING_TO = re.compile(r"^to (?=[a-z])")


@dataclass
class _Job:
    """One distinct sentence on its way."""

    text: str
    places: list[int]
    plan: Plan
    answers: list[Output | None] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    from_model: bool = False


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
class _Answer:
    """What became of an engine's answer, and the reasons to distrust it."""

    output: Output
    doubts: tuple[Doubt, ...] = ()


class TranslateSentences:
    """Translates sentences by whatever engine the reader uses."""

    def __init__(
        self,
        translator: Callable[[], Translator],
        lexicon: HintLexicon,
        slang: HintSlang,
        segmenter: Segmenter,
        converter: ScriptConverter,
        cache: TranslationCache | None = None,
        sticker_codes: Collection[str] = (),
        threshold: float = UNSURE_BELOW,
        *,
        ready: Callable[[], Translator] | None = None,
        glossary: Callable[[], Mapping[str, str]] | None = None,
    ) -> None:
        """Take the parts.

        Args:
            translator: gives the engine to use now; may raise `ReaderError` when there is none.
            lexicon: for hints and short answers.
            slang: looked up before the dictionary.
            segmenter: cuts sentences into the words that hints are chosen from.
            converter: brings text to simplified characters.
            cache: None keeps nothing.
            sticker_codes: known codes with their brackets.
            threshold: score below which a translation is called unsure.
            ready: gives the engine loaded, which may be another one where the one to use cannot be
                loaded; None for the engine as `translator` gives it.
            glossary: the reader's own terms, in simplified characters, with their English.
        """
        self._translator = translator
        self._ready = ready or translator
        self._glossary = glossary or dict
        self._lexicon = lexicon
        self._slang = slang
        self._segmenter = segmenter
        self._converter = converter
        self._cache = cache
        self._codes = frozenset(sticker_codes)
        self._threshold = threshold

    def translate(self, texts: Sequence[str], cancel: CancelToken) -> Iterator[tuple[int, Translation]]:
        """(index in `texts`, translation) of every sentence, as soon as it is there.

        What is known comes first, at once; the rest follows roughly in the order of `texts`. The
        same sentence is translated once. Whatever was finished when `cancel` is set is kept.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        places: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            places.setdefault(text, []).append(index)
        jobs: list[_Job] = []
        if not any(has_han(text) for text in places):
            edited = self._cache.get_many(list(places), "") if self._cache is not None and places else {}
            for text, indexes in places.items():
                known_now = edited.get(text) or self._without_engine(
                    _Job(text, [], plan_sentence(text, self._codes))
                )
                yield from self._everywhere(indexes, known_now or Translation(text, Maker.AS_IS))
            return
        translator = self._translator()
        known = self._cache.get_many(list(places), translator.model.key) if self._cache is not None else {}
        for text, indexes in places.items():
            cancel.raise_if_set()
            translation = known.get(text)
            if translation is None:
                job = _Job(text, indexes, plan_sentence(text, self._codes))
                translation = self._without_engine(job, reads_in(translator))
                if translation is None:
                    jobs.append(job)
                    continue
            yield from self._everywhere(indexes, translation)
        if not jobs:
            return
        ready = self._ready()
        if ready.model != translator.model and self._cache is not None:  # another had to take its place
            known = self._cache.get_many([job.text for job in jobs], ready.model.key)
            for job in jobs:
                if job.text in known:
                    yield from self._everywhere(job.places, known[job.text])
            jobs = [job for job in jobs if job.text not in known]
        if jobs:
            yield from self._by_engine(jobs, ready, cancel)

    def older(self, texts: Sequence[str]) -> Iterator[tuple[int, Translation]]:
        """(index in `texts`, translation) of what an earlier version of the model in use has left.

        Something to read where `translate` has to ask the engine, and until it has answered.

        Raises:
            ReaderError: there is no engine.
        """
        if self._cache is None or not any(has_han(text) for text in texts):
            return
        known = self._cache.get_older(list(dict.fromkeys(texts)), self._translator().model.key)
        yield from ((index, known[text]) for index, text in enumerate(texts) if text in known)

    def translate_lines(self, lines: Iterable[str], cancel: CancelToken | None = None) -> Iterator[str]:
        """One line of English for each line, in order; a line of several sentences stays one line.

        Some lines are read ahead, and each is answered as soon as it is ready; nothing is kept.
        """
        cancel = cancel or CancelToken()
        stream = iter(lines)
        ahead = itertools.chain(LINES_AHEAD[:1], itertools.repeat(LINES_AHEAD[1]))
        while chunk := list(itertools.islice(stream, next(ahead))):
            cut = [[item.text for item in split_text(line, Part.BODY, None, self._codes)] for line in chunk]
            sentences = [sentence for line in cut for sentence in line]
            answers: dict[int, str] = {}
            waiting = iter(self.translate(sentences, cancel))
            first = 0
            for line in cut:
                wanted = range(first, first + len(line))
                while not all(index in answers for index in wanted):
                    index, translation = next(waiting)
                    answers[index] = " ".join(translation.text.split())
                yield " ".join(filter(None, (answers.pop(index) for index in wanted)))
                first += len(line)

    def translate_again(self, text: str, cancel: CancelToken) -> Translation:
        """A fresh translation of one sentence, which replaces the cached one.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        job = _Job(text, [0], plan_sentence(text, self._codes))
        translation = self._without_engine(job, reads_in(self._translator()))
        if translation is not None:
            return translation
        answers = self._by_engine([job], self._ready(), cancel)
        try:
            return next(answers)[1]
        finally:
            answers.close()  # it is kept now

    def hypotheses(self, text: str, count: int, cancel: CancelToken) -> list[Translation]:
        """At most `count` different translations of one sentence, the likeliest first.

        An engine that has one answer only gives one. Nothing is kept.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        job = _Job(text, [0], plan_sentence(text, self._codes))
        known = self._without_engine(job, reads_in(self._translator()))
        if known is not None:
            return [known]
        translator = self._ready()
        choices: list[list[_Answer]] = []
        for unit, answer in zip(job.plan.units, job.answers, strict=True):
            cancel.raise_if_set()
            found = [_Answer(answer)] if answer else self._guesses(unit, translator, count, cancel)
            choices.append(found)
        picks = [tuple(0 for _ in choices)]
        for number, found in enumerate(choices):
            best = picks[0]
            picks += [(*best[:number], pick, *best[number + 1 :]) for pick in range(1, len(found))]
        translations: dict[str, Translation] = {}
        for pick in picks:
            chosen = [found[index] for found, index in zip(choices, pick, strict=True)]
            job.answers = [answer.output for answer in chosen]
            doubts = tuple(dict.fromkeys(doubt for answer in chosen for doubt in answer.doubts))
            made = Translation(
                self._assemble(job), Maker.MODEL, translator.model.key, _mean_score(job), doubts
            )
            translations.setdefault(made.text, made)
        best_first = sorted(translations.values(), key=lambda made: -(made.score or 0.0))
        return best_first[:count]

    def improve(
        self, items: Sequence[tuple[str, Translation]], cancel: CancelToken
    ) -> Iterator[tuple[str, Translation]]:
        """Translate again, by a wider search, what the model in use was least sure of.

        What comes out better by the model's own score is kept and yielded; a sentence is tried once
        for each model. The reader's own translations are none of its business.

        Raises:
            Cancelled: `cancel` was set; what was finished is kept.
            ReaderError: the engine cannot be used.
        """
        translator = self._translator()
        if not isinstance(translator, GuessingTranslator):
            return
        key = translator.model.key
        weak = {
            text: now
            for text, now in items
            if now.maker is Maker.MODEL
            and now.model == key
            and now.score is not None
            and now.score < IMPROVE_BELOW
        }
        if not weak:
            return
        tried: Mapping[str, Translation] = {}
        if self._cache is not None:
            tried = self._cache.get_many(list(weak), f"{key}{TRIED}")
        for text, now in weak.items():
            if text in tried:  # or edited by the reader: that comes first from the cache
                continue
            cancel.raise_if_set()
            better = next(iter(self.hypotheses(text, 1, cancel)), None)
            if better is None or better.maker is not Maker.MODEL or better.model != key:
                continue
            if self._cache is not None:
                self._cache.put_many([(text, better)], f"{key}{TRIED}")
            if better.text == now.text or (better.score or 0.0) < (now.score or 0.0) + IMPROVE_BY:
                continue
            if len(better.doubts) > len(now.doubts):
                continue
            if self._cache is not None:
                self._cache.put_many([(text, better)], key)
            yield text, better

    @staticmethod
    def _everywhere(places: Iterable[int], translation: Translation) -> Iterator[tuple[int, Translation]]:
        for place in places:
            yield place, translation

    def _without_engine(self, job: _Job, language: str = "en") -> Translation | None:
        """The answer where no engine is needed; else what is known of the job's units is noted.

        Slang and dictionary answer in English, so they are not asked for another language.
        """
        units = job.plan.units
        if language != "en" and units:
            job.answers = [None] * len(units)
            return None
        if not units:
            code = self._code(job.text) if language == "en" else ""
            return Translation(code or job.text, Maker.DICTIONARY if code else Maker.AS_IS)
        job.answers = [None if (english := self._short(unit)) is None else Output(english) for unit in units]
        if all(answer is not None for answer in job.answers):
            return Translation(self._assemble(job), Maker.DICTIONARY)
        return None

    def _code(self, text: str) -> str:
        """English for a comment that is one code of letters or figures (`xswl`, `666`); empty for others.

        What an English reader understands as it stands (vlog, crush) is not touched.
        """
        match = _CODE.fullmatch(text)
        if match is None or match[1].lower() in _PLAIN_CODES:
            return ""
        entry = self._slang.find(match[1])
        if entry is None or any(item.isalnum() for item in _without(match[3], self._codes)):
            return ""
        english = _as_sentence(_REMARK.sub("", entry.meaning.split(";")[0]))
        if match[1].isdecimal() and any(item.isdecimal() for item in english):
            return ""  # 996 and the like are explained best by tapping them
        return " ".join(filter(None, (english + match[2].translate(_SIMPLE_MARKS), match[3])))

    @staticmethod
    def _assemble(job: _Job) -> str:
        return job.plan.assemble([answer.text if answer is not None else "" for answer in job.answers])

    def _short(self, unit: Unit) -> str | None:
        """English for a unit of one or two words that slang or the dictionary knows."""
        text = self._converter.to_simplified(normal_text(unit.text))
        match = _CORE.match(text)
        core, marks = (match[1], match[2]) if match else (text, "")
        if not core or core != core.strip("“”\"'（）()【】《》「」"):
            return None
        english = self._glossary().get(core, "")
        if not english and find_terms(core, self._glossary()):
            return None
        english = english or short_reply(core + marks[:1]) or short_reply(core)
        if not english and text.startswith(core):
            english = self._known_word(core)
        if not english:
            return None
        ending = marks.translate(_SIMPLE_MARKS).replace("……", "...").replace("…", "...")
        if english[-1] in "!?." and ending[:1] in ("!", "?", "."):
            english = english[:-1] if ending[0] != "." else english
            ending = "" if ending[0] == "." else ending
        return english + ending

    def _known_word(self, core: str) -> str:
        """English for a whole comment that is one word of slang or of the dictionary; empty for others."""
        if (entry := self._slang.find(core)) is not None:
            return _as_sentence(_REMARK.sub("", entry.meaning.split(";")[0]))
        if not 1 <= count_han(core) <= _SHORT or count_han(core) != len(core):
            return ""
        gloss = hint_gloss(core, self._lexicon, _NO_SLANG).split(", ")[0]
        # A gloss that explains, or that had to be cut, is a hint for the engine and no answer.
        return "" if len(gloss) > _LONGEST_GLOSS or _EXPLAINS.search(gloss) else _as_sentence(gloss)

    def _source(self, text: str, translator: Translator) -> Source:
        normal = self._converter.to_simplified(normal_text(text))
        if not translator.wants_hints:
            return Source(normal)
        hints = choose_hints(self._segmenter.segment(normal), self._lexicon, self._slang)
        own = {item.term: item.english for item in find_terms(normal, self._glossary())}
        if own:
            rest = [hint for hint in hints if hint.word not in own and not any(hint.word in t for t in own)]
            first = [Hint(term, english) for term, english in own.items()]
            hints = tuple(sorted((first + rest)[:MAX_HINTS], key=lambda hint: normal.find(hint.word)))
        return Source(normal, hints)

    def _question(self, unit: Unit, translator: Translator) -> "_Question":
        """What an engine is asked of a unit; an engine without hints gets names for glossary terms."""
        source = self._source(unit.marked, translator)
        terms = find_terms(source.text, self._glossary())
        if not terms or translator.wants_hints:
            return _Question(source, source, terms)
        marked = substitute(source.text, terms, [insert.stand_in for insert in unit.inserts])
        if marked is None:
            return _Question(source, source, terms)
        return _Question(replace(source, text=marked[0]), source, terms, marked[1])

    def _answer(
        self, unit: Unit, asked: "_Question", output: Output, translator: Translator, cancel: CancelToken
    ) -> "_Answer":
        """An engine's answer with glossary terms in it and names in their places, as far as it goes."""
        text: str | None = put_back(output.text, asked.source.text, asked.names)
        if text is None:  # a name that stood for a term did not come through: do without it
            output = self._once(asked.plain, translator, cancel)
            text = output.text
        elif asked.terms and not asked.names and missing_terms(text, asked.terms):
            # The hint was not taken: perhaps a name is.
            marked = substitute(asked.plain.text, asked.terms, [item.stand_in for item in unit.inserts])
            if marked is not None:
                again = self._once(Source(marked[0], asked.plain.hints), translator, cancel)
                placed = put_back(again.text, marked[0], marked[1])
                if placed is not None and unit.accepts(placed):
                    output, text = again, placed
        if not unit.accepts(text):
            # The stand-in for a name did not come through: do without it.
            output = self._once(self._source(unit.text, translator), translator, cancel)
            text = output.text
        output = replace(output, text=tidy_english(text))
        simplified = self._converter.to_simplified(unit.text)
        doubts = list(find_doubts(simplified, output.text, output.score, self._threshold))
        if reads_in(translator) != "en":
            doubts = [doubt for doubt in doubts if doubt.reason not in _OF_ENGLISH]
        missing = missing_terms(output.text, asked.terms)
        doubts += [Doubt(DoubtReason.GLOSSARY, english) for english in missing]
        return _Answer(output, tuple(doubts))

    def _guesses(
        self, unit: Unit, translator: Translator, count: int, cancel: CancelToken
    ) -> "list[_Answer]":
        """Several answers for one unit, the likeliest first; at least one."""
        asked = self._question(unit, translator)
        if not isinstance(translator, GuessingTranslator):
            output = self._once(asked.source, translator, cancel)
            return [self._answer(unit, asked, output, translator, cancel)]
        outputs = translator.hypotheses(asked.source, count, cancel)
        found: dict[str, _Answer] = {}
        for number, output in enumerate(outputs):
            back = put_back(output.text, asked.source.text, asked.names)
            if number and (back is None or not unit.accepts(back)):
                continue  # only the first is worth asking again for
            answer = self._answer(unit, asked, output, translator, cancel)
            found.setdefault(answer.output.text, answer)
        return list(found.values())

    @staticmethod
    def _once(source: Source, translator: Translator, cancel: CancelToken) -> Output:
        return next(iter(translator.translate([source], cancel)))

    def _by_engine(
        self, jobs: Sequence[_Job], translator: Translator, cancel: CancelToken
    ) -> Generator[tuple[int, Translation], None, None]:
        """Run what is left through the engine; keep results as they come, also when stopped."""
        work = [
            (job, number, unit)
            for job in jobs
            for number, unit in enumerate(job.plan.units)
            if job.answers[number] is None
        ]
        finished: list[tuple[str, Translation]] = []
        model = translator.model.key
        asked = [self._question(unit, translator) for _, _, unit in work]
        sources = [question.source for question in asked]
        outputs: Iterable[tuple[int, Output]]
        if isinstance(translator, EagerTranslator):
            outputs = translator.translate_as_ready(sources, cancel)
        else:
            outputs = enumerate(translator.translate(sources, cancel))
        try:
            for index, output in outputs:
                job, number, unit = work[index]
                answer = self._answer(unit, asked[index], output, translator, cancel)
                job.answers[number] = answer.output
                job.doubts += answer.doubts
                if any(one is None for one in job.answers):
                    continue
                translation = Translation(
                    self._assemble(job),
                    Maker.MODEL,
                    model,
                    _mean_score(job),
                    tuple(dict.fromkeys(job.doubts)),
                )
                finished.append((job.text, translation))
                if len(finished) >= _KEPT_TOGETHER:
                    self._keep(finished, model)
                yield from self._everywhere(job.places, translation)
        finally:
            self._keep(finished, model)

    def _keep(self, finished: list[tuple[str, Translation]], model: str) -> None:
        if self._cache is not None and finished:
            self._cache.put_many(finished, model)
        finished.clear()


class _NoSlang:
    """A slang layer without entries."""

    def find(self, term: str) -> None:
        """None, whatever the term."""
        return None


_NO_SLANG = _NoSlang()


def _without(text: str, codes: Collection[str]) -> str:
    """`text` without its protected spans."""
    kept, place = "", 0
    for found in find_protected(text, codes):
        kept += text[place : found.span.start]
        place = found.span.end
    return kept + text[place:]


def _as_sentence(gloss: str) -> str:
    """A dictionary gloss as an answer that stands by itself: "to rest" becomes "Rest"."""
    text = _LEADING_TO.sub("", gloss).strip()
    return text[:1].upper() + text[1:]


def _mean_score(job: _Job) -> float | None:
    """Mean score of a sentence's units, each weighing as many characters as it has."""
    total = weight = 0.0
    for unit, answer in zip(job.plan.units, job.answers, strict=True):
        if answer is not None and answer.score is not None:
            total += answer.score * len(unit.text)
            weight += len(unit.text)
    return total / weight if weight else None
