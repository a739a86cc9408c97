"""English for the little words that make up many comments, which dictionaries gloss and engines guess at.

Words are listed as they are said by themselves; a few patterns make many more of them: something is
asked for (求教程), was done (已关注), or is very much so (太真实了); and what is known may be said over and
over (对对对).
"""

import re

from xinqiao.domain.reply_words import ASKED_FOR, DONE, OF_PEOPLE, REPLIES, VERY, WANTED


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: english for english, words in table.items() for word in words.split()}


_BY_WORD = _by_word(REPLIES)
_BY_THING, _BY_DEED = _by_word(ASKED_FOR), _by_word(DONE)
_BY_QUALITY, _BY_WISH = _by_word(VERY), _by_word(WANTED)
_ASKS = re.compile("(?:跪|同|急|求)?求(?:个|一个|一下|下|一份)?(.+?)[啊呀了吧]?")
_WAITS = re.compile("(?:蹲|等|坐等)(?:蹲|个|一个|一下|下|一份)?(.+)")
_WANTS = (
    (re.compile("我?也想(.+?)[啊呀了]?"), "I also"),
    (re.compile("我?[好真很超]想(.+?)[啊呀了]?"), "I really"),
    (re.compile("我?想(.+?)[啊呀了]?"), "I"),
)
_DID = (re.compile("(?:我?已经?|都)(.+?)[了啦]?"), re.compile("(.{2,3})[了啦]"))
_TOO = "(?:真的|这)?(?:也?太|好|超|超级|巨|非常|特别)(.{1,3}?)[了啦吧啊呀]{0,2}"
_IS = (
    (re.compile(f"(?:姐姐|哥哥|妹妹|弟弟|小姐姐|小哥哥|姐妹|博主|楼主|你){_TOO}"), "You're so"),
    (re.compile(_TOO), "So"),
    (re.compile("(.{1,3}?)(?:[死哭爆炸疯翻]了?|死我了)"), "So"),
    (re.compile("真的?(.{1,3}?)[啊呀]?"), "Really"),
)
_IS_IT = re.compile("(.{1,3}?)[吗么]")
_OVER_AND_OVER = re.compile(r"(.)\1{2,5}|(.{2,4})\2{1,3}")
_SAID_AT_MOST = 3
_PARTICLE = re.compile("(.{2,})[啦呀啊呢哈哦呐嘞呗哟]")
_LAUGHS = (
    (re.compile("[哈蛤]{2,}"), "ha"),
    (re.compile("[嘿]{2,}"), "he"),
    (re.compile("[嘻]{2,}"), "hee"),
    (re.compile("[呵]{2,}"), "heh"),
    (re.compile("[嘎]{2,}"), "ga"),
)
_CRIES = re.compile("[呜嗚]{2,}")
_DRAWN_OUT = re.compile("([啊哇哦噢嗯呀])\\1{2,}")
_LONG = {"啊": "A", "哇": "Wo", "哦": "O", "噢": "O", "嗯": "Mm", "呀": "Ya"}
_LONG_END = {"啊": "h", "哇": "w", "哦": "h", "噢": "h", "嗯": "", "呀": "y"}
_LONGEST_LAUGH = 6


def short_reply(text: str) -> str:
    """English for a whole comment that is one such word (simplified, without marks); empty for others."""
    if english := _BY_WORD.get(text) or _sound(text) or _by_pattern(text) or _repeated(text):
        return english
    particle = _PARTICLE.fullmatch(text)
    return _BY_WORD.get(particle[1], "") if particle else ""


def _by_pattern(text: str) -> str:
    """Something asked for, waited for, wanted, done, or very much so."""
    if thing := _named(_ASKS, text, _BY_THING):
        return f"Please {thing}" if thing in ("help", "share") else f"{_capital(thing)}, please"
    if thing := _named(_WAITS, text, _BY_THING):
        return f"Waiting for {thing if thing.endswith('s') else f'the {thing}'}"
    for pattern, begun in _WANTS:
        if wish := _named(pattern, text, _BY_WISH):
            return f"{begun} want to {wish}"
    for pattern in _DID:
        if deed := _named(pattern, text, _BY_DEED):
            return deed
    for pattern, begun in _IS:
        if quality := _named(pattern, text, _BY_QUALITY):
            return f"{begun} {quality}"
    if quality := _named(_IS_IT, text, _BY_QUALITY):
        return f"Are you {quality}?" if quality in OF_PEOPLE else f"Is it {quality}?"
    return _capital(_BY_QUALITY.get(text, ""))


def _named(pattern: re.Pattern[str], text: str, known: dict[str, str]) -> str:
    """English for what a pattern finds in a comment; empty where it finds nothing known."""
    match = pattern.fullmatch(text)
    return known.get(match[1], "") if match else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def said_once(text: str) -> str:
    """What is said over and over, once: 冲冲冲 is 冲."""
    match = _OVER_AND_OVER.fullmatch(text)
    return (match[1] or match[2]) if match else text


def _repeated(text: str) -> str:
    """A known word said over and over: "No, no, no"."""
    once = said_once(text)
    english = _BY_WORD.get(once, "") if once != text else ""
    if not english:
        return ""
    word = english.rstrip("!?")
    stays = word[:2].isupper() or word.split()[0] in ("I", "I'm", "I've")  # OK, I'm off
    again = word if stays else word[0].lower() + word[1:]
    times = min(_SAID_AT_MOST, len(text) // len(once))
    return ", ".join([word] + [again] * (times - 1)) + english[len(word) :]


def _sound(text: str) -> str:
    """Laughter, tears, and what is drawn out."""
    for laugh, syllable in _LAUGHS:
        if laugh.fullmatch(text):
            said = (
                "haha" if syllable == "ha" and len(text) == 2 else syllable * min(len(text), _LONGEST_LAUGH)
            )
            return said.capitalize()
    if _CRIES.fullmatch(text):
        return "Boohoo"
    if _DRAWN_OUT.fullmatch(text):
        return _LONG[text[0]] + _LONG[text[0]][-1].lower() * min(len(text) - 1, 4) + _LONG_END[text[0]]
    return ""
