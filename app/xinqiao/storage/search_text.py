"""Turns text into what the full-text index holds, and what a reader typed into a query for it.

SQLite's tokenizers know no Chinese words, and its trigram one finds nothing shorter than three
characters, while most words have two. So every Han character becomes a token of its own, a word
is looked for as a phrase of them, and marks become a token that no phrase can cross.
"""

import re
import unicodedata

BREAK = "zzbrk"
"""Stands where a mark, a line end or a blank beside a Han character parts two pieces of text."""

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U000323af"
)
_PARTING_BLANK = re.compile(f"(?<=[{_HAN}])\\s+|\\s+(?=[{_HAN}])|[\\n\\r]+")
_PIECES = re.compile(f"(?P<han>[{_HAN}])|(?P<word>[^\\W_{_HAN}]+)|(?P<mark>[^ \\t])", re.DOTALL)
_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f")


def searchable(text: str) -> str:
    """`text` as tokens between blanks: Han characters one by one, other words whole, symbols by number."""
    tokens: list[str] = []
    for match in _PIECES.finditer(_PARTING_BLANK.sub("\n", text)):
        piece = match[0]
        if match.lastgroup == "word" or "\u4e00" <= piece <= "\u9fcc":
            tokens.append(piece)
        elif match.lastgroup == "han" or unicodedata.category(piece) == "So":
            # SQLite's tables are of Unicode 6.1 and take emoji and rare characters for blanks.
            tokens.append(f"zzu{ord(piece):x}")
        elif piece not in _JOINERS and tokens and tokens[-1] != BREAK:
            tokens.append(BREAK)
    return " ".join(tokens)


def query_for(text: str) -> str:
    """The query that finds `text`: its parts between blanks in any order, each as one phrase.

    A Latin word at the end of a part matches by its beginning, so that results come while typing.
    Empty when there is nothing to search for.
    """
    phrases = []
    for part in text.split():
        tokens = searchable(part).split()
        while tokens and tokens[-1] == BREAK:
            tokens.pop()
        if not tokens:
            continue
        by_beginning = not re.fullmatch(f"[{_HAN}]|zzu[0-9a-f]+", tokens[-1])
        phrases.append(f'"{" ".join(tokens)}"' + (" *" if by_beginning else ""))
    return " AND ".join(phrases)
