"""The left side of Read: search, filters, paste, and the list of posts."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.posts import PostId, PostSummary
from xinqiao.ui.common.palette import Palette
from xinqiao.ui.reading.library_list import LibraryDelegate, LibraryModel

ALL, UNREAD, STARRED = range(3)


class LibraryPane(QWidget):
    """Lets the reader choose a post.

    Signals:
        post_chosen: carries the `PostId`.
        search_changed: text of the search box.
        paste_asked, open_asked: the buttons above the list.
        remove_asked: carries a list of `PostId`.
        star_asked: carries a `PostId` and whether it shall be starred.
        samples_asked: bring the sample posts back.
    """

    post_chosen = Signal(object)
    search_changed = Signal(str)
    paste_asked = Signal()
    open_asked = Signal()
    remove_asked = Signal(object)
    star_asked = Signal(object, bool)
    samples_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = LibraryModel()
        self.delegate = LibraryDelegate()
        self._everything: list[PostSummary] = []
        self._found: set[PostId] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        top.setSpacing(10)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search posts"))
        self.search.setAccessibleName(self.tr("Search posts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.search_changed)
        top.addWidget(self.search)
        buttons = QHBoxLayout()
        buttons.setSpacing(7)
        self.paste = QPushButton(self.tr("Paste a post"))
        self.paste.setObjectName("primary")
        self.paste.setToolTip(self.tr("Make a post from the clipboard (Ctrl+V)"))
        self.paste.clicked.connect(self.paste_asked)
        self.open = QPushButton(self.tr("Open…"))
        self.open.setToolTip(self.tr("Make a post from a text file (Ctrl+O)"))
        self.open.clicked.connect(self.open_asked)
        buttons.addWidget(self.paste, stretch=1)
        buttons.addWidget(self.open)
        top.addLayout(buttons)
        top.addLayout(self._filters())
        column.addLayout(top)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Posts"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        # By keyboard a line is selected before it is the current one, by mouse after.
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.selectionModel().selectionChanged.connect(self._on_current)
        column.addWidget(self.list, stretch=1)
        self.empty = QLabel()
        self.empty.setObjectName("soft")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(18, 18, 18, 18)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.empty)
        self.samples = QPushButton(self.tr("Bring the sample posts back"))
        self.samples.clicked.connect(self.samples_asked)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(18, 0, 18, 18)
        bottom.addWidget(self.samples)
        bottom.addStretch(1)
        column.addLayout(bottom)
        column.addStretch()
        self.empty.hide()
        self.samples.hide()
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(lambda: self.remove_asked.emit(self.selected()))

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._filter = QButtonGroup(self)
        for number, tip in ((ALL, ""), (UNREAD, ""), (STARRED, self.tr("Starred"))):
            button = QPushButton()
            button.setObjectName("filter")
            button.setCheckable(True)
            button.setToolTip(tip)
            self._filter.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._filter.button(ALL).setChecked(True)
        self._filter.button(STARRED).setAccessibleName(self.tr("Starred"))
        self._filter.idClicked.connect(lambda _number: self._show())
        return row

    def set_colours(self, colours: Palette) -> None:
        """Take over the colours of the window."""
        self.delegate.colours = colours
        self.list.viewport().update()

    def set_posts(self, summaries: list[PostSummary]) -> None:
        """Show the library."""
        self._everything = summaries
        self._show()

    def set_found(self, found: set[PostId] | None) -> None:
        """Show only posts that a search found; None shows all again."""
        self._found = found
        self._show()

    def show_everything(self) -> None:
        """Clear the search and the filters."""
        self.search.clear()
        self._filter.button(ALL).setChecked(True)
        self.set_found(None)

    def summary(self, post_id: PostId) -> PostSummary | None:
        """One post of the library, whether the filters show it or not."""
        return next((one for one in self._everything if one.id == post_id), None)

    def replace(self, summary: PostSummary) -> None:
        """Show one post's new state without moving the list."""
        self._everything = [summary if one.id == summary.id else one for one in self._everything]
        self.model.replace(summary)
        self._count()

    def select(self, post_id: PostId) -> None:
        """Choose a post; does nothing when the filters hide it."""
        row = self.model.row_of(post_id)
        if row is not None:
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(index)

    def selected(self) -> list[PostId]:
        """The selected posts."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.summaries[row].id for row in rows]

    def _show(self) -> None:
        chosen = self.selected()
        number = self._filter.checkedId()
        shown = [
            one
            for one in self._everything
            if (number != UNREAD or one.unread)
            and (number != STARRED or one.starred)
            and (self._found is None or one.id in self._found)
        ]
        self.list.selectionModel().blockSignals(True)
        self.model.show(shown)
        self.list.selectionModel().blockSignals(False)
        if chosen and (row := self.model.row_of(chosen[0])) is not None:
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self.model.index(row))
            self.list.selectionModel().blockSignals(False)
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.samples.setVisible(not self._everything)
        if not self._everything:
            self.empty.setText(
                self.tr(
                    "Your library is empty.\n\nCopy a post anywhere and press Ctrl+V, "
                    "or bring the sample posts back."
                )
            )
        else:
            self.empty.setText(self.tr("No post fits. Clear the search or choose All."))
        self._count()

    def _count(self) -> None:
        everything = self._everything
        unread = sum(one.unread for one in everything)
        self._filter.button(ALL).setText(self.tr("All {count}").format(count=f"{len(everything):,}"))
        self._filter.button(UNREAD).setText(self.tr("Unread {count}").format(count=f"{unread:,}"))
        self._filter.button(STARRED).setText("★")

    def _on_current(self) -> None:
        index = self.list.currentIndex()
        # A list that gets the keyboard makes its first line the current one, without choosing it.
        if index.isValid() and self.list.selectionModel().isSelected(index):
            self.post_chosen.emit(self.model.summaries[index.row()].id)

    def _menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        chosen = self.selected()
        if chosen:
            summary = self.summary(chosen[0])
            if summary is not None:
                star = menu.addAction(self.tr("Remove star") if summary.starred else self.tr("Star"))
                star.triggered.connect(lambda: self.star_asked.emit(summary.id, not summary.starred))
            remove = menu.addAction(self.tr("Remove %n post(s)", "", len(chosen)))
            remove.triggered.connect(lambda: self.remove_asked.emit(chosen))
            menu.addSeparator()
        menu.addAction(self.tr("Bring the sample posts back")).triggered.connect(self.samples_asked)
        menu.exec(self.list.mapToGlobal(point))
        menu.deleteLater()
