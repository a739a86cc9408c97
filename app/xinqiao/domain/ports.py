"""What the services need from the outside, as protocols."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, runtime_checkable

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.corrections import Correction, CorrectionId
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.occurrences import IndexedSentence, Occurrences
from xinqiao.domain.posts import Post, PostId, PostSummary, StoredPost
from xinqiao.domain.slang import SlangState
from xinqiao.domain.translations import ModelId, Output, Source, Translation
from xinqiao.domain.words import (
    Encounter,
    Entry,
    HskLevels,
    PreparedSentence,
    SlangEntry,
    Span,
    Word,
    WordId,
    WordStatus,
)


class Lexicon(Protocol):
    """The dictionary that ships with the app; read-only."""

    @property
    def version(self) -> str:
        """Changes whenever an answer may change."""
        ...

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Entries whose simplified or traditional headword is `word`, in file order."""
        ...

    def raw_entries(self, word: str) -> list[tuple[str, tuple[str, ...]]]:
        """(numbered pinyin, senses as CC-CEDICT writes them) of the simplified headword `word`."""
        ...

    def words_covering(self, text: str, offset: int) -> list[Span]:
        """Every dictionary word of at most 10 characters in `text` that covers code point `offset`.

        The likeliest comes first, by ln(weight) + 8 · length.
        """
        ...

    def weight(self, word: str) -> int:
        """Frequency of `word` in the segmenter's list; 0 when it is not in it."""
        ...

    def zipf(self, word: str) -> float:
        """Frequency of `word` (simplified) on the Zipf scale; 0 when unknown."""
        ...

    def hsk(self, word: str) -> HskLevels:
        """Levels of `word` (simplified) in the HSK lists."""
        ...

    def parts(self, character: str) -> str:
        """Component characters of one character; empty when it has none."""
        ...


class Slang(Protocol):
    """The slang layer, looked up before the dictionary; case does not matter."""

    def find(self, term: str) -> SlangEntry | None:
        """The entry whose term or variant is `term`, or None."""
        ...

    def terms(self) -> Iterable[str]:
        """Every term and variant."""
        ...


class Segmenter(Protocol):
    """Cuts text into words that can be looked up."""

    @property
    def version(self) -> str:
        """Changes whenever a cut may change."""
        ...

    def segment(self, text: str) -> list[str]:
        """Pieces of `text` (simplified or traditional, no protected spans); they rejoin to it."""
        ...

    def names(self, text: str) -> list[Span]:
        """Stretches of `text` that look like one name the dictionary lacks."""
        ...


