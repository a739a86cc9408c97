"""What must hold for any text that comes in or goes out."""

import html
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from xinqiao.domain.clean_text import clean_text, without_surrogates
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.exports import VocabularyLine
from xinqiao.domain.notes import Note, NoteId, Quote
from xinqiao.domain.posts import Origin, OriginKind, Post
from xinqiao.domain.words import PreparedSentence, Span, Token, TokenKind, Word, WordId, WordStatus
from xinqiao.formats.csv_words import read_words, write_words
from xinqiao.formats.markdown_notes import write_notes
from xinqiao.formats.plain_text import decode_file, parse_pasted
from xinqiao.storage.database import open_library
from xinqiao.storage.prepared_cache import pack, unpack
from xinqiao.storage.search_text import query_for, searchable

AT = datetime(2026, 1, 2, 12, tzinfo=UTC)
HAN = "我们去西湖看雨好的"
POSTISH = st.text(st.sampled_from(HAN + "，。！ \n#@[]ab1😀"), max_size=40)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SURROGATES = st.text(st.characters(), max_size=40)
CELL = st.one_of(ANY, st.text(st.sampled_from("'=+-@\t\r\n\",＝子"), max_size=6))
MARKED = st.text(
    st.sampled_from("*_`#[](){}<>!~|&;:/\\@$^=+-.0123456789 \twWx西，\"'"), min_size=1, max_size=40
)


@given(st.lists(st.builds(VocabularyLine, *[CELL] * 12), max_size=4), st.booleans())
def test_word_list_comes_back_equal(lines: list[VocabularyLine], mark: bool) -> None:
    text = write_words(lines, byte_order_mark=mark)
    assert read_words(text) == lines


@given(st.builds(VocabularyLine, *[CELL] * 12))
def test_no_cell_begins_like_a_formula(line: VocabularyLine) -> None:
    import csv
    import io

    for row in csv.reader(io.StringIO(write_words([line]), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def shown(markdown: str) -> tuple[str, set[str]]:
    """The text a reader of the rendered document sees, and the elements that it is made of."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    quote = re.search(r"<blockquote>\n(.*)</blockquote>", rendered, re.DOTALL)
    assert quote is not None
    elements = set(re.findall(r"</?([a-z0-9]+)", rendered))
    return html.unescape(re.sub(r"</?(?:p|br) ?/?>", "", quote[1]).rstrip("\n")), elements


@settings(max_examples=400)
@given(MARKED.filter(lambda text: text.strip(" \t")))
def test_quoted_text_is_shown_as_it_is(text: str) -> None:
    note = Note(NoteId(1), "body", Quote(sentence=text), AT, AT)
    found, elements = shown(write_notes([note], source=False))
    assert found == text
    assert elements <= {"h1", "h2", "blockquote", "p", "ul", "li", "br"}


@given(SURROGATES)
def test_clean_text_can_be_stored_and_is_clean_for_good(text: str) -> None:
    clean = clean_text(text)
    clean.encode("utf-8")
    assert clean_text(clean) == clean
    assert "\r" not in clean
    assert without_surrogates(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")) == (
        without_surrogates(text)
    )


@given(st.one_of(POSTISH, SURROGATES))
def test_pasted_text_loses_nothing_written(text: str) -> None:
    try:
        post = parse_pasted(text)
    except ReaderError:
        return
    kept = "".join(("\n".join((post.title, post.body))).split())
    written = "".join(clean_text(text).split())
    assert written.startswith(kept)
    if not post.tags:
        assert kept == written
    else:
        assert all(tag in clean_text(text) for tag in post.tags)
    assert parse_pasted(post.body).body or post.body == ""


@given(st.text(st.sampled_from(HAN + "，。！？、在这里有一个人说"), min_size=12, max_size=80))
def test_chinese_is_read_in_every_encoding(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        assert decode_file(text.encode(encoding)) == text


@given(
    st.lists(
        st.tuples(st.text(st.sampled_from(HAN + "a😀"), min_size=1, max_size=4), st.sampled_from(TokenKind)),
        max_size=8,
    )
)
def test_prepared_sentences_survive_packing(pieces: list[tuple[str, TokenKind]]) -> None:
    tokens, start = [], 0
    for text, kind in pieces:
        tokens.append(Token(text, start, kind, ("a1",) * len(text) if kind is TokenKind.WORD else ()))
        start += len(text)
    sentence = PreparedSentence("".join(text for text, _ in pieces), tuple(tokens), (Span(0, start),))
    assert unpack(sentence.text, pack(sentence)) == sentence


@settings(max_examples=25, deadline=None)
@given(
    st.lists(POSTISH, min_size=1, max_size=6),
    st.text(st.sampled_from(HAN), min_size=1, max_size=3),
    SURROGATES,
)
def test_search_agrees_with_looking(bodies: list[str], needle: str, odd: str) -> None:
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder, "library.db")) as library:
        ids = library.posts.add_many([Post("", body, Origin(OriginKind.PASTE)) for body in bodies])
        found = {post.id for post in library.posts.search(needle)}
        assert found == {post_id for post_id, body in zip(ids, bodies, strict=True) if needle in body}
        library.posts.search(odd)  # never an error, whatever is typed
        assert searchable(odd).isprintable()
        assert query_for(odd).count('"') % 2 == 0


STATUS = st.sampled_from(WordStatus)
ACTIONS = st.one_of(
    st.tuples(st.just("keep"), st.integers(0, 4), STATUS),
    st.tuples(st.just("status"), st.integers(0, 4), STATUS),
    st.tuples(st.just("remove"), st.integers(0, 4), STATUS),
    st.tuples(st.just("restore"), st.integers(0, 4), STATUS),
    st.tuples(st.just("words"), st.integers(0, 4), STATUS),
    st.tuples(st.just("post"), st.integers(0, 4), STATUS),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(ACTIONS, max_size=25))
def test_known_share_is_what_counting_anew_gives(actions: list[tuple[str, int, WordStatus]]) -> None:
    texts = ["一", "二", "三", "四", "五"]
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder, "library.db")) as library:
        vocabulary, posts = library.vocabulary, library.posts
        ids = posts.add_many([Post(text, text, Origin(OriginKind.PASTE)) for text in texts])
        words: dict[int, set[str]] = {}
        seen: dict[str, list[WordId]] = {text: [] for text in texts}
        for action, number, status in actions:
            text = texts[number]
            if action == "keep":
                seen[text].append(
                    vocabulary.keep(Word(WordId(0), text, text, "", "", status, AT, AT), None).id
                )
            elif action == "status":
                vocabulary.set_status(seen[text], status)
            elif action == "remove":
                vocabulary.remove(seen[text])
            elif action == "restore":
                vocabulary.restore(seen[text])
            elif action == "words":
                words[ids[number]] = set(texts[: number + 1])
                posts.set_words(ids[number], dict.fromkeys(texts[: number + 1], 1))
            else:
                posts.remove([ids[number]])
                posts.restore([ids[number]])
        easy = {
            text
            for text, status in vocabulary.statuses().items()
            if status in (WordStatus.KNOWN, WordStatus.IGNORED)
        }
        for post in posts.summaries():
            has = words.get(post.id)
            assert post.known_share == (None if has is None else len(has & easy) / len(has))
