"""Cuts posts into sentences: each becomes one row for the reader and one translation.

A sentence ends at 。！？…；~ and at the end of its line, together with the closing quotes, emoji,
sticker codes and kaomoji that belong to it. Nothing is cut inside a protected span, a number, a
Latin abbreviation, a short bracketed remark, or before a comma. What is longer than a model reads
well is cut again at commas.
"""

import re
from collections.abc import Collection, Iterator

from xinqiao.domain.characters import has_han, is_han
from xinqiao.domain.posts import Part, Post, Sentence
from xinqiao.domain.protected import find_protected
from xinqiao.domain.words import ProtectedKind

LONGEST = 80
"""Characters of Chinese text after which a sentence is cut at commas."""

LONGEST_LATIN = 400
"""The same for text without Chinese, which no model reads: it only has to fit the screen."""

_SHORTEST_PIECE = 12  # a piece cut at a comma is not shorter than this
_LONGEST_REMARK = 40  # a remark in brackets up to this length stays in its sentence

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_END = re.compile(r"[。｡！!？?；;…⋯~～\u203c\u2047-\u2049]+|\.{2,}|\.(?=\s+[A-Z\u4e00-\u9fff“\"])")
_MORE_ENDS = re.compile(r"[。｡！!？?；;…⋯~～.\u203c\u2047-\u2049]+")
_OPENERS, _CLOSERS = "（(【《〈[「『〔｛{", "）)】》〉]」』〕｝}"
_BRACKETS = re.compile(f"[{re.escape(_OPENERS + _CLOSERS)}]")
_CLOSING = frozenset(_CLOSERS + "”’\"'＂")
_GOES_ON = frozenset("，,、：:—-–→＝=/")
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "vs", "no", "vol", "jr", "sr", "prof", "fig", "inc"}
)
_LAST_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]+$")
_FAR = 400  # how far back a straight quotation mark may have been opened
_CUTS = (
    re.compile(r"[，,；;：:。！？!?~～…](?![\d，,])[”’）)」』】》]*|——+"),
    re.compile(r"、|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"),
    re.compile(r"\s+"),
)
_TAILS = frozenset(
    {ProtectedKind.EMOJI, ProtectedKind.STICKER, ProtectedKind.KAOMOJI}
)  # what follows a sentence and belongs to it


def split_post(post: Post, sticker_codes: Collection[str] = ()) -> list[Sentence]:
    """Every sentence of a post in reading order: title, body, comments as `Post.thread()` has them."""
    sentences = split_text(post.title, Part.TITLE, None, sticker_codes)
    sentences += split_text(post.body, Part.BODY, None, sticker_codes)
    for number, (_, comment) in enumerate(post.thread()):
        sentences += split_text(comment.text, Part.COMMENT, number, sticker_codes)
    return sentences


def split_text(
    text: str, part: Part, comment: int | None = None, sticker_codes: Collection[str] = ()
) -> list[Sentence]:
    """Sentences of one part of a post.

    White space at either end belongs to no sentence; every other character to exactly one.

    Args:
        text: the part's text.
        part: which part it is.
        comment: number of the comment in `Post.thread()` order, for a comment.
        sticker_codes: known codes with their brackets.
    """
    sentences: list[Sentence] = []
    for paragraph, line in enumerate(_lines(text)):
        for start, end in _split_line(line[1], sticker_codes):
            sentences.append(Sentence(line[1][start:end], part, comment, paragraph, line[0] + start))
    return sentences


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """(offset, line) of every line, empty ones too, so that they are counted."""
    offset = 0
    for line in text.splitlines(keepends=True):
        bare = _LINE.match(line)
        yield offset, bare[0] if bare else ""
        offset += len(line)


