"""Opens the gloss card over the reader and does what its buttons say."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from xinqiao.domain.notes import Quote
from xinqiao.domain.occurrences import Occurrence
from xinqiao.domain.pinyin import joined_marks
from xinqiao.domain.posts import StoredPost
from xinqiao.domain.sandhi import spoken
from xinqiao.domain.settings import Settings
from xinqiao.domain.words import Encounter, Gloss, PreparedSentence, Reading, Span, WordStatus
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.common.pinyin_look import speller
from xinqiao.ui.gloss.gloss_card import CardContent, GlossCard
from xinqiao.ui.reading.reader_view import ReaderView

_MOST_SENTENCES = 200
_WHOLE = -1  # in place of a character's number: the word was chosen by keyboard, as a whole


def sentence_pinyin(prepared: PreparedSentence) -> str:
    """A sentence's pinyin with tone marks, words apart, marks left out."""
    words = (joined_marks(token.syllables) for token in prepared.tokens if token.syllables)
    return " ".join(words)


class GlossController(QObject):
    """Between the reader view, the card and the vocabulary.

    Signals:
        vocabulary_changed: a word was saved or has another status.
        note_asked: carries the `Quote` to write about.
        strokes_asked: draw how a word is written; carries its forms, first the one that is shown.
        place_asked: go to a sentence of the library; carries its `PostId` and its text.
        told: a message: text, `Undo` or None, what to call after undoing.
    """

    vocabulary_changed = Signal()
    note_asked = Signal(object)
    told = Signal(str, object, object)
    place_asked = Signal(object, str)
    strokes_asked = Signal(object)

    def __init__(self, view: ReaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self.bench: Workbench | None = None
        self.post: StoredPost | None = None
        self._tapped = (-1, -1, _WHOLE)
        self.card = GlossCard(view.viewport())
        view.word_tapped.connect(self._on_tap)
        view.word_changed.connect(self._on_word)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
        card = self.card
        card.save_asked.connect(lambda: self.save(WordStatus.LEARNING))
        card.known_asked.connect(lambda: self.save(WordStatus.KNOWN))
        card.ignore_asked.connect(lambda: self.save(WordStatus.IGNORED))
        card.note_asked.connect(self._on_note)
        card.copy_asked.connect(self._copy)
        card.reading_chosen.connect(self._on_reading)
        card.occurrences_asked.connect(self.show_occurrences)
        card.strokes_asked.connect(self.show_strokes)
        card.speak_asked.connect(lambda whole: self.speak(whole=whole))
        card.closed.connect(self._on_closed)

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self.card.set_colours(colours)

    def set_bench(self, bench: Workbench) -> None:
        """Take the services over."""
        self.bench = bench
        self.card.set_voice(bench.voice is not None)

    def speak(self, *, whole: bool) -> None:
        """Say the word in hand, or its whole sentence, where the machine has a voice."""
        found = self.word_in_hand()
        if found is None or self.bench is None or self.bench.voice is None:
            return
        prepared, _token, gloss = found
        if whole:
            weight = self.bench.look_up_word.weight
            syllables = [syllable for token in spoken(prepared, weight) for syllable in token]
            self.bench.voice.say(prepared.text, syllables)
        else:
            self.bench.voice.say(gloss.text, gloss.syllables)

    def show_occurrences(self) -> None:
        """List the sentences of the library that have the word in hand."""
        from xinqiao.ui.gloss.occurrences_dialog import OccurrencesDialog

        gloss = self._in_hand()
        if gloss is None or self.bench is None:
            return
        headword = self.bench.look_up_word.headword(gloss.text)
        found = self.bench.posts.occurrences(headword, limit=_MOST_SENTENCES)

        def go(one: Occurrence) -> None:
            self.place_asked.emit(one.post_id, one.sentence)

        OccurrencesDialog(self.view, gloss.text, found, go).open()

    def show_strokes(self) -> None:
        """Draw how the word in hand is written, in the script that the post is shown in."""
        gloss = self._in_hand()
        if gloss is not None and self.bench is not None:
            shown = self.bench.look_up_word.in_script(gloss.text, self.view.script)
            self.strokes_asked.emit((shown, gloss.text, gloss.simplified, gloss.traditional))

    def set_settings(self, settings: Settings) -> None:
        """Spell pinyin as the reader wants it."""
        self.card.pinyin.spell = speller(settings.pinyin_style)

    def open(self, row: int, token: int, offset: int = _WHOLE, span: Span | None = None) -> None:
        """Show the gloss of a word.

        Args:
            offset: which character of the word was tapped, counted from 0; -1 for the whole word.
            span: another reading of the place instead of the word itself.
        """
        gloss = self._gloss(row, token, offset, span)
        rect = self.view.word_rect(row, token)
        if gloss is None or rect is None:
            return
        self._tapped = (row, token, offset)
        self.card.show_content(self._content(gloss), rect)

    def word_in_hand(self) -> tuple[PreparedSentence, int, Gloss] | None:
        """Sentence, token and gloss of the word on the card, or in hand without a card."""
        place = self._tapped[:2] if self.card.isVisible() else self.view.marks.current
        gloss = self._in_hand()
        if place is None or gloss is None:
            return None
        prepared = self.view.document.rows[place[0]].prepared
        assert prepared is not None
        return prepared, place[1], gloss

    def words_changed(self) -> None:
        """Show the card of the word that stands in the place now, after words came or were corrected."""
        current = self.view.marks.current
        if not self.card.isVisible() or current is None:
            return
        if self.view.word_rect(*current) is None or current[1] not in self.view.document.tappable(current[0]):
            self.close()
        else:
            self.open(*current)

    def close(self) -> None:
        """Put the card away."""
        self.card.close_card()

    def refresh(self) -> None:
        """Show the card's word anew, after its status or notes changed."""
        if self.card.isVisible() and self.card.content is not None:
            row, token, offset = self._tapped
            self.open(row, token, offset, self.card.content.gloss.span)

    def save(self, status: WordStatus) -> None:
        """Keep the word in hand with a status, and the sentence it stands in."""
        gloss = self._in_hand()
        if gloss is None or self.bench is None or self.view.marks.current is None:
            return
        row = self.view.marks.current[0]
        change = self.bench.keep_vocabulary.save(gloss, self.encounter(row, gloss), status)
        self.vocabulary_changed.emit()
        self.refresh()
        said = {
            WordStatus.LEARNING: self.tr("Saved “{word}”."),
            WordStatus.KNOWN: self.tr("Marked “{word}” as known."),
            WordStatus.IGNORED: self.tr("“{word}” is ignored from now on."),
        }[status]
        self.told.emit(said.format(word=gloss.text), change.undo, self._after_undo)

    def quote(self) -> Quote | None:
        """What a note written now would be about; None with no sentence in hand."""
        place = self.view.marks.current
        if place is None or self.post is None:
            return None
        row = self.view.document.rows[place[0]]
        if row.prepared is None:
            return None
        gloss = self.card.content.gloss if self.card.isVisible() and self.card.content else None
        return Quote(
            post_id=self.post.id,
            word=gloss.simplified if gloss else "",
            sentence=row.prepared.text,
            pinyin=sentence_pinyin(row.prepared),
            translation=row.translation.text if row.translation else "",
            source=self.source(),
        )

    def source(self) -> str:
        """Title and author of the post in view."""
        if self.post is None:
            return ""
        post = self.post.post
        return " · ".join(piece for piece in (post.shown_title, post.author) if piece)

    def _in_hand(self) -> Gloss | None:
        if self.card.isVisible() and self.card.content is not None:
            return self.card.content.gloss
        if self.view.marks.current is None:
            return None
        return self._gloss(*self.view.marks.current, _WHOLE, None)

    def _gloss(self, row: int, token: int, offset: int, span: Span | None) -> Gloss | None:
        shown = self.view.document.rows[row]
        if self.bench is None or shown.prepared is None:
            return None
        english = shown.translation.text if shown.translation else ""
        place = None if offset == _WHOLE else shown.prepared.tokens[token].start + offset
        return self.bench.look_up_word.look_up(
            shown.prepared,
            token,
            offset=place,
            translation=english,
            span=span,
            post_id=self.post.id if self.post else None,
        )

    def _content(self, gloss: Gloss) -> CardContent:
        assert self.bench is not None
        headword = self.bench.look_up_word.headword(gloss.text)
        occurrences = self.bench.posts.occurrences(headword, limit=2)
        here = self.view.document.rows[self._tapped[0]].prepared
        others = [one.sentence for one in occurrences.examples if here is None or one.sentence != here.text]
        notes = self.bench.notes.for_word(headword)
        return CardContent(
            gloss,
            self.view.document.statuses.get(headword, WordStatus.NEW),
            seen=occurrences.count,
            example=others[0] if others else "",
            note="\n\n".join(note.body for note in notes),
        )

    def encounter(self, row: int, gloss: Gloss) -> Encounter:
        """Where a word stands, as it is kept with it."""
        shown = self.view.document.rows[row]
        assert shown.prepared is not None
        return Encounter(
            sentence=shown.prepared.text,
            span=gloss.span,
            pinyin=sentence_pinyin(shown.prepared),
            translation=shown.translation.text if shown.translation else "",
            model=shown.translation.model if shown.translation else "",
            post_id=self.post.id if self.post else None,
            source=self.source(),
        )

    def _after_undo(self) -> None:
        self.vocabulary_changed.emit()
        self.refresh()

    def _on_tap(self, row: int, token: int, offset: int) -> None:
        if row < 0:
            self.close()
        else:
            self.open(row, token, offset)

    def _on_word(self, row: int, token: int) -> None:
        if self.card.isVisible():  # the card follows the keyboard
            self.open(row, token)

    def _on_reading(self, reading: Reading) -> None:
        row, token, offset = self._tapped
        self.open(row, token, offset, reading.span)

    def _on_note(self) -> None:
        quote = self.quote()
        if quote is not None:
            self.note_asked.emit(quote)

    def _copy(self) -> None:
        if self.card.content is not None:
            gloss = self.card.content.gloss
            pinyin = joined_marks(gloss.syllables)
            QGuiApplication.clipboard().setText(f"{gloss.text} {pinyin} {gloss.meaning}".strip())
            self.told.emit(self.tr("Copied."), None, None)

    def _on_closed(self, had_keyboard: bool) -> None:
        if had_keyboard:
            self.view.setFocus()

    def _follow(self) -> None:
        if not self.card.isVisible():
            return
        row, token, _ = self._tapped
        rect = self.view.word_rect(row, token)
        if rect is None or not self.view.viewport().rect().intersects(rect):
            self.close()
        else:
            self.card.place(rect)
