"""Which senses of a word fit the sentence: its reading, its translation, and the dictionary's order."""

import re
from collections.abc import Iterable, Sequence

from xinqiao.domain.pinyin import mark_reading
from xinqiao.domain.readings import align
from xinqiao.domain.words import Entry

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_REMARK = re.compile(r"\([^()]*\)")
_WEAK = re.compile(
    r"surname |used in |see also |also written |also pr\.|Japanese variant"
    r"|\((?:old|archaic|literary|classical|dialect|Tw|bound form)\)|.*\((?:[a-z]+ )?(?:variant|form) of "
)
_VARIANT = re.compile(r" \((?:[a-z]+ )?variant of [^()]*\)$")
_STOP = frozenset(
    "a an the to of in on at for with by from and or as is are was were be been it its that this sb sth "
    "one's one oneself etc i you he she we they my your his her our their me him us them do does did not "
    "no so if but up out off over very used also esp e.g".split()
)
_ENOUGH = 0.5  # share of a definition's words that must stand in the translation

# Forms that the endings below do not undo.
_IRREGULAR = {
    "went": "go", "gone": "go", "bought": "buy", "brought": "bring", "thought": "think", "ate": "eat",
    "eaten": "eat", "came": "come", "saw": "see", "seen": "see", "took": "take", "taken": "take",
    "made": "make", "said": "say", "told": "tell", "got": "get", "gave": "give", "given": "give",
    "wrote": "write", "written": "write", "grew": "grow", "grown": "grow", "lost": "lose", "left": "leave",
    "felt": "feel", "slept": "sleep", "sold": "sell", "won": "win", "wore": "wear", "worn": "wear",
    "fell": "fall", "fallen": "fall", "found": "find", "knew": "know", "known": "know", "spent": "spend",
    "children": "child", "people": "person", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth",
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "ran": "run", "sat": "sit",
    "stood": "stand", "paid": "pay", "met": "meet", "kept": "keep", "drank": "drink", "broke": "break",
    "broken": "break", "chose": "choose", "chosen": "choose", "caught": "catch", "taught": "teach",
    "heard": "hear", "held": "hold", "sent": "send", "built": "build", "began": "begin", "begun": "begin",
}  # fmt: skip


def stem(word: str) -> str:
    """A rough English stem: enough to match `queues` with `queue` and `trying` with `try`."""
    word = _IRREGULAR.get(word, word)
    for ending, least, put in (
        ("ies", 4, "y"), ("ied", 4, "y"), ("ing", 6, ""), ("ed", 5, ""), ("ly", 5, ""), ("es", 5, ""),
        ("s", 4, ""), ("er", 6, ""), ("est", 6, ""),
    ):  # fmt: skip
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            word = word[: -len(ending)] + put
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


def stems(text: str) -> frozenset[str]:
    """Stems of the content words of an English text."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP)


def fit(sense: str, translation: frozenset[str]) -> float:
    """How much of the best part of `sense` stands in the translation (0 to 1)."""
    if not translation:
        return 0.0
    best = 0.0
    for part in re.split("[;,]", _REMARK.sub("", sense)):
        words = stems(part)
        if words:
            best = max(best, len(words & translation) / len(words))
    return best


def is_proper(entry: Entry) -> bool:
    """Whether an entry is for a name."""
    return entry.pinyin[:1].isupper()


def rank_entries(entries: Iterable[Entry], syllables: Sequence[str], written: str) -> list[Entry]:
    """Entries with the reading of the sentence first, names last.

    Of entries that differ in their traditional form only, one that is written as in the text comes
    first; otherwise they stay in dictionary order.
    """

    def key(entry: Entry) -> tuple[bool, bool, bool, bool]:
        reading = align(entry.simplified, entry.pinyin)
        same = reading is None or not syllables or reading == tuple(syllables)
        first = entry.senses[0] if entry.senses else ""
        # 咊 for 和; 绿 as lù, which stands in names alone
        rare = first.startswith("used in ") or (entry.traditional != written and bool(_VARIANT.search(first)))
        other = entry.traditional != written and entry.simplified != written
        return not same, is_proper(entry), rare, other

    return sorted(entries, key=key)


def rank_senses(
    entries: Sequence[Entry], syllables: Sequence[str], translation: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(the two senses that fit best, the others in dictionary order).

    Args:
        entries: from `rank_entries`.
        syllables: the word's reading in the sentence; senses of another reading are marked with it.
        translation: the sentence's English; empty when there is none yet.
    """
    english = stems(translation)
    plain = {sense for entry in entries for sense in entry.senses}
    ranked: list[tuple[tuple[int, bool, int], str]] = []
    for entry in entries:
        reading = align(entry.simplified, entry.pinyin)
        other = bool(syllables) and reading is not None and reading != tuple(syllables)
        for sense in entry.senses:
            said_already = _VARIANT.sub("", sense) in plain - {sense}  # Taiwan (variant of 台湾)
            if said_already or sense == f"also written {entry.simplified}":
                continue
            weak = is_proper(entry) or _WEAK.match(sense) is not None
            text = f"{mark_reading(entry.pinyin)}: {sense}" if other else sense
            suits = fit(sense, english) >= _ENOUGH
            ranked.append(((2 * other + weak, not suits, len(ranked)), text))
    texts = list(dict.fromkeys(text for _, text in ranked))
    likely = list(dict.fromkeys(text for _, text in sorted(ranked)))[:2]
    return tuple(likely), tuple(text for text in texts if text not in likely)
