"""Words to tap, by jieba over the dictionary's own headwords.

Three choices make every piece one that can be looked up: the word list has dictionary heads only,
the part of jieba that guesses unknown words is off for the split (it only outlines names), and runs
of Latin letters and digits are one piece each, whatever jieba would make of them.

Words such as `AA制`, `i人` or `扣1` mix scripts. Each Latin run that occurs in such a word stands in
the text given to jieba as one private character, so that a mixed word competes with its neighbours
like any other, in any case, and never begins or ends inside a longer run.
"""

import hashlib
import marshal
import math
import os
import re
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from xinqiao.domain.characters import HAN, LATIN, count_han, has_han, narrow
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.ports import ScriptConverter
from xinqiao.domain.words import Span
from xinqiao.engines.segment_rules import repair

_RULES = "3"  # raise it when the rules below change
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
# A guess that holds one of these is no name.
_NOT_IN_NAMES = frozenset(
    "的了是我你他她它们不在有就也都很和与把被给对从向这那哪个些么什吗呢吧啊呀哦嘛啦着过到说要会能去来上下里"
    "一二三四五六七八九十百千万两几每又还再才只最更太真好没别想看吃做让用多少大小"
)
_MAX_NAME = 4
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴"
    "霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚"
    "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑"
    "迟闻"
)


class _Tokenizer(Protocol):
    """What is used of `jieba.Tokenizer`."""

    FREQ: dict[str, int]
    total: int
    initialized: bool

    def add_word(self, word: str, freq: int | None = None) -> None: ...

    def get_DAG(self, sentence: str) -> dict[int, list[int]]: ...

    def calc(self, sentence: str, DAG: dict[int, list[int]], route: dict[int, tuple[float, int]]) -> None: ...


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
        self._tokenizer: _Tokenizer | None = None
        self._digest = ""
        self._private: dict[str, str] = {}
        self._units = re.compile("")

    @property
    def version(self) -> str:
        """Changes with the dictionary, the slang terms and the reader's words."""
        added = hashlib.sha256("\n".join([*self._slang, "", *self._extra]).encode("utf-8", "replace"))
        return f"jieba-{_RULES}/{self._dictionary_digest()}/{added.hexdigest()[:12]}"

    def load(self) -> None:
        """Load now what `segment` would load on first use (about half a second, once)."""
        self._loaded()

    def segment(self, text: str) -> list[str]:
        """Pieces of `text` (simplified or traditional, no protected spans); they rejoin to it."""
        self._loaded()
        plain = narrow(self._converter.to_simplified(text) if self._converter else text)
        pieces: list[str] = []
        offset = 0
        for piece in repair(list(self._cut(plain))):
            pieces.append(text[offset : offset + len(piece)])
            offset += len(piece)
        return pieces

    def names(self, text: str) -> list[Span]:
        """Stretches of `text` that look like one name the dictionary lacks (two to four characters)."""
        tokenizer = self._loaded()
        from jieba import finalseg

        plain = narrow(self._converter.to_simplified(text) if self._converter else text)
        spans: list[Span] = []
        offset = 0
        singles = ""
        for piece in [*repair(list(self._cut(plain))), ""]:
            if len(piece) == 1 and has_han(piece):
                singles += piece
            else:
                start = offset - len(singles)
                for guess in _guesses(finalseg.cut(singles)) if len(singles) > 1 else ():
                    known = tokenizer.FREQ.get(guess, 0) > 0
                    if 2 <= len(guess) <= _MAX_NAME and not known and not _NOT_IN_NAMES & set(guess):
                        spans.append(Span(start, start + len(guess)))
                    start += len(guess)
                singles = ""
            offset += len(piece)
        return spans

    def _cut(self, text: str) -> Iterator[str]:
        """Pieces of simplified half-width text."""
        stretch: list[str] = []  # neighbouring Han runs and Latin runs that mixed words know
        for unit in self._units.findall(text):
            if HAN.match(unit) or unit.lower() in self._private:
                stretch.append(unit)
            else:
                if stretch:
                    yield from self._cut_stretch(stretch)
                    stretch = []
                yield unit
        if stretch:
            yield from self._cut_stretch(stretch)

    def _cut_stretch(self, units: list[str]) -> Iterator[str]:
        tokenizer = self._tokenizer
        assert tokenizer is not None
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
        route: dict[int, tuple[float, int]] = {}
        tokenizer.calc(encoded, tokenizer.get_DAG(encoded), route)
        start = 0
        while start < len(encoded):
            end = route[start][1] + 1
            piece = encoded[start:end]
            if written:
                piece = "".join(written[sign].pop(0) if sign in written else sign for sign in piece)
            yield piece
            start = end

    def _dictionary_digest(self) -> str:
        if not self._digest:
            try:
                self._digest = hashlib.sha256(self._dictionary.read_bytes()).hexdigest()[:12]
            except OSError as error:
                raise self._damaged() from error
        return self._digest

    @staticmethod
    def _damaged() -> ReaderError:
        return ReaderError(
            "The segmenter's word list is missing or damaged.",
            "Run `make setup` (or reinstall Xinqiao) to build it again.",
        )

    def _loaded(self) -> _Tokenizer:
        if self._tokenizer is None:
            with self._lock:
                if self._tokenizer is None:
                    self._tokenizer = self._load()
        return self._tokenizer

    def _load(self) -> _Tokenizer:
        digest = self._dictionary_digest()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # jieba's own syntax and pkg_resources warnings
            import jieba
        tokenizer: _Tokenizer = jieba.Tokenizer(str(self._dictionary))
        # Filled here and not by jieba, which keeps its cache under a predictable name in a shared folder.
        tokenizer.FREQ, tokenizer.total = self._cached_words(digest)
        tokenizer.initialized = True
        self._add_words(tokenizer)
        return tokenizer

    def _cached_words(self, digest: str) -> tuple[dict[str, int], int]:
        """Every word and beginning of a word with its weight (0 for beginnings), and the sum."""
        cache = self._cache_dir / f"words-{digest}-{sys.implementation.cache_tag}.cache"
        try:
            words, total = marshal.loads(cache.read_bytes())
            if isinstance(words, dict) and isinstance(total, int) and total > 0:
                return words, total
        except (OSError, ValueError, EOFError, TypeError):
            pass  # none yet, or a damaged one: read the list
        words, total = self._read_words()
        try:
            self._cache_dir.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=cache.name, dir=self._cache_dir)
            try:
                with os.fdopen(handle, "wb") as file:
                    marshal.dump((words, total), file)
                os.replace(name, cache)
            except OSError:
                os.unlink(name)
                raise
        except OSError:
            pass  # without a cache it starts more slowly, that is all
        return words, total

    def _read_words(self) -> tuple[dict[str, int], int]:
        words: dict[str, int] = {}
        total = 0
        try:
            with self._dictionary.open(encoding="utf-8") as lines:
                for line in lines:
                    word, weight = line.split()
                    words[word] = int(weight)
                    total += int(weight)
        except (OSError, ValueError) as error:
            raise self._damaged() from error
        if total <= 0:
            raise self._damaged()
        for word in list(words):
            for end in range(1, len(word)):
                words.setdefault(word[:end], 0)
        return words, total

    def _add_words(self, tokenizer: _Tokenizer) -> None:
        """Teach the tokenizer mixed words, slang and the reader's words; nothing is added later."""
        run = re.compile(_RUN)
        mixed: dict[str, int] = {}
        odd: list[str] = []  # terms with a sign or space in them: found as they stand
        latin = re.compile(f"[{LATIN}]")
        listed = [word for word, weight in tokenizer.FREQ.items() if weight and latin.search(word)]
        words = [(word, tokenizer.FREQ[word]) for word in listed]
        words += [(word, _SLANG_WEIGHT) for word in self._slang]
        words += [(word, _READER_WEIGHT) for word in self._extra]
        for word, least in words:
            if _all_han(word):
                tokenizer.add_word(word, max(least, tokenizer.FREQ.get(word, 0), _beating(tokenizer, word)))
            elif re.sub(f"{_RUN}|[{_HAN_CLASS}]", "", word):
                odd.append(word)
            elif count_han(word):
                mixed[word.lower()] = max(least, mixed.get(word.lower(), 0))
        for word in mixed:
            for latin in run.findall(word):
                self._private.setdefault(latin, chr(_FIRST_PRIVATE + len(self._private)))
        for word, weight in mixed.items():
            encoded = run.sub(lambda found: self._private[found[0]], word)
            tokenizer.add_word(encoded, max(weight, _beating(tokenizer, encoded)))
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


