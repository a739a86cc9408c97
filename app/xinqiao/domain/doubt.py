"""When to distrust a translation: pure rules over the Chinese, the English and the model's own score.

Each rule looks for one kind of damage that can be seen without knowing the right answer. A rule that
is unsure keeps silent: a mark that is often wrong is soon not looked at.
"""

import re

from xinqiao.domain.amounts import chinese_amounts, english_amounts
from xinqiao.domain.characters import HAN, count_han
from xinqiao.domain.translations import Doubt, DoubtReason

UNSURE_BELOW = -1.1
"""Mean log-probability per token below which the starter model is called unsure: see
`docs/decisions/0024-doubt.md` for what was measured."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+")
_SHORTEST_JUDGED = 6  # Chinese characters; shorter sentences may be answered at any length
_MIN_RATIO, _MAX_RATIO = 0.22, 2.6  # English words for each Chinese character

# Words with a negation in them that deny nothing, and questions of the form "is it or not".
_LEXICAL = re.compile(
    "不好意思|不得不|不得了|不[同仅但光只过错愧然管论如禁断停久少妨料止必惜辞甘假由服]|不一会|不见不散|不知不觉|不约而同"
    "|不在话下|不可思议|不可不|不用谢|不客气|不谢|不至于|不对劲|不像话|不吃亏|不要脸|不速之客|不倒翁|不亦乐乎|不动声色"
    "|差不多|对不起|了不起|[受忍舍恨巴看来吃]不[了住得惯及消]|说不定|谁不|何不|岂不|可不|要不|好不|动不动|不就|再不|这不，"
    r"|不是[^，。！？]{0,12}[吗嘛么]|(.)不\1|(.)没\2"
    r"|[了过]没有?(?=[^\w]|[呀啊呢]|$)|"
    "有没有|毫不|无不|不三不四|雷打不动|表里不一|水土不服|得不行|欲速则不达"
    "|无.不|没有?(?:什么|啥)?问题|没忍住|笑不活|不一样|不求人|不列颠|面不改色|错?别字|没说的|不[成是]？"
    "|没关系|没[事准门谁错]|没的说|没得说|没想到|没完|没电|不见了|差点没|从不|从来没|别的不说|要星星不给月亮"
    "|除非|别[人的致墅提说样名有扭具论]|特别|[分个区级性离告类差识辨派另]别|未[来必免婚]|莫非|非常|非得|并非|非[^，。]{1,6}不可"
    "|无所谓|无比|意犹未|不知(?!道)"
)
_NEGATION = re.compile("不|没|别|未|勿|甭")
_ENGLISH_NEGATION = re.compile(
    r"\b(?:no|not|none|nobody|nothing|nowhere|never|neither|nor|without|cannot|hardly|barely|scarcely|rarely"
    r"|seldom|few|fewer|little|less|stop\w*|quit|avoid\w*|refus\w*|fail\w*|miss\w*|lack\w*|unable|forg[eo]t\w*"
    r"|instead|rather|nope|nah|else|free|out|too|only|yet|still|except|exclud\w*|unless|until|before|last|lost"
    r"|gone|den(?:y|ied)|impossible|hate\w*|dislike\w*|bad|wrong|defect\w*|stuck|poor|hard|difficult|off|away|ignore\w*|leave"
    r"|beyond|wish\w*|regret\w*|let (?:it|him|her|me|you|them)|rid|low|short|single|far from|skip\w*|even"
    r"|same|identical\w*|alike|vanish\w*|disappear\w*|quiet\w*|silen\w*|spared?s?|drop|substandard|typos?)\b"
    r"|n['’]t\b|\b(?:un|in|im|dis|non|il|ir)-?[a-z]{3,}|[a-z]{2,}less\b|\bain",
    re.IGNORECASE,
)


def find_doubts(
    source_text: str, english: str, score: float | None = None, threshold: float = UNSURE_BELOW
) -> tuple[Doubt, ...]:
    """Reasons to distrust `english` as a translation of `source_text`, in the order of `DoubtReason`.

    Args:
        source_text: what the engine was given, without protected spans.
        english: what it answered.
        score: mean log-probability per token (≤ 0); None where the engine gives none.
        threshold: score below which the model counts as unsure.
    """
    if not english.strip():
        return (Doubt(DoubtReason.EMPTY),) if HAN.search(source_text) else ()
    found = [
        _repeats(source_text, english),
        _length(source_text, english),
        *_numbers(source_text, english),
        _negation(source_text, english),
        _chinese_left(english),
        Doubt(DoubtReason.UNSURE) if score is not None and score < threshold else None,
    ]
    return tuple(doubt for doubt in found if doubt is not None)


def _repeats(source: str, english: str) -> Doubt | None:
    """Two or more words said three times running, or one word four times, where the Chinese does not."""
    words = [word.lower() for word in _WORD.findall(english)]
    for size, times in ((1, 4), (2, 3), (3, 3), (4, 2), (5, 2), (6, 2), (8, 2)):
        for start in range(len(words) - size * times + 1):
            piece = words[start : start + size]
            if all(words[start + size * n : start + size * (n + 1)] == piece for n in range(1, times)):
                if _source_repeats(source, times if size < 4 else 2):
                    return None
                return Doubt(DoubtReason.REPEATS, " ".join(piece))
    return None


def _source_repeats(source: str, times: int) -> bool:
    """Whether the Chinese says something `times` times running too (哈哈哈, 虾、虾、虾)."""
    return re.search(rf"(.{{1,8}}?)(?:[、，,！!\s]*\1){{{times - 1}}}", source) is not None


def _length(source: str, english: str) -> Doubt | None:
    """English far shorter or longer than Chinese of this length ever is."""
    characters = count_han(source)
    if characters < _SHORTEST_JUDGED:
        return None
    words = len(_WORD.findall(english))
    latin = len(_WORD.findall(source))
    ratio = max(0, words - latin) / characters
    if _MIN_RATIO <= ratio <= _MAX_RATIO or (ratio < _MIN_RATIO and re.search(r"(.)\1{2}", source)):
        return None
    return Doubt(DoubtReason.LENGTH, f"{words} words for {characters} characters")


def _numbers(source: str, english: str) -> list[Doubt]:
    """Numbers of the Chinese that are not in the English, in any spelling."""
    there = english_amounts(english)
    return [
        Doubt(DoubtReason.NUMBER, number.text)
        for number in chinese_amounts(source)
        if not any(
            abs(value - other) <= 1e-6 * max(1.0, abs(value)) for value in number.values for other in there
        )
    ]


def _negation(source: str, english: str) -> Doubt | None:
    """A plain negation in the Chinese, and none in the English."""
    bare = _LEXICAL.sub(" ", source)
    match = _NEGATION.search(bare)
    if match is None or _ENGLISH_NEGATION.search(english):
        return None
    return Doubt(DoubtReason.NEGATION, bare[match.start() : match.start() + 3].strip())


def _chinese_left(english: str) -> Doubt | None:
    """Chinese characters that were not translated."""
    match = re.search(f"{HAN.pattern}+", english)
    return Doubt(DoubtReason.CHINESE_LEFT, match[0]) if match else None
