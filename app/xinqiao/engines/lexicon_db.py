"""The dictionary: exact look-up, words over a place, and search, from one read-only SQLite file."""

import json
import math
import re
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.hsk import HskList
from xinqiao.domain.messages import message
from xinqiao.domain.pinyin import parse, search_key
from xinqiao.domain.words import Entry, HskLevels, Span

MAX_WORD = 10  # characters; longer heads are sayings, and the segmenter finds those
_FORMAT = "1"
_SEARCHED = 400  # candidates ranked for one search
_HSK_COLUMNS = {HskList.OF_2012: "hsk2", HskList.OF_2021: "hsk3", HskList.OF_2025: "hsk2025"}
_COLUMNS = "traditional, simplified, pinyin, senses, classifiers, taiwan"
_QUERY_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:to|a|an|the) ")
# Words that stand in thousands of senses and are looked for in none.
_IN_EVERY_SENSE = frozenset({"a", "an", "the", "to", "of", "in", "or", "and", "sb", "sth", "etc", "s"})
_TONED = re.compile(r"[a-zü:]+[1-5]?")


class LexiconDb:
    """`Lexicon` over `lexicon.db`; safe to use from several threads (one connection each)."""

    def __init__(self, path: Path) -> None:
        """Open the dictionary.

        Raises:
            ReaderError: the file is missing, damaged or of another version.
        """
        self._path = path
        self._uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        try:
            if not path.is_file():
                raise self._damaged()
            self._meta: dict[str, str] = dict(self._connection().execute("SELECT key, value FROM meta"))
            # The places of everything the app asks for, so that damage shows now and not at a tap.
            self._connection().execute(f"SELECT {_COLUMNS}, raw, plain FROM entry WHERE id = 1").fetchone()
            self._connection().execute("SELECT weight, zipf FROM word WHERE text = '一'").fetchone()
        except sqlite3.Error as error:
            self.close()
            raise self._damaged() from error
        if self._meta.get("format") != _FORMAT or "version" not in self._meta:
            self.close()
            raise self._damaged()

    @staticmethod
    def _damaged() -> ReaderError:
        return ReaderError(
            message("The dictionary is missing or damaged."),
            message("Run `make setup` (or reinstall Xinqiao) to build it again."),
        )

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self._uri, uri=True, check_same_thread=False, cached_statements=32)
            with self._lock:
                self._opened.append(connection)
            self._local.connection = connection
        return connection

    def close(self) -> None:
        """Close every thread's connection; call it when no look-up is running."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()

    @property
    def version(self) -> str:
        """Changes whenever the sources or the way they are built change."""
        return self._meta["version"]

    @property
    def meta(self) -> dict[str, str]:
        """Source date, number of entries, versions and credits of what the dictionary is made from."""
        return dict(self._meta)

    def _all(self, query: str, values: Sequence[object]) -> list[tuple[str, ...]]:
        try:
            return self._connection().execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Entries whose simplified or traditional headword is `word`, in file order."""
        rows = self._all(
            f"SELECT {_COLUMNS} FROM entry WHERE simplified = ?1"
            f" OR (traditional = ?1 AND traditional != simplified) ORDER BY id",
            (_storable(word),),
        )
        return tuple(_to_entry(row) for row in rows)

    def raw_entries(self, word: str) -> list[tuple[str, tuple[str, ...]]]:
        """(numbered pinyin, senses as CC-CEDICT writes them) of the simplified headword `word`."""
        rows = self._all("SELECT pinyin, raw FROM entry WHERE simplified = ? ORDER BY id", (_storable(word),))
        return [(pinyin, tuple(raw.split("/"))) for pinyin, raw in rows]

    def words_covering(self, text: str, offset: int) -> list[Span]:
        """Every dictionary word of at most 10 characters in `text` that covers code point `offset`.

        The likeliest span of a tapped word comes first: by ln(frequency) + 8 · length.
        """
        spans: dict[str, list[Span]] = {}
        for start in range(max(0, offset - MAX_WORD + 1), min(offset + 1, len(text))):
            for end in range(offset + 1, min(start + MAX_WORD, len(text)) + 1):
                spans.setdefault(text[start:end], []).append(Span(start, end))
        if not spans:
            return []
        rows = self._all(
            "SELECT text, weight FROM word WHERE weight > 0 AND text IN (SELECT value FROM json_each(?))",
            (json.dumps([_storable(piece) for piece in spans]),),
        )
        ranked = [
            (math.log(float(weight)) + 8 * len(word), span) for word, weight in rows for span in spans[word]
        ]
        ranked.sort(key=lambda item: (-item[0], item[1]))
        return [span for _, span in ranked]

    def weight(self, word: str) -> int:
        """Frequency of `word` in the segmenter's list; 0 when it is not in it."""
        rows = self._all("SELECT weight FROM word WHERE text = ?", (_storable(word),))
        return int(rows[0][0]) if rows else 0

    def zipf(self, word: str) -> float:
        """Frequency of `word` on the Zipf scale; 0 when unknown."""
        rows = self._all("SELECT zipf FROM word WHERE text = ?", (_storable(word),))
        return float(rows[0][0]) if rows else 0.0

    def hsk(self, word: str) -> HskLevels:
        """Levels of `word` in the HSK lists."""
        rows = self._all("SELECT hsk2, hsk3, hsk2025 FROM word WHERE text = ?", (_storable(word),))
        return HskLevels(*rows[0]) if rows else HskLevels()

    def hsk_words(self, hsk_list: HskList) -> dict[str, str]:
        """Every word of an HSK list, in both scripts, with its level."""
        column = _HSK_COLUMNS[hsk_list]
        rows = self._all(f"SELECT text, {column} FROM word WHERE {column} != ''", ())
        return {text: level for text, level in rows}

    def parts(self, character: str) -> str:
        """Component characters of one character; empty when it has none."""
        rows = self._all("SELECT parts FROM parts WHERE character = ?", (_storable(character),))
        return rows[0][0] if rows else ""

    def search_english(self, query: str, limit: int = 20) -> list[Entry]:
        """Entries whose senses have every word of `query`, the most likely wanted first."""
        words = _QUERY_WORD.findall(_storable(query))
        if limit <= 0 or _IN_EVERY_SENSE.issuperset(word.lower() for word in words):
            return []
        rows = self._all(
            f"SELECT {_COLUMNS}, coalesce((SELECT zipf FROM word WHERE text = simplified), 0) FROM entry"
            " JOIN (SELECT rowid AS found, rank FROM english WHERE english MATCH ? ORDER BY rank LIMIT ?)"
            " ON id = found ORDER BY rank, id",
            (" ".join(f'"{word}"' for word in words), _SEARCHED),
        )
        wanted = _bare(query)
        ranked = sorted(rows, key=lambda row: _english_distance(wanted, row[3].split("/"), float(row[6])))
        return [_to_entry(row[:6]) for row in ranked[:limit]]

    def search_hanzi(self, query: str, limit: int = 20) -> list[Entry]:
        """Entries whose simplified headword begins with `query`, frequent ones first."""
        key = _storable(query)
        if not key or limit <= 0:
            return []
        rows = self._all(
            f"SELECT {_COLUMNS}, coalesce((SELECT zipf FROM word WHERE text = simplified), 0) AS zipf"
            " FROM (SELECT * FROM entry WHERE simplified >= ?1 AND simplified < ?1 || char(1114111) LIMIT ?2)"
            " ORDER BY simplified != ?1, zipf DESC, id LIMIT ?3",
            (key, 10 * _SEARCHED, limit),
        )
        return [_to_entry(row[:6]) for row in rows]

    def search_pinyin(self, query: str, limit: int = 20) -> list[Entry]:
        """Entries that are read as `query` (`lǜ sè`, `lu:4 se4`, `lvse`), then those that begin so.

        Tones are compared where the query has them.
        """
        key = search_key(_storable(query))
        if not key or limit <= 0:
            return []
        tones = _tones_of(query)
        columns = f"{_COLUMNS}, plain, coalesce((SELECT zipf FROM word WHERE text = simplified), 0)"
        rows = self._all(f"SELECT {columns} FROM entry WHERE plain = ?", (key,))
        fitting = [row for row in rows if not tones or _fits(tones, row[2])]
        if len(fitting) < limit:
            # Of one letter there are thousands: the first that come will do.
            order = "length(plain)" if len(key) > 1 else "plain"
            rows = self._all(
                f"SELECT {columns} FROM (SELECT * FROM entry WHERE plain > ?1 AND plain < ?1 || '{{'"
                f" ORDER BY {order} LIMIT ?2)",
                (key, 2 * _SEARCHED if not tones else 10 * _SEARCHED),
            )
            fitting += [row for row in rows if not tones or _fits(tones, row[2])]
        fitting.sort(key=lambda row: (row[6] != key, -float(row[7])))
        return [_to_entry(row[:6]) for row in fitting[:limit]]


