"""What the reader puts right: where words begin and end, how they are read, what they mean.

Corrections make a ledger in the order in which they were made; a later one wins over an earlier
one. They lie over what the engines say and never change it, so taking one back restores the
engines' answer.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from xinqiao.domain.characters import count_han, has_han, narrow
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import counted, message
from xinqiao.domain.pinyin import parse
from xinqiao.domain.posts import PostId
from xinqiao.domain.words import PreparedSentence, Span, TokenKind

CorrectionId = NewType("CorrectionId", int)

LONGEST = 24
"""Characters that one correction may cover; longer ones are slips of an import."""


class CorrectionKind(StrEnum):
    """What is put right."""

    MERGE = "merge"  # two words are one
    SPLIT = "split"  # one word is several
    CHOOSE = "choose"  # another word of the place
    PINYIN = "pinyin"
    MEANING = "meaning"


CUTS = frozenset({CorrectionKind.MERGE, CorrectionKind.SPLIT, CorrectionKind.CHOOSE})
"""Kinds that move the borders of words."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the ledger.

    Attributes:
        id: 0 until the ledger has it.
        text: the stretch that is corrected, in simplified half-width lower-case characters
            (see `key_of`); it applies wherever this stretch stands as whole words.
        words: for cuts, the words that `text` falls into; they rejoin to it.
        value: numbered pinyin, one syllable for each Chinese character, or the meaning.
        everywhere: whether it holds in every post; else in the post `post_id` alone.
        post_id: None for a correction that holds everywhere, or whose post is gone.
        post_key: recognises the post in another library; empty for everywhere.
        sentence: where the reader made it, to be shown in the list.
        source: title and author of the post it was made in.
    """

    kind: CorrectionKind
    text: str
    words: tuple[str, ...] = ()
    value: str = ""
    everywhere: bool = False
    post_id: PostId | None = None
    post_key: str = ""
    sentence: str = ""
    source: str = ""
    made_at: datetime | None = None
    id: CorrectionId = CorrectionId(0)

    @property
    def is_orphan(self) -> bool:
        """Whether it held in one post and that post is gone for good."""
        return not self.everywhere and self.post_id is None

    def holds_in(self, post_id: PostId | None) -> bool:
        """Whether it applies in a post (None for text that is in no library)."""
        return self.everywhere or (post_id is not None and self.post_id == post_id)

    def contradicts(self, earlier: "Correction") -> bool:
        """Whether it takes the place of an earlier correction of the same stretch."""
        if self.text != earlier.text or not (
            self.everywhere or earlier.everywhere or self.post_id == earlier.post_id
        ):
            return False
        if self.kind in CUTS and earlier.kind in CUTS:
            return self.words != earlier.words
        return self.kind is earlier.kind and self.value != earlier.value


def key_of(simplified: str) -> str:
    """How a stretch (already in simplified characters) is written in a correction; same length."""
    lowered = narrow(simplified).lower()
    return lowered if len(lowered) == len(simplified) else narrow(simplified)


def words_added(corrections: Iterable[Correction]) -> tuple[str, ...]:
    """Words that hold everywhere, for the segmenter: merged and chosen ones that were not split later."""
    added: dict[str, None] = {}
    for correction in corrections:
        if not correction.everywhere or correction.kind not in CUTS:
            continue
        added.pop(correction.text, None)
        if correction.kind is CorrectionKind.SPLIT:
            continue
        for word in correction.words:
            if len(word) > 1 and (correction.kind is CorrectionKind.MERGE or word == correction.value):
                added[word] = None
    return tuple(added)


def checked(correction: Correction) -> Correction:
    """The same correction, once it is sound.

    Raises:
        ReaderError: it says nothing, or something that cannot be.
    """
    if not correction.text or len(correction.text) > LONGEST:
        raise ReaderError(
            message("A correction covers 1 to {longest} characters.", longest=LONGEST),
            message("Correct a shorter stretch of the sentence."),
        )
    if correction.kind in CUTS:
        if not correction.words or "".join(correction.words) != correction.text or "" in correction.words:
            raise ReaderError(
                message(
                    "The words {names} do not make up {text}.",
                    names=" ".join(correction.words),
                    text=correction.text,
                ),
                message("Write the same characters, with spaces only where a word ends."),
            )
        if correction.kind is CorrectionKind.SPLIT and len(correction.words) < 2:
            raise ReaderError(
                message("{text} is one word still.", text=correction.text),
                message("Say where it should be split: put a space there."),
            )
    elif not correction.value.strip():
        raise ReaderError(
            message("Nothing is said of {text}.", text=correction.text),
            message("Write its pinyin or its meaning."),
        )
    elif correction.kind is CorrectionKind.PINYIN:
        return replace(correction, value=" ".join(numbered_pinyin(correction.text, correction.value)))
    return correction


def overruled(ledger: Sequence[Correction]) -> frozenset[CorrectionId]:
    """Those that no longer count anywhere, since a later one of the same stretch says otherwise."""
    gone: set[CorrectionId] = set()
    by_text: dict[str, list[Correction]] = {}
    for later in ledger:
        earlier_ones = by_text.setdefault(later.text, [])
        gone.update(
            earlier.id
            for earlier in earlier_ones
            if later.contradicts(earlier) and (later.everywhere or not earlier.everywhere)
        )
        earlier_ones.append(later)
    return frozenset(gone)


def numbered_pinyin(text: str, written: str) -> tuple[str, ...]:
    """What the reader wrote (`nǐ hǎo`, `ni3 hao3`, `nü3'er2`, zhuyin) as one syllable a character.

    Raises:
        ReaderError: a piece is no syllable, or there are too many or too few.
    """
    pieces = written.replace("’", " ").replace("'", " ").replace("·", " ").split()
    wanted = count_han(text)
    if wanted == 0:
        raise ReaderError(
            message("{text} has no Chinese character to read.", text=text),
            message("Pinyin is for Chinese characters."),
        )
    syllables: list[str] = []
    for piece in pieces:
        parsed = parse(piece)
        if parsed is None and "儿" in text and (stem := parse(_RHOTIC.sub(r"\1\2", piece))) is not None:
            syllables += [stem.numbered.lower(), "r5"]  # huār and huar1 for 花儿
            continue
        if parsed is None or parsed.letters == "xx":
            raise ReaderError(
                message("“{piece}” is no syllable of pinyin.", piece=piece),
                message("Write syllables apart, with tone marks or numbers: nǐ hǎo, or ni3 hao3."),
            )
        syllables.append(parsed.numbered.lower())
    if len(syllables) != wanted:
        raise ReaderError(
            message(
                "{text} has {wanted} and you wrote {syllables}.",
                text=text,
                wanted=counted("{count} character", "{count} characters", wanted),
                syllables=counted("{count} syllable", "{count} syllables", len(syllables)),
            ),
            message("Write one syllable for each character, with spaces between them."),
        )
    return tuple(syllables)


_RHOTIC = re.compile(r"^(.+)r([0-5]?)$")


def merged(prepared: PreparedSentence, token: int) -> tuple[str, ...]:
    """The two words that become one: the token and the next.

    Raises:
        ReaderError: no word follows.
    """
    following = prepared.tokens[token + 1 : token + 2]
    if not following or following[0].kind not in (TokenKind.WORD, TokenKind.TEXT):
        raise ReaderError(
            message("No word follows {text} here.", text=prepared.tokens[token].text),
            message("Choose the first of two words that belong together."),
        )
    return prepared.tokens[token].text, following[0].text


def splits_of(word: str) -> tuple[tuple[str, ...], ...]:
    """Ways to split a word: in two at each place, then into single characters."""
    ways: list[tuple[str, ...]] = [(word[:place], word[place:]) for place in range(1, len(word))]
    if len(word) > 2:
        ways.append(tuple(word))
    return tuple(ways)


def around(prepared: PreparedSentence, span: Span) -> tuple[Span, tuple[str, ...]]:
    """The words that `span` touches as one stretch, and what that stretch falls into with `span` a word."""
    touched = [token for token in prepared.tokens if token.start < span.end and token.end > span.start]
    start, end = touched[0].start, touched[-1].end
    pieces = (prepared.text[start : span.start], span.of(prepared.text), prepared.text[span.end : end])
    return Span(start, end), tuple(piece for piece in pieces if piece)


def cut_again(key: str, lengths: Sequence[int], corrections: Iterable[Correction]) -> list[int] | None:
    """Lengths of the words of a sentence after every cut among `corrections`, in their order.

    Args:
        key: the sentence as `key_of` writes it.
        lengths: code points of each word as the engine cut it.

    Returns:
        None when nothing changed. A cut applies where its stretch begins and ends with a word.
    """
    borders = {0}
    place = 0
    for length in lengths:
        place += length
        borders.add(place)
    before = frozenset(borders)
    for correction in corrections:
        if correction.kind not in CUTS:
            continue
        at = key.find(correction.text)
        while at >= 0:
            end = at + len(correction.text)
            if at in borders and end in borders:
                borders -= set(range(at + 1, end))
                inside = at
                for word in correction.words:
                    borders.add(inside)
                    inside += len(word)
                at = key.find(correction.text, end)
            else:
                at = key.find(correction.text, at + 1)
    if borders == before:
        return None
    ordered = sorted(borders)
    return [end - start for start, end in itertools.pairwise(ordered)]


def own_meaning(key: str, corrections: Iterable[Correction]) -> str:
    """The reader's meaning of a word; empty for none."""
    found = ""
    for correction in corrections:
        if correction.kind is CorrectionKind.MEANING and correction.text == key:
            found = correction.value
    return found


def own_meanings(corrections: Iterable[Correction]) -> dict[str, str]:
    """The reader's meanings that hold everywhere, by word."""
    return {
        one.text: one.value for one in corrections if one.everywhere and one.kind is CorrectionKind.MEANING
    }


def own_pinyin(key: str, corrections: Iterable[Correction]) -> tuple[str, ...] | None:
    """The reader's reading of a word, or None for none."""
    found: tuple[str, ...] | None = None
    for correction in corrections:
        if correction.kind is CorrectionKind.PINYIN and correction.text == key and has_han(key):
            found = tuple(correction.value.split())
    return found
