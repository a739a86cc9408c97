"""Where words stand in the library."""

from dataclasses import dataclass

from xinqiao.domain.posts import PostId, Sentence
from xinqiao.domain.words import Span


@dataclass(frozen=True, slots=True)
class IndexedSentence:
    """A sentence with the words the index shall know of.

    Attributes:
        words: (headword in simplified characters, where it stands in the sentence) for each
            word in order; marks and protected spans left out.
    """

    sentence: Sentence
    words: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class IndexTask:
    """Stretches that are cut otherwise since the index learned the posts that hold them.

    Attributes:
        number: names the task; later ones have higher numbers.
        stretches: in simplified characters, as in the ledger or the slang layer.
        post_id: the one post that it holds in; None for all.
        reached: the post that was done last; posts are done from the newest down.
    """

    number: int
    stretches: tuple[str, ...]
    post_id: PostId | None = None
    reached: PostId | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One sentence of a post in which a word stands.

    Attributes:
        span: where the word stands in `sentence`, in code points.
        source: the post's title and author.
    """

    post_id: PostId
    sentence: str
    span: Span
    source: str


@dataclass(frozen=True, slots=True)
class Occurrences:
    """How often a word was seen in the library, with examples.

    Attributes:
        count: how often the word stands in the posts of the library.
        posts: in how many posts.
        examples: sentences, from the newest posts first, one for each post.
    """

    count: int = 0
    posts: int = 0
    examples: tuple[Occurrence, ...] = ()
