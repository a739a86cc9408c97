"""What is kept of translations, and the glossary."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QPushButton,
)

from xinqiao.domain.models import (
    CacheStatistics,
)
from xinqiao.ui.common.labels import plain_label
from xinqiao.ui.models.sections.section import Section, megabytes


class KeptSection(Section):
    """What is kept of translations, and the glossary.

    Signals:
        forget_asked: forget kept translations.
        glossary_asked: open the glossary.
    """

    forget_asked = Signal()
    glossary_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Kept translations and glossary"))
        self.statistics = plain_label("soft", wrap=True)
        self.column.addWidget(self.statistics)
        self.forget = QPushButton(self.tr("Forget kept translations"))
        self.forget.setToolTip(self.tr("They are made again when a post is opened; your own stay"))
        self.forget.clicked.connect(self.forget_asked)
        self.glossary = QPushButton(self.tr("Glossary…"))
        self.glossary.setToolTip(self.tr("Words that are always translated in one way"))
        self.glossary.clicked.connect(self.glossary_asked)
        self.line(self.forget, self.glossary)

    def show_statistics(self, kept: CacheStatistics, terms: int) -> None:
        """Say how much is kept."""
        said = (
            self.tr("%n sentence(s) are kept", "", kept.sentences)
            + self.tr(" ({size}), of at most {limit}. ").format(
                size=megabytes(kept.size), limit=QLocale().toString(kept.limit)
            )
            + self.tr("%n are your own and are never forgotten.", "", kept.edits)
            + " "
            + self.tr("The glossary has %n term(s).", "", terms)
        )
        self.statistics.setText(said)
        self.forget.setEnabled(kept.sentences > 0)
