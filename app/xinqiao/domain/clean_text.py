"""Makes foreign text fit to be kept: no lone surrogates, no control characters, one kind of line end."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SURROGATES = re.compile("[\ud800-\udfff]+")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def without_surrogates(text: str) -> str:
    """`text` with surrogate pairs joined and each lone surrogate replaced by U+FFFD.

    A lone surrogate has no UTF-8 form, so SQLite and files cannot hold it. A pair (from a
    JSON file or from Qt) is the character it stands for and loses nothing.
    """
    if not _SURROGATES.search(text):
        return text

    def repair(match: re.Match[str]) -> str:
        return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    return _SURROGATES.sub(repair, text)


def clean_text(text: str) -> str:
    """`text` with line ends as line feeds and without control characters, tabs kept.

    Byte order marks go too: they are left-overs of an encoding and never something written.
    Joiners and variation selectors stay, since emoji are made of them.
    """
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", without_surrogates(text)))