def _storable(text: str) -> str:
    """SQLite takes no lone surrogates; no entry has them either."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _to_entry(row: Sequence[str]) -> Entry:
    traditional, simplified, pinyin, senses, classifiers, taiwan = row
    return Entry(
        traditional,
        simplified,
        pinyin,
        tuple(senses.split("/")),
        tuple(classifiers.split("/")) if classifiers else (),
        taiwan,
    )


def _bare(text: str) -> str:
    """A sense without its article and remarks, in lower case, for comparing with a query."""
    text = re.sub(r"\([^()]*\)", "", text.lower())
    return _ARTICLE.sub("", " ".join(text.split()))


def _english_distance(wanted: str, senses: Sequence[str], zipf: float) -> tuple[int, float]:
    """Sort key: a sense that is the query, a part of a sense that is, the rest; frequent words first."""
    best = 3
    for place, sense in enumerate(senses):
        pieces = [_bare(piece) for piece in re.split("[;,]", sense)]
        if wanted in pieces:
            best = min(best, 0 if place == 0 else 1)
        elif any(piece.startswith(wanted + " ") for piece in pieces):
            best = min(best, 2)
    return best, -zipf


def _tones_of(query: str) -> list[tuple[str, str]]:
    """The query's syllables as (letters, tone or "") where it shows any tone; else nothing."""
    pieces = re.findall(r"[^\W\d_]+:?[^\W\d_]*[0-5]?", query.lower().replace("u:", "ü"))
    found: list[tuple[str, str]] = []
    for piece in pieces:
        syllable = parse(piece)
        if syllable is None:
            return _tones_in_run(query)
        toned = piece[-1].isdigit() or syllable.tone != 5
        found.append((search_key(syllable.letters), str(syllable.tone) if toned else ""))
    return found if any(tone for _, tone in found) else []


def _tones_in_run(query: str) -> list[tuple[str, str]]:
    """The same for syllables written together with numbers: `ni3hao3`."""
    found: list[tuple[str, str]] = []
    for piece in _TONED.findall(query.lower().replace("u:", "ü")):
        tone = piece[-1] if piece[-1].isdigit() else ""
        found.append((search_key(piece), tone))
    return found if all(tone for _, tone in found) else []


def _fits(tones: Sequence[tuple[str, str]], pinyin: str) -> bool:
    """Whether an entry's numbered pinyin begins with the query's syllables and tones."""
    syllables = [syllable for syllable in pinyin.split() if syllable[-1:].isdigit()]
    if len(syllables) < len(tones):
        return False
    return all(
        search_key(syllable) == letters and (not tone or syllable[-1] == tone)
        for (letters, tone), syllable in zip(tones, syllables, strict=False)
    )
