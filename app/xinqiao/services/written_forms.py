"""How a word of the ledger or the slang layer may stand in posts."""

import itertools
from collections.abc import Callable, Iterable, Sequence

from xinqiao.domain.characters import has_han
from xinqiao.domain.ports import ScriptConverter

# Letters and digits as full-width ones.
_WIDE = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
_MOST_FORMS = 64  # traditional spellings of one word

WrittenForms = Callable[[Iterable[str]], list[str]]
"""Words → every way in which posts may write them."""


class FindForms:
    """`WrittenForms`: as it is, simplified, traditional in every way, and in full width."""

    def __init__(self, converter: ScriptConverter, traditional: Callable[[str], Sequence[str]]) -> None:
        """Take the parts.

        Args:
            traditional: the traditional characters that a simplified one may stand for.
        """
        self._converter = converter
        self._traditional = traditional

    def __call__(self, words: Iterable[str]) -> list[str]:
        """Every form of every word, each once."""
        return list(dict.fromkeys(form for word in words for form in self._of(word)))

    def _of(self, word: str) -> list[str]:
        forms = [word, self._converter.to_simplified(word), self._converter.to_traditional(word)]
        choices = [[sign, *self._traditional(sign)] if has_han(sign) else [sign] for sign in word]
        forms += map("".join, itertools.islice(itertools.product(*choices), _MOST_FORMS))
        return forms + [
            case.translate(_WIDE) for form in forms for case in (form, form.upper(), form.lower())
        ]
