"""Asks how much Chinese the reader knows already, by the HSK lists."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.hsk import HskList
from xinqiao.domain.undo import Undo
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.labels import plain_label


class LevelsDialog(QDialog):
    """Marks nothing before the reader says so, and says how many words it will be.

    Signals:
        marked: the words are marked; carries the `Undo`.
        crashed: a job met a bug; carries the exception.
    """

    marked = Signal(object)
    crashed = Signal(object)

    def __init__(self, bench: Workbench, library: Worker, parent: QWidget) -> None:
        """Take the parts.

        Args:
            library: where the library is read and written.
        """
        super().__init__(parent)
        self._bench = bench
        self.setWindowTitle(self.tr("Words you know already"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(430, 250)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        about = self.tr(
            "The words of these levels are marked as known, so that only what is new to you is tinted. "
            "Words that you have kept stay as they are."
        )
        column.addWidget(plain_label("soft", about, wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.list, self.level = QComboBox(), QComboBox()
        for hsk_list, name in (
            (HskList.OF_2021, self.tr("HSK 3.0 (2021)")),
            (HskList.OF_2012, self.tr("HSK 2.0 (2012)")),
            (HskList.OF_2025, self.tr("HSK syllabus of 2025")),
        ):
            self.list.addItem(name, hsk_list.value)
        for text, box in ((self.tr("List"), self.list), (self.tr("I know"), self.level)):
            box.setAccessibleName(text)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            form.addRow(plain_label("sense", text), box)
        column.addLayout(form)
        self.said = plain_label("sense", wrap=True)
        column.addWidget(self.said)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.mark = QPushButton(self.tr("Mark as known"))
        self.mark.setObjectName("primary")
        self.mark.setDefault(True)
        self.mark.clicked.connect(self._mark)
        buttons.addWidget(cancel)
        buttons.addWidget(self.mark)
        column.addLayout(buttons)
        self.count_job, self.mark_job = LatestJob(library, self), LatestJob(library, self)
        self.count_job.produced.connect(self._show_count)
        self.mark_job.produced.connect(self._on_marked)
        for job in (self.count_job, self.mark_job):
            job.failed.connect(self._on_failed)
            job.crashed.connect(self.crashed)
        self.finished.connect(lambda _result: self._stop())
        self.list.currentIndexChanged.connect(self._show_levels)
        self.level.currentIndexChanged.connect(self._count)
        self._show_levels()
        self.level.setFocus()

    def chosen(self) -> tuple[HskList, str]:
        """List and highest level."""
        return HskList(self.list.currentData()), self.level.currentData()

    def _show_levels(self) -> None:
        levels = HskList(self.list.currentData()).levels
        before = max(0, self.level.currentIndex())
        self.level.blockSignals(True)
        self.level.clear()
        for level in levels:
            shown = level.replace("-", "–")
            text = self.tr("HSK {level}") if level == levels[0] else self.tr("HSK 1 to {level}")
            self.level.addItem(text.format(level=shown), level)
        self.level.setCurrentIndex(min(before, len(levels) - 1))
        self.level.blockSignals(False)
        self._count()

    def _count(self) -> None:
        bench, (hsk_list, level) = self._bench, self.chosen()
        self.mark.setEnabled(False)

        def work(cancel: CancelToken) -> Iterator[int]:
            yield len(bench.know_levels.unkept(hsk_list, level))

        self.count_job.start(work)

    def _show_count(self, count: int) -> None:
        self.said.setText(
            self.tr("%n word(s) will be marked as known.", "", count)
            if count
            else self.tr("Every word of these levels is in your vocabulary.")
        )
        self.mark.setEnabled(count > 0)

    def _mark(self) -> None:
        bench, (hsk_list, level) = self._bench, self.chosen()
        self.said.setText(self.tr("Marking …"))
        for widget in (self.mark, self.list, self.level):
            widget.setEnabled(False)
        self.mark_job.start(lambda cancel: bench.know_levels.mark(hsk_list, level, cancel))

    def _on_marked(self, undo: Undo) -> None:
        self.marked.emit(undo)
        self.accept()

    def _on_failed(self, error: ReaderError) -> None:
        self.said.setText(in_words(error.whole))
        for widget in (self.mark, self.list, self.level):
            widget.setEnabled(True)

    def _stop(self) -> None:
        self.count_job.cancel()
        self.mark_job.cancel()
