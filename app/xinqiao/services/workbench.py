"""Everything a reader can do, assembled over one library; what the window is handed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xinqiao.domain.ports import NoteStore, PostStore, VocabularyStore, Voice

if TYPE_CHECKING:  # the window is handed these; it shows before they are imported
    from xinqiao.services.correct_words import CorrectWords
    from xinqiao.services.edit_slang import EditSlang
    from xinqiao.services.edit_translation import EditTranslation
    from xinqiao.services.export_notes import ExportNotes
    from xinqiao.services.export_vocabulary import ExportVocabulary
    from xinqiao.services.find_words import FindWords
    from xinqiao.services.import_posts import ImportPosts
    from xinqiao.services.keep_glossary import KeepGlossary
    from xinqiao.services.keep_vocabulary import KeepVocabulary
    from xinqiao.services.know_levels import KnowLevels
    from xinqiao.services.look_up_word import LookUpWord
    from xinqiao.services.manage_models import ManageModels
    from xinqiao.services.read_post import ReadPost
    from xinqiao.services.renew_index import RenewIndex
    from xinqiao.services.show_strokes import ShowStrokes
    from xinqiao.services.take_notes import TakeNotes
    from xinqiao.services.use_models import UseModels


@dataclass(frozen=True, slots=True)
class Workbench:
    """The services over one open library.

    Attributes:
        notices: sentences the reader should see once the library is open.
        close: closes the library; nothing else may be called after it.
    """

    posts: PostStore
    import_posts: "ImportPosts"
    read_post: "ReadPost"
    look_up_word: "LookUpWord"
    vocabulary: VocabularyStore
    keep_vocabulary: "KeepVocabulary"
    notes: NoteStore
    take_notes: "TakeNotes"
    edit_translation: "EditTranslation"
    export_notes: "ExportNotes"
    export_vocabulary: "ExportVocabulary"
    correct_words: "CorrectWords"
    edit_slang: "EditSlang"
    find_words: "FindWords"
    manage_models: "ManageModels"
    use_models: "UseModels"
    keep_glossary: "KeepGlossary"
    show_strokes: "ShowStrokes"
    know_levels: "KnowLevels"
    renew_index: "RenewIndex"
    close: Callable[[], None]
    notices: tuple[str, ...] = ()
    voice: Voice | None = None
