"""Finds what no engine may see or change: emoji, sticker codes, topic marks, names, addresses, kaomoji.

Of a topic only the marks are protected (`#` and `[话题]#`): the words between them can be translated
and tapped. A bracketed word is a sticker code when it is a known code, is `doge`, or ends in `R` or
`H` after something other than a capital letter or a digit, so `[笑哭R]` and `[okR]` are, `[重要]`
and `[VR]` are not.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from xinqiao.domain.characters import is_han
from xinqiao.domain.words import Protected, ProtectedKind, Span

_PICTURE = (
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
    "\u231a\u231b\u2328\u23cf\u23e9-\u23fa\u25a0-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55"
)
# Signs that are text until a variation selector makes them pictures.
_SIGN = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u24c2\u3030\u303d\u3297\u3299"
_SKIN = "[\U0001f3fb-\U0001f3ff]"
_ONE_PICTURE = rf"(?:[{_PICTURE}]\ufe0f?{_SKIN}?\ufe0f?|[{_SIGN}]\ufe0f)"
_EMOJI = (
    r"[0-9#*]\ufe0f?\u20e3"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|\U0001f3f4[\U000e0061-\U000e007a0-9]+\U000e007f"
    rf"|(?:{_ONE_PICTURE}|{_SKIN})(?:\u200d(?:{_ONE_PICTURE}))*[\ufe0e\u200d]?"
    "|[\U0001f1e6-\U0001f1ff]"
)

_URL_SIGN = r"A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,5}"
_URL = (
    rf"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)[{_URL_SIGN}]*[A-Za-z0-9/=&%#_~+*$-]"
    rf"|(?<![A-Za-z0-9@.]){_HOST}(?:com|cn|net|org|io|me|cc|tv|app|xyz|top|dev|co|edu|gov|info|hk|tw|jp|uk)"
    rf"(?![A-Za-z0-9.-]*[A-Za-z0-9])(?:/(?:[{_URL_SIGN}]*[A-Za-z0-9/=&%#_~+*$-])?)?"
)
_MAIL = rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@{_HOST}[A-Za-z]{{2,10}}"
_MENTION = r"(?<![A-Za-z0-9])[@＠][\w·•.\-]{0,31}[\w·•]"
_STICKER = r"\[[^\[\]\s]{1,12}\]"
_TOPIC = (
    r"(?<![A-Za-z0-9&])(?P<open>[#＃])(?:"
    r"(?P<tagged>[^#＃\n\[\]]{1,40})(?P<close>\[[^\[\]\s]{1,4}\][#＃])"  # Xiaohongshu, as it is copied
    r"|(?P<paired>(?![\s#＃])[^#＃\n]{1,40}(?<!\s))(?P<shut>[#＃])"  # Weibo
    r"|(?P<single>\w[\w·・&+\-]{0,39}))"  # Xiaohongshu, as it is shown
)

# A face in round brackets has a sign that only faces have, or two that faces are often made of.
_STRONG = "≧≦▽▿△∀∇ωσεдДЗз◡‿﹏︵︿□口皿益艹✿◕●◉⊙◎☉ಠಥʘ❛❀˘′‵￣‾¯╥╯╰╬┬┴┻━ツ♡♥✧☆≖≈∩∪◇◆ﾉヽヾ୨୧✪罒ㅂ"
_WEAK = "*^°º゜ﾟ･・｡•´`｀·;；_><=~～"
_BEFORE_FACE = r"[╮ヽヾ＼\\٩ᕦᕙ凸Σ꒰¯ε]|(?<![A-Za-z])[oO]"
_AFTER_FACE = r"[╭ﾉノ／/۶ᕤᕗゞ~～♡♥♪✧☆⌒و┛づっ┻━︵彡ｼﾂゝ୨ง]|[oO](?![A-Za-z])"
_ASCII_FACE = r"\((?:[><^TtQqOo;=@xX\-][_.\-oOwW^]{0,3}[><^TtQqOo;=@xX\-]|=\^[_.\-]\^=|#\^\.\^#)\)"
_FACE = (
    rf"(?:(?:{_BEFORE_FACE}){{1,4}}[ _]?)?"
    rf"[(（](?=[^()（）\n]{{0,18}}[{_STRONG}{_WEAK}])[^()（）\n]{{2,18}}[)）](?:{_AFTER_FACE}){{0,6}}"
    r"|¯\\_\(ツ\)_/¯|ʕ[^ʔ\n]{1,8}ʔ|_?\(?[:：]?[з3]」∠\)?_*|m\(_ ?_\)m"
    rf"|{_ASCII_FACE}"
)
_PLAIN_FACE = (
    r"(?<![A-Za-z0-9_])(?:\^[_.oOwW\-]?\^|[TＴ][_＿.][TＴ]|;_;|QAQ|QwQ|QVQ|QωQ|TAT|TvT|[Oo]rz|ORZ|[Oo][Tt][Zz]"
    r"|>[_.]?<|>[_.]>|<[_.]<|-[_.]-\|{0,3}|=[_.]=|@[_.]@|[oO][_.][Oo]|0[_.]0|x[_.]x|[UuÙ][wW_][UuÚ]|XD|xD"
    r"|[:;=]-?[)(DPp3](?![\w(（])|<3(?![\d.])|\\\(\^o\^\)/)(?![A-Za-z0-9_])"
)

_FIND = re.compile(
    rf"(?P<emoji>{_EMOJI})|(?P<mail>{_MAIL})|(?P<url>{_URL})|{_TOPIC}|(?P<mention>{_MENTION})"
    rf"|(?P<sticker>{_STICKER})|(?P<face>{_FACE}|{_PLAIN_FACE})"
)
# Texts without any of these signs have nothing to protect; most sentences are such.
_TRIGGER = re.compile(
    rf"[#＃@＠\[(（^<>=;:_\u20e3\ufe0f{_PICTURE}\U0001f1e6-\U0001f1ff{_SKIN[1:-1]}ʕ¯]|\w\.\w|[A-Za-z]{{2}}"
)
_BARE_NUMBER = re.compile(r"[\s¥￥$€£+\-−–—~～.,，:：/*×xX%％‰°℃℉()（）\d\uff10-\uff19]*")
_DIGIT = re.compile(r"[0-9\uff10-\uff19]")
_FACE_HAN = frozenset("口皿益艹罒з")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's three parts; `close` is empty where no mark ends it (`#旅行`)."""

    open: Span
    words: Span
    close: Span


