"""Does what the card's menu and its keys say to a word: merge, split, choose, read, explain, slang."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xinqiao.domain.corrections import Correction, CorrectionKind
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.pinyin import mark_reading, to_marks
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import Gloss, PreparedSentence, SlangEntry
from xinqiao.services.workbench import Workbench
from xinqiao.ui.gloss.gloss_controller import GlossController

if TYPE_CHECKING:  # the dialogs and what they need come when one is wanted, after the first paint
    from xinqiao.services.correct_words import Corrected, Place


class Change(StrEnum):
    """What can be done to a word."""

    MERGE = "merge"
    MERGE_EVERYWHERE = "merge everywhere"
    SPLIT = "split"
    USE = "use"
    USE_EVERYWHERE = "use everywhere"
    PINYIN = "pinyin"
    MEANING = "meaning"
    SLANG = "slang"


class WordChanges(QObject):
    """Between the gloss card and the ledger.

    Signals:
        changed: the ledger or the slang changed; engines and the post in view have to follow.
        told: a message: text, `Undo` or None, what to call after undoing.
        failed: carries a `ReaderError`.
    """

    changed = Signal()
    told = Signal(str, object, object)
    failed = Signal(object)

    def __init__(self, gloss: GlossController, parent: QWidget) -> None:
        super().__init__(parent)
        self._gloss, self._parent = gloss, parent
        gloss.card.change_asked.connect(lambda value: self.do(Change(value)))

    @property
    def bench(self) -> Workbench | None:
        """The open library's services."""
        return self._gloss.bench

    def do(self, change: Change) -> None:
        """Change the word on the card, or the word in hand when there is no card."""
        found = self._gloss.word_in_hand()
        if found is None or self.bench is None:
            return
        prepared, token, gloss = found
        ledger = self.bench.correct_words
        on_word = gloss.span == prepared.tokens[token].span
        if change in (Change.MERGE, Change.MERGE_EVERYWHERE):
            place = self._place(change is Change.MERGE_EVERYWHERE)
            self._try(lambda: self._tell(ledger.merge(prepared, token, place)))
        elif change in (Change.USE, Change.USE_EVERYWHERE):
            if on_word:
                self.told.emit(
                    self.tr("“{word}” is the word here already. Choose another reading first.").format(
                        word=gloss.text
                    ),
                    None,
                    None,
                )
                return
            place = self._place(change is Change.USE_EVERYWHERE)
            self._try(lambda: self._tell(ledger.choose(prepared, gloss.span, place)))
        elif change is Change.SPLIT:
            self._ask_split(prepared, token)
        elif change is Change.PINYIN:
            self._ask_pinyin(prepared, gloss)
        elif change is Change.MEANING:
            self._ask_meaning(prepared, gloss)
        else:
            self._edit_slang(gloss)

    def _ask_split(self, prepared: PreparedSentence, token: int) -> None:
        from xinqiao.ui.gloss.correction_dialogs import SplitDialog

        assert self.bench is not None
        ledger, word = self.bench.correct_words, prepared.tokens[token].text
        if len(word) < 2:
            self.told.emit(self.tr("“{word}” is one character.").format(word=word), None, None)
            return

        def keep(words: tuple[str, ...], everywhere: bool) -> None:
            self._tell(ledger.split(prepared, token, words, self._place(everywhere)))

        SplitDialog(self._parent, word, keep).open()

    def _ask_pinyin(self, prepared: PreparedSentence, gloss: Gloss) -> None:
        from xinqiao.ui.gloss.correction_dialogs import TextDialog

        assert self.bench is not None
        ledger = self.bench.correct_words

        def keep(written: str, everywhere: bool) -> None:
            self._tell(ledger.set_pinyin(prepared, gloss.text, written, self._place(everywhere)))

        TextDialog(
            self._parent,
            self.tr("Pinyin of a word"),
            gloss.text,
            text=" ".join(to_marks(syllable) for syllable in gloss.syllables),
            hint=self.tr("Syllables apart, with marks or numbers: nǐ hǎo, ni3 hao3."),
            keep=keep,
        ).open()

    def _ask_meaning(self, prepared: PreparedSentence, gloss: Gloss) -> None:
        from xinqiao.ui.gloss.correction_dialogs import TextDialog

        assert self.bench is not None
        ledger = self.bench.correct_words

        def keep(meaning: str, everywhere: bool) -> None:
            self._tell(ledger.set_meaning(prepared, gloss.text, meaning, self._place(everywhere)))

        TextDialog(
            self._parent,
            self.tr("Meaning of a word"),
            gloss.text,
            text=gloss.own_meaning,
            hint=self.tr("Shown first on the card, before slang and dictionary."),
            keep=keep,
        ).open()

    def _edit_slang(self, gloss: Gloss) -> None:
        from xinqiao.ui.gloss.slang_dialog import SlangEntryDialog

        assert self.bench is not None
        entry = gloss.slang or SlangEntry(gloss.simplified, "", pinyin=" ".join(gloss.syllables))

        def kept(entry: SlangEntry, undo: Undo) -> None:
            self.changed.emit()
            self.told.emit(self.tr("Kept “{term}”.").format(term=entry.term.strip()), undo, self.changed.emit)

        SlangEntryDialog(self._parent, self.bench, entry, kept).open()

    def _place(self, everywhere: bool) -> "Place":
        from xinqiao.services.correct_words import Place

        post = self._gloss.post
        return Place(post.id if post else None, everywhere, self._gloss.source())

    def _tell(self, done: "Corrected") -> None:
        self.changed.emit()
        where = self.tr("in every post") if done.correction.everywhere else self.tr("in this post")
        said = self.tr("Corrected {where}: {what}.").format(where=where, what=_shown(done.correction))
        if done.replaced:
            said += " " + self.tr("It takes the place of an earlier correction.")
        self.told.emit(said, done.undo, self.changed.emit)

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except ReaderError as error:
            self.failed.emit(error)


def _shown(correction: Correction) -> str:
    """A correction without a word of any language but its own."""
    if correction.kind is CorrectionKind.PINYIN:
        return f"{correction.text} {mark_reading(correction.value, ' ')}"
    if correction.kind is CorrectionKind.MEANING:
        return f"{correction.text} = {correction.value}"
    return " | ".join(correction.words)
