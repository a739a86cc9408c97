"""Says what a tapped word means: slang first, then the dictionary, then other readings of the place."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from xinqiao.domain.characters import count_han, has_han, is_han, narrow
from xinqiao.domain.corrections import Correction, key_of, own_meaning, own_pinyin
from xinqiao.domain.forms import listed_form
from xinqiao.domain.numbers import explain_numeral
from xinqiao.domain.ports import Lexicon, ScriptConverter, Slang
from xinqiao.domain.posts import PostId
from xinqiao.domain.readings import UNKNOWN, align
from xinqiao.domain.senses import rank_entries, rank_senses
from xinqiao.domain.settings import Script
from xinqiao.domain.words import Entry, Gloss, PreparedSentence, Reading, Span, Token, TokenKind
from xinqiao.services.explain_pieces import pieces_of

_MAX_WORD = 10
_MAX_READINGS = 3
_SLANG_WEIGHT = 300
_MAX_PIECES = 200
_STROKES = frozenset("丿乚亅丶丨乀乁𠃊㇏㇆")  # 手 as 丿, 二 and 亅 helps nobody
_COMMON_WORD = 4.5  # Zipf; a word this frequent mostly means what the dictionary says


class LookUpWord:
    """Glosses words in sentences and words by themselves."""

    def __init__(
        self,
        lexicon: Lexicon,
        slang: Slang,
        converter: ScriptConverter,
        corrections: Callable[[PostId | None], Sequence[Correction]] = lambda _post: (),
        usual: Callable[[str], tuple[str, ...]] = lambda _word: (),
    ) -> None:
        """Take the parts.

        Args:
            corrections: the reader's corrections that hold in a post (None: everywhere).
            usual: how a word by itself is mostly read; empty where that is not settled.
        """
        self._usual = usual
        self._corrections = corrections
        self._lexicon = lexicon
        self._slang = slang
        self._converter = converter

    def look_up(
        self,
        prepared: PreparedSentence,
        token_index: int,
        translation: str = "",
        span: Span | None = None,
        offset: int | None = None,
        post_id: PostId | None = None,
    ) -> Gloss:
        """The gloss of a tapped token.

        Args:
            prepared: the sentence.
            token_index: which of its tokens was tapped.
            translation: the sentence's English; makes the senses that fit come first.
            span: another reading of the place, chosen by the reader; the token itself for None.
            offset: the tapped character (code point in the sentence), when it is known; the other
                readings are then those that cover it.
            post_id: the post it stands in, for the reader's corrections.
        """
        token = prepared.tokens[token_index]
        chosen = span or token.span
        simplified_text = self._converter.to_simplified(prepared.text)
        simplified = chosen.of(simplified_text)
        written = chosen.of(prepared.text)
        readings = self._readings(prepared, simplified_text, token, chosen, offset)
        syllables = _syllables_of(prepared, chosen)
        gloss = self._gloss(
            written, simplified, chosen, syllables, translation, readings, chosen == token.span
        )
        return self._with_own(gloss, post_id)

    def _with_own(self, gloss: Gloss, post_id: PostId | None) -> Gloss:
        """The gloss with the reader's own meaning, and reading where the sentence gave none."""
        corrections = self._corrections(post_id)
        if not corrections:
            return gloss
        key = key_of(gloss.simplified)
        pinyin = own_pinyin(key, corrections)
        return replace(
            gloss,
            own_meaning=own_meaning(key, corrections),
            syllables=pinyin if pinyin is not None else gloss.syllables,
        )

    def headword(self, text: str) -> str:
        """Under which headword a word as written is kept: simplified, codes in narrow lower case."""
        return key_of(self._converter.to_simplified(text))

    def weight(self, text: str) -> int:
        """How frequent a word as written is, in the segmenter's list; 0 for what is no word of it."""
        return self._lexicon.weight(self._converter.to_simplified(text))

    def in_script(self, text: str, script: Script) -> str:
        """`text` as it is shown in a script, of the same length in code points; else as written."""
        if script is Script.WRITTEN:
            return text
        if script is Script.SIMPLIFIED:
            return self._converter.to_simplified(text)
        shown = self._converter.to_traditional(text)
        return shown if len(shown) == len(text) else text

    def look_up_text(self, word: str) -> Gloss | None:
        """The gloss of a word by itself, or None when neither slang nor dictionary has it."""
        word = word.strip()
        if not word or not self._is_known(word):
            return None
        simplified = self._converter.to_simplified(word)
        span = Span(0, len(word))
        usual = self._usual(simplified)
        gloss = self._gloss(word, simplified, span, usual, "", (Reading(word, span),), False)
        return self._with_own(gloss, None)

    def look_up_pieces(self, text: str) -> list[Gloss]:
        """Glosses of the longest known words that `text` falls into; the unknown is left out."""
        found: list[Gloss] = []
        start = 0
        while start < len(text) and len(found) < _MAX_PIECES:
            # A whole saying may be longer than the words that a place is searched for.
            ends = [len(text), *range(min(start + _MAX_WORD, len(text)), start, -1)]
            end = next((end for end in ends if self._is_known(text[start:end])), 0)
            if end:
                gloss = self.look_up_text(text[start:end])
                if gloss is not None:
                    found.append(gloss)
            start = end or start + 1
        return found

    def _is_known(self, word: str) -> bool:
        simplified = self._converter.to_simplified(word)
        return bool(
            own_meaning(key_of(simplified), self._corrections(None))
            or self._slang.find(simplified)
            or self._entries(simplified, word)
            or explain_numeral(simplified)
            or self._form_entries(simplified)
        )

    def _entries(self, simplified: str, written: str) -> list[Entry]:
        entries: list[Entry] = []
        # The dictionary has letters and digits in half width only.
        for word in dict.fromkeys((simplified, written, narrow(simplified), narrow(written))):
            entries += [entry for entry in self._lexicon.entries(word) if entry not in entries]
        return entries

    def _form_entries(self, simplified: str) -> list[Entry]:
        """Entries of the word that an unlisted form is made from (干干净净, 哈哈哈)."""
        form = listed_form(simplified)
        entries = list(self._lexicon.entries(form)) if form else []
        return entries or (list(self._lexicon.entries(form[0])) if form else [])

    def _gloss(
        self,
        written: str,
        simplified: str,
        span: Span,
        syllables: tuple[str, ...],
        translation: str,
        readings: tuple[Reading, ...],
        keep_syllables: bool,
    ) -> Gloss:
        entries = rank_entries(self._entries(simplified, written), syllables, written)
        slang = self._slang.find(simplified)
        if not keep_syllables or not syllables:
            syllables = _best_reading(simplified, syllables, entries, slang.pinyin if slang else "")
            entries = rank_entries(entries, syllables, written)
        likely, more = rank_senses(entries, syllables, translation)
        if not entries and slang is None:
            if number := explain_numeral(simplified):
                likely = (number,)
            elif made_from := self._form_entries(simplified):
                likely, more = rank_senses(made_from, (), translation)
        zipf = self._lexicon.zipf(simplified)
        traditional = written
        if written == simplified:
            traditional = (
                entries[0].traditional
                if entries and entries[0].simplified == simplified
                else self._converter.to_traditional(simplified)
            )
        characters = dict.fromkeys(character for character in written if is_han(character))
        parts = ((character, self._lexicon.parts(character)) for character in characters)
        return Gloss(
            text=written,
            span=span,
            simplified=simplified,
            traditional=traditional,
            syllables=syllables,
            slang=slang,
            entries=tuple(entries),
            likely=likely,
            more=more,
            readings=readings,
            hsk=self._lexicon.hsk(simplified),
            zipf=zipf,
            parts=tuple((sign, found) for sign, found in parts if found and _STROKES.isdisjoint(found)),
            pieces=()
            if slang is not None or likely
            else pieces_of(
                simplified,
                syllables,
                self._lexicon,
                lambda part: self._entries(part, part),
                self._slang_meaning,
                translation,
            ),
            slang_leads=not likely or self._slang_leads(simplified),
        )

    def _slang_meaning(self, word: str) -> str:
        """The meaning of a word that is mostly meant as slang; empty for others."""
        slang = self._slang.find(word)
        if slang is None or (self._entries(word, word) and not self._slang_leads(word)):
            return ""
        return slang.meaning

    def _slang_leads(self, simplified: str) -> bool:
        """Whether a word that the dictionary has is more likely slang than what it always meant."""
        single = len(simplified) == 1 and is_han(simplified)
        return not single and self._lexicon.zipf(simplified) < _COMMON_WORD

    def _readings(
        self, prepared: PreparedSentence, simplified: str, token: Token, chosen: Span, offset: int | None
    ) -> tuple[Reading, ...]:
        """The chosen span, the token, then the likeliest words over the place; at most three."""
        if token.kind is not TokenKind.WORD or not has_han(token.text):
            return (Reading(chosen.of(prepared.text), chosen),)
        left, right = _plain_stretch(prepared, token)
        places = range(token.start, token.end) if offset is None else (offset,)
        ranked: dict[Span, float] = {}
        text = simplified[left:right]
        for place in places:
            if not is_han(prepared.text[place]):
                continue
            for found in self._lexicon.words_covering(text, place - left):
                word = found.of(text)
                weight = max(self._lexicon.weight(word), 1) if len(ranked) < 40 else 1
                ranked[Span(found.start + left, found.end + left)] = math.log(weight) + 8 * len(word)
            for found in _covering(len(text), place - left):
                if self._slang.find(found.of(text)) is not None:
                    span = Span(found.start + left, found.end + left)
                    score = math.log(_SLANG_WEIGHT) + 8 * (found.end - found.start)
                    ranked[span] = max(score, ranked.get(span, 0.0))
        best = sorted(ranked, key=lambda span: (-ranked[span], span))
        spans = dict.fromkeys([chosen, token.span, *best])
        return tuple(Reading(span.of(prepared.text), span) for span in list(spans)[:_MAX_READINGS])


