"""The engines over the shipped files, each made when it is first asked for."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.places import Places

if TYPE_CHECKING:
    from xinqiao.domain.corrections import Correction
    from xinqiao.domain.ports import TranslationCache, Translator
    from xinqiao.domain.posts import Post, PostId
    from xinqiao.domain.slang import SlangIndex
    from xinqiao.domain.translations import AlignedSentence
    from xinqiao.domain.words import SlangEntry
    from xinqiao.engines.jieba_segmenter import JiebaSegmenter
    from xinqiao.engines.lexicon_db import LexiconDb
    from xinqiao.engines.model_shelf import ModelShelf
    from xinqiao.engines.opencc_script import OpenCCScript
    from xinqiao.engines.pronouncer import ContextPronouncer
    from xinqiao.services.engines_in_use import EnginesInUse, WordEngines
    from xinqiao.services.look_up_word import LookUpWord
    from xinqiao.services.manage_models import ManageModels
    from xinqiao.services.prepare_sentences import PrepareSentences
    from xinqiao.services.show_strokes import ShowStrokes
    from xinqiao.services.translate_sentences import TranslateSentences
    from xinqiao.services.use_models import UseModels
    from xinqiao.storage.database import Library

Progress = Callable[[int, int], None]


def read_stickers(path: Path) -> dict[str, str]:
    """Sticker codes with their emoji."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["emoji"] for row in csv.DictReader(file, delimiter="\t")}


