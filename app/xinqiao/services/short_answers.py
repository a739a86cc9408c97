"""Answers little words and codes from the glossary, everyday replies, slang and the dictionary."""

import re
from collections.abc import Callable, Collection, Mapping

from xinqiao.domain.characters import count_han
from xinqiao.domain.glossary import find_terms
from xinqiao.domain.hints import HintLexicon, HintSlang, hint_gloss
from xinqiao.domain.place_spans import Unit, normal_text
from xinqiao.domain.ports import ScriptConverter
from xinqiao.domain.protected import without_protected
from xinqiao.domain.short_replies import said_once, short_reply
from xinqiao.domain.translations import Maker, Output, Translation
from xinqiao.services.drafts import Answer, Draft

_SHORT = 4  # Chinese characters that the dictionary may answer
_LONGEST_GLOSS = 24  # characters
_CORE = re.compile(
    r"^[\s“”\"'‘’「」『』（）()【】《》]*(.*?)([\s。！？!?.~～…，,；;、”\"’」』）)】》]*)$", re.DOTALL
)
_SIMPLE_MARKS = str.maketrans("！？。，、；～（）【】“”「」", '!?.,,;~()[]""""')
_REMARK = re.compile(r"\s*\([^()]*\)\s*")
_EXPLAINS = re.compile(
    r"\b(?:lit|fig|sb|sth|one's|oneself|etc|see|abbr|or|used|kind of|prefix|suffix|particle)\b|/"
)
_CODE = re.compile(
    r"\s*([A-Za-z]{3,}|\d{3,}|u1s1|dd|nb|gg|lz|3q|88)([！？。，～!?.,~]*)\s*(.*?)\s*",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN_CODES = frozenset(
    {"crush", "vlog", "plog", "bgm", "npc", "emo", "kol", "mbti", "citywalk", "orz", "qaq"}
)
_USES = ("(comment)", "(alone", "(chat", "(address)", "(slang)")
"""Remarks of slang entries on where a sense is used, that of comments first."""

_EXCLAIMS = re.compile("[!?]$")
_PARTICLES = frozenset("了啦呀啊呢")
_LEADING_TO = re.compile(r"^to (?=[a-z])")


class ShortAnswers:
    """Answers what needs no engine."""

    def __init__(
        self,
        lexicon: HintLexicon,
        slang: HintSlang,
        converter: ScriptConverter,
        glossary: Callable[[], Mapping[str, str]],
        sticker_codes: Collection[str],
    ) -> None:
        """Take the parts; they are those of `TranslateSentences`."""
        self._lexicon = lexicon
        self._slang = slang
        self._converter = converter
        self._glossary = glossary
        self._codes = sticker_codes

    def fill(self, draft: Draft, language: str = "en") -> Translation | None:
        """The translation where no engine is needed; else the answers of some units are filled in.

        Slang and dictionary answer in English, so they are not asked for another language.
        """
        units = draft.plan.units
        if language != "en" and units:
            return None
        if not units:
            code = self._code(draft.text) if language == "en" else ""
            return Translation(code or draft.text, Maker.DICTIONARY if code else Maker.AS_IS)
        draft.answers = [
            None if (english := self._short(unit)) is None else Answer(Output(english)) for unit in units
        ]
        return Translation(draft.text_of_answers(), Maker.DICTIONARY) if draft.finished else None

    def _code(self, text: str) -> str:
        """English for a comment that is one code of letters or figures (`xswl`, `666`); empty for others.

        What an English reader understands as it stands (vlog, crush) is not touched.
        """
        match = _CODE.fullmatch(text)
        if match is None or match[1].lower() in _PLAIN_CODES:
            return ""
        entry = self._slang.find(match[1])
        if entry is None or any(item.isalnum() for item in without_protected(match[3], self._codes)):
            return ""
        english = _as_comment(entry.meaning)
        if match[1].isdecimal() and any(item.isdecimal() for item in english):
            return ""  # 996 and the like are explained best by tapping them
        return " ".join(filter(None, (english + match[2].translate(_SIMPLE_MARKS), match[3])))

    def _short(self, unit: Unit) -> str | None:
        """English for a unit of one or two words that slang or the dictionary knows."""
        text = self._converter.to_simplified(normal_text(unit.text))
        match = _CORE.match(text)
        core, marks = (match[1], match[2]) if match else (text, "")
        if not core or core != core.strip("“”\"'（）()【】《》「」"):
            return None
        english = self._glossary().get(core, "")
        if not english and find_terms(core, self._glossary()):
            return None
        english = english or short_reply(core + marks[:1]) or short_reply(core)
        if not english and text.startswith(core):
            english = self._known_word(core)
        if not english:
            return None
        ending = marks.translate(_SIMPLE_MARKS).replace("……", "...").replace("…", "...")
        if english[-1] in "!?." and ending[:1] in ("!", "?", "."):
            english = english[:-1] if ending[0] != "." else english
            ending = "" if ending[0] == "." else ending
        return english + ending

    def _known_word(self, core: str) -> str:
        """English for a whole comment that is one word of slang or of the dictionary; empty for others."""
        bare = core[:-1] if len(core) > 1 and core[-1] in _PARTICLES else core
        entry = self._slang.find(core) or self._slang.find(bare) or self._slang.find(said_once(core))
        if entry is not None:
            return _as_comment(entry.meaning)
        if not 1 <= count_han(core) <= _SHORT or count_han(core) != len(core):
            return ""
        gloss = hint_gloss(core, self._lexicon, _NO_SLANG).split(", ")[0]
        # A gloss that explains, or that had to be cut, is a hint for the engine and no answer.
        return "" if len(gloss) > _LONGEST_GLOSS or _EXPLAINS.search(gloss) else _as_sentence(gloss)


class _NoSlang:
    """A slang layer without entries."""

    def find(self, term: str) -> None:
        """None, whatever the term."""
        return None


_NO_SLANG = _NoSlang()


def _as_comment(meaning: str) -> str:
    """The sense of a slang entry that fits where the word is all that is said.

    Senses say themselves where they are used (`(comment) bump`); else an exclamation comes first: "to rush;
    go for it!" is "Go for it!".
    """
    senses = [sense.strip() for sense in meaning.split(";")]
    order = [sense for use in _USES for sense in senses if sense.startswith(use)]
    order += [sense for sense in senses if _EXCLAIMS.search(sense)]
    chosen = next(iter(order), senses[0])
    return _as_sentence(_REMARK.sub("", chosen))


def _as_sentence(gloss: str) -> str:
    """A dictionary gloss as an answer that stands by itself: "to rest" becomes "Rest"."""
    text = _LEADING_TO.sub("", gloss).strip()
    return text[:1].upper() + text[1:]
