"""Puts the program together: the one module that knows every layer.

Nothing heavy is imported here at the top: the window shows first, the library opens after its
first paint, and each engine loads when it is first needed.
"""

import csv
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from xinqiao import resources
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.places import Places

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

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
    from xinqiao.services.translate_sentences import TranslateSentences
    from xinqiao.services.use_models import UseModels
    from xinqiao.services.workbench import Workbench
    from xinqiao.storage.database import Library
    from xinqiao.ui.main_window import MainWindow

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
            self.lexicon, self.words.slang, self.converter, lambda post_id: self.corrections(post_id)
        )

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
    ) -> "TranslateSentences":
        """Translates sentences.

        Args:
            cache: where translations are kept; None keeps nothing.
            glossary: the reader's own terms, in simplified characters, with their English.
        """
        from xinqiao.services.translate_sentences import TranslateSentences

        return TranslateSentences(
            self.models.current,
            self.lexicon,
            self.words.slang,
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


def open_workbench(places: Places, unpacking: Progress | None = None) -> "Workbench":
    """Open the library, made and filled with the samples at the first start.

    Args:
        places: the reader's folders.
        unpacking: told (bytes done, bytes in all) where the starter model has to be unpacked; on
            the thread that translates.

    Raises:
        ReaderError: the library or the dictionary cannot be used.
    """
    from xinqiao.engines.voices import find_voice
    from xinqiao.formats.atomic_file import write_atomically
    from xinqiao.formats.corrections_tsv import parse_corrections, write_corrections
    from xinqiao.formats.csv_words import write_words
    from xinqiao.formats.markdown_notes import write_notes
    from xinqiao.formats.plain_text import parse_pasted, read_text_file
    from xinqiao.formats.sample_posts import read_sample_posts
    from xinqiao.formats.slang_tsv import read_slang, write_slang
    from xinqiao.services.correct_words import CorrectWords
    from xinqiao.services.edit_slang import EditSlang
    from xinqiao.services.edit_translation import EditTranslation
    from xinqiao.services.engines_in_use import key_of_slang
    from xinqiao.services.export_notes import ExportNotes
    from xinqiao.services.export_vocabulary import ExportVocabulary
    from xinqiao.services.find_words import FindWords
    from xinqiao.services.import_posts import ImportPosts
    from xinqiao.services.keep_glossary import KeepGlossary
    from xinqiao.services.keep_vocabulary import KeepVocabulary
    from xinqiao.services.read_post import ReadPost
    from xinqiao.services.take_notes import TakeNotes
    from xinqiao.services.workbench import Workbench
    from xinqiao.storage.database import open_library

    tools = Toolbox(places, unpacking)
    tools.lexicon.version  # noqa: B018 - a damaged dictionary is told of now, not at the first tap
    library = open_library(places.library)
    import_posts = ImportPosts(library.posts, parse=parse_pasted, read_file=read_text_file)
    import_posts.load_samples_once(read_sample_posts(resources.sample_posts()))

    library.slang.load_pack(tools.slang.entries, key_of_slang(tools.slang.entries))
    correct_words = CorrectWords(
        library.corrections,
        tools.converter,
        renew=lambda words: tools.words.renew(library.slang.all(), words),
        write=write_corrections,
        read=parse_corrections,
        save=write_atomically,
    )

    def read_entries(path: Path) -> "tuple[list[SlangEntry], list[tuple[int, str]]]":
        entries, problems = read_slang(path)
        return entries, [(problem.line, problem.reason) for problem in problems]

    edit_slang = EditSlang(
        library.slang,
        library.translations,
        renew=lambda: tools.words.renew(library.slang.all(), correct_words.words_added()),
        read=read_entries,
        write=write_slang,
        save=write_atomically,
    )
    tools.corrections = correct_words.holding_in
    tools.words.renew(library.slang.all(), correct_words.words_added())
    correct_words.words_are(correct_words.words_added())

    voice = find_voice()
    glossary = KeepGlossary(library.glossary, library.translations, tools.converter, write_atomically)
    tools.models.keep_steps_in(library.translations)
    reading = tools.translate_sentences(library.translations, glossary.terms)
    manage_models = tools.manage_models()
    manage_models.forget_removed()

    def close() -> None:
        if voice is not None:
            voice.close()
        tools.close()
        library.close()

    return Workbench(
        posts=library.posts,
        import_posts=import_posts,
        read_post=ReadPost(
            library.posts,
            library.prepared,
            tools.prepare,
            reading,
            tools.converter,
            frozenset(tools.stickers),
            correct_words.holding_in,
        ),
        look_up_word=tools.look_up_word,
        vocabulary=library.vocabulary,
        keep_vocabulary=KeepVocabulary(library.vocabulary),
        notes=library.notes,
        take_notes=TakeNotes(library.notes),
        edit_translation=EditTranslation(library.translations),
        export_notes=ExportNotes(library.notes, write=write_notes, save=write_atomically),
        export_vocabulary=ExportVocabulary(library.vocabulary, write=write_words, save=write_atomically),
        correct_words=correct_words,
        edit_slang=edit_slang,
        find_words=FindWords(tools.lexicon, library.slang.all, library.vocabulary.all, tools.converter),
        manage_models=manage_models,
        use_models=tools.use_models(library, reading),
        keep_glossary=glossary,
        close=close,
        voice=voice,
    )


def start_window(places: Places) -> int:
    """Open the window and stay until it is closed.

    Returns:
        The process's exit code.
    """
    application = make_application()
    window = make_window(application, places)
    if window is None:
        return 1
    window.show()
    return application.exec()


def make_application() -> "QApplication":
    """The Qt application with the shipped fonts."""
    from PySide6.QtWidgets import QApplication

    from xinqiao.ui import fonts

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("xinqiao")
    application.setApplicationDisplayName("Xinqiao 心桥")
    application.setDesktopFileName("xinqiao")
    application.setStyle("Fusion")  # one look to test, on every system
    fonts.load(resources.font_files())
    application.setFont(fonts.english(13))
    return application


def make_window(
    application: "QApplication", places: Places, tell: Callable[[ReaderError], None] | None = None
) -> "MainWindow | None":
    """The window; its library opens after its first paint.

    Args:
        application: made before.
        places: the reader's folders.
        tell: says why there can be no window; a box that waits to be read for None.

    Returns:
        None when it cannot be opened at all; the reader has been told why.
    """
    from PySide6.QtCore import QTimer

    from xinqiao.crash_reports import CrashReports
    from xinqiao.storage.instance_lock import InstanceLock
    from xinqiao.storage.settings_file import SettingsFile
    from xinqiao.ui import languages
    from xinqiao.ui.icons import app_icon
    from xinqiao.ui.main_window import MainWindow
    from xinqiao.ui.messages import say

    lock = InstanceLock(places.data)
    settings_file = SettingsFile(places.settings)
    try:
        places.make()
        lock.acquire()
        settings = settings_file.load()
    except ReaderError as error:
        lock.release()
        (tell or say)(error)
        return None
    languages.install(application, settings.language)
    application.setWindowIcon(app_icon(resources.icon("xinqiao")))
    reports = CrashReports(places.crash_log)
    left = reports.start()
    window = MainWindow(settings, settings_file.save, read_stickers(resources.sticker_codes()))
    reports.install(window.show_crash)
    # Functions, not bound methods: Qt keeps those by a weak reference, and the lock would be let go.
    window.crashed.connect(lambda error: reports.write(error))

    def leave() -> None:
        reports.stop()
        lock.release()

    window.closed.connect(leave)
    window.library_failed.connect(lambda error: _offer_backup(window, places, error))
    if left:
        window.library_opened.connect(
            lambda: window.tell_last_crash(places.crash_log.with_suffix(".old.log"))
        )
    QTimer.singleShot(0, lambda: _open_library(window, places))
    return window


def _open_library(window: "MainWindow", places: Places) -> None:
    window.open_library(lambda: open_workbench(places, window.report_unpacking))


def _offer_backup(window: "MainWindow", places: Places, error: ReaderError) -> None:
    """A damaged library: start with the newest backup if the reader wants to."""
    from xinqiao.storage.backups import start_from_newest_backup
    from xinqiao.storage.errors import DamagedLibraryError

    if not isinstance(error, DamagedLibraryError):
        window.desk.show_error(error)
        return

    def take_backup() -> None:
        try:
            start_from_newest_backup(places.library)
        except ReaderError as problem:
            window.desk.show_error(problem)
            return
        _open_library(window, places)

    window.offer_backup(error, take_backup)
