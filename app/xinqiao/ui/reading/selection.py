"""A stretch of the post that the reader selected, and its text for the clipboard."""

from xinqiao.ui.reading.reader_rows import ReaderDocument
from xinqiao.ui.reading.reader_walk import Place


class Selection:
    """Words from one place to another, in whichever order they were chosen."""

    def __init__(self) -> None:
        self.range: tuple[Place, Place] | None = None

    def clear(self) -> None:
        """Select nothing."""
        self.range = None

    def set(self, anchor: Place, other: Place) -> None:
        """Select from `anchor` to `other`, both included."""
        self.range = (min(anchor, other), max(anchor, other))

    def text(self, document: ReaderDocument, *, english: bool = False) -> str:
        """The selected Chinese as written, sentences of one line kept on it.

        Args:
            english: whether each sentence is followed by its translation on a line of its own.
        """
        if self.range is None:
            return ""
        (first_row, first_token), (last_row, last_token) = self.range
        lines: list[str] = []
        for index in range(first_row, min(last_row, len(document.rows) - 1) + 1):
            row = document.rows[index]
            if row.prepared is None:
                continue
            start = first_token if index == first_row else 0
            end = last_token + 1 if index == last_row else len(row.prepared.tokens)
            text = "".join(token.text for token in row.prepared.tokens[start:end])
            if english or row.opens_paragraph or not lines:
                lines.append(text)
            else:
                lines[-1] += row.gap + text
            if english and row.translation is not None:
                lines.append(row.translation.text)
        return "\n".join(lines)
