"""How a character is written: its strokes in order, each as an outline and the way the brush goes.

Coordinates are those of the source (Make Me a Hanzi): a square of 1,024 units with x to the right and y
**up**, whose upper edge lies at y = 900 and whose lower edge lies at y = -124. Some brushes run a little
over the edge. Whoever paints turns y over.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

EM = 1024
TOP = 900
POINTS_OF = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}
"""Points that a command of an outline has: move, line, quadratic and cubic curve, close."""

Point = tuple[int, int]
Command = tuple[str, tuple[Point, ...]]
"""A letter of `POINTS_OF` with its points, the last of which is where the pen arrives."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke.

    Attributes:
        outline: its shape, one closed path: `M` first, `Z` last.
        median: the middle of it, from where the brush is put down to where it is lifted; two points
            at least.
    """

    outline: tuple[Command, ...]
    median: tuple[Point, ...]

    @property
    def length(self) -> float:
        """How far the brush goes, in units of the em."""
        return sum(math.dist(start, end) for start, end in pairwise(self.median))


@dataclass(frozen=True, slots=True)
class CharacterStrokes:
    """A character with its strokes in the order they are written; none where that is not known."""

    character: str
    strokes: tuple[Stroke, ...] = ()


def part_of_line(line: tuple[Point, ...], share: float) -> list[tuple[float, float]]:
    """The beginning of a line of points.

    Args:
        line: two points at least.
        share: of its length, 0 to 1.
    """
    left = share * sum(math.dist(start, end) for start, end in pairwise(line))
    part: list[tuple[float, float]] = [line[0]]
    for start, end in pairwise(line):
        piece = math.dist(start, end)
        if piece >= left:
            reached = left / piece if piece else 0.0
            part.append((start[0] + (end[0] - start[0]) * reached, start[1] + (end[1] - start[1]) * reached))
            break
        part.append(end)
        left -= piece
    return part
