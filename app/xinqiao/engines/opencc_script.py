"""Simplified and traditional characters, by OpenCC."""

import re
import threading
from functools import lru_cache
from typing import Protocol, cast

from xinqiao.domain.characters import has_han

# Taiwan writes 著 for 着, which OpenCC's own table leaves as it is: 看著, but 著名 and 原著.
_ZHE = re.compile("(?<![名原土编译专巨卓昭显遗合论拙所])著(?!名(?!单)|作(?!业)|述|录|称|者|有|书立)")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


class OpenCCScript:
    """`ScriptConverter`; OpenCC is imported and its tables read on first use."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._converters: dict[str, _Converter] = {}
        self._simplify = lru_cache(maxsize=2048)(self._to_simplified)

    def _converter(self, name: str) -> _Converter:
        with self._lock:
            if name not in self._converters:
                from opencc import OpenCC

                self._converters[name] = cast("_Converter", OpenCC(name))
            return self._converters[name]

    def to_simplified(self, text: str) -> str:
        """`text` in simplified characters, of the same length in code points."""
        return self._simplify(text) if has_han(text) else text

    def _to_simplified(self, text: str) -> str:
        converted = _ZHE.sub("着", self._convert("t2s", text))
        if len(converted) == len(text):
            return converted
        # A phrase rule changed the length; character by character it cannot.
        pieces = (self._convert("t2s", character) for character in text)
        return "".join(
            piece if len(piece) == 1 else character for piece, character in zip(pieces, text, strict=True)
        )

    def to_traditional(self, text: str) -> str:
        """`text` in traditional characters."""
        return self._convert("s2t", text) if has_han(text) else text

    def _convert(self, name: str, text: str) -> str:
        try:
            return self._converter(name).convert(text)
        except UnicodeEncodeError:  # lone surrogates: OpenCC takes UTF-8 only
            return "".join(
                character if "\ud800" <= character <= "\udfff" else self._converter(name).convert(character)
                for character in text
            )
