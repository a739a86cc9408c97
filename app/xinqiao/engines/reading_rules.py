"""Readings that are settled by rule: words the dictionary leaves open, and common single characters.

On its own the network reads single characters of everyday posts wrongly far too often (得, 只, 还,
长, 都 …): it learned from an encyclopaedia. Each entry of the table is one character, its usual
reading (`?` leaves the rest to the network), then rules tried in order:

    character usual
    | reading < what stands before
    | reading > what stands after
    | reading < before > after

Both sides are regular expressions; the first must match up to the character, the second from just
after it. `_` stands for a clause's edge: the end of the text or anything that is not Chinese.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from xinqiao.domain.characters import HAN
from xinqiao.engines.reading_table import CHARACTER_TABLE, SETTLED, WORD_TABLE

SETTLED_WORDS: Mapping[str, str] = {
    word: reading
    for item in SETTLED.replace("\n", ";").split(";")
    if item.strip()
    for word, _, reading in [item.strip().partition(" ")]
}


class _Rule:
    """One reading with what must stand on either side."""

    __slots__ = ("after", "before", "reading")

    def __init__(self, text: str) -> None:
        reading, _, rest = text.strip().partition(" < ")
        before, after = "", ""
        if rest:
            before, _, after = rest.partition(" > ")
        else:
            reading, _, after = reading.partition(" > ")
        # A clause's edge before the character is the text's beginning or a sign that is not Chinese.
        start = rf"(?:^|(?!{HAN.pattern})[\s\S])"
        end = rf"(?:$|(?!{HAN.pattern})[\s\S])"
        self.reading = reading.strip()
        self.before = re.compile(f"(?:{before.strip().replace('_', start)})$") if before.strip() else None
        self.after = re.compile(after.strip().replace("_", end)) if after.strip() else None

    def fits(self, before: str, after: str) -> bool:
        """Whether both sides match."""
        return (self.before is None or self.before.search(before) is not None) and (
            self.after is None or self.after.match(after) is not None
        )


def _read_table(table: str) -> dict[str, tuple[str, tuple[_Rule, ...]]]:
    """What is read -> (usual reading, rules)."""
    found: dict[str, tuple[str, tuple[_Rule, ...]]] = {}
    for line in filter(None, table.replace("\n|", " |").splitlines()):
        # A bar inside a regular expression has no spaces around it.
        head, *rules = line.split(" | ")
        name, _, usual = head.strip().partition(" ")
        found.setdefault(name, (usual, tuple(map(_Rule, rules))))
    return found


@cache
def _tables() -> dict[str, tuple[str, tuple[_Rule, ...]]]:
    """Both tables, compiled on first use."""
    return _read_table(WORD_TABLE) | _read_table(CHARACTER_TABLE)


_NEAR = 12  # characters of context that any rule looks at


def rule_reading(pieces: Sequence[str], index: int) -> str:
    """The reading of `pieces[index]` where a rule settles it, else nothing.

    Args:
        pieces: what the sentence is read by, in simplified characters; they rejoin to it.
        index: which of them.

    Returns:
        Numbered syllables separated by spaces.
    """
    if pieces[index] == "地":
        return _read_di(pieces, index)
    usual, rules = _tables().get(pieces[index], ("", ()))
    if rules:
        before = "".join(pieces[max(0, index - _NEAR) : index])[-_NEAR:]
        after = "".join(pieces[index + 1 : index + 1 + _NEAR])[:_NEAR]
        for rule in rules:
            if rule.fits(before, after):
                return rule.reading
    return "" if usual == "?" else usual


# After 地 as a noun; and before it where a single character makes an adverb of what precedes.
_GROUND = re.compile(r"[上里下面板铁处方形理主图址点段区皮势球震雷毯标带位道头瓜名产租价契贵是的]")
_ADVERB = re.compile(r"(?:(.)\1|(.)(.)\2\3|一(.)一\4?.?|[似般样然个劲停住断])$")
_SUDDEN = frozenset("砰啪嘭轰嗖唰呼咚哗嗡咣噌腾猛静轻慢悄快急忽笑哭疯恨狠暗默噗嘎吱咔")
_PLACES = re.compile(
    r"(?:这块|那块|这片|那片|[^,，。]{0,4}(?:目的|所在|胜|圣|满|遍|一|此|两|三|各|该|本|块|片|亩))$"
)


def _read_di(pieces: Sequence[str], index: int) -> str:
    """地: `de5` makes an adverb of the word before it, `di4` is the ground."""
    before, after = "".join(pieces[:index])[-_NEAR:], "".join(pieces[index + 1 : index + 3])
    if re.search(r"(.)\1$", before):
        return "de5"
    if not after or HAN.match(after) is None or HAN.search(before[-1:]) is None or _GROUND.match(after):
        return "di4"
    if _ADVERB.search(before):
        return "de5"
    if _PLACES.search(before):
        return "di4"
    return "de5" if len(pieces[index - 1]) > 1 or before[-1] in _SUDDEN else ""
