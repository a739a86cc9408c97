"""Words to tap, by jieba's method and weights over the dictionary's own headwords.

Three choices make every piece one that can be looked up: the word list has dictionary heads only,
there is no guessing at unknown words, and runs of
Latin letters and digits are one piece each.

Words such as `AA制`, `i人` or `扣1` mix scripts. Each Latin run that occurs in such a word stands in
the text to be cut as one private character, so that a mixed word competes with its neighbours like
any other, in any case, and never begins or ends inside a longer run.

There are two cuts: the one readers are shown, and the one that the starter model was trained with,
from which its hints are chosen. They share one list; the weights that differ are kept beside it.
"""

import hashlib
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from xinqiao.domain.characters import HAN, LATIN, count_han, narrow
from xinqiao.domain.ports import ScriptConverter
from xinqiao.domain.words import Span
from xinqiao.engines.context_table import tables_digest
from xinqiao.engines.name_outlines import outline_names
from xinqiao.engines.reader_cuts import only_in_context, reader_cuts
from xinqiao.engines.segment_rules import repair
from xinqiao.engines.word_list import digest_of, load_words
from xinqiao.engines.word_paths import WordPaths

_RULES = "4"  # raise it when the rules below change
_SLANG_WEIGHT = 300
_READER_WEIGHT = 3000
_HAN_CLASS = HAN.pattern[1:-1]
# One run: letters and digits, between digits also . , : / - ~ and between letters ' . _ & -,
# after digits also a unit.
_RUN = (
    rf"[{LATIN}]+(?:(?:(?<=[0-9\uff10-\uff19])[.,:/~-](?=[0-9\uff10-\uff19])"
    rf"|(?<=[A-Za-z])['’._&-](?=[A-Za-z]))[{LATIN}]+)*"
    r"(?:(?<=[0-9\uff10-\uff19])(?:[%％‰℃℉]|°[CF]?))?"
)
_DASHES = r"…+|—+|\.{2,}|-{2,}|~{2,}|～{2,}|·{2,}"
_SPACES = r"\s+"
_FIRST_PRIVATE = 0xF0000


