"""Opens a post for reading: its sentences, their words, their English, each as it becomes ready."""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.characters import has_han
from xinqiao.domain.corrections import Correction, key_of
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.occurrences import IndexedSentence
from xinqiao.domain.ports import PostStore, PreparedCache, ScriptConverter
from xinqiao.domain.posts import Part, Post, PostId, StoredPost
from xinqiao.domain.sentences import split_post
from xinqiao.domain.translations import AlignedSentence, Translation
from xinqiao.domain.words import PreparedSentence, Span, Token, TokenKind
from xinqiao.services.prepare_sentences import PrepareSentences
from xinqiao.services.translate_sentences import TranslateSentences

_PREPARED_TOGETHER = 32  # sentences handed over and kept in one go


@dataclass(frozen=True, slots=True)
class OpenedPost:
    """A post on the desk.

    Attributes:
        sentences: in reading order, each with its words (plain ones where it was never prepared)
            and, where it is known already, its English.
        prepared: whether each sentence has its real words.
    """

    stored: StoredPost
    sentences: tuple[AlignedSentence, ...]
    prepared: tuple[bool, ...]

    @property
    def is_prepared(self) -> bool:
        """Whether every sentence has its real words."""
        return all(self.prepared)


class ReadPost:
    """Reads posts of the library; call it from a worker, never from the window's own thread."""

    def __init__(
        self,
        posts: PostStore,
        prepared_cache: PreparedCache,
        prepare: PrepareSentences,
        translate: TranslateSentences,
        converter: ScriptConverter,
        sticker_codes: Collection[str] = (),
        corrections: Callable[[PostId], Sequence[Correction]] = lambda _post: (),
    ) -> None:
        """Take the parts.

        Args:
            corrections: the reader's corrections that hold in a post, in the order they were made.
                The cache has what the engines say; they lie over it.
        """
        self._corrections = corrections
        self._indexed_with: dict[PostId, Sequence[Correction] | None] = {}  # None: has to be indexed anew
        self._posts = posts
        self._cache = prepared_cache
        self._prepare = prepare
        self._translate = translate
        self._converter = converter
        self._codes = frozenset(sticker_codes)
        self._written: dict[PostId, int] = {}  # hash of the English that the library was told last

    def open(self, post_id: PostId) -> OpenedPost:
        """Bring a post out of the library with whatever is cached of it.

        Raises:
            ReaderError: it is not there any more.
        """
        stored = self._posts.get(post_id)
        if stored is None:
            raise ReaderError(
                message("This post is no longer in the library."), message("Choose another from the list.")
            )
        return self._opened(stored)

    def _opened(self, stored: StoredPost) -> OpenedPost:
        sentences = split_post(stored.post, self._codes)
        texts = [sentence.text for sentence in sentences]
        cached = self._cache.get_many(list(dict.fromkeys(texts)), self._prepare.version)
        if corrections := self._corrections(stored.id):
            cached = {text: self._prepare.correct(words, corrections) for text, words in cached.items()}
        return OpenedPost(
            stored,
            tuple(
                AlignedSentence(sentence, cached.get(sentence.text) or plain_words(sentence.text))
                for sentence in sentences
            ),
            tuple(text in cached for text in texts),
        )

    def prepare(
        self, opened: OpenedPost, cancel: CancelToken
    ) -> Iterator[list[tuple[int, PreparedSentence]]]:
        """(number of the sentence, its words), some at a time: first all that were cached, then the rest.

        When all are prepared, the library learns which words the post has. Finished sentences are
        kept, also when `cancel` is set.

        Raises:
            Cancelled: `cancel` was set.
        """
        words = [aligned.prepared for aligned in opened.sentences]
        missing = [number for number, ready in enumerate(opened.prepared) if not ready]
        known: dict[str, PreparedSentence] = {}
        post_id = opened.stored.id
        corrections = self._corrections(post_id)
        if len(missing) < len(words):
            yield [(number, words[number]) for number, ready in enumerate(opened.prepared) if ready]
        for start in range(0, len(missing), _PREPARED_TOGETHER):
            fresh: list[PreparedSentence] = []
            batch: list[tuple[int, PreparedSentence]] = []
            try:
                for number in missing[start : start + _PREPARED_TOGETHER]:
                    cancel.raise_if_set()
                    text = opened.sentences[number].sentence.text
                    if text not in known:
                        as_cut = self._prepare.prepare(text)
                        fresh.append(as_cut)
                        known[text] = self._prepare.correct(as_cut, corrections)
                    words[number] = known[text]
                    batch.append((number, known[text]))
            finally:
                if fresh:
                    self._cache.put_many(fresh, self._prepare.version)
            yield batch
        changed = self._indexed_with.get(post_id, ()) != corrections
        if missing or changed or not self._posts.has_words(post_id):
            self._posts.index_sentences(post_id, self._indexed(opened, words))
            self._indexed_with[post_id] = corrections

    def index_again(self, post_id: PostId, cancel: CancelToken) -> None:
        """Let the library learn anew which words a post has, after words were put right.

        Raises:
            Cancelled: `cancel` was set.
        """
        stored = self._posts.get(post_id, even_removed=True)  # a removed post may come back
        if stored is not None:
            self._indexed_with[post_id] = None
            for _ in self.prepare(self._opened(stored), cancel):
                pass

    def translate(
        self, opened: OpenedPost, cancel: CancelToken, *, quick: bool = False
    ) -> Iterator[tuple[int, Translation]]:
        """(number of the sentence, its English) as each becomes ready.

        What is known comes first, then the rest in reading order: title, body, comments; what an
        earlier version of the model has left is there to read until then. When all are there, the
        library learns the post's English, for its list and its search.

        Args:
            opened: the post.
            cancel: stops it.
            quick: be as soon as can be, since `improve` comes after.

        Raises:
            Cancelled: `cancel` was set; what was finished is kept.
            ReaderError: the engine cannot be used.
        """
        texts = [aligned.sentence.text for aligned in opened.sentences]
        english: list[str] = [""] * len(texts)
        older = self._translate.older(texts, quick=quick)
        for number, translation in itertools.chain(
            older, self._translate.translate(texts, cancel, quick=quick)
        ):
            english[number] = translation.text
            yield number, translation
        title = " ".join(
            text
            for aligned, text in zip(opened.sentences, english, strict=True)
            if aligned.sentence.part is Part.TITLE
        )
        whole = (title, "\n".join(filter(None, english)))
        if self._written.get(opened.stored.id) != hash(whole):
            self._posts.set_english(opened.stored.id, *whole)
            self._written[opened.stored.id] = hash(whole)

    def improve(
        self, opened: OpenedPost, items: Sequence[tuple[str, Translation]], cancel: CancelToken
    ) -> Iterator[tuple[str, Translation]]:
        """(sentence, better English) of what the model was least sure of; see `TranslateSentences`.

        Args:
            opened: the post, whose English the library learns anew.
            items: its translated sentences, in the order in which they are to be looked at.
            cancel: stops it.

        Raises:
            Cancelled: `cancel` was set; what was finished is kept.
            ReaderError: the engine cannot be used.
        """
        bettered = False
        for item in self._translate.improve(items, cancel, _sentences_before(opened)):
            bettered = True
            yield item
        if bettered:
            for _ in self.translate(opened, cancel, quick=True):  # from the cache
                pass

    def _indexed(self, opened: OpenedPost, words: Sequence[PreparedSentence]) -> list[IndexedSentence]:
        return [
            IndexedSentence(aligned.sentence, tuple(self._headwords(prepared.tokens)))
            for aligned, prepared in zip(opened.sentences, words, strict=True)
        ]

    def _headwords(self, tokens: Iterable[Token]) -> Iterator[tuple[str, Span]]:
        """What the vocabulary calls each tappable word, and where it stands."""
        for token in tokens:
            if token.kind is TokenKind.WORD:
                yield key_of(self._converter.to_simplified(token.text)), token.span


