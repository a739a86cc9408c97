"""Pinyin syllables: numbers, tone marks and zhuyin from one parser.

A *numbered* syllable is written as CC-CEDICT writes it: `zhou1`, `lu:4`, `de5` for the neutral
tone, `r5` for the 儿 of erhua. What is not a syllable (`C`, `11`, `·`) passes through unchanged.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_INITIALS = {
    "b": "ㄅ",
    "p": "ㄆ",
    "m": "ㄇ",
    "f": "ㄈ",
    "d": "ㄉ",
    "t": "ㄊ",
    "n": "ㄋ",
    "l": "ㄌ",
    "g": "ㄍ",
    "k": "ㄎ",
    "h": "ㄏ",
    "j": "ㄐ",
    "q": "ㄑ",
    "x": "ㄒ",
    "zh": "ㄓ",
    "ch": "ㄔ",
    "sh": "ㄕ",
    "r": "ㄖ",
    "z": "ㄗ",
    "c": "ㄘ",
    "s": "ㄙ",
}
# Final, its zhuyin, and how it is spelled without an initial ("" where it never stands alone).
_FINALS = (
    ("a", "ㄚ", "a"),
    ("o", "ㄛ", "o"),
    ("e", "ㄜ", "e"),
    ("ê", "ㄝ", "ê"),
    ("ai", "ㄞ", "ai"),
    ("ei", "ㄟ", "ei"),
    ("ao", "ㄠ", "ao"),
    ("ou", "ㄡ", "ou"),
    ("an", "ㄢ", "an"),
    ("en", "ㄣ", "en"),
    ("ang", "ㄤ", "ang"),
    ("eng", "ㄥ", "eng"),
    ("i", "ㄧ", "yi"),
    ("ia", "ㄧㄚ", "ya"),
    ("io", "ㄧㄛ", "yo"),
    ("ie", "ㄧㄝ", "ye"),
    ("iai", "ㄧㄞ", "yai"),
    ("iao", "ㄧㄠ", "yao"),
    ("iu", "ㄧㄡ", "you"),
    ("ian", "ㄧㄢ", "yan"),
    ("in", "ㄧㄣ", "yin"),
    ("iang", "ㄧㄤ", "yang"),
    ("ing", "ㄧㄥ", "ying"),
    ("u", "ㄨ", "wu"),
    ("ua", "ㄨㄚ", "wa"),
    ("uo", "ㄨㄛ", "wo"),
    ("uai", "ㄨㄞ", "wai"),
    ("ui", "ㄨㄟ", "wei"),
    ("uan", "ㄨㄢ", "wan"),
    ("un", "ㄨㄣ", "wen"),
    ("uang", "ㄨㄤ", "wang"),
    ("ong", "ㄨㄥ", "weng"),
    ("ü", "ㄩ", "yu"),
    ("üe", "ㄩㄝ", "yue"),
    ("üan", "ㄩㄢ", "yuan"),
    ("ün", "ㄩㄣ", "yun"),
    ("iong", "ㄩㄥ", "yong"),
)
_ALONE = {"er": "ㄦ", "m": "ㄇ", "n": "ㄋ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ"}
_APICAL = ("zh", "ch", "sh", "r", "z", "c", "s")  # their plain i has no sign of its own in zhuyin
_ZHUYIN_TONES = {1: "", 2: "ˊ", 3: "ˇ", 4: "ˋ"}
_MARKS = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300"}
_TONE_OF_MARK = {mark: tone for tone, mark in _MARKS.items()} | {"\u0306": 3}  # a breve stands for a caron
_NUMBERED = re.compile(r"[A-Za-züÜêÊ:]+[0-5]")


def _spellings() -> dict[str, str]:
    """Every spelling (with `ü`, toneless) and its zhuyin."""
    table = dict(_ALONE)
    for final, sign, alone in _FINALS:
        table[alone] = sign
        for initial, start in _INITIALS.items():
            front = initial in ("j", "q", "x")
            if front and final[0] not in "iü":
                continue  # ju is jü; there is no ja
            spelled = initial + (final.replace("ü", "u") if front else final)
            table[spelled] = start if final == "i" and initial in _APICAL else start + sign
    return table


_ZHUYIN = _spellings()
_FROM_ZHUYIN = {sign: spelling for spelling, sign in reversed(_ZHUYIN.items())}


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable.

    Attributes:
        letters: lower case, toneless, with `ü` (never `v` or `u:`); `r` for the 儿 of erhua,
            `xx` where the dictionary does not know the reading.
        tone: 1–4, or 5 for the neutral tone.
        capital: whether it is written with a capital (proper names).
    """

    letters: str
    tone: int
    capital: bool = False

    @property
    def numbered(self) -> str:
        """In CC-CEDICT's spelling: `lu:4`."""
        text = self.letters.replace("ü", "u:")
        return f"{text[0].upper()}{text[1:]}{self.tone}" if self.capital else f"{text}{self.tone}"

    @property
    def marked(self) -> str:
        """With its tone mark: `lǜ`."""
        text = self.letters
        if self.tone in _MARKS and text != "xx":
            place = _mark_place(text)
            text = unicodedata.normalize("NFC", text[: place + 1] + _MARKS[self.tone] + text[place + 1 :])
        return text[0].upper() + text[1:] if self.capital else text

    @property
    def zhuyin(self) -> str:
        """In zhuyin (bopomofo): `ㄌㄩˋ`; the neutral dot stands in front."""
        if self.letters == "r":
            return "˙ㄦ"
        signs = _ZHUYIN.get(self.letters)
        if signs is None:
            return self.marked
        return "˙" + signs if self.tone == 5 else signs + _ZHUYIN_TONES[self.tone]