def _guesses(cut: Iterable[str]) -> Iterator[str]:
    """What jieba guesses, a surname and two characters put together again where it left one behind."""
    held = ""
    for guess in cut:
        if held and len(guess) == 1 and guess not in _NOT_IN_NAMES:
            yield held + guess
            held = ""
            continue
        if held:
            yield held
            held = ""
        if len(guess) == 2 and guess[0] in _SURNAMES:
            held = guess
        else:
            yield guess
    if held:
        yield held


def _all_han(word: str) -> bool:
    return count_han(word) == len(word)


def _as_it_stands(word: str) -> str:
    """A pattern for a term with signs in it, not inside a longer run of letters or digits."""
    before = rf"(?<![{LATIN}+])(?<![0-9][.,])" if re.match(rf"[{LATIN}+]", word) else ""
    after = rf"(?![{LATIN}]|[.,:][0-9])" if re.search(rf"[{LATIN}]$", word) else ""
    return before + re.escape(word) + after


def _beating(tokenizer: _Tokenizer, word: str) -> int:
    """The weight with which `word` just wins over its best split into other words."""
    route: dict[int, tuple[float, int]] = {}
    dag = tokenizer.get_DAG(word)
    whole = len(word) - 1
    if len(word) > 1:
        dag[0] = [end for end in dag[0] if end != whole] or [0]
    tokenizer.calc(word, dag, route)
    return int(math.exp(route[0][0]) * tokenizer.total) + 1 if len(word) > 1 else 0
