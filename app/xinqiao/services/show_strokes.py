"""Shows how the characters of a word are written."""

from xinqiao.domain.characters import HAN
from xinqiao.domain.ports import StrokeSource
from xinqiao.domain.strokes import CharacterStrokes


class ShowStrokes:
    """Finds the strokes of words."""

    def __init__(self, source: StrokeSource) -> None:
        self._source = source

    def of_word(self, word: str) -> tuple[CharacterStrokes, ...]:
        """The Chinese characters of a word, each once, in order; without strokes where none are known.

        Raises:
            ReaderError: the strokes cannot be read.
        """
        characters = list(dict.fromkeys(HAN.findall(word)))
        found = self._source.find(characters)
        return tuple(CharacterStrokes(one, found.get(one, ())) for one in characters)