class JiebaSegmenter:
    """`Segmenter` by jieba without its guessing; loads on first use and is then safe to share."""

    def __init__(
        self,
        dictionary: Path,
        cache_dir: Path,
        slang_terms: Iterable[str] = (),
        extra_words: Iterable[str] = (),
        converter: ScriptConverter | None = None,
    ) -> None:
        """Take note of what to load.

        Args:
            dictionary: `gloss_dict.txt`, a word and its weight a line.
            cache_dir: where the parsed dictionary is kept; created when missing, done without
                when it cannot be written to.
            slang_terms: terms and variants that are words.
            extra_words: words that the reader added; they win over all others.
            converter: brings traditional text to simplified; None takes text as it is.
        """
        self._dictionary = dictionary
        self._cache_dir = cache_dir
        self._slang = tuple(dict.fromkeys(narrow(term) for term in slang_terms if term.strip()))
        self._extra = tuple(dict.fromkeys(narrow(word) for word in extra_words if word.strip()))
        self._converter = converter
        self._lock = threading.Lock()
        self._paths: WordPaths | None = None
        self._trained: dict[str, int] = {}  # weights in the model's training that were others
        self._digest = ""
        self._private: dict[str, str] = {}
        self._units = re.compile("")
        # Names are looked for in what was cut just before.
        self._reader_pieces = lru_cache(maxsize=8)(self._find_reader_pieces)

    @property
    def version(self) -> str:
        """Changes with the dictionary, the rules, the slang terms and the reader's words."""
        added = hashlib.sha256("\n".join([*self._slang, "", *self._extra]).encode("utf-8", "replace"))
        if not self._digest:
            self._digest = digest_of(self._dictionary)
        return f"jieba-{_RULES}/{tables_digest('cuts.tsv')}/{self._digest}/{added.hexdigest()[:12]}"

    def load(self) -> None:
        """Load now what `segment` would load on first use (about half a second, once)."""
        self._loaded()

    def segment(self, text: str) -> list[str]:
        """Pieces of `text` (simplified or traditional, no protected spans); they rejoin to it."""
        return _as_in(text, self._reader_pieces(self._plain(text)))

    def names(self, text: str) -> list[Span]:
        """Stretches of `text` that look like one name the dictionary lacks (two to four characters)."""
        return outline_names(self._reader_pieces(self._plain(text)), self._weight)

    def as_trained(self) -> "TrainedCuts":
        """The cuts that the starter model's hints are chosen from."""
        return TrainedCuts(self)

    def segment_as_trained(self, text: str) -> list[str]:
        """Pieces of `text` as they were cut for the starter model's training."""
        paths = self._loaded()
        return _as_in(text, repair(list(self._cut(paths, self._plain(text), self._trained))))

    def _plain(self, text: str) -> str:
        """Simplified half-width text of the same length."""
        return narrow(self._converter.to_simplified(text) if self._converter else text)

    def _find_reader_pieces(self, plain: str) -> tuple[str, ...]:
        return tuple(reader_cuts(repair(list(self._cut(self._loaded(), plain))), self._is_known))

    def _weight(self, word: str) -> int:
        return self._loaded().words.get(word, 0)

    def _is_known(self, word: str) -> bool:
        return self._weight(word) > 0 or word in self._trained

    def _cut(self, paths: WordPaths, text: str, other: Mapping[str, int] | None = None) -> Iterator[str]:
        """Pieces of simplified half-width text; `other` are weights that count in place of the list's."""
        stretch: list[str] = []  # neighbouring Han runs and Latin runs that mixed words know
        for unit in self._units.findall(text):
            if HAN.match(unit) or unit.lower() in self._private:
                stretch.append(unit)
            else:
                if stretch:
                    yield from self._cut_stretch(paths, stretch, other)
                    stretch = []
                yield unit
        if stretch:
            yield from self._cut_stretch(paths, stretch, other)

    def _cut_stretch(
        self, paths: WordPaths, units: list[str], other: Mapping[str, int] | None
    ) -> Iterator[str]:
        written: dict[str, list[str]] = {}
        if len(units) == 1 and HAN.match(units[0]):
            encoded = units[0]
        else:
            pieces: list[str] = []
            for unit in units:
                sign = self._private.get(unit.lower())
                if sign is not None:
                    written.setdefault(sign, []).append(unit)
                pieces.append(sign or unit)
            encoded = "".join(pieces)
        ends = paths.ends(encoded, other)
        start = 0
        while start < len(encoded):
            end = ends[start]
            piece = encoded[start:end]
            if written:
                piece = "".join(written[sign].pop(0) if sign in written else sign for sign in piece)
            yield piece
            start = end

    def _loaded(self) -> WordPaths:
        if self._paths is None:
            with self._lock:
                if self._paths is None:
                    self._paths = self._load()
        return self._paths

    def _load(self) -> WordPaths:
        if not self._digest:
            self._digest = digest_of(self._dictionary)
        found = load_words(self._dictionary, self._cache_dir, self._digest)
        for_readers = {word: found.weights[word] for word in found.trained}
        found.weights.update(found.trained)
        paths = WordPaths(found.weights, sum(found.weights.values()))
        in_context = only_in_context().intersection(self._slang)
        added = self._add_words(paths)
        # What was added so far competed as in training; from here on it is the reader's cut.
        self._trained = {word: paths.words[word] for word in {*for_readers, *in_context}}
        paths.words.update((word, weight) for word, weight in for_readers.items() if word not in added)
        paths.words.update(dict.fromkeys(in_context, 0))
        for word in added - in_context:
            needed = paths.beating(word)
            if needed > paths.words[word]:
                self._trained[word] = paths.words[word]
                paths.words[word] = needed
        return paths

    def _add_words(self, paths: WordPaths) -> set[str]:
        """Add mixed words, slang and the reader's words, and say which; nothing is added later."""
        run = re.compile(_RUN)
        mixed: dict[str, int] = {}
        added: set[str] = set()
        odd: list[str] = []  # terms with a sign or space in them: found as they stand
        has_latin = re.compile(f"[{LATIN}]")
        words = [(word, weight) for word, weight in paths.words.items() if weight and has_latin.search(word)]
        words += [(word, _SLANG_WEIGHT) for word in self._slang]
        words += [(word, _READER_WEIGHT) for word in self._extra]
        for word, least in words:
            if count_han(word) == len(word):
                paths.add(word, max(least, paths.words.get(word, 0), paths.beating(word)))
                added.add(word)
            elif re.sub(f"{_RUN}|[{_HAN_CLASS}]", "", word):
                odd.append(word)
            elif count_han(word):
                mixed[word.lower()] = max(least, mixed.get(word.lower(), 0))
        for word in mixed:
            for latin in run.findall(word):
                self._private.setdefault(latin, chr(_FIRST_PRIVATE + len(self._private)))
        for word, weight in mixed.items():
            encoded = run.sub(lambda found: self._private[found[0]], word)
            paths.add(encoded, max(weight, paths.beating(encoded)))
            added.add(encoded)
        odd.sort(key=len, reverse=True)
        in_han = [_as_it_stands(word) for word in odd if HAN.match(word)]
        others = [_as_it_stands(word) for word in odd if not HAN.match(word)]
        self._units = re.compile(
            "|".join(
                [
                    *(f"(?i:{pattern})" for pattern in in_han),
                    f"[{_HAN_CLASS}]+",
                    *([f"(?i:{'|'.join(others)})"] if others else []),
                    _RUN,
                    _DASHES,
                    _SPACES,
                    r"[\s\S]",
                ]
            )
        )
        return added


class TrainedCuts:
    """`Segmenter` that cuts as in the starter model's training."""

    def __init__(self, segmenter: JiebaSegmenter) -> None:
        self._segmenter = segmenter

    @property
    def version(self) -> str:
        """Changes whenever a cut may change."""
        return f"trained/{self._segmenter.version}"

    def segment(self, text: str) -> list[str]:
        """Pieces of `text`; they rejoin to it."""
        return self._segmenter.segment_as_trained(text)

    def names(self, text: str) -> list[Span]:
        """Nothing: the model is not told of names."""
        return []


def _as_in(text: str, pieces: Sequence[str]) -> list[str]:
    """`pieces` of converted text as `text` writes them."""
    found: list[str] = []
    offset = 0
    for piece in pieces:
        found.append(text[offset : offset + len(piece)])
        offset += len(piece)
    return found


def _as_it_stands(word: str) -> str:
    """A pattern for a term with signs in it, not inside a longer run of letters or digits."""
    before = rf"(?<![{LATIN}+])(?<![0-9][.,])" if re.match(rf"[{LATIN}+]", word) else ""
    after = rf"(?![{LATIN}]|[.,:][0-9])" if re.search(rf"[{LATIN}]$", word) else ""
    return before + re.escape(word) + after