class Pronouncer(Protocol):
    """Reads words aloud on paper."""

    @property
    def version(self) -> str:
        """Changes whenever a reading may change."""
        ...

    def read(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """Numbered pinyin for the consecutive `words` of one sentence.

        For each word, one syllable per Han character (CC-CEDICT spelling, `5` for the neutral tone).
        """
        ...


class ScriptConverter(Protocol):
    """Converts between scripts; used for look-up and engines, never on the reader's text."""

    def to_simplified(self, text: str) -> str:
        """`text` in simplified characters, of the same length in code points."""
        ...

    def to_traditional(self, text: str) -> str:
        """`text` in traditional characters."""
        ...


class Translator(Protocol):
    """One loaded translation model."""

    @property
    def model(self) -> ModelId:
        """Which model this is."""
        ...

    @property
    def wants_hints(self) -> bool:
        """Whether `Source.hints` make a difference."""
        ...

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best handed in together."""
        ...

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
        """
        ...


@runtime_checkable
class EagerTranslator(Translator, Protocol):
    """A model that can answer out of order, so that nobody waits for a long sentence before."""

    def translate_as_ready(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """(index in `sources`, output) for each source, roughly in order.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
        """
        ...


@runtime_checkable
class GuessingTranslator(Translator, Protocol):
    """A model that can give more than one answer."""

    def hypotheses(self, source: Source, count: int, cancel: CancelToken) -> list[Output]:
        """At most `count` different answers, the likeliest first, by a wide search.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the engine cannot be used.
        """
        ...


class PostStore(Protocol):
    """Posts in the library."""

    def add(self, post: Post) -> PostId:
        """Keep a post; it is on disk when this returns."""
        ...

    def add_many(self, posts: Sequence[Post]) -> list[PostId]:
        """Keep posts, all or none; they are on disk when this returns."""
        ...

    def get(self, post_id: PostId) -> StoredPost | None:
        """One post, or None when it is not there (or removed)."""
        ...

    def summary(self, post_id: PostId) -> PostSummary | None:
        """One post's line of the library list, or None when it is not there (or removed)."""
        ...

    def summaries(self) -> list[PostSummary]:
        """The library list, newest first, removed posts left out."""
        ...

    def search(self, text: str, limit: int = 50) -> list[PostSummary]:
        """Posts with `text` in title, body, tags, comments, names or English, newest first.

        Parts between blanks must all be there, in any order. Text without anything to search
        for (blank, or marks alone) finds nothing.
        """
        ...

    def find_same(self, post: Post) -> PostId | None:
        """A post in the library with the same title and body, removed ones left out."""
        ...

    def mark_opened(self, post_id: PostId) -> None:
        """Note that the reader opened it now."""
        ...

    def keep_place(self, post_id: PostId, place: int) -> None:
        """Note the sentence number the reader is at."""
        ...

    def set_starred(self, post_id: PostId, starred: bool) -> None:
        """Star or unstar a post."""
        ...

    def set_script(self, post_id: PostId, script: str) -> None:
        """Show a post in a script of its own (a value of `Script`); empty follows the setting."""
        ...

    def remove(self, post_ids: Sequence[PostId]) -> None:
        """Take posts out of the list; `restore` brings them back."""
        ...

    def restore(self, post_ids: Sequence[PostId]) -> None:
        """Bring removed posts back."""
        ...

    def sample_references(self, *, removed: bool) -> set[str]:
        """References of the sample posts in the library (`removed=False`) or removed from it."""
        ...

    def restore_samples(self) -> int:
        """Bring every removed sample post back; how many."""
        ...

    def purge_removed(self, before: datetime) -> int:
        """Delete for good what was removed before then, samples excepted; how many posts.

        Notes and encounters keep their quotes.
        """
        ...

    def set_words(self, post_id: PostId, words: Mapping[str, int]) -> None:
        """Keep which distinct words (simplified) a post has and how often each.

        For `PostSummary.known_share` and for "seen N times in your library".
        `index_sentences` does the same and knows the sentences too: prefer it.
        """
        ...

    def index_sentences(self, post_id: PostId, sentences: Sequence[IndexedSentence]) -> None:
        """Keep which words a post has and in which sentences; replaces what was kept before."""
        ...

    def set_english(self, post_id: PostId, title: str, text: str) -> None:
        """Keep a post's English for the list (`title`) and for the search (`title` and `text`).

        To be called when a post is translated in full and after a translation was edited.
        """
        ...

    def occurrences(self, word: str, limit: int = 5) -> Occurrences:
        """Where a word (simplified) stands in the library, with at most `limit` examples."""
        ...

    def has_words(self, post_id: PostId) -> bool:
        """Whether `set_words` was called for this post."""
        ...


class PreparedCache(Protocol):
    """Prepared sentences by sentence text and engine version."""

    def get_many(self, texts: Sequence[str], version: str) -> dict[str, PreparedSentence]:
        """Those of `texts` that are cached for `version`."""
        ...

    def put_many(self, sentences: Sequence[PreparedSentence], version: str) -> None:
        """Keep prepared sentences for `version`."""
        ...


class TranslationCache(Protocol):
    """Translations by sentence text and model, and the reader's own, which always win."""

    def get_many(self, texts: Sequence[str], model_key: str) -> dict[str, Translation]:
        """Those of `texts` that the reader translated or that are cached for `model_key`."""
        ...

    def put_many(self, items: Sequence[tuple[str, Translation]], model_key: str) -> None:
        """Keep (sentence text, translation) pairs made by `model_key`."""
        ...

    def keep_edit(self, text: str, english: str | None) -> None:
        """Keep the reader's own translation of a sentence, or drop it with None."""
        ...

    def forget_with(self, terms: Sequence[str]) -> None:
        """Drop what models made of sentences that hold one of `terms`; the reader's own stays."""
        ...

    def edits(self) -> dict[str, str]:
        """Every sentence the reader translated, with the reader's English."""
        ...


class VocabularyStore(Protocol):
    """The reader's words with their encounters."""

    def find(self, text: str) -> Word | None:
        """The kept word with this headword, or None."""
        ...

    def statuses(self, texts: Iterable[str] | None = None) -> dict[str, WordStatus]:
        """Status of each kept word among `texts` (all kept words for None)."""
        ...

    def all(self) -> list[Word]:
        """Every kept word, the latest added first."""
        ...

    def keep(self, word: Word, encounter: Encounter | None) -> Word:
        """Keep a word (by its headword; `word.id` is ignored) with one encounter, in one transaction.

        An existing word keeps its id, its first date and what the reader sees of it, and takes the
        new status. The same stretch of the same sentence is kept once.
        """
        ...

    def get_many(self, word_ids: Sequence[WordId]) -> list[Word]:
        """Those of the words that are kept, in the given order."""
        ...

    def set_status(self, word_ids: Sequence[WordId], status: WordStatus) -> dict[WordId, WordStatus]:
        """Change the status of kept words; answers with those that changed and what they were."""
        ...

    def put_statuses(self, statuses: Mapping[WordId, WordStatus]) -> None:
        """Give each word its status, in one transaction; what `set_status` answered undoes it."""
        ...

    def forget_encounter(self, word_id: WordId, sentence: str, span: Span) -> None:
        """Take one encounter of a word away for good."""
        ...

    def latest_encounters(self, word_ids: Sequence[WordId] | None = None) -> dict[WordId, Encounter]:
        """The latest encounter of each of the words that has one (of all words for None)."""
        ...

    def remove(self, word_ids: Sequence[WordId]) -> None:
        """Take words out of the vocabulary; `restore` brings them back with their encounters."""
        ...

    def restore(self, word_ids: Sequence[WordId]) -> None:
        """Bring removed words back."""
        ...

    def encounters(self, word_id: WordId) -> list[Encounter]:
        """A word's encounters, the latest first."""
        ...


class NoteStore(Protocol):
    """The reader's notes."""

    def get(self, note_id: NoteId) -> Note | None:
        """One note, or None when it is not there (or removed)."""
        ...

    def add(self, body: str, quote: Quote, tags: Sequence[str] = ()) -> Note:
        """Keep a new note."""
        ...

    def change(self, note_id: NoteId, body: str, tags: Sequence[str] | None = None) -> Note:
        """Give a note a new text, and new tags unless they are None.

        Raises:
            ReaderError: the note was removed.
        """
        ...

    def all(self) -> list[Note]:
        """Every note, the latest changed first, removed ones left out."""
        ...

    def for_post(self, post_id: PostId) -> list[Note]:
        """Notes on a post, on its sentences and on words in it."""
        ...

    def for_word(self, word: str) -> list[Note]:
        """Notes on a word."""
        ...

    def remove(self, note_ids: Sequence[NoteId]) -> None:
        """Take notes away; `restore` brings them back."""
        ...

    def restore(self, note_ids: Sequence[NoteId]) -> None:
        """Bring removed notes back."""
        ...


class SlangStore(Protocol):
    """The library's own copy of the slang layer."""

    def all(self) -> list[SlangEntry]:
        """Every entry."""
        ...

    def load_pack(self, entries: Sequence[SlangEntry], version: str) -> None:
        """Bring the shipped pack in, once per version, never over an entry the reader changed."""
        ...

    def own_terms(self) -> set[str]:
        """Terms of the entries that the reader added or changed."""
        ...

    def keep(self, entry: SlangEntry) -> None:
        """Keep the reader's own entry, or the reader's version of a shipped one."""
        ...

    def keep_many(self, entries: Sequence[SlangEntry]) -> None:
        """Keep several of the reader's own entries, all or none."""
        ...

    def snapshot(self, terms: Sequence[str]) -> list[SlangState]:
        """How the entries of `terms` stand now, for `put_back`."""
        ...

    def put_back(self, states: Sequence[SlangState]) -> None:
        """Make entries what they were at `snapshot`, in one transaction."""
        ...

    def remove(self, term: str) -> None:
        """Take an entry out; a newer pack does not bring it back."""
        ...


class CorrectionStore(Protocol):
    """The ledger of the reader's corrections."""

    def all(self) -> list[Correction]:
        """Every correction in force or orphaned, in the order in which they were made."""
        ...

    def add_many(self, corrections: Sequence[Correction]) -> list[Correction]:
        """Write corrections at the end of the ledger, all or none; as the ledger has them.

        One that names its post by `post_key` alone is tied to that post if the library has it.
        """
        ...

    def remove(self, ids: Sequence[CorrectionId]) -> None:
        """Take corrections out; `restore` brings them back to their places."""
        ...

    def restore(self, ids: Sequence[CorrectionId]) -> None:
        """Bring removed corrections back."""
        ...


class Voice(Protocol):
    """Says Chinese aloud."""

    def say(self, text: str, syllables: Sequence[str]) -> bool:
        """Begin to say a word or sentence and return at once; whether there is anything to say."""
        ...

    def close(self) -> None:
        """Fall silent."""
        ...


class GlossaryStore(Protocol):
    """The reader's terms that are always translated in one way."""

    def all(self) -> dict[str, str]:
        """Every term with its English, by term."""
        ...

    def change(self, terms: Mapping[str, str | None]) -> None:
        """Keep terms with their English, in one transaction; None takes a term out."""
        ...


class LibraryFiles(Protocol):
    """The library as a file: copies out and in."""

    def back_up(self, target: Path) -> None:
        """Write a whole, checked copy of the library to `target`, which may exist."""
        ...

    def check(self, source: Path) -> None:
        """Make sure that `source` is a sound library this version can open.

        Raises:
            ReaderError: it is not.
        """
        ...

    def replace_with(self, source: Path) -> Path | None:
        """Put a copy of `source` in the library's place; where the replaced one was put.

        The library must not be open.
        """
        ...

    def backups(self) -> list[Path]:
        """Copies the app made by itself, the newest first."""
        ...
