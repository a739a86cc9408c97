"""The vocabulary as a table: a thin model over a plain list, filtered and sorted here."""

import re
from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from xinqiao.domain.pinyin import mark_reading, search_key
from xinqiao.domain.words import Word, WordId, WordStatus

WORD_ROLE = Qt.ItemDataRole.UserRole + 1
WORD, PINYIN, MEANING, STATUS, HSK, FREQUENCY, SEEN, ADDED = range(8)
_Index = QModelIndex | QPersistentModelIndex
_STATUS_ORDER = {status: number for number, status in enumerate(WordStatus)}
_NUMERIC = (HSK, FREQUENCY, SEEN)
_PINYIN = re.compile(r"[\w\s'’:·-]*")  # what may be meant for pinyin; with other marks it is no pinyin


def _hsk(word: Word) -> str:
    return word.hsk.hsk3 or word.hsk.syllabus_2025 or word.hsk.hsk2


_SORT_KEYS: dict[int, Callable[[Word], Any]] = {
    WORD: lambda word: search_key(word.pinyin) or word.text,
    PINYIN: lambda word: search_key(word.pinyin),
    MEANING: lambda word: word.meaning.lower(),
    STATUS: lambda word: _STATUS_ORDER[word.status],
    HSK: lambda word: _hsk(word) or "9",
    FREQUENCY: lambda word: word.zipf,
    SEEN: lambda word: word.seen,
    ADDED: lambda word: word.added_at,
}


class WordsModel(QAbstractTableModel):
    """Shows those words that fit the filters, in the chosen order."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Word] = []
        self._keys: dict[WordId, str] = {}
        self.shown: list[Word] = []
        self._text = ""
        self._status: WordStatus | None = None
        self._column, self._order = ADDED, Qt.SortOrder.DescendingOrder
        self._today = date.today()
        self._status_words: dict[WordStatus, str] = {}

    def set_status_words(self, words: dict[WordStatus, str]) -> None:
        """How each status is called on the screen."""
        self._status_words = words

    def set_words(self, words: list[Word]) -> None:
        """Show another vocabulary."""
        self._all = words
        self._today = date.today()
        # what the filter looks in: hanzi, pinyin without tones and spaces, English
        self._keys = {
            word.id: f"{word.text} {word.traditional} {search_key(word.pinyin)} {word.meaning.lower()}"
            for word in words
        }
        self._apply()

    def set_filter(self, text: str, status: WordStatus | None) -> None:
        """Show only words that fit.

        Args:
            text: hanzi, pinyin (tones do not matter) or English.
            status: None for every status.
        """
        self._text, self._status = text.strip().lower(), status
        self._apply()

    def counts(self) -> dict[WordStatus | None, int]:
        """How many words have each status; all of them under None."""
        counts: dict[WordStatus | None, int] = {None: len(self._all)}
        for word in self._all:
            counts[word.status] = counts.get(word.status, 0) + 1
        return counts

    def row_of(self, word_id: WordId) -> int | None:
        """Row of a word, or None when it is not shown."""
        return next((row for row, word in enumerate(self.shown) if word.id == word_id), None)

    def _apply(self) -> None:
        self.beginResetModel()
        text = self._text
        needles = {text, search_key(text) if _PINYIN.fullmatch(text) else ""} - {""}
        self.shown = [
            word
            for word in self._all
            if (self._status is None or word.status is self._status)
            and (not needles or any(needle in self._keys[word.id] for needle in needles))
        ]
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        reverse = self._order is Qt.SortOrder.DescendingOrder
        self.shown.sort(key=_SORT_KEYS[self._column], reverse=reverse)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column."""
        self._column, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        self._sort()
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of words shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of columns."""
        return 0 if parent.isValid() else 8

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Word"),
            self.tr("Pinyin"),
            self.tr("Meaning"),
            self.tr("Status"),
            self.tr("HSK"),
            self.tr("Freq"),
            self.tr("Seen"),
            self.tr("Added"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        word = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text_of(word, index.column())
        if role == WORD_ROLE:
            return word
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == MEANING:
            return f"<qt>{escape(word.meaning)}</qt>"  # wrapped, and shown as it is
        return None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column in _NUMERIC else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _text_of(self, word: Word, column: int) -> str:
        if column == WORD:
            return word.text
        if column == PINYIN:
            return mark_reading(word.pinyin, " ")
        if column == MEANING:
            return word.meaning
        if column == STATUS:
            return self._status_words.get(word.status, word.status)
        if column == HSK:
            return _hsk(word).replace("-", "–") or "–"
        if column == FREQUENCY:
            return f"{word.zipf:.1f}" if word.zipf else "–"
        if column == SEEN:
            return str(word.seen)
        return self._day(word)

    def _day(self, word: Word) -> str:
        day = word.added_at.astimezone().date()
        days = (self._today - day).days
        if days <= 0:
            return self.tr("today")
        return self.tr("yesterday") if days == 1 else day.isoformat()
