"""The list of the reader's corrections: remove, undo, export, import."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from xinqiao.domain.corrections import Correction, CorrectionKind, overruled
from xinqiao.domain.pinyin import mark_reading
from xinqiao.ui.common.list_dialog import ListDialog
from xinqiao.ui.desk import Desk


class CorrectionsDialog(ListDialog):
    """Opened from the reader's menu."""

    def __init__(self, parent: QWidget, desk: Desk, after: Callable[[], None]) -> None:
        """Show the ledger.

        Args:
            after: makes the post in view follow a change.
        """
        super().__init__(
            parent,
            desk,
            self.tr("Corrections"),
            (
                (self.tr("Word"), 130),
                (self.tr("Correction"), 210),
                (self.tr("Where"), 150),
                (self.tr("Sentence"), 0),
                (self.tr("Made"), 100),
            ),
        )
        self._after = after
        self._buttons.addStretch(1)
        self.remove = self.add_button(self.tr("Remove"), self.remove_selected)
        self.bring_in = self.add_button(self.tr("Import…"), self.import_file)
        self.write_out = self.add_button(self.tr("Export…"), self.export_file)
        self.add_button(self.tr("Close"), self.close)
        self.refresh()

    def refresh(self) -> None:
        """Show the ledger as it is, the latest first."""
        bench = self.desk.bench
        if bench is None:
            return
        ledger = bench.correct_words.all()
        gone = overruled(ledger)
        self.fill([(self._texts(one, one.id in gone), one) for one in reversed(ledger)])
        if not ledger:
            self.tell(
                self.tr("No corrections yet. Tap a word, then merge (M), split (X) or choose another (U).")
            )

    def _texts(self, correction: Correction, is_overruled: bool) -> tuple[str, ...]:
        if correction.kind is CorrectionKind.PINYIN:
            what = mark_reading(correction.value, " ")
        elif correction.kind is CorrectionKind.MEANING:
            what = correction.value
        elif correction.kind is CorrectionKind.MERGE:
            what = self.tr("one word")
        else:
            what = " | ".join(correction.words)
        if is_overruled:
            what = self.tr("{correction} — a later one counts").format(correction=what)
        if correction.everywhere:
            where = self.tr("every post")
        elif correction.is_orphan:
            where = self.tr("a post that is gone")
        else:
            where = correction.source or self.tr("one post")
        made = (
            QLocale().toString(correction.made_at.astimezone().date(), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
            if correction.made_at
            else ""
        )
        return correction.text, what, where, correction.sentence, made

    def remove_selected(self) -> None:
        """Take the selected corrections out of the ledger."""
        bench = self.desk.bench
        chosen = [one for one in self.selected() if isinstance(one, Correction)]
        if bench is None or not chosen:
            return
        undo = bench.correct_words.remove(chosen)
        self.changed()
        self.tell(self.tr("Removed %n correction(s).", "", len(chosen)), undo)

    def export_file(self) -> None:
        """Write the whole ledger to a file."""
        path = self.ask_where(self.tr("Export corrections"), "xinqiao-corrections.tsv")
        bench = self.desk.bench
        if bench is None or path is None:
            return
        count: list[int] = []
        if self.desk.try_to(lambda: count.append(bench.correct_words.export(path))):
            self.tell(self.tr("Wrote %n line(s) to {path}.", "", count[0]).format(path=path))

    def import_file(self) -> None:
        """Take corrections in from a file."""
        path = self.ask_for_file(self.tr("Import corrections"))
        bench = self.desk.bench
        if bench is None or path is None:
            return

        def take() -> None:
            done = bench.correct_words.import_file(path)
            self.changed()
            said = [self.tr("Took in %n correction(s).", "", done.kept)]
            if done.problems:
                said.append(self.tr("%n line(s) were left out:", "", len(done.problems)))
            if done.replaced:
                said.append(self.tr("%n earlier correction(s) no longer count.", "", done.replaced))
            if done.without_post:
                said.append(self.tr("%n of them belong to posts that are not here.", "", done.without_post))
            self.tell(" ".join(said), done.undo, done.problems)

        self.desk.try_to(take)

    def changed(self) -> None:
        """Show the list anew, and let the window follow."""
        self.refresh()
        self._after()
