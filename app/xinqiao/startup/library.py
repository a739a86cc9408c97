"""Opens the reader's library and puts the services over it."""

from pathlib import Path
from typing import TYPE_CHECKING

from xinqiao import resources
from xinqiao.places import Places
from xinqiao.startup.toolbox import Progress, Toolbox

if TYPE_CHECKING:
    from xinqiao.domain.messages import Message
    from xinqiao.domain.words import SlangEntry
    from xinqiao.services.workbench import Workbench


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
    from xinqiao.services.know_levels import KnowLevels
    from xinqiao.services.read_post import ReadPost
    from xinqiao.services.renew_index import RenewIndex
    from xinqiao.services.take_notes import TakeNotes
    from xinqiao.services.workbench import Workbench
    from xinqiao.services.written_forms import FindForms
    from xinqiao.storage.database import open_library

    tools = Toolbox(places, unpacking)
    tools.lexicon.version  # noqa: B018 - a damaged dictionary is told of now, not at the first tap
    library = open_library(places.library)
    import_posts = ImportPosts(library.posts, parse=parse_pasted, read_file=read_text_file)
    import_posts.load_samples_once(read_sample_posts(resources.sample_posts()))

    library.slang.load_pack(tools.slang.entries, key_of_slang(tools.slang.entries))

    def traditional(character: str) -> list[str]:
        return [entry.traditional for entry in tools.lexicon.entries(character)]

    forms = FindForms(tools.converter, traditional)
    correct_words = CorrectWords(
        library.corrections,
        tools.converter,
        renew=lambda words: tools.words.renew(library.slang.all(), words),
        forget=lambda words: library.translations.forget_with(forms(words)),
        write=write_corrections,
        read=parse_corrections,
        save=write_atomically,
    )

    def read_entries(path: Path) -> "tuple[list[SlangEntry], list[tuple[int, Message]]]":
        entries, problems = read_slang(path)
        return entries, [(problem.line, problem.reason) for problem in problems]

    edit_slang = EditSlang(
        library.slang,
        library.translations,
        renew=lambda: tools.words.renew(library.slang.all(), correct_words.words_added()),
        forms=forms,
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
    reading = tools.translate_sentences(library.translations, glossary.terms, correct_words.meanings)
    manage_models = tools.manage_models()
    manage_models.forget_removed()

    read_post = ReadPost(
        library.posts,
        library.prepared,
        tools.prepare,
        reading,
        tools.converter,
        frozenset(tools.stickers),
        correct_words.holding_in,
    )

    def close() -> None:
        if voice is not None:
            voice.close()
        tools.close()
        library.close()

    return Workbench(
        posts=library.posts,
        import_posts=import_posts,
        read_post=read_post,
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
        renew_index=RenewIndex(library.index_queue, library.posts, read_post.index_again, forms),
        show_strokes=tools.show_strokes,
        know_levels=KnowLevels(tools.lexicon, tools.converter, tools.look_up_word, library.vocabulary),
        close=close,
        voice=voice,
    )
