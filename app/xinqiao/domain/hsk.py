"""The HSK lists, by which learners say how much they know."""

from enum import StrEnum


class HskList(StrEnum):
    """One of the three lists."""

    OF_2012 = "2012"  # HSK 2.0: six levels, 5,000 words
    OF_2021 = "2021"  # GF0025-2021, HSK 3.0: nine levels, 11,000 words
    OF_2025 = "2025"  # the syllabus of 2025

    @property
    def levels(self) -> tuple[str, ...]:
        """Its levels, the easiest first; the lists do not part 7, 8 and 9."""
        six = ("1", "2", "3", "4", "5", "6")
        return six if self is HskList.OF_2012 else (*six, "7-9")

    def up_to(self, level: str) -> tuple[str, ...]:
        """The levels that whoever is at `level` has behind them, and it."""
        return self.levels[: self.levels.index(level) + 1]
