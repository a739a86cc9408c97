"""Sentences on their way to English: what an engine still has to answer, and what became of the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from xinqiao.domain.place_spans import Plan, Unit
from xinqiao.domain.translations import Doubt, Maker, Output, Translation


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an engine's answer for one unit, and the reasons to distrust it."""

    output: Output
    doubts: tuple[Doubt, ...] = ()


@dataclass
class Draft:
    """One distinct sentence on its way.

    Attributes:
        places: where the sentence stands among those that were asked for.
        plan: its units, each of which is translated by itself.
        answers: what is known of each unit; None for what an engine has to answer.
        before: the sentence before it and its English, both without protected spans; None where an
            engine shall not look back.
    """

    text: str
    places: list[int]
    plan: Plan
    answers: list[Answer | None] = field(default_factory=list)
    before: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if not self.answers:
            self.answers = [None] * len(self.plan.units)

    @property
    def finished(self) -> bool:
        """Whether every unit has its answer."""
        return all(answer is not None for answer in self.answers)

    def missing(self) -> Iterator[tuple[int, Unit]]:
        """(number, unit) of those without an answer."""
        for number, unit in enumerate(self.plan.units):
            if self.answers[number] is None:
                yield number, unit

    def text_of_answers(self) -> str:
        """The English of the sentence, with everything that was kept from the engine in its place."""
        return self.plan.assemble(
            [answer.output.text if answer is not None else "" for answer in self.answers]
        )

    def translation(self, model: str) -> Translation:
        """The sentence as translated by a model."""
        doubts = [doubt for answer in self.answers if answer is not None for doubt in answer.doubts]
        return Translation(
            self.text_of_answers(), Maker.MODEL, model, self._mean_score(), tuple(dict.fromkeys(doubts))
        )

    def _mean_score(self) -> float | None:
        """Mean score of the units, each weighing as many characters as it has."""
        total = weight = 0.0
        for unit, answer in zip(self.plan.units, self.answers, strict=True):
            if answer is not None and answer.output.score is not None:
                total += answer.output.score * len(unit.text)
                weight += len(unit.text)
        return total / weight if weight else None