def _split_line(line: str, sticker_codes: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the sentences of one line stand, in order."""
    spans = find_protected(line, sticker_codes)
    inside = {place for found in spans for place in range(found.span.start, found.span.end)}
    tails = {found.span.start: found.span.end for found in spans if found.kind in _TAILS}
    remarks = _remarks(line)
    start, place, looked_at, has_text = 0, 0, 0, False
    while match := _END.search(line, place):
        place = match.end()
        if not has_text:
            has_text = any(character.isalnum() for character in line[looked_at : match.start()])
        looked_at = match.end()
        if not has_text or match.start() in inside or match.start() in remarks or _is_no_end(line, match):
            continue
        end = _with_tail(line, match.end(), start, tails)
        following = line[end : end + 1]
        place = end
        if following in _GOES_ON or (following in _CLOSING and following):
            continue
        if end < len(line) and following not in ("", " ") and _belongs_to_quote(line, match.end(), end):
            continue
        yield from _trimmed(line, start, end, inside)
        start, looked_at, has_text = end, end, False
    yield from _trimmed(line, start, len(line), inside)


def _remarks(line: str) -> set[int]:
    """Places inside short bracketed remarks and titles."""
    places: set[int] = set()
    opened: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(line):
        if match[0] in _OPENERS:
            opened.append((_CLOSERS[_OPENERS.index(match[0])], match.start()))
        elif opened and opened[-1][0] == match[0]:
            start = opened.pop()[1]
            if match.start() - start <= _LONGEST_REMARK and match[0] not in "」』":
                places.update(range(start, match.start()))
    return places


def _is_no_end(line: str, match: "re.Match[str]") -> bool:
    """Whether these marks end nothing: inside a number or a Latin word, or after an abbreviation."""
    marks, before, after = (
        match[0],
        line[match.start() - 1 : match.start()],
        line[match.end() : match.end() + 1],
    )
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return True  # 3~5, AT;T, wait...what
    if marks == ".":
        word = _LAST_WORD.search(line[max(0, match.start() - 12) : match.start()])
        return word is not None and (len(word[0]) < 3 or word[0].lower() in _ABBREVIATIONS)
    return marks[0] in "~～" and before.isdigit() and after.isdigit()


def _with_tail(line: str, end: int, start: int, tails: dict[int, int]) -> int:
    """Where the sentence ends once its closing quotes, emoji and further marks are taken in."""
    while end < len(line):
        ahead = end
        while ahead < len(line) and line[ahead] in " \u3000\t":
            ahead += 1
        if ahead in tails:
            end = tails[ahead]
        elif line[end] in _CLOSING and _closes(line, start, end):
            end += 1
        elif more := _MORE_ENDS.match(line, end):
            end = more.end()
        else:
            break
    return end


def _closes(line: str, start: int, place: int) -> bool:
    """Whether the quote or bracket at `place` closes one that this sentence opened."""
    sign = line[place]
    if sign in "\"'＂":
        return line.count(sign, max(start, place - _FAR), place) % 2 == 1
    return True


def _belongs_to_quote(line: str, after_marks: int, end: int) -> bool:
    """Whether a quotation just closed is a word of a longer sentence (“吃了吗？”的时候)."""
    return (
        any(sign in '”’」』"' for sign in line[after_marks:end]) and line[end] in "的地得之这那了吧呢和与或是"
    )


def _trimmed(line: str, start: int, end: int, inside: set[int]) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends, in pieces if it is long; nothing if it is empty."""
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    while start < end:
        cut = _cut(line, start, end, inside)
        yield start, cut - (len(line[start:cut]) - len(line[start:cut].rstrip()))
        start = cut
        while start < end and line[start].isspace():
            start += 1


def _cut(line: str, start: int, end: int, inside: set[int]) -> int:
    """Where the first piece of a long stretch ends; `end` if it is short enough."""
    longest = LONGEST if has_han(line[start : min(end, start + LONGEST_LATIN)]) else LONGEST_LATIN
    if end - start <= longest:
        return end
    pieces = -(-(end - start) // longest)
    wanted = start + (end - start) / min(pieces, 8) if pieces <= 8 else start + longest * 0.9
    for pattern in _CUTS:
        window_end = min(end, start + longest + 1)
        places = [
            match.end()
            for match in pattern.finditer(line, start + _SHORTEST_PIECE, window_end)
            if match.start() not in inside and match.end() not in inside and match.end() < end
        ]
        if places:
            return min(places, key=lambda place: abs(place - wanted))
    return _hard_cut(line, start, min(end, start + 2 * longest), inside)


def _hard_cut(line: str, start: int, end: int, inside: set[int]) -> int:
    """A cut with no punctuation to go by: not inside a protected span or a Latin word if that can be."""
    for place in range(end, start + _SHORTEST_PIECE, -1):
        if place == len(line):
            return place
        joined = line[place - 1].isascii() and line[place].isascii() and not line[place].isspace()
        if place not in inside and not joined and (is_han(line[place]) or line[place - 1 : place].isspace()):
            return place
    end_of_span = end
    while end_of_span < len(line) and end_of_span in inside and end_of_span - 1 in inside:
        end_of_span += 1
    return end_of_span