class Toolbox:
    """The engines over the shipped files; each is made when it is first asked for."""

    def __init__(self, places: Places, unpacking: Progress | None = None) -> None:
        """Take note of the places.

        Args:
            places: the reader's folders.
            unpacking: told (bytes done, bytes in all) where the starter model has to be unpacked.
        """
        self.places = places
        self._unpacking = unpacking
        self.corrections: Callable[[PostId | None], Sequence[Correction]] = lambda _post: ()

    @cached_property
    def lexicon(self) -> "LexiconDb":
        """The dictionary."""
        from xinqiao.engines.lexicon_db import LexiconDb

        return LexiconDb(resources.lexicon_db())

    @cached_property
    def converter(self) -> "OpenCCScript":
        """Between simplified and traditional."""
        from xinqiao.engines.opencc_script import OpenCCScript

        return OpenCCScript()

    @cached_property
    def slang(self) -> "SlangIndex":
        """The slang layer as it ships."""
        from xinqiao.domain.slang import SlangIndex
        from xinqiao.formats.slang_tsv import read_slang

        entries, _problems = read_slang(resources.slang_pack())
        return SlangIndex(entries)

    @cached_property
    def stickers(self) -> dict[str, str]:
        """Emoji of sticker codes."""
        return read_stickers(resources.sticker_codes())

    @cached_property
    def segmenter(self) -> "JiebaSegmenter":
        """Cuts text into words, with the slang that ships."""
        from xinqiao.engines.jieba_segmenter import JiebaSegmenter

        return JiebaSegmenter(
            resources.gloss_dictionary(),
            self.places.cache,
            slang_terms=self.slang.terms(),
            converter=self.converter,
        )

    @cached_property
    def pronouncer(self) -> "ContextPronouncer":
        """Reads pinyin, with the slang that ships."""
        from xinqiao.engines.pronouncer import ContextPronouncer

        return ContextPronouncer(self.lexicon, self.slang, self.converter)

    @cached_property
    def words(self) -> "EnginesInUse":
        """Slang, segmenter and pronouncer in use: what ships until the reader's own words are told."""
        from xinqiao.services.engines_in_use import EnginesInUse

        return EnginesInUse(self._word_engines)

    def _word_engines(self, entries: "Sequence[SlangEntry] | None", words: Sequence[str]) -> "WordEngines":
        from xinqiao.domain.slang import SlangIndex
        from xinqiao.engines.jieba_segmenter import JiebaSegmenter
        from xinqiao.engines.pronouncer import ContextPronouncer
        from xinqiao.services.engines_in_use import WordEngines, key_of_slang

        shipped = self.slang.entries
        if (entries is None or tuple(entries) == shipped) and not words:
            return WordEngines(
                self.slang,
                self.segmenter,
                self.pronouncer,
                self.segmenter.as_trained(),
                key_of_slang(shipped),
            )
        slang = SlangIndex(shipped if entries is None else entries)
        segmenter = JiebaSegmenter(
            resources.gloss_dictionary(),
            self.places.cache,
            slang_terms=slang.terms(),
            extra_words=words,
            converter=self.converter,
        )
        pronouncer = ContextPronouncer(self.lexicon, slang, self.converter)
        return WordEngines(slang, segmenter, pronouncer, segmenter.as_trained(), key_of_slang(slang.entries))

    def take_readers_words(self) -> None:
        """Use the slang and the corrections of the library in the data folder, where there is one.

        Only read: the library is neither locked nor changed, and may be open in a window.
        """
        from xinqiao.domain.corrections import words_added
        from xinqiao.storage.peek import readers_words

        own = readers_words(self.places.library)
        entries = [*own.slang]
        entries += [entry for entry in self.slang.entries if entry.term.casefold() not in own.removed]
        self.words.renew(entries, words_added(own.corrections))
        self.corrections = lambda _post: own.corrections

    @cached_property
    def prepare(self) -> "PrepareSentences":
        """Prepares sentences."""
        from xinqiao.domain.protected import find_protected
        from xinqiao.services.prepare_sentences import PrepareSentences

        codes = frozenset(self.stickers)
        return PrepareSentences(
            self.words.segmenter,
            self.words.pronouncer,
            self.lexicon,
            self.words.slang,
            lambda text: find_protected(text, codes),
            self.converter.to_simplified,
            lambda: self.corrections(None),
        )

    @cached_property
    def look_up_word(self) -> "LookUpWord":
        """Explains words."""
        from xinqiao.services.look_up_word import LookUpWord

        return LookUpWord(
            self.lexicon,
            self.words.slang,
            self.converter,
            lambda post_id: self.corrections(post_id),
            lambda word: self.words.pronouncer.usual(word),
        )

    @cached_property
    def show_strokes(self) -> "ShowStrokes":
        """Shows how words are written; opens no file before it is asked."""
        from xinqiao.engines.stroke_db import StrokeDb
        from xinqiao.services.show_strokes import ShowStrokes

        return ShowStrokes(StrokeDb(resources.strokes_db()))

    @cached_property
    def models(self) -> "ModelShelf":
        """The translation models."""
        from xinqiao.engines.model_shelf import ModelShelf
        from xinqiao.services.use_models import engine_options
        from xinqiao.storage.settings_file import SettingsFile

        settings = SettingsFile(self.places.settings).load()
        models = self.places.models
        return ModelShelf(
            models,
            resources.starter_packed(),
            resources.starter_unpacked(models),
            settings.model,
            self._unpacking,
            engine_options(settings),
        )

    def manage_models(self) -> "ManageModels":
        """What the Models page does; asks no network by itself."""
        from xinqiao.engines.download import FileDownloader
        from xinqiao.engines.model_folder import ModelsFolder
        from xinqiao.engines.package_index import PackageIndex
        from xinqiao.services.manage_models import ManageModels
        from xinqiao.storage.settings_file import SettingsFile

        models, shelf = self.places.models, self.models
        index = PackageIndex(self.places.cache / "package-index.json")
        index.point_to(SettingsFile(self.places.settings).load().index_address)
        return ManageModels(
            ModelsFolder(models, resources.starter_packed(), resources.starter_unpacked(models)),
            index,
            FileDownloader(models / ".downloads", starts_with=b"PK"),
            lambda: shelf.chosen,
            shelf.choose,
        )

    def translate_sentences(
        self,
        cache: "TranslationCache | None" = None,
        glossary: "Callable[[], Mapping[str, str]] | None" = None,
        meanings: "Callable[[], Mapping[str, str]]" = dict,
    ) -> "TranslateSentences":
        """Translates sentences.

        Args:
            cache: where translations are kept; None keeps nothing.
            glossary: the reader's own terms, in simplified characters, with their English.
            meanings: what the reader says that words mean, in every post.
        """
        from xinqiao.services.own_meanings import OwnMeaningsFirst
        from xinqiao.services.translate_sentences import TranslateSentences

        return TranslateSentences(
            self.models.current,
            self.lexicon,
            OwnMeaningsFirst(self.words.slang, meanings),
            self.words.trained,
            self.converter,
            cache,
            frozenset(self.stickers),
            ready=self.models.ready,
            glossary=glossary,
        )

    def use_models(self, library: "Library", reading: "TranslateSentences") -> "UseModels":
        """What is done with models beside reading."""
        from xinqiao.engines.pivot_translator import reachable_languages
        from xinqiao.engines.server_translator import ServerAddress, ServerTranslator
        from xinqiao.services.translate_sentences import TranslateSentences
        from xinqiao.services.use_models import UseModels

        def beside(translator: "Callable[[], Translator]") -> "TranslateSentences":
            codes = frozenset(self.stickers)
            parts = (self.lexicon, self.slang, self.segmenter, self.converter)
            return TranslateSentences(translator, *parts, None, codes)

        return UseModels(
            self.models,
            library.translations,
            reading,
            beside,
            lambda address, key: ServerTranslator(ServerAddress(address, key)),
            lambda: reachable_languages(self.places.models),
        )

    def read_once(self, post: "Post", cancel: CancelToken) -> Iterator["AlignedSentence"]:
        """A post that is in no library, with words and English, sentence by sentence."""
        from xinqiao.services.read_post import read_once

        return read_once(post, self.prepare, self.translate_sentences(), cancel, frozenset(self.stickers))

    def close(self) -> None:
        """Give back what the engines hold."""
        if "models" in self.__dict__:
            self.models.close()
        if "lexicon" in self.__dict__:
            self.lexicon.close()
