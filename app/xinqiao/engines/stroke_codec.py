"""How the strokes of one character are packed into a few hundred bytes, and unpacked again.

A packed character is zlib data (with its checksum) of

1. the letters of every outline, `MQQLQZ MLQZ`, strokes apart by a space, in ASCII, ended by a zero byte;
2. one byte for each stroke: the number of points of its median;
3. the points, those of all outlines and then those of all medians, each as the difference in x and in y
   from the point before it (from 0, 0 for the first), as variable-length integers: seven bits a byte, the
   lowest first, the high bit set where more follow, with the sign in the lowest bit of the number.
"""

import zlib
from collections.abc import Sequence
from itertools import accumulate

from xinqiao.domain.strokes import POINTS_OF, Command, Point, Stroke


def pack(strokes: Sequence[Stroke]) -> bytes:
    """The bytes of a character's strokes."""
    letters = " ".join("".join(letter for letter, _ in stroke.outline) for stroke in strokes)
    counts = bytes(len(stroke.median) for stroke in strokes)
    outlines = (point for stroke in strokes for _, points in stroke.outline for point in points)
    medians = (point for stroke in strokes for point in stroke.median)
    numbers = bytearray()
    x = y = 0
    for next_x, next_y in (*outlines, *medians):
        _append(numbers, next_x - x)
        _append(numbers, next_y - y)
        x, y = next_x, next_y
    return zlib.compress(letters.encode("ascii") + b"\0" + counts + bytes(numbers), 9)


def unpack(packed: bytes) -> tuple[Stroke, ...]:
    """The strokes that `pack` was given.

    Raises:
        ValueError: these are no packed strokes.
    """
    try:
        letters, _, rest = zlib.decompress(packed).partition(b"\0")
    except zlib.error as error:
        raise ValueError("no packed strokes") from error
    outlines = letters.decode("ascii").split(" ")
    counts, points = rest[: len(outlines)], _points(rest[len(outlines) :])
    end = 0
    drawn: list[tuple[Command, ...]] = []
    for outline in outlines:
        commands: list[Command] = []
        for letter in outline:
            start, end = end, end + POINTS_OF[letter]
            commands.append((letter, tuple(points[start:end])))
        drawn.append(tuple(commands))
    medians: list[tuple[Point, ...]] = []
    for count in counts:
        start, end = end, end + count
        medians.append(tuple(points[start:end]))
    if end != len(points):
        raise ValueError("no packed strokes")
    return tuple(map(Stroke, drawn, medians))


def _append(numbers: bytearray, number: int) -> None:
    left = number << 1 if number >= 0 else (-number << 1) - 1
    while left > 0x7F:
        numbers.append(left & 0x7F | 0x80)
        left >>= 7
    numbers.append(left)


def _points(numbers: bytes) -> list[Point]:
    differences: list[int] = []
    number = shift = 0
    for byte in numbers:
        if byte > 0x7F:
            number |= (byte & 0x7F) << shift
            shift += 7
        else:
            number |= byte << shift
            differences.append((number >> 1) ^ -(number & 1))
            number = shift = 0
    return list(zip(accumulate(differences[0::2]), accumulate(differences[1::2]), strict=True))
