"""Readings that are settled by rule, where the dictionary or the network is known to go wrong."""

from collections.abc import Sequence

SETTLED_WORDS: dict[str, str] = {
    "东西": "dong1 xi5",
}


def rule_reading(pieces: Sequence[str], index: int) -> str:
    """The reading of the single character `pieces[index]` where a rule settles it, else nothing."""
    return ""
