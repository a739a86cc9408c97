"""Dictionary hints for the starter model: which words are explained to it, and in which words.

The model was trained with hints made by these rules, so they are part of its interface: a rule
that changes here makes its answers worse, however sensible the change looks to a reader.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from xinqiao.domain.numbers import is_numeral
from xinqiao.domain.translations import Hint
from xinqiao.domain.words import SlangEntry

MAX_HINTS = 8
COMMON_WORD = 4.6  # Zipf; a word of two or more characters at or above it is not explained
COMMON_CHARACTER = 4.0  # Zipf; the same for a single character
MAX_GLOSS = 34  # characters of one sense
MAX_SECOND = 22  # characters of a second sense, which is left out when longer

_HAN = re.compile("[\u3400-\u9fff]")
_NOT_EXPLAINED = re.compile(
    r"CL:|variant of|old variant|see also|used in|surname |erhua|also written|Taiwan pr|also pr"
    r"|\(old\)|\(archaic\)|Japanese variant|classifier for"
)
_POINTER = re.compile(r"(?:see|abbr\. for|abbr\. of) (?:[\u3400-\u9fff]+\|)?([\u3400-\u9fff]+)")
_REMARK = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\]]*\]")
_CHINESE = re.compile("[\u3400-\u9fff|]+")


class HintLexicon(Protocol):
    """What the rules ask of the dictionary."""

    def zipf(self, word: str) -> float:
        """Frequency of `word` on the Zipf scale; 0 when unknown."""
        ...

    def raw_entries(self, word: str) -> list[tuple[str, tuple[str, ...]]]:
        """(numbered pinyin, senses as CC-CEDICT writes them) of a simplified headword."""
        ...


class HintSlang(Protocol):
    """What the rules ask of the slang layer."""

    def find(self, term: str) -> SlangEntry | None:
        """The entry whose term or variant is `term`, or None."""
        ...


def short_gloss(sense: str) -> str:
    """One CC-CEDICT sense without remarks, references and second thoughts; may be empty."""
    text = _CHINESE.sub("", _REMARK.sub("", sense))
    text = re.sub(r"\s+([,;])", r"\1", re.sub(r"\s+", " ", text))
    text = text.strip(" ;,").split(";")[0].strip()
    if len(text) > MAX_GLOSS:
        text = text[:MAX_GLOSS].rsplit(" ", 1)[0].rstrip(" ,;")
    return text


def hint_gloss(word: str, lexicon: HintLexicon, slang: HintSlang, *, follow: bool = True) -> str:
    """What the model is told of `word`; empty when there is nothing to tell.

    With `follow`, "see X" and "abbr. for X" are looked up in turn, once.
    """
    entry = slang.find(word)
    if entry is not None and (known := short_gloss(entry.meaning.split(";")[0])):
        return known
    chosen: list[str] = []
    chosen_key: tuple[bool, bool, int] | None = None
    for pinyin, senses in lexicon.raw_entries(word):
        texts, followed = _explain(word, senses, lexicon, slang, follow=follow)
        # Proper names and pointers come last, then the entry that says more; the first of equals stays.
        key = (pinyin[:1].isupper(), followed, -len(texts))
        if texts and (chosen_key is None or key < chosen_key):
            chosen_key, chosen = key, texts
    distinct = list(dict.fromkeys(chosen))
    second = next((text for text in distinct[1:] if len(text) <= MAX_SECOND), None)
    return ", ".join(filter(None, [*distinct[:1], second]))


def _explain(
    word: str, senses: Iterable[str], lexicon: HintLexicon, slang: HintSlang, *, follow: bool
) -> tuple[list[str], bool]:
    """The usable senses of one entry, and whether any of them only points elsewhere."""
    texts: list[str] = []
    followed = False
    for sense in senses:
        if _NOT_EXPLAINED.match(sense):
            continue
        pointer = _POINTER.match(sense)
        if pointer is None:
            texts.append(short_gloss(sense))
            continue
        followed = True
        if follow and pointer[1] != word:
            texts += hint_gloss(pointer[1], lexicon, slang, follow=False).split(", ")
    return [text for text in texts if text], followed


def choose_hints(words: Iterable[str], lexicon: HintLexicon, slang: HintSlang) -> tuple[Hint, ...]:
    """Hints for one sentence, in order of appearance.

    `words` are the tap-to-gloss words of its simplified text without the protected spans.
    """
    found: dict[str, tuple[float, str]] = {}
    for word in _as_trained(words, lexicon):
        is_slang = slang.find(word) is not None
        if word in found or not (is_slang or _HAN.search(word)):
            continue
        frequency = lexicon.zipf(word)
        common = COMMON_CHARACTER if len(word) == 1 else COMMON_WORD
        if not is_slang and frequency >= common:
            continue
        if gloss := hint_gloss(word, lexicon, slang):
            found[word] = (frequency, gloss)
    rarest = sorted(found, key=lambda word: found[word][0])[:MAX_HINTS]
    return tuple(Hint(word, gloss) for word, (_, gloss) in found.items() if word in rarest)


def _as_trained(words: Iterable[str], lexicon: HintLexicon) -> Iterable[str]:
    """`words` as the model saw them: numerals such as 三十九 fell into the longest dictionary words."""
    for word in words:
        if len(word) < 3 or not is_numeral(word) or lexicon.raw_entries(word):
            yield word
            continue
        pieces: list[str] = []
        end = len(word)
        while end:
            start = next((at for at in range(end) if lexicon.raw_entries(word[at:end])), end - 1)
            pieces.append(word[start:end])
            end = start
        yield from reversed(pieces)
