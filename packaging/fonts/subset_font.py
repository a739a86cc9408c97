"""Cut Noto Sans SC down to what Chinese posts, their pinyin and our dictionary need.

Run once, by hand, with `fonttools` installed; the result is kept in `resources/fonts`:

    python packaging/fonts/subset_font.py NotoSansSC-Regular.otf resources/fonts/NotoSansSC-Regular.otf \
        --words cedict_ts.u8
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Blocks kept whole where the font has them: letters with tone marks, symbols that posts use
# beside emoji, punctuation, kana for kaomoji, zhuyin, radicals, full-width forms.
BLOCKS = (
    (0x0020, 0x024F),
    (0x02B0, 0x045F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x27BF),
    (0x2B00, 0x2BFF),
    (0x2E80, 0x312F),
    (0x31A0, 0x33FF),
    (0xFE10, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x1F100, 0x1F2FF),
)
LAYOUT_FEATURES = ["ccmp", "kern", "liga", "mark", "mkmk"]


def characters_of(encoding: str) -> set[int]:
    """Code points of every two-byte character of a legacy `encoding`."""
    found: set[int] = set()
    for first in range(0x81, 0xFF):
        for second in range(0x30, 0xFF):
            try:
                found.update(map(ord, bytes((first, second)).decode(encoding)))
            except UnicodeDecodeError:
                continue
    return found


def wanted(words: Path | None) -> set[int]:
    """Code points to keep: GBK, Big5, `BLOCKS`, and each character of the file `words`."""
    keep = characters_of("gbk") | characters_of("big5")
    for first, last in BLOCKS:
        keep.update(range(first, last + 1))
    if words is not None:
        keep.update(map(ord, words.read_text("utf-8")))
    return keep


def make_subset(source: Path, target: Path, words: Path | None) -> int:
    """Write the subset of `source` to `target`; returns the number of characters kept."""
    font = TTFont(source)
    keep = wanted(words) & set(font.getBestCmap())
    options = subset.Options()
    options.layout_features = LAYOUT_FEATURES
    options.name_IDs = ["*"]  # the family name and the notices stay as they are
    options.notdef_outline = True
    options.hinting = False  # of no use at today's densities, and an eighth of the file
    options.desubroutinize = True  # larger as it stands, smaller once compressed
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    font.save(target)
    return len(keep)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--words", type=Path, help="a UTF-8 text whose characters are kept too")
    options = parser.parse_args()
    print(make_subset(options.source, options.target, options.words), "characters")


if __name__ == "__main__":
    main()
