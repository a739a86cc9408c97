"""Bringing in, keeping, noting, backing up: services over the real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.imports import ImportNotice
from xinqiao.domain.notes import Quote
from xinqiao.domain.words import Encounter, Entry, Gloss, SlangEntry, Span, WordStatus
from xinqiao.formats.plain_text import parse_pasted, read_text_file
from xinqiao.formats.sample_posts import read_sample_posts
from xinqiao.services.back_up import BackUp
from xinqiao.services.import_posts import ImportPosts
from xinqiao.services.keep_vocabulary import KeepVocabulary
from xinqiao.services.take_notes import TakeNotes
from xinqiao.storage.backups import SqliteLibraryFiles, back_up_before_migration
from xinqiao.storage.database import Library, open_library

SAMPLES = Path(__file__).parents[2] / "seeds" / "sample_posts.json"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def imports(library: Library) -> ImportPosts:
    return ImportPosts(library.posts, parse=parse_pasted, read_file=read_text_file)


def test_paste_is_kept_at_once_and_only_once(library: Library, imports: ImportPosts, tmp_path: Path) -> None:
    first = imports.paste("周末\n去了西湖\ud83d")
    assert (first.already_there, first.notices) == (False, (ImportNotice.DAMAGED,))
    with open_library(library.path) as other:
        assert other.posts.get(first.post_id) is not None
    again = imports.paste("周末\r\n去了西湖\ud83d")
    assert (again.post_id, again.already_there, again.undo) == (first.post_id, True, None)
    file = tmp_path / "a.txt"
    file.write_bytes("English only".encode("utf-16"))
    assert imports.file(file).notices == (ImportNotice.NO_CHINESE,)
    assert first.undo is not None
    first.undo.undo()
    assert [post.title for post in library.posts.summaries()] == ["English only"]
    assert not imports.paste("周末\n去了西湖\ud83d").already_there


def test_bad_paste_leaves_the_library_as_it_is(library: Library, imports: ImportPosts) -> None:
    for text in ("", " \n", "\0" * 500, "字" * 1_100_000):
        with pytest.raises(ReaderError):
            imports.paste(text)
    assert library.posts.summaries() == []


def test_samples_come_once_stay_removed_and_can_be_restored(library: Library, imports: ImportPosts) -> None:
    samples = read_sample_posts(SAMPLES)
    assert imports.load_samples_once(samples) == 24
    assert [post.title for post in library.posts.summaries()] == [post.title for post in samples]
    gone = [post.id for post in library.posts.summaries()[:2]]
    undo = imports.remove(gone)
    assert str(undo.what) == "Remove 2 posts"
    assert imports.load_samples_once(samples) == 0
    assert len(library.posts.summaries()) == 22
    assert imports.restore_samples() == 2
    imports.remove(gone).undo()
    assert len(library.posts.summaries()) == 24
    # A sample that a later version ships comes too, and the removed ones still stay away.
    imports.remove(gone)
    newer = read_sample_posts(SAMPLES)
    newer.append(parse_pasted("新的样例", newer[0].origin.__class__(newer[0].origin.kind, "sample-25")))
    assert imports.load_samples_once(newer) == 1
    assert len(library.posts.summaries()) == 23


def test_starring_is_undone(library: Library, imports: ImportPosts) -> None:
    post_id = imports.paste("甲").post_id
    undo = imports.set_starred(post_id, True)
    assert library.posts.summaries()[0].starred
    undo.undo()
    assert not library.posts.summaries()[0].starred


LAKE = Gloss("西湖", Span(1, 3), "西湖", "西湖", ("Xi1", "Hu2"), likely=("West Lake", "a lake"), zipf=4.2)
MET = Encounter("去西湖", Span(1, 3), "qù Xī Hú", "To West Lake")


def test_saving_a_word_and_taking_it_back(library: Library) -> None:
    keep = KeepVocabulary(library.vocabulary)
    change = keep.save(LAKE, MET)
    assert (change.word.text, change.word.pinyin, change.word.meaning) == (
        "西湖",
        "Xi1 Hu2",
        "West Lake; a lake",
    )
    assert (change.word.status, change.word.seen, change.word.zipf) == (WordStatus.LEARNING, 1, 4.2)
    change.undo.undo()
    assert keep.find("西湖") is None
    assert keep.all() == []


def test_saving_again_is_taken_back_to_what_it_was(library: Library) -> None:
    keep = KeepVocabulary(library.vocabulary)
    word = keep.save(LAKE, MET).word
    known = keep.save(LAKE, Encounter("西湖好", Span(0, 2)), WordStatus.KNOWN)
    same = keep.save(LAKE, MET, WordStatus.IGNORED)
    assert (known.word.seen, same.word.seen, str(same.undo.what)) == (2, 2, "Ignore 西湖")
    same.undo.undo()
    found = keep.find("西湖")
    assert found is not None
    assert (found.status, found.seen) == (WordStatus.KNOWN, 2)
    known.undo.undo()
    found = keep.find("西湖")
    assert found is not None
    assert (found.status, keep.encounters(word.id)[0].sentence, found.seen) == (
        WordStatus.LEARNING,
        "去西湖",
        1,
    )


def test_undo_in_any_order_loses_no_sentence(library: Library) -> None:
    keep = KeepVocabulary(library.vocabulary)
    word = keep.save(LAKE, MET).word
    removal = keep.remove([word.id])
    again = keep.save(LAKE, Encounter("西湖好", Span(0, 2)))
    removal.undo()
    found = keep.find("西湖")
    assert found is not None
    assert found.seen == 2
    again.undo.undo()
    assert keep.find("西湖") is None


def test_bulk_changes_are_undone_word_by_word(library: Library) -> None:
    keep = KeepVocabulary(library.vocabulary)
    one = keep.save(LAKE, None, WordStatus.KNOWN).word
    two = keep.save(Gloss("断桥", Span(0, 2), "断桥", "斷橋", ("duan4", "qiao2")), None).word
    undo = keep.set_status([one.id, two.id], WordStatus.IGNORED)
    assert str(undo.what) == "Ignore 2 words"
    assert {word.status for word in keep.all()} == {WordStatus.IGNORED}
    undo.undo()
    assert [word.status for word in keep.all()] == [WordStatus.LEARNING, WordStatus.KNOWN]
    removal = keep.remove([one.id, two.id])
    assert keep.all() == []
    removal.undo()
    assert len(keep.all()) == 2


def test_slang_codes_are_kept_in_lower_case(library: Library) -> None:
    entry = Entry("Y", "Y", "Y", ("letter",))
    slang = SlangEntry("yyds", "the GOAT", pinyin="yong3 yuan3 de5 shen2")
    gloss = Gloss("YYDS", Span(0, 4), "YYDS", "YYDS", (), slang, (entry,), more=("x", "y", "z"))
    word = KeepVocabulary(library.vocabulary).save(gloss, None).word
    assert (word.text, word.pinyin, word.meaning) == ("yyds", "yong3 yuan3 de5 shen2", "the GOAT")
    plain = Gloss("OK", Span(0, 2), "OK", "OK", (), more=("x", "y", "z"))
    assert KeepVocabulary(library.vocabulary).save(plain, None).word.meaning == "x; y"


def test_notes_are_written_changed_searched_and_undone(library: Library) -> None:
    notes = TakeNotes(library.notes)
    quote = Quote(word="西湖", sentence="去西湖", translation="To West Lake", source="周末")
    added = notes.add("很**好**\x07\ud83d \n", quote, ["#旅行", " 旅行 ", "a  b", ""])
    assert (added.note.body, added.note.tags) == ("很**好**\ufffd", ("旅行", "a b"))
    edited = notes.edit(added.note.id, "Second text", ["杭州"])
    tagged = notes.set_tags(added.note.id, ["x"])
    assert (tagged.note.body, tagged.note.tags, notes.tags()) == ("Second text", ("x",), ["x"])
    tagged.undo.undo()
    assert notes.on_word("西湖")[0].tags == ("杭州",)
    for text in ("second", "WEST lake", "西湖", "周末 text", "杭州", ""):
        assert [note.id for note in notes.search(text)] == [added.note.id], text
    assert notes.search("second nothing") == []
    assert notes.search("", tag="旅行") == []
    edited.undo.undo()
    assert notes.all()[0].body == "很**好**\ufffd"
    removal = notes.remove([added.note.id])
    assert notes.all() == []
    with pytest.raises(ReaderError, match="removed"):
        notes.edit(added.note.id, "x")
    removal.undo()
    added.undo.undo()
    assert notes.all() == []


def test_empty_note(library: Library) -> None:
    notes = TakeNotes(library.notes)
    for body in ("", " \n\t", "\x00"):
        with pytest.raises(ReaderError, match="empty"):
            notes.add(body, Quote())
    kept = notes.add("x", Quote()).note
    with pytest.raises(ReaderError, match="empty"):
        notes.edit(kept.id, " ")
    assert notes.all() == [kept]


def test_backup_into_a_folder_and_restore(tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.db"
    service = BackUp(SqliteLibraryFiles(path))
    with pytest.raises(ReaderError, match="no library"):
        service.to_file(tmp_path / "x.db")
    with open_library(path) as library:
        TakeNotes(library.notes).add("kept", Quote())
        file = service.to_file(tmp_path)
        TakeNotes(library.notes).add("later", Quote())
    assert file == tmp_path / "xinqiao-library.db"
    aside = service.restore(file)
    assert aside is not None
    assert aside.is_file()
    with open_library(path) as library:
        assert [note.body for note in library.notes.all()] == ["kept"]
    with pytest.raises(ReaderError, match="no usable backup"):
        service.restore_newest()
    copy = back_up_before_migration(path, 2)
    path.write_bytes(b"damaged" * 1000)
    taken, aside = service.restore_newest()
    assert taken == copy
    assert aside is not None
    assert aside.read_bytes() == b"damaged" * 1000
    with open_library(path) as library:
        assert [note.body for note in library.notes.all()] == ["kept"]
