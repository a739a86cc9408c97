"""The reader's glossary: words that are always translated in one way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.undo import Undo
from xinqiao.services.keep_glossary import GlossaryProblem, KeepGlossary
from xinqiao.ui.common import fonts
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.desk import Desk

_SHOWN_PROBLEMS = 6


@dataclass(frozen=True, slots=True)
class _Change:
    """What was done to the glossary.

    Attributes:
        undo: takes it back; None where it was a taking back.
    """

    said: str
    undo: Undo | None = None


class GlossaryDialog(QDialog):
    """Shows and changes the glossary.

    A change forgets every kept translation with the term, which takes a while in a large library, so
    it is made in the background; the dialog stays until it is made.

    Signals:
        changed: a term was kept, changed or removed.
    """

    changed = Signal()

    def __init__(self, glossary: KeepGlossary, desk: Desk) -> None:
        super().__init__(desk.window)
        self._glossary, self._desk = glossary, desk
        self.job = LatestJob(desk.library, self)
        self.job.produced.connect(self._on_changed)
        self.job.finished.connect(self._on_end)
        self.job.failed.connect(self._on_failed)
        self.job.crashed.connect(self._on_end)
        self.job.crashed.connect(desk.crashed)
        self._leaving: int | None = None
        self._editing = ""
        self.setWindowTitle(self.tr("Glossary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(
            plain_label(
                "soft",
                self.tr(
                    "Names, brands and words that shall always be translated in one way. Sentences "
                    "with a changed term are translated again."
                ),
                wrap=True,
            )
        )
        row = QHBoxLayout()
        self.term = QLineEdit()
        self.term.setPlaceholderText(self.tr("Chinese"))
        self.term.setAccessibleName(self.tr("Chinese term"))
        self.term.setFont(fonts.hanzi(16))
        self.english = QLineEdit()
        self.english.setPlaceholderText(self.tr("always in English"))
        self.english.setAccessibleName(self.tr("English of the term"))
        self.keep = QPushButton(self.tr("Keep term"))
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._keep)
        for widget, share in ((self.term, 2), (self.english, 3), (self.keep, 0)):
            row.addWidget(widget, stretch=share)
        column.addLayout(row)
        self.said = plain_label("soft", wrap=True)
        self.said.hide()
        column.addWidget(self.said)
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Glossary"))
        self.table.setHorizontalHeaderLabels([self.tr("Chinese"), self.tr("English")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.itemSelectionChanged.connect(self._on_selection)
        column.addWidget(self.table, stretch=1)
        self.remove = QPushButton(self.tr("Remove"))
        self.undo = QPushButton(self.tr("Undo"))
        self.bring = QPushButton(self.tr("Import…"))
        self.take = QPushButton(self.tr("Export…"))
        self.leave = QPushButton(self.tr("Close"))
        foot = QHBoxLayout()
        for button, do in (
            (self.remove, self._remove),
            (self.undo, self._undo_last),
            (self.bring, self._import),
            (self.take, self._export),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
            foot.addWidget(button)
        foot.addStretch(1)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.accept)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        self._last: Undo | None = None
        self._fill()
        self.term.setFocus()

    def start_with(self, term: str) -> None:
        """Begin with a term, or with what is kept of it."""
        self.term.setText(term)
        self.english.setText(self._glossary.terms().get(term, ""))
        self.english.setFocus()

    def _fill(self) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for number, (term, english) in enumerate(self._glossary.terms().items()):
            self.table.insertRow(number)
            chinese = QTableWidgetItem(term)
            chinese.setFont(fonts.hanzi(16))
            self.table.setItem(number, 0, chinese)
            self.table.setItem(number, 1, QTableWidgetItem(english))
        self.table.blockSignals(False)
        self.table.clearSelection()
        self._editing = ""
        self._enable()

    def _enable(self) -> None:
        """Offer what can be done now."""
        idle = not self.job.running
        self.keep.setEnabled(idle)
        self.bring.setEnabled(idle)
        self.remove.setEnabled(idle and bool(self._selected()))
        self.undo.setEnabled(idle and self._last is not None)
        self.take.setEnabled(idle and self.table.rowCount() > 0)

    def _selected(self) -> str:
        rows = self.table.selectionModel().selectedRows()
        item = self.table.item(rows[0].row(), 0) if rows else None
        return item.text() if item is not None else ""

    def _on_selection(self) -> None:
        term = self._selected()
        self._enable()
        self._editing = term
        if term:
            self.term.setText(term)
            self.english.setText(self._glossary.terms().get(term, ""))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def done(self, result: int) -> None:
        """Leave, once a change that is being made is made."""
        if self.job.running:
            self._leaving = result
        else:
            super().done(result)

    def _start(self, do: Callable[[], _Change]) -> None:
        def work(cancel: CancelToken) -> Iterator[_Change]:
            change = do()
            self._glossary.terms()  # read anew here, and remembered
            yield change

        if not self.job.running:
            self.job.start(work)
            self._enable()

    def _on_changed(self, change: _Change) -> None:
        self._last = change.undo
        self._say(change.said)
        self.term.clear()
        self.english.clear()
        self._fill()
        self.changed.emit()

    def _on_failed(self, error: ReaderError) -> None:
        self._say(in_words(error.whole))
        self._on_end()

    def _on_end(self, *_: object) -> None:
        self._enable()
        if self._leaving is not None:
            super().done(self._leaving)

    def _keep(self) -> None:
        term, english, before = self.term.text(), self.english.text(), self._editing

        def do() -> _Change:
            undo = self._glossary.keep(term, english, before)
            return _Change(in_words(message("{what}.", what=undo.what)), undo)

        self._start(do)
        self.term.setFocus()

    def _remove(self) -> None:
        term = self._selected()

        def do() -> _Change:
            undo = self._glossary.remove(term)
            return _Change(in_words(message("{what}.", what=undo.what)), undo)

        if term:
            self._start(do)

    def _undo_last(self) -> None:
        undo = self._last
        if undo is None:
            return
        said = self.tr("Undone: {what}").format(what=in_words(undo.what))

        def do() -> _Change:
            undo.undo()
            return _Change(said)

        self._start(do)

    def _import(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import a glossary"), "", kinds)
        if file:
            self.bring_in(Path(file))

    def bring_in(self, file: Path) -> None:
        """Keep the terms of a file, and say what was wrong with the rest."""

        def do() -> _Change:
            found = self._glossary.bring_in_file(file)
            return _Change(self._brought_in(found.kept, found.problems), found.undo)

        self._start(do)

    def _brought_in(self, kept: int, problems: Sequence[GlossaryProblem]) -> str:
        said = [self.tr("Kept %n term(s).", "", kept)]
        if problems:
            said.append(self.tr("%n line(s) were left out:", "", len(problems)))
            for problem in problems[:_SHOWN_PROBLEMS]:
                line = self.tr("Line {number}: {reason}")
                said.append(line.format(number=problem.line, reason=in_words(problem.reason)))
        return "\n".join(said)

    def _export(self) -> None:
        kinds = self.tr("CSV (*.csv);;Tabs (*.tsv)")
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Export the glossary"), "glossary.csv", kinds)
        if not file:
            return
        try:
            count = self._glossary.take_out(Path(file))
        except ReaderError as error:
            self._say(in_words(error.whole))
            return
        self._say(self.tr("Wrote %n line(s) to {path}.", "", count).format(path=file))
