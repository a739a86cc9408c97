"""Words: the vocabulary table and, beside it, the chosen word with its encounters."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.words import Word, WordId, WordStatus
from xinqiao.ui.common.flow_layout import FlowLayout
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.words.word_delegates import HanziDelegate, StatusDelegate
from xinqiao.ui.words.word_panel import WordPanel
from xinqiao.ui.words.words_model import ADDED, MEANING, STATUS, WORD, WordsModel


class WordsPage(QWidget):
    """The reader's vocabulary.

    Signals:
        status_asked: carries a list of `WordId` and the `WordStatus` they shall have.
        remove_asked: carries a list of `WordId`.
        export_asked: carries the words to export, in the order shown.
        word_chosen: carries the chosen `Word` or None; answer with `panel.show_word`.
        place_asked: open an encounter's post; carries the `Encounter`.
        note_asked: write a note on a word; carries the `Word`.
        strokes_asked: draw how a word is written; carries the `Word`.
    """

    status_asked = Signal(object, object)
    remove_asked = Signal(object)
    export_asked = Signal(object)
    word_chosen = Signal(object)
    place_asked = Signal(object)
    note_asked = Signal(object)
    strokes_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.model = WordsModel()
        self.model.set_status_words(self.status_words())
        self._status_delegate = StatusDelegate()
        self._hanzi_delegate = HanziDelegate()
        self.panel = WordPanel(self.status_words())
        self.panel.place_asked.connect(self.place_asked)
        self.panel.note_asked.connect(self.note_asked)
        self.panel.strokes_asked.connect(self.strokes_asked)
        self.panel.status_asked.connect(lambda word, status: self.status_asked.emit([word.id], status))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left())
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([860, 330])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self._choose_later = QTimer(self)
        self._choose_later.setSingleShot(True)
        self._choose_later.timeout.connect(self._tell_chosen)
        self.set_words([])

    def status_words(self) -> dict[WordStatus, str]:
        """How each status is called."""
        return {
            WordStatus.NEW: self.tr("new"),
            WordStatus.LEARNING: self.tr("learning"),
            WordStatus.KNOWN: self.tr("known"),
            WordStatus.IGNORED: self.tr("ignored"),
        }

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(22, 14, 22, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(7)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("hanzi, pinyin or English"))
        self.search.setAccessibleName(self.tr("Search words"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        self.search.textChanged.connect(self._filter)
        top.addWidget(self.search, stretch=1)
        filters = QWidget()
        flow = FlowLayout(filters, 7)
        self._statuses: list[WordStatus | None] = [None, *WordStatus]
        self._group = QButtonGroup(self)
        for number, _status in enumerate(self._statuses):
            button = QPushButton()
            button.setObjectName("filter")
            button.setCheckable(True)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda _number: self._filter())
        self.export = QPushButton(self.tr("Export…"))
        self.export.setToolTip(self.tr("Write the words shown, or those selected, to a CSV file (Ctrl+E)"))
        self.export.clicked.connect(self.ask_export)
        top.addWidget(self.export)
        column.addLayout(top)
        column.addWidget(filters)
        self.table = self._table()
        self.empty = QLabel()
        self.empty.setObjectName("soft")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, stretch=1)
        self.status = QLabel()
        self.status.setObjectName("status")
        column.addWidget(self.status)
        return left

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("Vocabulary"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(45)
        table.setItemDelegateForColumn(STATUS, self._status_delegate)
        table.setItemDelegateForColumn(WORD, self._hanzi_delegate)
        header = table.horizontalHeader()
        header.setSectionResizeMode(MEANING, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in enumerate((96, 130, 200, 104, 62, 62, 62, 104)):
            table.setColumnWidth(column, width)
        table.setSortingEnabled(True)
        table.sortByColumn(ADDED, Qt.SortOrder.DescendingOrder)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.selectionModel().selectionChanged.connect(self._on_selection)
        table.installEventFilter(self)
        return table

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self._status_delegate.colours = colours
        self.panel.set_colours(colours)
        self.table.viewport().update()

    def set_words(self, words: list[Word]) -> None:
        """Show the vocabulary, keeping the selection where the words are still there."""
        chosen = {word.id for word in self.selected()}
        self.model.set_words(words)
        self._select(chosen)
        self._update_texts()

    def selected(self) -> list[Word]:
        """The selected words, in the order shown."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.shown[row] for row in rows if row < len(self.model.shown)]

    def ask_export(self) -> None:
        """Export the selection if there is more than one word in it, else all words shown."""
        selected = self.selected()
        self.export_asked.emit(selected if len(selected) > 1 else list(self.model.shown))

    def _select(self, chosen: set[WordId]) -> None:
        model = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, word in enumerate(self.model.shown):
            if word.id in chosen:
                model.select(self.model.index(row, 0), flags)
        self._on_selection()

    def _filter(self) -> None:
        chosen = {word.id for word in self.selected()}
        self.model.set_filter(self.search.text(), self._statuses[self._group.checkedId()])
        self._select(chosen)
        self._update_texts()

    def _update_texts(self) -> None:
        counts = self.model.counts()
        names: dict[WordStatus | None, str] = {None: self.tr("All")}
        names |= {status: text.capitalize() for status, text in self.status_words().items()}
        for number, status in enumerate(self._statuses):
            button = self._group.button(number)
            button.setText(f"{names[status]} {counts.get(status, 0):,}")
            button.setVisible(status is not WordStatus.NEW or counts.get(status, 0) > 0)
        if self.model.shown:
            self._stack.setCurrentWidget(self.table)
        else:
            self._stack.setCurrentWidget(self.empty)
            self.empty.setText(
                self.tr("No word fits. Clear the search or choose All.")
                if counts[None]
                else self.tr("No words yet.\n\nOpen a post, tap a word and press S to save it.")
            )
        self.export.setEnabled(bool(self.model.shown))
        self._on_selection()

    def _on_selection(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        shown = f"{len(self.model.shown):,}"
        self.status.setText(
            self.tr("{count} of {shown} selected").format(count=count, shown=shown)
            if count
            else self.tr("%n word(s)", "", len(self.model.shown))
        )
        self._choose_later.start(0)

    def _tell_chosen(self) -> None:
        selected = self.selected()
        self.word_chosen.emit(selected[-1] if selected else None)

    def _menu(self, point: QPoint) -> None:
        selected = self.selected()
        if not selected:
            return
        ids = [word.id for word in selected]
        menu = QMenu(self)
        for status, key in (
            (WordStatus.LEARNING, "S"),
            (WordStatus.KNOWN, "K"),
            (WordStatus.IGNORED, "I"),
        ):
            text = self.tr("Mark as {status}").format(status=self.status_words()[status])
            action = menu.addAction(f"{text}\t{key}")
            action.triggered.connect(lambda _=False, new=status: self.status_asked.emit(ids, new))
        menu.addSeparator()
        menu.addAction(self.tr("Export selection…")).triggered.connect(
            lambda: self.export_asked.emit(selected)
        )
        remove = menu.addAction(self.tr("Remove %n word(s)", "", len(ids)) + "\tDel")
        remove.triggered.connect(lambda: self.remove_asked.emit(ids))
        menu.exec(self.table.viewport().mapToGlobal(point))
        menu.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the table: S, K, I change the status, N writes a note, B draws, Delete removes."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            selected = self.selected()
            ids = [word.id for word in selected]
            statuses = {
                Qt.Key.Key_S: WordStatus.LEARNING,
                Qt.Key.Key_K: WordStatus.KNOWN,
                Qt.Key.Key_I: WordStatus.IGNORED,
            }
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            key = Qt.Key(event.key())
            if plain and ids and key in statuses:
                self.status_asked.emit(ids, statuses[key])
                return True
            if plain and ids and key == Qt.Key.Key_N:
                self.note_asked.emit(selected[-1])
                return True
            if plain and ids and key == Qt.Key.Key_B:
                self.strokes_asked.emit(selected[-1])
                return True
            if plain and ids and key == Qt.Key.Key_Delete:
                self.remove_asked.emit(ids)
                return True
        return super().eventFilter(watched, event)
