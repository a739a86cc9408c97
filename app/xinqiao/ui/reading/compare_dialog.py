"""Two models side by side on the post in view."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.models import InstalledModel
from xinqiao.domain.translations import Translation
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common import fonts
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.jobs import LatestJob, Worker
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.reading.doubt_words import explain


class CompareDialog(QDialog):
    """Shows what two models make of the same sentences; keeps nothing.

    Signals:
        crashed: a job met a bug; carries the exception.
    """

    crashed = Signal(object)

    def __init__(
        self, sentences: Sequence[str], bench: Workbench, model: Worker, files: Worker, parent: QWidget
    ) -> None:
        """Take the sentences.

        Args:
            model: where the translation model works.
            files: where the models are listed, so that a translation under way is not waited for.
        """
        super().__init__(parent)
        self._sentences, self._bench = list(sentences), bench
        self.setWindowTitle(self.tr("Compare models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(940, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        row = QHBoxLayout()
        self.sides = (QComboBox(), QComboBox())
        for box, name in zip(self.sides, (self.tr("Left model"), self.tr("Right model")), strict=True):
            box.setAccessibleName(name)
            box.activated.connect(self.compare)
            row.addWidget(box, stretch=1)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setAutoDefault(False)
        row.addWidget(self.stop)
        column.addLayout(row)
        self.said = plain_label("soft", self.tr("Looking for models …"), wrap=True)
        column.addWidget(self.said)
        self.table = QTableWidget(len(self._sentences), 3)
        self.table.setAccessibleName(self.tr("Translations"))
        self.table.setHorizontalHeaderLabels([self.tr("Chinese"), "", ""])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, sentence in enumerate(self._sentences):
            item = QTableWidgetItem(sentence)
            item.setFont(fonts.hanzi(16))
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.table.setItem(number, 0, item)
        column.addWidget(self.table, stretch=1)
        self._models_job = LatestJob(files, self)
        self._models_job.produced.connect(self._show_models)
        self._models_job.failed.connect(self._on_failed)
        self._models_job.crashed.connect(self.crashed)
        self.job = LatestJob(model, self)
        self.job.produced.connect(self._on_translated)
        self.job.finished.connect(lambda: self._on_end(""))
        self.job.stopped.connect(lambda: self._on_end(self.tr("Stopped.")))
        self.job.failed.connect(self._on_failed)
        self.job.crashed.connect(self.crashed)
        self.stop.clicked.connect(self.job.cancel)
        self.finished.connect(lambda _result: self.job.cancel())
        self._models_job.start(self._list_models)

    def _list_models(self, cancel: CancelToken) -> Iterator[list[InstalledModel]]:
        yield [model for model in self._bench.manage_models.installed() if model.to_code == "en"]

    def compare(self) -> None:
        """Translate by both models."""
        keys = [str(box.currentData()) for box in self.sides]
        for side, box in enumerate(self.sides, 1):
            self.table.setHorizontalHeaderItem(side, QTableWidgetItem(box.currentText()))
            for row in range(len(self._sentences)):
                self.table.setItem(row, side, QTableWidgetItem(""))
        self.said.setText(self.tr("Translating …"))
        self.stop.setEnabled(True)

        def work(cancel: CancelToken) -> Iterator[tuple[int, int, Translation]]:
            for side, key in enumerate(keys, 1):
                for number, translation in self._bench.use_models.side_by_side(self._sentences, key, cancel):
                    yield side, number, translation

        self.job.start(work)

    def _on_translated(self, found: tuple[int, int, Translation]) -> None:
        side, number, translation = found
        text = f"{translation.text}  ⚠" if translation.doubts else translation.text
        item = QTableWidgetItem(text)
        item.setToolTip(explain(translation))
        item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.table.setItem(number, side, item)
        self.table.resizeRowToContents(number)

    def _show_models(self, models: list[InstalledModel]) -> None:
        if len(models) < 2:
            self.said.setText(
                self.tr("There is only one model on this machine. Get more on the Models page.")
            )
            self.stop.setEnabled(False)
            return
        for side, box in enumerate(self.sides):
            for model in models:
                box.addItem(f"{model.model.name}  {model.model.version}", model.model.key)
            box.setCurrentIndex(side)
        self.compare()

    def _on_end(self, text: str) -> None:
        if self.sides[0].count():
            self.said.setText(text)
        self.stop.setEnabled(False)
        self.table.resizeRowsToContents()

    def _on_failed(self, error: ReaderError) -> None:
        self._on_end(in_words(error.whole))
