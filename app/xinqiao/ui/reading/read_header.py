"""The slim bar above the reader: progress on the left, what is shown on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.settings import EnglishShown, PinyinShown, Settings, Theme
from xinqiao.ui.common.languages import LANGUAGES
from xinqiao.ui.reading.display_menus import DisplayMenus

_ROOM_FOR_MORE = 700  # px


class ReadHeader(QWidget):
    """Buttons for what the reader view shows.

    Signals:
        pinyin_asked, english_asked, theme_asked, language_asked: carry the chosen setting.
        size_asked: 1 for larger, -1 for smaller, 0 for the usual size.
        tone_colours_asked: whether pinyin is coloured by tone.
        note_asked, star_asked, remove_asked, find_asked, copy_asked, edit_asked, stop_asked: menu entries.
        corrections_asked, slang_asked: show the list.
        alternatives_asked, compare_asked: menu entries about the translation.
        levels_asked: the reader knows some words already.
    """

    pinyin_asked = Signal(object)
    english_asked = Signal(object)
    theme_asked = Signal(object)
    language_asked = Signal(str)
    size_asked = Signal(int)
    tone_colours_asked = Signal(bool)
    note_asked = Signal()
    star_asked = Signal()
    remove_asked = Signal()
    find_asked = Signal()
    copy_asked = Signal()
    edit_asked = Signal()
    alternatives_asked = Signal()
    compare_asked = Signal()
    stop_asked = Signal()
    levels_asked = Signal()
    corrections_asked = Signal()
    slang_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(34, 10, 22, 10)
        row.setSpacing(7)
        self.label = QLabel()
        self.label.setObjectName("soft")
        self.stop = QPushButton(self.tr("Stop  Esc"))
        self.stop.setObjectName("link")
        self.stop.clicked.connect(self.stop_asked)
        self.server = QLabel()
        self.server.setObjectName("accentText")
        self.server.setTextFormat(Qt.TextFormat.PlainText)
        self.levels = QPushButton(self.tr("I know some Chinese…"))
        self.levels.setObjectName("link")
        self.levels.setToolTip(
            self.tr("Mark the words of HSK levels as known, so that only new ones are tinted")
        )
        self.levels.clicked.connect(self.levels_asked)
        self._beginner = self._quiet = False
        self.improved = QLabel()
        self.improved.setObjectName("soft")
        self.improved.setToolTip(self.tr("Sentences that came out better at a second look"))
        row.addWidget(self.label)
        row.addWidget(self.improved)
        row.addWidget(self.levels)
        row.addWidget(self.stop)
        row.addWidget(self.server)
        row.addStretch(1)
        self.pinyin = QPushButton()
        self.pinyin.setMenu(self._pinyin_menu())
        self.pinyin.setToolTip(self.tr("Pinyin above the words (P)"))
        self.english = QPushButton()
        self.english.setMenu(self._english_menu())
        self.english.setToolTip(self.tr("The translation (T)"))
        self.look = QPushButton("Aa")
        self.look.setAccessibleName(self.tr("Size and colours"))
        self.look.setToolTip(self.tr("Size and colours (+ and −)"))
        self.look.setMenu(self._look_menu())
        self.note = QPushButton(self.tr("✎ Note"))
        self.note.setToolTip(self.tr("Write a note on this post"))
        self.note.clicked.connect(self.note_asked)
        self.more = QPushButton("⋯")
        self.more.setAccessibleName(self.tr("More"))
        self.more.setMenu(self._more_menu())
        for button in (self.pinyin, self.english, self.look, self.note, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        column.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Translating"))
        self._bar_space = QWidget()
        self._bar_space.setFixedHeight(3)
        column.addWidget(self.bar)
        column.addWidget(self._bar_space)
        self.show_settings(Settings())
        self.show_progress(0, 0, running=False)

    def show_settings(self, settings: Settings) -> None:
        """Name the present choices on the buttons."""
        pinyin = {
            PinyinShown.OFF: self.tr("拼 Off"),
            PinyinShown.UNKNOWN: self.tr("拼 Unknown"),
            PinyinShown.ALL: self.tr("拼 All"),
        }
        english = {
            EnglishShown.SHOWN: self.tr("EN Shown"),
            EnglishShown.HIDDEN: self.tr("EN Hidden"),
            EnglishShown.OFF: self.tr("EN Off"),
        }
        self.pinyin.setText(pinyin[settings.pinyin])
        self.english.setText(english[settings.english])
        for action in self._pinyin_group.actions():
            action.setChecked(action.data() == settings.pinyin)
        for action in self._english_group.actions():
            action.setChecked(action.data() == settings.english)
        for action in self._theme_group.actions():
            action.setChecked(action.data() == settings.theme)
        for action in self._language_group.actions():
            action.setChecked(action.data() == settings.language)
        self._tones.setChecked(settings.tone_colours)
        self.display.show_settings(settings)
        said = self.tr("What you read is sent to {server}")
        self.server.setText(said.format(server=settings.server_address))
        self.server.setVisible(settings.server_on)

    def show_progress(
        self, done: int, total: int, *, running: bool, share: float | None = None, bettered: int = 0
    ) -> None:
        """Show how far the translation is, or how many words are known when it is done.

        Args:
            share: share (0–1) of known words.
            bettered: sentences that came out better at a second look.
        """
        self.bar.setVisible(running)
        self._bar_space.setVisible(not running)
        self.stop.setVisible(running)
        self._quiet = not running and share is not None and done >= total
        improved = self.tr("{count} improved").format(count=bettered)
        self.improved.setText(f"· {improved}" if bettered else "")
        self._make_room()
        if running:
            self.bar.setRange(0, max(1, total))
            self.bar.setValue(done)
            self.label.setText(self.tr("Translating {done} of {total}").format(done=done, total=total))
        elif 0 < done < total:
            self.label.setText(self.tr("Stopped at {done} of {total}").format(done=done, total=total))
        elif share is not None:
            self.label.setText(self.tr("{share} % known").format(share=int(share * 100)))
        else:
            self.label.clear()

    def show_beginner(self, beginner: bool) -> None:
        """Offer to mark the words of HSK levels, as long as no word is known."""
        self._beginner = beginner
        self._make_room()

    def _make_room(self) -> None:
        """Show what can be done without only where it fits."""
        shown = self._quiet and self.width() >= _ROOM_FOR_MORE
        self.levels.setVisible(shown and self._beginner)
        self.improved.setVisible(shown and bool(self.improved.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the offer stands in the menu only."""
        super().resizeEvent(event)
        self._make_room()

    def say(self, text: str) -> None:
        """Show another message in the place of the progress."""
        self.label.setText(text)
        self.improved.hide()

    def _pinyin_menu(self) -> QMenu:
        menu = QMenu(self)
        self._pinyin_group = QActionGroup(menu)
        for value, text in (
            (PinyinShown.OFF, self.tr("No pinyin")),
            (PinyinShown.UNKNOWN, self.tr("Above words you do not know")),
            (PinyinShown.ALL, self.tr("Above every word")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=value: self.pinyin_asked.emit(chosen))
            self._pinyin_group.addAction(action)
        self.display = DisplayMenus(self)
        menu.addSeparator()
        self.display.add_pinyin(menu)
        self._tones = menu.addAction(self.tr("Colour the tones"))
        self._tones.setCheckable(True)
        self._tones.triggered.connect(self.tone_colours_asked)
        self.display.add_tones(menu)
        return menu

    def _english_menu(self) -> QMenu:
        menu = QMenu(self)
        self._english_group = QActionGroup(menu)
        for value, text in (
            (EnglishShown.SHOWN, self.tr("English shown")),
            (EnglishShown.HIDDEN, self.tr("Hidden until asked (Space)")),
            (EnglishShown.OFF, self.tr("No English")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=value: self.english_asked.emit(chosen))
            self._english_group.addAction(action)
        return menu

    def _look_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, step in (
            (self.tr("Larger\t+"), 1),
            (self.tr("Smaller\t−"), -1),
            (self.tr("Usual size\t0"), 0),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, by=step: self.size_asked.emit(by))
        menu.addSeparator()
        self.display.add_script(menu)
        menu.addSeparator()
        self._theme_group = QActionGroup(menu)
        for value, text in (
            (Theme.SYSTEM, self.tr("Colours of the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=value: self.theme_asked.emit(chosen))
            self._theme_group.addAction(action)
        menu.addSeparator()
        self._language_group = QActionGroup(menu)
        for language, text in (("", self.tr("Language of the system")), *LANGUAGES.items()):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(language)
            action.triggered.connect(lambda _=False, chosen=language: self.language_asked.emit(chosen))
            self._language_group.addAction(action)
        return menu

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, signal in (
            (self.tr("Find in this post\tCtrl+F"), self.find_asked),
            (self.tr("Copy the post with its translation"), self.copy_asked),
            (self.tr("Edit this sentence's translation…\tE"), self.edit_asked),
            (self.tr("Words you know already…"), self.levels_asked),
            (self.tr("Corrections…"), self.corrections_asked),
            (self.tr("Slang…"), self.slang_asked),
            (self.tr("Other translations…\tD"), self.alternatives_asked),
            (self.tr("Compare two models…"), self.compare_asked),
            (self.tr("Star or unstar"), self.star_asked),
            (self.tr("Remove from the library"), self.remove_asked),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, to=signal: to.emit())
        return menu
