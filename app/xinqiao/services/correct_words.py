"""The reader puts words right: the ledger, and what it makes of sentences and glosses."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from xinqiao.domain.corrections import (
    Correction,
    CorrectionKind,
    around,
    checked,
    key_of,
    merged,
    numbered_pinyin,
    overruled,
    own_meanings,
    words_added,
)
from xinqiao.domain.messages import Message, counted, message
from xinqiao.domain.ports import CorrectionStore, ScriptConverter
from xinqiao.domain.posts import PostId
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import PreparedSentence, Span
from xinqiao.services.text_file import read_list_file

Renew = Callable[[Sequence[str]], None]
"""Gives the segmenter the words that the reader added."""

WriteLedger = Callable[[Sequence[Correction]], str]
ReadLedger = Callable[[str, str], tuple[list[Correction], list[tuple[int, Message]]]]
"""(text of a file, its name) → corrections and (line, reason) of each line that is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a correction is made.

    Attributes:
        post_id: None outside the library; then only corrections everywhere can be made.
        everywhere: whether it shall hold in every post.
        source: title and author of the post.
    """

    post_id: PostId | None
    everywhere: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of a correction.

    Attributes:
        replaced: earlier corrections of the same stretch that no longer count.
    """

    correction: Correction
    undo: Undo
    replaced: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import.

    Attributes:
        problems: (line, reason) of each line that was left out.
        replaced: how many earlier corrections no longer count because of them.
        without_post: corrections whose post is not in this library; kept, without effect.
    """

    kept: int
    problems: tuple[tuple[int, Message], ...]
    without_post: int
    undo: Undo | None
    replaced: int = 0


class CorrectWords:
    """Makes, lists, undoes, exports and imports corrections; its answers may be asked from any thread."""

    def __init__(
        self,
        store: CorrectionStore,
        converter: ScriptConverter,
        renew: Renew,
        forget: Callable[[Sequence[str]], None],
        write: WriteLedger,
        read: ReadLedger,
        save: Callable[[Path, str], None],
    ) -> None:
        """Take the parts.

        Args:
            renew: teaches the segmenter words.
            forget: drops what models made of sentences that hold one of these words.
        """
        self._store = store
        self._converter = converter
        self._renew = renew
        self._forget = forget
        self._write, self._read, self._save = write, read, save
        self._lock = threading.Lock()
        self._ledger: tuple[Correction, ...] | None = None
        self._words: tuple[str, ...] = ()
        self._meanings: Mapping[str, str] = {}
        self._told: Mapping[str, str] = {}  # the meanings that cached translations know of
        self.revision = 0  # how often the ledger changed since the library was opened

    def all(self) -> tuple[Correction, ...]:
        """The whole ledger, in the order in which it was written."""
        with self._lock:
            if self._ledger is None:
                self._ledger = tuple(self._store.all())
                self._told = self._meanings = own_meanings(self._ledger)
            return self._ledger

    def meanings(self) -> Mapping[str, str]:
        """The reader's meanings that hold everywhere, for the engines; asked for each word."""
        self.all()
        return self._meanings

    def holding_in(self, post_id: PostId | None) -> tuple[Correction, ...]:
        """Corrections that apply in a post, in order."""
        return tuple(correction for correction in self.all() if correction.holds_in(post_id))

    def words_added(self) -> tuple[str, ...]:
        """Words for the segmenter."""
        return words_added(self.all())

    def key(self, text: str) -> str:
        """How a word as written is named in the ledger."""
        return key_of(self._converter.to_simplified(text))

    # -- making --------------------------------------------------------------------------------

    def merge(self, prepared: PreparedSentence, token: int, place: Place) -> Corrected:
        """Make a word and the next one a single word.

        Raises:
            ReaderError: no word follows.
        """
        pair = merged(prepared, token)
        text = self.key("".join(pair))
        return self._add(Correction(CorrectionKind.MERGE, text, (text,)), prepared, place)

    def split(self, prepared: PreparedSentence, token: int, words: Sequence[str], place: Place) -> Corrected:
        """Make one word several.

        Raises:
            ReaderError: `words` do not make up the word.
        """
        whole = prepared.tokens[token].text
        text, pieces, start = self.key(whole), [], 0
        if "".join(words) != whole:
            text = self.key(whole)
            pieces = [self.key(word) for word in words]
        else:  # in one go, since a word by itself may be converted otherwise
            for word in words:
                pieces.append(text[start : start + len(word)])
                start += len(word)
        return self._add(Correction(CorrectionKind.SPLIT, text, tuple(pieces)), prepared, place)

    def choose(self, prepared: PreparedSentence, span: Span, place: Place) -> Corrected:
        """Make another reading of the place the word that stands there."""
        stretch, words = around(prepared, span)
        key = self.key(prepared.text)
        pieces, start = [], stretch.start
        for word in words:
            pieces.append(key[start : start + len(word)])
            start += len(word)
        chosen = key[span.start : span.end]
        text = key[stretch.start : stretch.end]
        correction = Correction(CorrectionKind.CHOOSE, text, tuple(pieces), chosen)
        return self._add(correction, prepared, place)

    def set_pinyin(
        self, prepared: PreparedSentence | None, word: str, written: str, place: Place
    ) -> Corrected:
        """Give a word another reading.

        Raises:
            ReaderError: `written` is no pinyin for it.
        """
        key = self.key(word)
        value = " ".join(numbered_pinyin(key, written))
        return self._add(Correction(CorrectionKind.PINYIN, key, value=value), prepared, place)

    def set_meaning(
        self, prepared: PreparedSentence | None, word: str, meaning: str, place: Place
    ) -> Corrected:
        """Give a word the reader's own meaning.

        Raises:
            ReaderError: it is empty.
        """
        value = " ".join(meaning.split())
        return self._add(Correction(CorrectionKind.MEANING, self.key(word), value=value), prepared, place)

    def _add(self, correction: Correction, prepared: PreparedSentence | None, place: Place) -> Corrected:
        correction = replace(
            checked(correction),
            everywhere=place.everywhere or place.post_id is None,
            post_id=None if place.everywhere else place.post_id,
            sentence=prepared.text if prepared is not None else "",
            source=place.source,
        )
        earlier = self.all()
        (kept,) = self._store.add_many([correction])
        self._reload()
        replaced = tuple(one for one in earlier if kept.contradicts(one))
        return Corrected(kept, Undo(describe(kept), lambda: self._take_out([kept])), replaced)

    # -- the list ------------------------------------------------------------------------------

    def remove(self, corrections: Sequence[Correction]) -> Undo:
        """Take corrections out of the ledger."""
        self._take_out(corrections)
        said = counted("Remove correction", "Remove {count} corrections", len(corrections))
        if len(corrections) == 1:
            said = message("Remove {what}", what=describe(corrections[0]))
        return Undo(said, lambda: self._put_back(corrections))

    def export(self, path: Path) -> int:
        """Write the whole ledger to a file; how many corrections.

        Raises:
            ReaderError: it cannot be written.
        """
        ledger = self.all()
        self._save(path, self._write(ledger))
        return len(ledger)

    def import_file(self, path: Path) -> Imported:
        """Take in what an export wrote; lines that are no correction are named, good ones kept.

        Raises:
            ReaderError: the file cannot be read or is no list of corrections at all.
        """
        found, problems = self._read(read_list_file(path), path.name)
        before = self.all()
        there = {_same(correction) for correction in before}
        fresh = {_same(one): one for one in map(self._as_kept, found) if _same(one) not in there}
        kept = self._store.add_many(list(fresh.values()))
        if not kept:
            return Imported(0, tuple(problems), 0, None)
        self._reload()
        orphans = sum(correction.is_orphan for correction in kept)
        undo = Undo(
            counted("Import {count} correction", "Import {count} corrections", len(kept)),
            lambda: self._take_out(kept),
        )
        replaced = len((overruled(self.all()) - overruled(before)) - {one.id for one in kept})
        return Imported(len(kept), tuple(problems), orphans, undo, replaced)

    def _as_kept(self, correction: Correction) -> Correction:
        """An imported correction as the ledger writes it, in whatever script and width it came."""
        text, words, start = self.key(correction.text), [], 0
        for word in correction.words:
            words.append(text[start : start + len(word)])
            start += len(word)
        value = correction.value
        if correction.kind is CorrectionKind.CHOOSE:
            at = correction.text.find(value)
            value = text[at : at + len(value)] if at >= 0 else value
        return replace(correction, text=text, words=tuple(words), value=value)

    def _take_out(self, corrections: Sequence[Correction]) -> None:
        self._store.remove([correction.id for correction in corrections])
        self._reload()

    def _put_back(self, corrections: Sequence[Correction]) -> None:
        self._store.restore([correction.id for correction in corrections])
        self._reload()

    def _reload(self) -> None:
        ledger = tuple(self._store.all())
        with self._lock:
            self._ledger = ledger
            self._meanings = own_meanings(ledger)
            self.revision += 1

    def renew_words(self) -> None:
        """Let segmenter and translations follow words and meanings that hold everywhere; on a worker."""
        words = self.words_added()
        if words != self._words:
            self._renew(words)
            self._words = words
        told, now = self._told, self.meanings()
        changed = [word for word in {**told, **now} if told.get(word) != now.get(word)]
        if changed:
            self._forget(changed)
            self._told = now

    def words_are(self, words: Sequence[str]) -> None:
        """Take note of the words that the segmenter knows already."""
        self._words = tuple(words)


def describe(correction: Correction) -> Message:
    """One correction in a few words."""
    if correction.kind is CorrectionKind.MERGE:
        return message("{word} as one word", word=correction.text)
    if correction.kind is CorrectionKind.PINYIN:
        return message("{word} read {pinyin}", word=correction.text, pinyin=correction.value)
    if correction.kind is CorrectionKind.MEANING:
        return message("{word} = {meaning}", word=correction.text, meaning=correction.value)
    return message("{word} as {words}", word=correction.text, words=" | ".join(correction.words))


def _same(correction: Correction) -> tuple[object, ...]:
    where = "" if correction.everywhere else correction.post_key
    return correction.kind, correction.text, correction.words, correction.value, correction.everywhere, where
