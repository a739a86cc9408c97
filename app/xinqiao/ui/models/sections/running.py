"""How models are run."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QSpinBox,
)

from xinqiao.domain.settings import Settings
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.language_names import language_name
from xinqiao.ui.models.sections.section import Section

_TEXT_MARGIN = 8  # px, as in the boxes beside


class RunningSection(Section):
    """How models are run.

    Signals:
        changed: a choice was changed; the values are on the widgets.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("How it runs"))
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.target = QComboBox()
        self.target.setToolTip(
            self.tr("Other languages come by way of English, with a package from English installed")
        )
        self.threads = QSpinBox()
        self.threads.setRange(0, 64)
        self.threads.setSpecialValueText(self.tr("one for each core"))
        self.beam = QComboBox()
        for width, text in (
            (0, self.tr("what suits the model")),
            (1, self.tr("1 (fastest)")),
            (2, "2"),
            (3, "3"),
            (4, self.tr("4 (slowest)")),
        ):
            self.beam.addItem(text, width)
        self.unload = QSpinBox()
        self.unload.setRange(0, 24 * 60)
        self.unload.setSpecialValueText(self.tr("never"))
        self.unload.setSuffix(self.tr(" min"))
        for box in (self.threads, self.unload):
            # The style sheet's padding moves the frame of the box, not the text in it.
            box.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
        for text, field in (
            (self.tr("Read in"), self.target),
            (self.tr("Threads"), self.threads),
            (self.tr("Width of the search"), self.beam),
            (self.tr("Give memory back after"), self.unload),
        ):
            field.setAccessibleName(text)
            form.addRow(plain_label("sense", text), field)
        self.column.addLayout(form)
        self.improve = QCheckBox(self.tr("Go over unsure sentences again, with more care, while idle"))
        self.improve.setToolTip(
            self.tr("English is there sooner; what the model was unsure of is bettered afterwards.")
        )
        self.beam.setToolTip(self.tr("Of the second look, or of the only one. Wider is better and slower."))
        self.line(self.improve)
        self._shown = False
        self.target.activated.connect(self._on_change)
        self.beam.activated.connect(self._on_change)
        self.threads.editingFinished.connect(self._on_change)
        self.unload.editingFinished.connect(self._on_change)
        self.improve.clicked.connect(self._on_change)

    def show_settings(self, settings: Settings) -> None:
        """Show the present choices."""
        self._shown = False
        self.threads.setValue(settings.threads)
        self.beam.setCurrentIndex(max(0, self.beam.findData(settings.beam)))
        self.unload.setValue(settings.unload_minutes)
        self.improve.setChecked(settings.improve)
        if not self.target.count():
            self.show_languages({}, settings.target)
        self._shown = True

    def show_languages(self, languages: dict[str, str], target: str) -> None:
        """Offer the languages that can be read."""
        self.target.clear()
        self.target.addItem(self.tr("English"), "")
        names = {code: language_name(code, name) for code, name in languages.items()}
        for code, name in sorted(names.items(), key=lambda item: item[1]):
            self.target.addItem(name, code)
        if target and target not in languages:
            self.target.addItem(self.tr("{code} (no package installed)").format(code=target), target)
        self.target.setCurrentIndex(max(0, self.target.findData(target)))

    def _on_change(self) -> None:
        if self._shown:
            self.changed.emit()
