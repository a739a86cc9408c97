"""Translation by way of English: Chinese to English, then English to what the reader reads.

Each step is an engine of its own. What a step answers can be kept by what it was asked, so that a
reader who changes the second language, or its package, does not wait for the first step again.
"""

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.model_ports import leaves_machine
from xinqiao.domain.ports import TranslationCache, Translator
from xinqiao.domain.translations import Maker, ModelId, Output, Source, Translation
from xinqiao.engines.argos_package import BETWEEN, packages_in
from xinqiao.engines.argos_translator import WIDTH, ArgosTranslator

_GROUPS = (1, 15, 64)
"""Sentences that go to the next step together: the first alone, so that something is there soon."""

_KEPT_TOGETHER = 16  # answers written to the cache in one transaction


class CachedStep:
    """`Translator` that remembers what another one answered.

    Hints are part of the question. The answers of a step are not translations of a reader's
    sentences, so they stand in the cache under a key of their own, and a reader's edits are not taken
    for them.
    """

    def __init__(self, step: Translator, cache: TranslationCache) -> None:
        self._step = step
        self._cache = cache

    @property
    def model(self) -> ModelId:
        """Which model the step is."""
        return self._step.model

    @property
    def wants_hints(self) -> bool:
        """Whether `Source.hints` make a difference."""
        return self._step.wants_hints

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best handed in together."""
        return self._step.batch_size

    @property
    def leaves_machine(self) -> bool:
        """Whether the text leaves this machine."""
        return leaves_machine(self._step)

    @property
    def used_at(self) -> float:
        """When the step last came to the end of a translation, by `time.monotonic`; 0 for never."""
        return float(getattr(self._step, "used_at", 0.0))

    def load(self) -> None:
        """Load now what the step would load at its first sentence.

        Raises:
            ReaderError: the step cannot be used.
        """
        load = getattr(self._step, "load", None)
        if load is not None:
            load()

    def close(self) -> None:
        """Give the memory back."""
        _close(self._step)

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order; what is not known yet is asked of the step.

        Raises:
            Cancelled: `cancel` was set; what was answered before is kept.
            ReaderError: the step cannot be used.
        """
        cancel.raise_if_set()
        key = f"{self.model.key}/step"
        questions = [self._question(source) for source in sources]
        known = {
            text: Output(kept.text, kept.score)
            for text, kept in self._cache.get_many(list(dict.fromkeys(questions)), key).items()
            if kept.maker is Maker.MODEL and kept.model in ("", key)
        }
        missing: dict[str, Source] = {}
        for text, source in zip(questions, sources, strict=True):
            if text not in known:
                missing.setdefault(text, source)
        answers = zip(missing, self._step.translate(list(missing.values()), cancel), strict=True)
        fresh: list[tuple[str, Translation]] = []
        try:
            for text in questions:
                while text not in known:
                    asked, output = next(answers)
                    known[asked] = output
                    fresh.append((asked, Translation(output.text, Maker.MODEL, key, output.score)))
                    if len(fresh) >= _KEPT_TOGETHER:
                        self._cache.put_many(fresh, key)
                        fresh = []
                yield known[text]
        finally:
            if fresh:
                self._cache.put_many(fresh, key)

    def _question(self, source: Source) -> str:
        if not self.wants_hints or not source.hints:
            return source.text
        return "\n".join([source.text, *(f"{hint.word}={hint.gloss}" for hint in source.hints)])


class PivotTranslator:
    """`Translator` over two or more others, each of which reads what the one before it wrote."""

    def __init__(self, steps: Sequence[Translator], cache: TranslationCache | None = None) -> None:
        """Put the steps in a row.

        Args:
            steps: at least two, in order.
            cache: keeps the answers of each step but the last, whose answers the caller keeps; None
                keeps nothing.
        """
        if len(steps) < 2:
            raise ValueError("one step is no way round")
        kept = steps[:-1] if cache is None else [CachedStep(step, cache) for step in steps[:-1]]
        self._steps: tuple[Translator, ...] = (*kept, steps[-1])

    @property
    def steps(self) -> tuple[Translator, ...]:
        """The engines, in order."""
        return self._steps

    @property
    def model(self) -> ModelId:
        """All the steps as one model: it changes whenever one of them does."""
        models = [step.model for step in self._steps]
        digest = hashlib.sha256("\n".join(model.key + model.sha256 for model in models).encode())
        return ModelId(
            ", then ".join(model.name for model in models),
            "+".join(model.version for model in models),
            digest.hexdigest(),
        )

    @property
    def wants_hints(self) -> bool:
        """Whether the first step, which reads the Chinese, wants hints."""
        return self._steps[0].wants_hints

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best handed in together."""
        return self._steps[0].batch_size

    @property
    def target(self) -> str:
        """Code of the language that the last step answers in."""
        info = getattr(self._steps[-1], "info", None)
        return str(getattr(info, "to_code", "") or getattr(self._steps[-1], "target", "en"))

    @property
    def leaves_machine(self) -> bool:
        """Whether any step sends the text elsewhere."""
        return any(leaves_machine(step) for step in self._steps)

    def close(self) -> None:
        """Give the memory of every step back."""
        for step in self._steps:
            _close(step)

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order; `score` is that of the least sure step.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
            ReaderError: a step cannot be used.
        """
        if not sources:
            return
        outputs = self._steps[0].translate(sources, cancel)
        for step in self._steps[1:]:
            outputs = _next_step(step, outputs, cancel)
        yield from outputs


def _next_step(step: Translator, outputs: Iterator[Output], cancel: CancelToken) -> Iterator[Output]:
    """What a step makes of the answers of the one before."""
    sizes = itertools.chain(_GROUPS, itertools.repeat(_GROUPS[-1]))
    try:
        while group := list(itertools.islice(outputs, next(sizes))):
            cancel.raise_if_set()
            written = step.translate([Source(output.text) for output in group if output.text.strip()], cancel)
            for before in group:
                if not before.text.strip():
                    yield before
                    continue
                after = next(written)
                scores = [score for score in (before.score, after.score) if score is not None]
                yield replace(after, score=min(scores, default=None))
    finally:
        _close(outputs)  # so that what the step before has answered is kept now


def reachable_languages(models: Path) -> dict[str, str]:
    """Codes of the languages that an installed package translates English to, with their names."""
    return {
        package.info.to_code: package.info.to_name or package.info.to_code
        for package in packages_in(models)
        if package.info.from_code == BETWEEN
    }


def pivot_to(
    language: str,
    first: Translator,
    models: Path,
    cache: TranslationCache | None = None,
    threads: int | None = None,
    beam: int = WIDTH,
) -> PivotTranslator:
    """The way from Chinese to a language by an installed package from English.

    Args:
        language: code of the language, as `reachable_languages` gives it.
        first: translates Chinese to English.
        models: folder of installed packages.
        cache: keeps the English; None keeps nothing.
        threads: for the second step; None for one on each physical core.
        beam: width of the second step's search.

    Raises:
        ReaderError: no package from English to this language is installed.
    """
    for package in packages_in(models):
        if package.info.from_code == BETWEEN and package.info.to_code == language:
            return PivotTranslator([first, ArgosTranslator(package.folder, threads, beam)], cache)
    raise ReaderError(
        message("No package that translates English to “{language}” is installed.", language=language),
        message("Install one on the Models page, or read in English."),
    )


def _close(thing: object) -> None:
    close = getattr(thing, "close", None)
    if close is not None:
        close()
