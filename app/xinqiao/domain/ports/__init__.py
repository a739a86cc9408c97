"""What the services need from the outside, as protocols; one module for each thing kept or asked."""

from xinqiao.domain.ports.corrections import CorrectionStore, GlossaryStore, IndexQueue, SlangStore
from xinqiao.domain.ports.language import (
    Lexicon,
    Pronouncer,
    ScriptConverter,
    Segmenter,
    Slang,
    StrokeSource,
    Voice,
)
from xinqiao.domain.ports.library_files import LibraryFiles
from xinqiao.domain.ports.notes import NoteStore
from xinqiao.domain.ports.posts import PostStore, PreparedCache
from xinqiao.domain.ports.translation import (
    EagerTranslator,
    GuessingTranslator,
    TranslationCache,
    Translator,
    TwoLookTranslator,
)
from xinqiao.domain.ports.vocabulary import VocabularyStore

__all__ = [
    "CorrectionStore",
    "EagerTranslator",
    "GlossaryStore",
    "GuessingTranslator",
    "IndexQueue",
    "Lexicon",
    "LibraryFiles",
    "NoteStore",
    "PostStore",
    "PreparedCache",
    "Pronouncer",
    "ScriptConverter",
    "Segmenter",
    "Slang",
    "SlangStore",
    "StrokeSource",
    "TranslationCache",
    "Translator",
    "TwoLookTranslator",
    "VocabularyStore",
    "Voice",
]
