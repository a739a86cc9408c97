"""What the library costs at 20,000 posts and 100,000 words. Run by `make bench`.

Each function answers rows of (what, figure, unit, budget); the budget is None where there is none.
"""

import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import insert

from xinqiao.domain.ports import VocabularyStore
from xinqiao.domain.posts import Comment, Origin, OriginKind, Post, PostId
from xinqiao.domain.translations import Maker, Translation
from xinqiao.domain.words import Encounter, PreparedSentence, Span, Token, TokenKind, Word, WordId, WordStatus
from xinqiao.storage import word_index
from xinqiao.storage.database import Library, open_library
from xinqiao.storage.rows import EncounterRow, WordRow

Row = tuple[str, float, str, float | None]

POSTS = 20_000
WORDS = 100_000
_COMMON = (
    "的 了 是 我 在 不 有 也 就 都 今天 周末 朋友 西湖 咖啡 旅行 好吃 喜欢 觉得 真的 可以 一起 时候 "
    "北京 上海 学习 中文 翻译 猫 狗 地铁 下雨 火锅 豆腐 邻居 奶奶 上班 下班 学生 老师"
).split()


def vocabulary(count: int, seed: int = 7) -> list[str]:
    """Made-up words of two to four characters, after some that are real; each once."""
    chance = random.Random(seed)
    words = dict.fromkeys(_COMMON)
    while len(words) < count:
        words[
            "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(chance.choice((2, 2, 2, 3, 4))))
        ] = None
    return list(words)


