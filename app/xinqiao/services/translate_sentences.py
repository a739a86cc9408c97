"""Translates sentences: the reader's own English first, then the cache, short answers, the engine.

What surrounds an engine is the same for every one: protected spans are taken out and put back, text
is brought to its normal form, words that the model may not know are explained to it, and what looks
wrong in an answer is marked.
"""

import itertools
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.characters import has_han
from xinqiao.domain.doubt import UNSURE_BELOW
from xinqiao.domain.hints import HintLexicon, HintSlang
from xinqiao.domain.model_ports import reads_in
from xinqiao.domain.plan_sentence import plan_sentence
from xinqiao.domain.ports import ScriptConverter, Segmenter, TranslationCache, Translator
from xinqiao.domain.posts import Part
from xinqiao.domain.sentences import split_text
from xinqiao.domain.translations import Maker, Translation
from xinqiao.services.ask_engine import AskEngine, Look, two_looks, usual_look
from xinqiao.services.drafts import Answer, Draft
from xinqiao.services.second_tries import SecondTries
from xinqiao.services.short_answers import ShortAnswers

LINES_AHEAD = (64, 512)
"""Lines that `translate_lines` reads before it answers the first of them, and before later ones."""

_KEPT_TOGETHER = 24  # translations written to the cache in one transaction


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
        self._cache = cache
        self._codes = frozenset(sticker_codes)
        terms = glossary or dict
        self._short = ShortAnswers(lexicon, slang, converter, terms, self._codes)
        self._engine = AskEngine(lexicon, slang, segmenter, converter, terms, threshold)
        self._second = SecondTries(self._filled, self._engine, cache, self._codes)

    def translate(
        self, texts: Sequence[str], cancel: CancelToken, *, quick: bool = False
    ) -> Iterator[tuple[int, Translation]]:
        """(index in `texts`, translation) of every sentence, as soon as it is there.

        What is known comes first, at once; the rest follows roughly in the order of `texts`. The
        same sentence is translated once. Whatever was finished when `cancel` is set is kept.

        Args:
            texts: sentences.
            cancel: stops it.
            quick: be as soon as can be, for a reader for whom `improve` comes after; what was
                answered with more care before is preferred all the same.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        places: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            places.setdefault(text, []).append(index)
        if not any(has_han(text) for text in places):
            yield from self._without_model(places)
            return
        translator = self._translator()
        known = self._kept(list(places), translator, quick=quick)
        drafts: list[Draft] = []
        for text, indexes in places.items():
            cancel.raise_if_set()
            translation = known.get(text)
            if translation is None:
                draft = self._draft(text, indexes)
                translation = self._short.fill(draft, reads_in(translator))
                if translation is None:
                    drafts.append(draft)
                    continue
            yield from _everywhere(indexes, translation)
        if not drafts:
            return
        ready = self._ready()
        if ready.model != translator.model:  # another had to take its place
            known = self._kept([draft.text for draft in drafts], ready, quick=quick)
            for draft in drafts:
                if draft.text in known:
                    yield from _everywhere(draft.places, known[draft.text])
            drafts = [draft for draft in drafts if draft.text not in known]
        if drafts:
            looks = two_looks(ready) if quick else None
            yield from self._by_engine(drafts, looks[0] if looks else usual_look(ready), cancel)

    def older(self, texts: Sequence[str], *, quick: bool = False) -> Iterator[tuple[int, Translation]]:
        """(index in `texts`, translation) of what an earlier version of the model in use has left.

        Something to read where `translate` has to ask the engine, and until it has answered.

        Raises:
            ReaderError: there is no engine.
        """
        if self._cache is None or not any(has_han(text) for text in texts):
            return
        translator = self._translator()
        kept = self._kept(list(dict.fromkeys(texts)), translator, quick=quick)
        missing = [text for text in dict.fromkeys(texts) if text not in kept]
        known = self._cache.get_older(missing, translator.model.key)
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
        draft = self._draft(text)
        translation = self._short.fill(draft, reads_in(self._translator()))
        if translation is not None:
            return translation
        ready = self._ready()
        looks = two_looks(ready)
        answers = self._by_engine([draft], looks[1] if looks else usual_look(ready), cancel)
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
        draft = self._draft(text)
        known = self._short.fill(draft, reads_in(self._translator()))
        if known is not None:
            return [known]
        translator = self._ready()
        choices: list[list[Answer]] = []
        for unit, answer in zip(draft.plan.units, draft.answers, strict=True):
            cancel.raise_if_set()
            choices.append([answer] if answer else self._engine.guesses(unit, translator, count, cancel))
        picks = [tuple(0 for _ in choices)]
        for number, found in enumerate(choices):
            best = picks[0]
            picks += [(*best[:number], pick, *best[number + 1 :]) for pick in range(1, len(found))]
        translations: dict[str, Translation] = {}
        for pick in picks:
            draft.answers = [found[index] for found, index in zip(choices, pick, strict=True)]
            made = draft.translation(translator.model.key)
            translations.setdefault(made.text, made)
        best_first = sorted(translations.values(), key=lambda made: -(made.score or 0.0))
        return best_first[:count]

    def improve(
        self,
        items: Sequence[tuple[str, Translation]],
        cancel: CancelToken,
        before: Mapping[str, str] | None = None,
    ) -> Iterator[tuple[str, Translation]]:
        """Translate again, with more care, what the model in use answered quickly and was not sure of.

        What comes out better by the model's own score is kept and yielded; a sentence is tried once
        for each model. The reader's own translations are none of its business.

        Args:
            items: sentences with their present translations, in the order in which they are looked at.
            cancel: stops it.
            before: the sentence before, for those that have one in their paragraph: it says who and what
                is spoken of.

        Raises:
            Cancelled: `cancel` was set; what was finished is kept.
            ReaderError: the engine cannot be used.
        """
        looks = two_looks(self._translator())
        if looks is None:
            return
        ready = two_looks(self._ready())
        if ready is not None:
            yield from self._second.improve(items, ready[1], cancel, before or {})

    def _draft(self, text: str, places: Sequence[int] = (0,)) -> Draft:
        return Draft(text, list(places), plan_sentence(text, self._codes))

    def _filled(self, text: str) -> Draft:
        """A draft with what is known without an engine."""
        draft = self._draft(text)
        self._short.fill(draft, reads_in(self._translator()))
        return draft

    def _without_model(self, places: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, Translation]]:
        """Answers for text without a Chinese character, which needs none."""
        edited = self._cache.get_many(list(places), "") if self._cache is not None and places else {}
        for text, indexes in places.items():
            known = edited.get(text) or self._short.fill(self._draft(text))
            yield from _everywhere(indexes, known or Translation(text, Maker.AS_IS))

    def _by_engine(
        self, drafts: Sequence[Draft], look: Look, cancel: CancelToken
    ) -> Generator[tuple[int, Translation], None, None]:
        """Run what is left through the engine; keep results as they come, also when stopped."""
        model = look.model.key
        finished: list[tuple[str, Translation]] = []
        try:
            for draft in self._engine.finish(drafts, look, cancel):
                translation = draft.translation(model)
                finished.append((draft.text, translation))
                if len(finished) >= _KEPT_TOGETHER:
                    self._keep(finished, model)
                yield from _everywhere(draft.places, translation)
        finally:
            self._keep(finished, model)

    def _kept(
        self, texts: Sequence[str], translator: Translator, *, quick: bool
    ) -> Mapping[str, Translation]:
        """What is known of `texts`: the reader's own, then what was answered with most care."""
        if self._cache is None:
            return {}
        models = [translator.model]
        if quick and (looks := two_looks(translator)) is not None:
            models = [looks[1].model, translator.model, looks[0].model]
        known: dict[str, Translation] = {}
        for key in dict.fromkeys(model.key for model in models):
            if missing := [text for text in texts if text not in known]:
                known |= self._cache.get_many(missing, key)
        return known

    def _keep(self, finished: list[tuple[str, Translation]], model: str) -> None:
        if self._cache is not None and finished:
            self._cache.put_many(finished, model)
        finished.clear()


def _everywhere(places: Iterable[int], translation: Translation) -> Iterator[tuple[int, Translation]]:
    for place in places:
        yield place, translation