@dataclass(frozen=True, slots=True)
class ProtectedText:
    """What was found in one sentence: every protected span, sorted, and the topics they belong to."""

    spans: tuple[Protected, ...]
    topics: tuple[Topic, ...]


NOTHING = ProtectedText((), ())


def find_protected(text: str, sticker_codes: Collection[str] = ()) -> tuple[Protected, ...]:
    """Protected spans of `text`, sorted, never overlapping.

    Args:
        text: one sentence, or a whole part of a post.
        sticker_codes: known codes with their brackets (`[doge]`, `[笑哭R]`).
    """
    return examine(text, sticker_codes).spans


def examine(text: str, sticker_codes: Collection[str] = ()) -> ProtectedText:
    """The same with the topics, for whoever needs the words between the marks."""
    if _BARE_NUMBER.fullmatch(text) and _DIGIT.search(text):
        start = len(text) - len(text.lstrip())
        return ProtectedText((Protected(Span(start, len(text.rstrip())), ProtectedKind.NUMBER),), ())
    if not _TRIGGER.search(text):
        return NOTHING
    spans: list[Protected] = []
    topics: list[Topic] = []
    place = 0
    while match := _FIND.search(text, place):
        kind, place = match.lastgroup, match.end()
        if match["open"]:
            place = _take_topic(match, spans, topics)
        elif kind == "sticker" and not _is_sticker(match[0], sticker_codes):
            place = match.start() + 1
        elif kind == "face" and not _is_face(match):
            place = match.start() + 1
        else:
            spans.append(Protected(Span(match.start(), match.end()), _KINDS[str(kind)]))
    return ProtectedText(tuple(spans), tuple(topics))


_KINDS = {
    "emoji": ProtectedKind.EMOJI,
    "mail": ProtectedKind.URL,
    "url": ProtectedKind.URL,
    "mention": ProtectedKind.MENTION,
    "sticker": ProtectedKind.STICKER,
    "face": ProtectedKind.KAOMOJI,
}


def _take_topic(match: "re.Match[str]", spans: list[Protected], topics: list[Topic]) -> int:
    """Protect a topic's marks; returns where the search goes on (inside the words: they may hold emoji)."""
    words = next(name for name in ("tagged", "paired", "single") if match[name] is not None)
    if not any(character.isalpha() for character in match[words]):
        return match.end("open")  # `#1`, `# 3 #`: a number sign
    end = match.end(words)
    close = Span(end, match.end()) if match.end() > end else Span(end, end)
    spans.append(Protected(Span(*match.span("open")), ProtectedKind.TOPIC))
    spans += find_protected_inside(match[words], match.start(words))
    if close.end > close.start:
        spans.append(Protected(close, ProtectedKind.TOPIC))
    topics.append(Topic(Span(*match.span("open")), Span(*match.span(words)), close))
    return match.end()


def find_protected_inside(words: str, offset: int) -> list[Protected]:
    """Emoji among a topic's words, `offset` being where these begin."""
    return [
        Protected(Span(offset + found.start(), offset + found.end()), ProtectedKind.EMOJI)
        for found in _ONLY_EMOJI.finditer(words)
    ]


_IS_ASCII_FACE = re.compile(_ASCII_FACE)
_ONLY_EMOJI = re.compile(_EMOJI)


def _is_sticker(code: str, known: Collection[str]) -> bool:
    if code in known or code == "[doge]":
        return True
    name = code[1:-1]
    return (
        len(name) >= 2
        and name[-1] in "RH"
        and not (name[-2].isdigit() or "A" <= name[-2] <= "Z")
        and all(character.isalnum() or character == "_" for character in name)
    )


def _is_face(match: "re.Match[str]") -> bool:
    """Whether what looks like a face is one, and not a remark in brackets with a sign in it."""
    face = match[0]
    if any(is_han(character) and character not in _FACE_HAN for character in face):
        return False
    if ("(" not in face and "（" not in face) or _IS_ASCII_FACE.fullmatch(face):
        return True
    inner = re.split("[(（]", face, maxsplit=1)[1]
    if any(character in "12456789" for character in inner):
        return False
    letters = sum(character.isascii() and character.isalnum() for character in inner)
    strong = sum(character in _STRONG for character in inner)
    weak = sum(character in _WEAK for character in inner)
    bare = all(
        is_han(character) or character.isalnum() or character.isspace() for character in inner.rstrip(")）")
    )
    return letters <= 2 and not bare and (strong >= 1 or weak >= 2)


def without_protected(text: str, sticker_codes: Collection[str] = ()) -> str:
    """`text` without its protected spans."""
    kept, place = "", 0
    for found in find_protected(text, sticker_codes):
        kept += text[place : found.span.start]
        place = found.span.end
    return kept + text[place:]