def posts(count: int, words: list[str], seed: int = 11) -> Iterator[tuple[Post, Counter[str]]]:
    """Posts of about 120 words as frequent as words are (Zipf), with the count of each."""
    chance = random.Random(seed)
    weights = [1 / (rank + 2) for rank in range(len(words))]
    for number in range(count):
        drawn = chance.choices(words, weights, k=chance.randrange(60, 180))
        sentences = ["".join(drawn[start : start + 9]) + "。" for start in range(0, len(drawn), 9)]
        cut = max(1, len(sentences) * 2 // 3)
        yield (
            Post(
                title=f"{drawn[0]}{drawn[1]}{number}",
                body="\n".join(sentences[:cut]),
                origin=Origin(OriginKind.PASTE),
                author=f"{drawn[2]}同学",
                comments=tuple(Comment(drawn[3], sentence) for sentence in sentences[cut:]),
            ),
            Counter(drawn),
        )


@contextmanager
def big_library(count: int = POSTS, words: int = WORDS) -> Iterator[Library]:
    """A library on disk with posts, their index, and kept words with an encounter each."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder, "library.db")) as library:
        _fill(library, count, words)
        yield library


def _fill(library: Library, count: int, words: int) -> None:
    texts = vocabulary(words)
    made = list(posts(count, texts[: min(8_000, words)]))
    for start in range(0, count, 2_000):
        library.posts.add_many([post for post, _ in made[start : start + 2_000]])
    # Through the index's own function, but in one transaction for all: 20,000 flushes are no figure.
    with library.sessions.writing() as session:
        for number, (_, counted) in enumerate(made, 1):
            word_index.put(session, PostId(number), {word: (n, ()) for word, n in counted.items()})
    at = datetime(2026, 1, 2, tzinfo=UTC)
    with library.sessions.writing() as session:
        session.execute(
            insert(WordRow),
            [
                {
                    "text": word,
                    "traditional": word,
                    "pinyin": "xi1 hu2",
                    "meaning": "a word made for measuring",
                    "status": WordStatus.LEARNING.value,
                    "added_at": at,
                    "changed_at": at,
                }
                for word in texts
            ],
        )
        session.execute(
            insert(EncounterRow),
            [
                {
                    "word_id": number,
                    "sentence": f"我们去{word}看看。",
                    "span_start": 3,
                    "span_end": 3 + len(word),
                    "met_at": at,
                }
                for number, word in enumerate(texts, 1)
            ],
        )


def milliseconds(work: Callable[[], object], times: int = 9) -> float:
    """Median duration of `work` in milliseconds, the first call (which fills caches) left out."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def toggle(kept: VocabularyStore, word_id: WordId) -> None:
    """Make a word known, or learning again."""
    if not kept.set_status([word_id], WordStatus.KNOWN):
        kept.set_status([word_id], WordStatus.LEARNING)


def library_rows() -> list[Row]:
    """Figures of a large library."""
    rows: list[Row] = []
    with big_library() as library:
        store, kept = library.posts, library.vocabulary
        for text in ("西湖", "的", "咖啡 旅行", "翻译朋友"):
            rows.append(
                (f"search “{text}”, {POSTS:,} posts", milliseconds(partial(store.search, text)), "ms", 5)
            )
        rows.append((f"library list, {POSTS:,} posts", milliseconds(store.summaries, 5), "ms", 100))
        for text in ("西湖", "的"):
            rows.append(
                (
                    f"occurrences of {text}, {POSTS:,} posts",
                    milliseconds(partial(store.occurrences, text)),
                    "ms",
                    5,
                )
            )
        rows.append((f"word list, {WORDS:,} words", milliseconds(kept.all, 3), "ms", 1_500))
        texts = vocabulary(200)
        rows.append(("status of 200 words", milliseconds(lambda: kept.statuses(texts)), "ms", 5))
        rare, frequent = kept.find("西湖"), kept.find("的")
        assert rare is not None
        assert frequent is not None
        for word, budget in ((rare, 50), (frequent, 150)):
            rows.append(
                (
                    f"mark {word.text} as known (in {store.occurrences(word.text).posts:,} posts)",
                    milliseconds(partial(toggle, kept, word.id), 5),
                    "ms",
                    budget,
                )
            )
        target = library.path.with_name("copy.db")
        size = library.path.stat().st_size / 1e6
        rows.append(
            (
                f"backup of {size:.0f} MB, checked",
                milliseconds(lambda: library.files().back_up(target), 1),
                "ms",
                None,
            )
        )
        rows.append(("size of the library file", size, "MB", None))
    return rows


def cache_rows() -> list[Row]:
    """Figures of one post of 50 sentences that is in the caches, and of single writes."""
    words = vocabulary(2_000)
    chance = random.Random(3)
    sentences = []
    for number in range(50):
        drawn = [*chance.choices(words, k=14), f"{number}。"]
        tokens, start = [], 0
        for word in drawn:
            kind = TokenKind.MARK if word.endswith("。") else TokenKind.WORD
            tokens.append(Token(word, start, kind, ("xi1",) * len(word) if kind is TokenKind.WORD else ()))
            start += len(word)
        sentences.append(PreparedSentence("".join(drawn), tuple(tokens)))
    texts = [sentence.text for sentence in sentences]
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder, "library.db")) as library:
        library.prepared.put_many(sentences, "v1")
        english = [(text, Translation(f"English of {text}", Maker.MODEL, "m", -0.4)) for text in texts]
        library.translations.put_many(english, "m")
        numbers = iter(range(1_000))

        def save_a_word() -> None:
            text = f"词{next(numbers)}"
            at = datetime.now(UTC)
            word = Word(WordId(0), text, text, "ci2", "word", WordStatus.LEARNING, at, at)
            library.vocabulary.keep(word, Encounter(f"这是{text}。", Span(2, 2 + len(text))))

        return [
            (
                "50 prepared sentences from the cache",
                milliseconds(lambda: library.prepared.get_many(texts, "v1")),
                "ms",
                5,
            ),
            (
                "50 translations from the cache",
                milliseconds(lambda: library.translations.get_many(texts, "m")),
                "ms",
                5,
            ),
            ("save a word, flushed to disk", milliseconds(save_a_word, 50), "ms", 50),
        ]


def open_rows() -> list[Row]:
    """Figures of opening an existing library."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.db")
        open_library(path).close()

        def reopen() -> None:
            with open_library(path) as library:
                library.posts.summaries()

        return [("open a library and list it", milliseconds(reopen), "ms", 50)]


def rows() -> list[Row]:
    """Every figure of the library."""
    return [*open_rows(), *cache_rows(), *library_rows()]


if __name__ == "__main__":
    for what, figure, unit, budget in rows():
        print(f"{what:58} {figure:10.2f} {unit:3} {'' if budget is None else f'(budget {budget:g})'}")
