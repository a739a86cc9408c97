"""How the words of the post in view are said and written."""

from collections.abc import Callable, Iterable

from xinqiao.domain.sandhi import Weight, no_words, spoken
from xinqiao.domain.settings import Script, Settings
from xinqiao.domain.words import Token, TokenKind
from xinqiao.ui.common import fonts
from xinqiao.ui.common.pinyin_look import speller
from xinqiao.ui.reading.reader_rows import ReaderDocument


class WordsShown:
    """Pinyin as it is spelled and said, characters in their script, stickers as their emoji.

    Attributes:
        stickers: emoji for sticker codes; shown in their place where the system has an emoji font.
        convert: brings text into a script, keeping its length.
        weight: how common a word is, for the tones of three syllables.
        own_script: of the present post, a value of `Script`; empty follows the setting.
    """

    def __init__(self, settings: Settings) -> None:
        self.stickers: dict[str, str] = {}
        self.convert: Callable[[str, Script], str] = lambda text, _script: text
        self.weight: Weight = no_words
        self.own_script = ""
        self._settings = settings
        self._has_emoji = bool(fonts.emoji_family())
        self._marks_of: dict[tuple[str, ...], str] = {}
        self._said: dict[int, tuple[str, ...]] = {}  # syllables as they are said, by id of the token
        self._shown: dict[int, str] = {}  # text in the script of the view, by id of the token

    @property
    def script(self) -> Script:
        """The script that the post is shown in."""
        return Script(self.own_script) if self.own_script else self._settings.script

    def set_settings(self, settings: Settings) -> None:
        """Spell and write as the reader wants it; `dress` everything again after it."""
        if settings.pinyin_style != self._settings.pinyin_style:
            self._marks_of.clear()
        self._settings = settings

    def dress_all(self, document: ReaderDocument) -> None:
        """Work everything out anew."""
        self._said.clear()
        self._shown.clear()
        self.dress(document, range(len(document.rows)))

    def dress(self, document: ReaderDocument, rows: Iterable[int]) -> None:
        """Work out how the words of some rows are said and shown, where it is not as they are."""
        script = self.script
        for index in rows:
            prepared = document.rows[index].prepared
            if prepared is None:
                continue
            if self._settings.sandhi:
                for token, syllables in zip(prepared.tokens, spoken(prepared, self.weight), strict=True):
                    self._said[id(token)] = syllables
            if script is not Script.WRITTEN:
                text = self.convert(prepared.text, script)
                for token in prepared.tokens:
                    if token.kind is not TokenKind.PROTECTED:
                        self._shown[id(token)] = text[token.start : token.end]

    def said(self, token: Token) -> tuple[str, ...]:
        """Numbered syllables of a token as they are shown above it."""
        return self._said.get(id(token), token.syllables)

    def spell(self, token: Token) -> str:
        """Pinyin of a token as it is shown."""
        said = self.said(token)
        found = self._marks_of.get(said)
        if found is None:
            found = ""
            spell = speller(self._settings.pinyin_style)
            for syllable in said:  # nǎr is one syllable on the tongue
                found += spell(syllable) if syllable == "r5" or not found else f" {spell(syllable)}"
            self._marks_of[said] = found
        return found

    def show(self, token: Token) -> str:
        """Text of a token as it is shown."""
        if token.kind is TokenKind.PROTECTED and self._has_emoji:
            return self.stickers.get(token.text, token.text)
        return self._shown.get(id(token), token.text)

    def show_english(self, text: str) -> str:
        """A translation as it is shown."""
        if "[" in text and self._has_emoji:
            for code, emoji in self.stickers.items():
                text = text.replace(code, emoji)
        return text
