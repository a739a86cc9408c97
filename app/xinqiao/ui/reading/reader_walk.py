"""Which word or sentence comes next for a reader who goes by keyboard."""

from xinqiao.ui.reading.reader_rows import ReaderDocument

Place = tuple[int, int]  # (row, token)

BEFORE_ALL, AFTER_ALL = -1, 10**6  # tokens beside every word of a row


def next_word(document: ReaderDocument, place: Place, step: int) -> Place | None:
    """The next (1) or previous (-1) word, over sentence ends too; None at the end of the post."""
    row, token = place
    rows = document.sentence_rows()
    while True:
        words = document.tappable(row)
        ahead = [word for word in words if (word > token if step > 0 else word < token)]
        if ahead:
            return row, ahead[0] if step > 0 else ahead[-1]
        after = [other for other in rows if (other > row if step > 0 else other < row)]
        if not after:
            return None
        row, token = (after[0], BEFORE_ALL) if step > 0 else (after[-1], AFTER_ALL)


def next_sentence(document: ReaderDocument, here: int, step: int) -> int | None:
    """Row of the next (1) or previous (-1) sentence; None at the end of the post."""
    rows = document.sentence_rows()
    after = [other for other in rows if (other > here if step > 0 else other < here)]
    if not after:
        return None
    return after[0] if step > 0 else after[-1]