def _mark_place(letters: str) -> int:
    """Index of the letter that carries the tone mark."""
    for vowel in "aeê":
        if vowel in letters:
            return letters.index(vowel)
    if "ou" in letters:
        return letters.index("o")
    vowels = [index for index, letter in enumerate(letters) if letter in "iouü"]
    if vowels:
        return vowels[-1]
    return max(letters.find("m"), letters.find("n"), 0)  # m, hm, n, ng, hng


@lru_cache(maxsize=4096)
def parse(text: str) -> Syllable | None:
    """One syllable in numbers (`lu:4`, `lv4`, `lü4`), marks (`lǜ`) or zhuyin; None when it is none.

    Without a number or a mark the tone is neutral. `0` is another spelling of 5.
    """
    if not text:
        return None
    if "\u3105" <= text.lstrip("˙")[:1] <= "\u312f":
        return _parse_zhuyin(text)
    tone = 0
    letters = text
    if letters[-1] in "012345":
        tone = int(letters[-1]) or 5
        letters = letters[:-1]
    kept: list[str] = []
    for character in unicodedata.normalize("NFD", letters):
        mark = _TONE_OF_MARK.get(character)
        if mark is None:
            kept.append(character)
        elif tone:
            return None  # two tones
        else:
            tone = mark
    plain = unicodedata.normalize("NFC", "".join(kept))
    capital = plain[:1].isupper()
    plain = plain.lower().replace("u:", "ü").replace("v", "ü")
    if plain[:1] in ("j", "q", "x", "y"):
        plain = plain.replace("ü", "u")
    elif plain in ("lue", "nue"):
        plain = plain[0] + "üe"
    if plain not in _ZHUYIN and plain not in ("r", "xx"):
        return None
    return Syllable(plain, tone or 5, capital)


def _parse_zhuyin(text: str) -> Syllable | None:
    tone = 1
    if text.startswith("˙"):
        text, tone = text[1:], 5
    elif text[-1] in "ˊˇˋ˙":
        text, tone = text[:-1], " ˊˇˋ˙".index(text[-1]) + 1
    if text == "ㄦ" and tone == 5:
        return Syllable("r", 5)
    letters = _FROM_ZHUYIN.get(text)
    return Syllable(letters, tone) if letters else None


def to_marks(syllable: str) -> str:
    """`lu:4` → `lǜ`; what is no syllable stays."""
    parsed = parse(syllable)
    return parsed.marked if parsed else syllable


def to_numbers(syllable: str) -> str:
    """`lǜ` → `lu:4`; what is no syllable stays."""
    parsed = parse(syllable)
    return parsed.numbered if parsed else syllable


def to_zhuyin(syllable: str) -> str:
    """`lu:4` → `ㄌㄩˋ`; what is no syllable stays."""
    parsed = parse(syllable)
    return parsed.zhuyin if parsed else syllable


def tone_of(syllable: str) -> int:
    """Tone 1–5 of a syllable; 5 also for what is no syllable."""
    parsed = parse(syllable)
    return parsed.tone if parsed else 5


def strip_tones(syllable: str) -> str:
    """`lu:4` → `lu:`, `Bei3` → `bei`: lower case without the tone."""
    parsed = parse(syllable)
    return parsed.letters.replace("ü", "u:") if parsed else syllable.lower()


def search_key(pinyin: str) -> str:
    """Letters only, for looking up by pinyin: `Lu:4 se4`, `lǜ sè` and `lvse` all give `lvse`."""
    kept: list[str] = []
    for character in unicodedata.normalize("NFD", pinyin.lower().replace("u:", "ü")):
        if character == "\u0308" and kept and kept[-1] == "u":
            kept[-1] = "v"
        elif character.isalnum() and not "0" <= character <= "5":
            kept.append(character)
    return "".join(kept)


def mark_reading(pinyin: str, joint: str = "") -> str:
    """Numbered syllables separated by spaces (`Xi1 Hu2`) as one marked word (`XīHú`, or with `joint`)."""
    return joint.join(to_marks(syllable) for syllable in pinyin.split())


def mark_numbered(text: str) -> str:
    """Every numbered syllable inside `text` with its mark: `[kang2ba4zi5]` → `[kángbàzi]`."""
    return _NUMBERED.sub(lambda found: to_marks(found[0]), text)


def joined_marks(syllables: Iterable[str]) -> str:
    """The syllables of one word with tone marks, an apostrophe where two would run together."""
    word = ""
    for syllable in syllables:
        marked = to_marks(syllable)
        first = unicodedata.normalize("NFD", marked)[:1].lower()
        if word and word[-1].isalpha() and first in ("a", "e", "o") and first.isalpha():
            word += "’"
        word += marked
    return word
