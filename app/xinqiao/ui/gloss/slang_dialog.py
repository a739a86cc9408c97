"""The reader's slang: a list to search and change, and a form for one entry."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.undo import Undo
from xinqiao.domain.words import SlangEntry
from xinqiao.services.workbench import Workbench
from xinqiao.ui.common.in_words import in_words
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.common.list_dialog import ListDialog
from xinqiao.ui.common.registers import register_name
from xinqiao.ui.desk import Desk


class SlangEntryDialog(QDialog):
    """One entry of the slang layer."""

    def __init__(
        self, parent: QWidget, bench: Workbench, entry: SlangEntry, kept: Callable[[SlangEntry, Undo], None]
    ) -> None:
        """Show an entry, or the beginnings of a new one.

        Args:
            kept: told the entry as it was kept, and how to take that back.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Slang entry"))
        self.setMinimumWidth(460)
        self._bench, self._entry, self._kept = bench, entry, kept
        column = QVBoxLayout(self)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.term = QLineEdit(entry.term)
        self.variants = QLineEdit(" | ".join(entry.variants))
        self.meaning = QLineEdit(entry.meaning)
        self.pinyin = QLineEdit(entry.pinyin)
        self.register = QLineEdit(entry.register)
        self.literal = QLineEdit(entry.literal)
        self.note = QPlainTextEdit(entry.note)
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(76)
        self.example_zh = QLineEdit(entry.example_zh)
        self.example_en = QLineEdit(entry.example_en)
        for label, field in (
            (self.tr("Term"), self.term),
            (self.tr("Other spellings (a | b)"), self.variants),
            (self.tr("Meaning"), self.meaning),
            (self.tr("Pinyin (numbers)"), self.pinyin),
            (self.tr("Register"), self.register),
            (self.tr("Literally"), self.literal),
            (self.tr("Note"), self.note),
            (self.tr("Example"), self.example_zh),
            (self.tr("Its English"), self.example_en),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        column.addLayout(form)
        self.problem = plain_label("accentText", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        (self.meaning if entry.term else self.term).setFocus()

    def accept(self) -> None:
        """Keep the entry; what is missing is said and can be put right."""
        entry = replace(
            self._entry,
            term=self.term.text(),
            variants=tuple(self.variants.text().split("|")),
            meaning=self.meaning.text(),
            pinyin=self.pinyin.text(),
            register=self.register.text(),
            literal=self.literal.text(),
            note=self.note.toPlainText(),
            example_zh=self.example_zh.text(),
            example_en=self.example_en.text(),
        )
        try:
            undo = self._bench.edit_slang.keep(entry, instead_of=self._entry.term)
        except ReaderError as error:
            self.problem.setText(in_words(error.whole))
            self.problem.show()
            return
        self._kept(entry, undo)
        super().accept()


class SlangDialog(ListDialog):
    """Every entry of the library's slang."""

    def __init__(self, parent: QWidget, desk: Desk, after: Callable[[], None]) -> None:
        """Show the slang.

        Args:
            after: makes engines and the post in view follow a change.
        """
        super().__init__(
            parent,
            desk,
            self.tr("Slang"),
            (
                (self.tr("Term"), 110),
                (self.tr("Meaning"), 0),
                (self.tr("Register"), 120),
                (self.tr("Other spellings"), 170),
                (self.tr("From"), 80),
            ),
        )
        self._after = after
        self.add = self.add_button(self.tr("Add…"), lambda: self.edit(SlangEntry("", "")))
        self.change = self.add_button(self.tr("Edit…"), self._edit_selected)
        self.remove = self.add_button(self.tr("Remove"), self.remove_selected)
        self._buttons.addStretch(1)
        self.bring_in = self.add_button(self.tr("Import…"), self.import_file)
        self.write_out = self.add_button(self.tr("Export…"), self.export_file)
        self.add_button(self.tr("Close"), self.close)
        self.table.itemActivated.connect(lambda _item, _column: self._edit_selected())
        self.table.itemDoubleClicked.connect(lambda _item, _column: self._edit_selected())
        self.refresh()
        self.search.setFocus()

    def refresh(self) -> None:
        """Show the entries as they are."""
        if self.desk.bench is None:
            return
        slang = self.desk.bench.edit_slang
        own = slang.own_terms()
        self.fill(
            [
                (
                    (
                        entry.term,
                        entry.meaning,
                        register_name(entry.register),
                        " ".join(entry.variants),
                        self.tr("you") if entry.term in own else self.tr("Xinqiao"),
                    ),
                    entry,
                )
                for entry in slang.all()
            ]
        )

    def edit(self, entry: SlangEntry) -> None:
        """Open the form of an entry."""
        if self.desk.bench is not None:
            SlangEntryDialog(self, self.desk.bench, entry, self._on_kept).open()

    def _edit_selected(self) -> None:
        chosen = [one for one in self.selected() if isinstance(one, SlangEntry)]
        if chosen:
            self.edit(chosen[0])

    def _on_kept(self, entry: SlangEntry, undo: Undo) -> None:
        self.changed()
        self.tell(self.tr("Kept “{term}”.").format(term=entry.term.strip()), undo)

    def remove_selected(self) -> None:
        """Take the selected entries out."""
        bench = self.desk.bench
        terms = [one.term for one in self.selected() if isinstance(one, SlangEntry)]
        if bench is None or not terms:
            return
        undo = bench.edit_slang.remove(terms)
        self.changed()
        self.tell(self.tr("Removed %n slang entry(s).", "", len(terms)), undo)

    def import_file(self) -> None:
        """Take entries in from a file."""
        path = self.ask_for_file(self.tr("Import slang"))
        bench = self.desk.bench
        if bench is None or path is None:
            return

        def take() -> None:
            done = bench.edit_slang.import_file(path)
            self.changed()
            said = [self.tr("Took in %n slang entry(s).", "", done.kept)]
            if done.same:
                said.append(self.tr("%n were there already.", "", done.same))
            if done.problems:
                said.append(self.tr("%n line(s) were left out:", "", len(done.problems)))
            self.tell(" ".join(said), done.undo, done.problems)

        self.desk.try_to(take)

    def export_file(self) -> None:
        """Write the entries to a file."""
        path = self.ask_where(self.tr("Export slang"), "xinqiao-slang.tsv")
        bench = self.desk.bench
        if bench is None or path is None:
            return
        count: list[int] = []
        if self.desk.try_to(lambda: count.append(bench.edit_slang.export(path))):
            self.tell(self.tr("Wrote %n line(s) to {path}.", "", count[0]).format(path=path))

    def changed(self) -> None:
        """Show the list anew, and let the window follow."""
        self.refresh()
        self._after()