def _covering(length: int, place: int) -> list[Span]:
    """Every span of two to ten characters within `length` that covers `place`."""
    return [
        Span(start, end)
        for start in range(max(0, place - _MAX_WORD + 1), place + 1)
        for end in range(max(place + 1, start + 2), min(start + _MAX_WORD, length) + 1)
    ]


def _plain_stretch(prepared: PreparedSentence, token: Token) -> tuple[int, int]:
    """The stretch around `token` that holds no mark and no protected span."""
    index = prepared.tokens.index(token)
    barred = (TokenKind.MARK, TokenKind.PROTECTED)
    first = last = index
    while first > 0 and prepared.tokens[first - 1].kind not in barred:
        first -= 1
    while last + 1 < len(prepared.tokens) and prepared.tokens[last + 1].kind not in barred:
        last += 1
    return prepared.tokens[first].start, prepared.tokens[last].end


def _syllables_of(prepared: PreparedSentence, span: Span) -> tuple[str, ...]:
    """The sentence's syllables for the Chinese characters of `span`."""
    found: list[str] = []
    for token in prepared.tokens:
        if token.end <= span.start or token.start >= span.end:
            continue
        syllables = iter(token.syllables)
        for place, character in enumerate(token.text, token.start):
            if is_han(character):
                syllable = next(syllables, UNKNOWN)
                if span.start <= place < span.end:
                    found.append(syllable)
    return tuple(found)


def _best_reading(
    simplified: str, syllables: Sequence[str], entries: Sequence[Entry], slang_pinyin: str
) -> tuple[str, ...]:
    """A reading for a word that the sentence was not read as."""
    from_slang = align(simplified, slang_pinyin) if slang_pinyin else None
    aligned = [reading for entry in entries if (reading := align(simplified, entry.pinyin)) is not None]
    if tuple(syllables) in aligned:
        return tuple(syllables)
    if from_slang is not None:
        return from_slang
    if aligned:
        return aligned[0]
    return tuple(syllables) if len(syllables) == count_han(simplified) else ()