def _sentences_before(opened: OpenedPost) -> dict[str, str]:
    """The sentence before each that has one in its part of the post."""
    sentences = [aligned.sentence for aligned in opened.sentences]
    return {
        sentence.text: before.text
        for before, sentence in itertools.pairwise(sentences)
        if (before.part, before.comment) == (sentence.part, sentence.comment)
    }


def read_once(
    post: Post,
    prepare: PrepareSentences,
    translate: TranslateSentences,
    cancel: CancelToken,
    sticker_codes: Collection[str] = (),
) -> Iterator[AlignedSentence]:
    """A post that is in no library, sentence by sentence in order, with words and English.

    Raises:
        Cancelled: `cancel` was set.
        ReaderError: the engine cannot be used.
    """
    sentences = split_post(post, sticker_codes)
    ready: dict[int, Translation] = {}
    answers = translate.translate([sentence.text for sentence in sentences], cancel)
    for number, sentence in enumerate(sentences):
        while number not in ready:
            index, translation = next(answers)
            ready[index] = translation
        yield AlignedSentence(sentence, prepare.prepare_corrected(sentence.text), ready.pop(number))


def plain_words(text: str) -> PreparedSentence:
    """A sentence whose words are not known yet: each Chinese character by itself, for the first paint."""
    tokens: list[Token] = []
    run_start = 0
    for place, character in enumerate(text):
        if has_han(character):
            if run_start < place:
                tokens.append(Token(text[run_start:place], run_start, TokenKind.MARK))
            tokens.append(Token(character, place, TokenKind.WORD))
            run_start = place + 1
    if run_start < len(text):
        tokens.append(Token(text[run_start:], run_start, TokenKind.MARK))
    return PreparedSentence(text, tuple(tokens))
