"""Offsets at Qt's edge: inside we count code points, Qt counts UTF-16 units."""


def units(text: str, code_points: int) -> int:
    """Offset in UTF-16 units of an offset in code points."""
    return code_points + sum(character > "\uffff" for character in text[:code_points])


def code_points(text: str, units_wanted: int) -> int:
    """Offset in code points of an offset in UTF-16 units; inside a pair, that of the pair."""
    passed = 0
    for offset, character in enumerate(text):
        passed += 2 if character > "\uffff" else 1
        if passed > units_wanted:
            return offset
    return len(text)
