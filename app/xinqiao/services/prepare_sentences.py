"""Cuts a sentence into tokens with their pinyin: what the reader shows and the line tools print."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from xinqiao.domain.characters import LATIN, count_han, has_han, is_han, narrow
from xinqiao.domain.corrections import Correction, CorrectionKind, cut_again, key_of, own_pinyin
from xinqiao.domain.ports import Lexicon, Pronouncer, Segmenter, Slang
from xinqiao.domain.words import PreparedSentence, Protected, ProtectedKind, Span, Token, TokenKind

_RULES = "2"  # raise it when the same sentence may come out otherwise
_TOPIC = re.compile(r"([#＃]?)(.*?)((?:\[[^\[\]]*\])?[#＃]?)", re.DOTALL)
_LATIN = re.compile(rf"[{LATIN}]")
_DIGITS = re.compile(r"[0-9.,+]+")
_LETTERS = re.compile(r"[a-z]{1,3}", re.IGNORECASE | re.ASCII)
# After one of these a number is a number: 88块, 6月, 404号房.
_MEASURES = frozenset(
    "个只条张次年月日号点时分秒天周岁块元角毛美港欧日斤克公千万亿百十米厘毫升度层楼期届章节集页"
    "人位名家间辆台部件套双本篇句字组级线路区室房元折成倍步站项种款瓶杯碗盒袋包箱支颗枚粒片根匹头"
    "/%％℃"
)
_BEFORE_NUMBERS = frozenset("第約约近满超共达每前后¥￥$.:：/-零〇一二三四五六七八九十")

FindProtected = Callable[[str], tuple[Protected, ...]]
Simplify = Callable[[str], str]


class PrepareSentences:
    """Prepares sentences: protected spans stand as they are, the rest is cut, read and classed."""

    def __init__(
        self,
        segmenter: Segmenter,
        pronouncer: Pronouncer,
        lexicon: Lexicon,
        slang: Slang,
        protect: FindProtected,
        simplify: Simplify = str,
        everywhere: Callable[[], Sequence[Correction]] = tuple,
    ) -> None:
        """Take the parts.

        Args:
            protect: finds what no engine may see.
            simplify: brings text to simplified characters of the same length, for corrections.
            everywhere: corrections that `plain_segments` and `numbered_pinyin` follow.
        """
        self._simplify = simplify
        self._everywhere = everywhere
        self._segmenter = segmenter
        self._pronouncer = pronouncer
        self._lexicon = lexicon
        self._slang = slang
        self._protect = protect

    @property
    def version(self) -> str:
        """Changes whenever a prepared sentence may come out otherwise."""
        parts = f"{_RULES}|{self._segmenter.version}|{self._pronouncer.version}|{self._lexicon.version}"
        return f"prepared-{hashlib.sha256(parts.encode('utf-8', 'replace')).hexdigest()[:16]}"

    def prepare(self, text: str) -> PreparedSentence:
        """Tokens of one sentence; they rejoin to `text`, whatever is in it."""
        pieces: list[tuple[str, bool]] = []  # (text, whether it is protected)
        names: list[Span] = []
        offset = 0
        for stretch, protected in self._stretches(text):
            if protected:
                pieces.append((stretch, True))
            else:
                pieces += [(piece, False) for piece in self._segmenter.segment(stretch)]
                names += [
                    Span(offset + span.start, offset + span.end) for span in self._segmenter.names(stretch)
                ]
            offset += len(stretch)
        # A protected piece is a pause to the pronouncer, whatever characters it is written with.
        readings = self._pronouncer.read(["，" if protected else piece for piece, protected in pieces])
        tokens: list[Token] = []
        offset = 0
        for index, (piece, protected) in enumerate(pieces):
            if protected:
                tokens.append(Token(piece, offset, TokenKind.PROTECTED))
            else:
                before = pieces[index - 1][0] if index else ""
                after = pieces[index + 1][0] if index + 1 < len(pieces) else ""
                kind = self._kind(piece, before, after, [item[0] for item in pieces[index + 1 : index + 3]])
                tokens.append(Token(piece, offset, kind, readings[index]))
            offset += len(piece)
        return PreparedSentence(text, tuple(tokens), tuple(names))

    def correct(self, prepared: PreparedSentence, corrections: Sequence[Correction]) -> PreparedSentence:
        """A prepared sentence as the reader wants it; the same one where no correction touches it.

        Args:
            prepared: as `prepare` made it.
            corrections: those that hold here, in the order in which they were made.
        """
        key = key_of(self._simplify(prepared.text)) if corrections else ""
        touching = [one for one in corrections if one.text in key and one.kind is not CorrectionKind.MEANING]
        if not touching:
            return prepared
        tokens = self._cut(prepared, key, touching)
        read: list[Token] = []
        for token in tokens:
            own = own_pinyin(key[token.start : token.end], touching)
            if own is not None and len(own) == count_han(token.text):
                token = replace(token, syllables=own)
            read.append(token)
        if tuple(read) == prepared.tokens:
            return prepared
        borders = {token.start for token in read} | {token.end for token in read}
        singles = {token.span for token in read}
        names = tuple(
            name
            for name in prepared.names
            if name.start in borders and name.end in borders and name not in singles
        )
        return PreparedSentence(prepared.text, tuple(read), names)

    def _cut(self, prepared: PreparedSentence, key: str, corrections: Sequence[Correction]) -> list[Token]:
        """The tokens after the cuts; those that stay keep their readings."""
        lengths = cut_again(key, [len(token.text) for token in prepared.tokens], corrections)
        if lengths is None:
            return list(prepared.tokens)
        there = {token.span: token for token in prepared.tokens}
        spans: list[Span] = []
        start = 0
        for length in lengths:
            spans.append(Span(start, start + length))
            start += length
        kept = [there.get(span) for span in spans]
        texts = [span.of(prepared.text) for span in spans]
        silent = (TokenKind.PROTECTED,)
        readings = self._pronouncer.read(
            [
                "，" if token and token.kind in silent else text
                for token, text in zip(kept, texts, strict=True)
            ]
        )
        tokens: list[Token] = []
        for index, (span, text, token) in enumerate(zip(spans, texts, kept, strict=True)):
            if token is None:
                before = texts[index - 1] if index else ""
                after = texts[index + 1] if index + 1 < len(texts) else ""
                kind = self._kind(text, before, after, texts[index + 1 : index + 3])
                if kind is TokenKind.TEXT and any(
                    one.text == key[span.start : span.end] for one in corrections
                ):
                    kind = TokenKind.WORD  # the reader made it a word
                token = Token(text, span.start, kind, readings[index])
            tokens.append(token)
        return tokens

    def prepare_corrected(self, text: str) -> PreparedSentence:
        """Tokens of one sentence with the corrections that hold everywhere."""
        return self.correct(self.prepare(text), self._everywhere())

    def plain_segments(self, text: str) -> list[str]:
        """The tokens' texts, white space left out."""
        return [token.text for token in self.prepare_corrected(text).tokens if not token.text.isspace()]

    def numbered_pinyin(self, text: str) -> str:
        """`text` with a numbered syllable in place of each Chinese character.

        Syllables are separated by one space from each other and from letters and digits; all other
        text, protected spans too, stays as it is.
        """
        result = ""
        was_syllable = False
        for token in self.prepare_corrected(text).tokens:
            syllables = iter(token.syllables)
            for character in token.text:
                syllable = next(syllables, "") if is_han(character) else ""
                touching = was_syllable or (result[-1:].isalnum() and bool(syllable))
                if result and touching and (syllable or character.isalnum()):
                    result += " "
                result += syllable or character
                was_syllable = bool(syllable)
        return result

    def _stretches(self, text: str) -> Iterator[tuple[str, bool]]:
        """(piece, protected) in order; numbers and the words of topics are left to the segmenter."""
        done = 0
        for item in sorted(self._protect(text), key=lambda found: (found.span.start, -found.span.end)):
            start, end = item.span.start, min(item.span.end, len(text))
            if item.kind is ProtectedKind.NUMBER or start < done or start >= end:
                continue
            if done < start:
                yield text[done:start], False
            if item.kind is ProtectedKind.TOPIC and (found := _TOPIC.fullmatch(text[start:end])):
                for piece, protected in ((found[1], True), (found[2], False), (found[3], True)):
                    if piece:
                        yield piece, protected
            else:
                yield text[start:end], True
            done = end
        if done < len(text):
            yield text[done:], False

    def _kind(self, piece: str, before: str, after: str, following: list[str]) -> TokenKind:
        if has_han(piece):
            return TokenKind.WORD
        if self._slang.find(piece) is not None:
            plain = narrow(piece)
            number = _DIGITS.fullmatch(plain) and (
                after[:1] in _MEASURES or after[:1].isdigit() or before[-1:] in _BEFORE_NUMBERS
            )
            # `be`, `he` and other short codes are English words between English words.
            english = _LETTERS.fullmatch(plain) and (
                (before.isspace() or after.isspace()) and self._is_english(following)
            )
            return TokenKind.TEXT if number or english else TokenKind.WORD
        if _LATIN.search(piece):
            listed = len(piece) > 1 and not piece[0].isdigit() and bool(self._lexicon.entries(piece))
            return TokenKind.WORD if listed else TokenKind.TEXT
        return TokenKind.MARK

    def _is_english(self, following: list[str]) -> bool:
        """Whether a space and then a Latin word that is no slang code follow."""
        return (
            len(following) == 2
            and following[0].isspace()
            and _LATIN.match(following[1]) is not None
            and not count_han(following[1])
            and not following[1][0].isdigit()
            and self._slang.find(following[1]) is None
        )
