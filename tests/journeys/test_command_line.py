"""`xinqiao` on the terminal: every command works without a display."""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
from tests.driver import Reader
from tests.packages import step_package

from xinqiao import __version__
from xinqiao.cli.main import main
from xinqiao.domain.notes import Quote
from xinqiao.domain.posts import Part
from xinqiao.formats.csv_words import read_words
from xinqiao.places import Places
from xinqiao.startup import Toolbox, open_workbench

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGPIPE) if hasattr(signal, "SIGPIPE") else None
    yield
    if before is not None:
        signal.signal(signal.SIGPIPE, before)


@pytest.fixture
def run(
    shared_engines: Toolbox,
    models_dir: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Runs one command in this process: (exit code, output, error output)."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def process(
    *arguments: str | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """One command in a process of its own, without a display."""
    clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    clean.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "xinqiao", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**clean, "PYTHONPATH": str(ROOT / "app"), **environment},
        timeout=120,
    )


# -- read and gloss ----------------------------------------------------------------------------


def test_read_prints_each_sentence_with_pinyin_english_and_rarer_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "post.txt"
    file.write_text("去西湖\n今天天气很好，我们去公园散步。\n她真的破防了😭", "utf-8")
    code, out, err = run("read", file)
    assert (code, err) == (0, "")
    blocks = [block.split("\n") for block in out.strip().split("\n\n")]
    assert [block[0] for block in blocks] == ["去西湖", "今天天气很好，我们去公园散步。", "她真的破防了😭"]
    assert blocks[1][1].strip().startswith("jīntiān tiānqì hěn hǎo , wǒmen".replace(" ,", " ，"))
    assert blocks[1][2].strip()
    assert blocks[2][2].strip().rstrip("⚠ ").endswith("😭")
    assert any(line.strip().startswith("· 散步 sànbù") for line in blocks[1])
    assert any("破防了" in line for line in blocks[2][3:])
    code, short, _ = run("read", "--no-gloss", file)
    assert code == 0
    assert "·" not in short


def test_read_takes_standard_input(run: Run) -> None:
    code, out, _ = run("read", "-", stdin="今天天气很好。".encode("gb18030"))
    assert code == 0
    assert out.startswith("今天天气很好。\n    jīntiān")


@pytest.mark.parametrize("stdin", [b"", b"  \n", b"\x89PNG\r\n\x1a\n\x00\x01"])
def test_read_refuses_what_is_no_text(run: Run, stdin: bytes) -> None:
    code, out, err = run("read", "-", stdin=stdin)
    assert (code, out) == (1, "")
    what, next_step = err.strip().split("\n")
    assert what
    assert next_step


def test_read_says_when_there_is_no_such_file(run: Run, tmp_path: Path) -> None:
    code, out, err = run("read", tmp_path / "gone.txt")
    assert (code, out) == (1, "")
    assert err == f"There is no file {tmp_path / 'gone.txt'}.\nCheck the name and try again.\n"


def test_gloss_explains_words_slang_and_traditional(run: Run) -> None:
    code, out, err = run("gloss", "公园", "yyds", "電話")
    assert (code, err) == (0, "")
    park, slang, phone = out.strip().split("\n\n")
    assert park.startswith("公园  (公園)  gōngyuán\n  1. park")
    assert "HSK 2" in park
    assert "園" not in park.split("\n", 1)[1]
    assert slang.startswith("yyds")
    assert "[playful] the GOAT" in slang
    assert phone.startswith("電話  (电话)")


def test_gloss_takes_unknown_words_to_pieces_and_says_what_it_does_not_know(run: Run) -> None:
    code, out, _ = run("gloss", "公园散步")
    assert code == 0
    assert out.startswith("公园散步: not in the dictionary, in pieces:\n  公园")
    assert "  散步" in out
    code, out, _ = run("gloss", "qwrtzp", "公园")
    assert code == 1
    assert "qwrtzp: not in the dictionary." in out
    assert "park" in out, "the others are explained all the same"


# -- line tools --------------------------------------------------------------------------------

LINES = [
    "今天天气很好，我们去公园。",
    "",
    "   ",
    "我去了西湖。你呢？她真的破防了！",
    "no Chinese here, 123",
    "表情😀[笑哭R]@小红 https://example.com",
    "一行里有\u2028别的换行\x0b符\x85号",
    "繁體字也可以，我們去公園。",
]


@pytest.mark.parametrize("command", ["segment", "pinyin", "translate"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("closed", [True, False])
def test_there_is_one_line_out_for_each_line_in(run: Run, command: str, end: bytes, closed: bool) -> None:
    stdin = end.join(line.encode() for line in LINES) + (end if closed else b"")
    code, out, err = run(command, stdin=stdin)
    assert (code, err) == (0, "")
    assert out.endswith("\n")
    lines = out.split("\n")[:-1]
    assert len(lines) == len(LINES)
    assert lines[1] == ""
    assert lines[0]
    assert "\r" not in out


def test_what_the_line_tools_write(run: Run) -> None:
    stdin = "今天天气很好，我们去公园。\n表情😀[笑哭R]真好\n".encode()
    assert run("segment", stdin=stdin)[1] == "今天 天气 很 好 ， 我们 去 公园 。\n表情 😀 [笑哭R] 真 好\n"
    assert run("pinyin", stdin=stdin)[1] == (
        "jin1 tian1 tian1 qi4 hen3 hao3，wo3 men5 qu4 gong1 yuan2。\nbiao3 qing2😀[笑哭R]zhen1 hao3\n"
    )
    english = run("translate", stdin=stdin)[1].split("\n")
    assert "😀[笑哭R]" in english[1].replace(" ", "")


def test_bytes_that_are_no_text_become_replacement_characters(run: Run) -> None:
    code, out, _ = run("segment", stdin=b"\xff\xfe \xe4\xbb\x8a\xe5\xa4\xa9 \xe4\xbb\n\xe5\xa5\xbd\n")
    assert code == 0
    first, second = out.rstrip("\n").split("\n")
    assert "今天" in first
    assert "�" in first
    assert second == "好"


def test_nothing_in_is_nothing_out(run: Run) -> None:
    for command in ("segment", "pinyin", "translate"):
        assert run(command) == (0, "", "")


@pytest.mark.parametrize("command", ["segment", "pinyin", "translate"])
def test_two_thousand_lines_go_through_one_process(run: Run, command: str) -> None:
    lines = [f"{LINES[number % 4] or '好的。'}" for number in range(2_000)]
    code, out, _ = run(command, stdin="\n".join(lines).encode())
    assert code == 0
    written = out.split("\n")[:-1]
    assert len(written) == 2_000
    assert len(set(written[0::4])) == 1, "the same line has the same answer"


def test_segment_and_pinyin_are_what_the_reader_shows(reader: Reader, run: Run) -> None:
    opened = reader.page.opened
    assert opened is not None
    rows = [row.prepared for row in reader.view.document.rows if row.prepared is not None]
    body = [
        (sentence.sentence.paragraph, prepared)
        for sentence, prepared in zip(opened.sentences, rows, strict=True)
        if sentence.sentence.part is Part.BODY
    ]
    shown_words, shown_pinyin = [], []
    for _, group in groupby(body, key=lambda pair: pair[0]):
        tokens = [token for _, prepared in group for token in prepared.tokens]
        shown_words.append(" ".join(token.text for token in tokens if not token.text.isspace()))
        shown_pinyin.append([syllable for token in tokens for syllable in token.syllables])
    text = opened.stored.post.body.encode()
    reader.close()
    words = [line for line in run("segment", stdin=text)[1].split("\n") if line]
    assert words == shown_words
    spelled = [line for line in run("pinyin", stdin=text)[1].split("\n") if line]
    for line, syllables in zip(spelled, shown_pinyin, strict=True):
        found = [piece for piece in _pieces(line) if piece in set(syllables)]
        assert found == syllables


def _pieces(line: str) -> list[str]:
    return re.findall(r"[a-zü:]+[1-5]", line)


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    with subprocess.Popen(
        [sys.executable, "-m", "xinqiao", "segment"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as tool:
        assert tool.stdin is not None
        assert tool.stdout is not None
        tool.stdin.write("今天天气很好。\n".encode())
        tool.stdin.flush()
        assert tool.stdout.readline().decode() == "今天 天气 很 好 。\n"
        tool.stdin.close()
        assert tool.stdout.read() == b""
    assert tool.returncode == 0


# -- the library -------------------------------------------------------------------------------


def test_import_takes_files_says_what_was_there_and_goes_on_after_a_bad_one(
    run: Run, tmp_path: Path, data_dir: Path
) -> None:
    good, english, bad = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.bin"
    good.write_text("标题\n今天天气很好。", "utf-8")
    english.write_text("Only English.", "utf-8")
    bad.write_bytes(bytes(range(256)))
    code, out, err = run("import", bad, good, english)
    assert code == 1
    assert str(bad) in err
    assert f"{good}: added (post 25)" in out
    assert "There is no Chinese in this text" in out
    code, out, _ = run("import", good)
    assert code == 0
    assert "already in the library (post 25)" in out


def test_words_and_notes_are_exported(run: Run, tmp_path: Path, data_dir: Path) -> None:
    Places.find().make()
    bench = open_workbench(Places.find())
    gloss = bench.look_up_word.look_up_text("公园")
    assert gloss is not None
    bench.keep_vocabulary.save(gloss, None)
    bench.take_notes.add("a *note*", Quote(word="公园", sentence="去公园。", translation="To the park."))
    bench.close()
    words, notes = tmp_path / "words.csv", tmp_path / "notes.md"
    assert run("export", "words", words) == (0, f"Wrote 1 words to {words}.\n", "")
    assert [line.word for line in read_words(words.read_text("utf-8"))] == ["公园"]
    code, out, _ = run("export", "notes", notes)
    assert code == 0
    assert "> 去公园。" in notes.read_text("utf-8")
    code, out, err = run("export", "words", tmp_path / "no folder" / "words.csv")
    assert (code, out) == (1, "")
    assert len(err.strip().split("\n")) == 2


def test_backup_and_restore(run: Run, tmp_path: Path) -> None:
    post, copy = tmp_path / "a.txt", tmp_path / "copy.db"
    post.write_text("第一篇文章。", "utf-8")
    assert run("import", post)[0] == 0
    assert run("backup", copy) == (0, f"Wrote {copy}.\n", "")
    post.write_text("第二篇文章。", "utf-8")
    assert "(post 26)" in run("import", post)[1]
    code, out, err = run("restore", copy)
    assert (code, err) == (0, "")
    assert "is kept as" in out
    assert "(post 26)" in run("import", post)[1], "the second post is gone from the library"
    nonsense = tmp_path / "nonsense.db"
    nonsense.write_bytes(b"no library at all" * 100)
    code, out, err = run("restore", nonsense)
    assert (code, out) == (1, "")
    assert len(err.strip().split("\n")) == 2
    code, _, err = run("restore", tmp_path / "gone.db")
    assert code == 1
    assert "There is no file" in err


def test_restore_waits_for_the_window_to_be_closed(reader: Reader, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", copy)[0] == 0
    code, _, err = run("restore", copy)
    assert code == 1
    assert "already open" in err
    reader.close()
    assert run("restore", copy)[0] == 0


def test_models_are_listed_removed_and_installed(run: Run, mini_package: Path, tmp_path: Path) -> None:
    code, out, _ = run("models", "list")
    assert code == 0
    starter, package = out.strip().split("\n")
    assert starter.startswith("starter-zh-en")
    assert "ships with Xinqiao" in starter
    assert package.startswith("argos-zh-en  Argos zh→en 0.1, 4 MB, 20")
    assert package.endswith("(in use)")
    assert run("models", "remove", "argos-zh-en")[0] == 0
    code, out, _ = run("models", "list")
    assert out.strip().endswith("(in use)")
    assert "argos" not in out
    assert run("models", "install", mini_package)[0] == 0
    assert "argos-zh-en" in run("models", "list")[1]
    code, _, err = run("models", "remove", "no such model")
    assert code == 1
    assert "models list" in err
    assert run("models", "install", step_package(mini_package, tmp_path / "en-fr.argosmodel"))[0] == 0
    listed = run("models", "list")[1].strip().split("\n")
    assert [line.split()[0] for line in listed] == ["starter-zh-en", "argos-en-fr", "argos-zh-en"]
    assert run("models", "remove", "Argos en→fr")[0] == 0
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(b"PK\x03\x04 not really")
    code, _, err = run("models", "install", bad)
    assert code == 1
    assert len(err.strip().split("\n")) == 2


def test_the_data_folder_is_the_one_that_was_named(run: Run, tmp_path: Path, data_dir: Path) -> None:
    other, post = tmp_path / "other", tmp_path / "a.txt"
    post.write_text("今天天气很好。", "utf-8")
    assert run("--data-dir", other, "import", post)[0] == 0
    assert (other / "library.db").is_file()
    assert not (data_dir / "library.db").exists()


def test_version_and_unknown_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(["--version"])
    assert done.value.code == 0
    assert capsys.readouterr().out == f"xinqiao {__version__}\n"
    with pytest.raises(SystemExit) as done:
        main(["dance"])
    assert done.value.code == 2


# -- processes of their own --------------------------------------------------------------------


def test_doctor_finds_everything_sound(models_dir: Path) -> None:
    done = process("doctor")
    out = done.stdout.decode()
    assert done.returncode == 0, out + done.stderr.decode()
    assert "✗" not in out
    assert "24 posts" not in out
    assert "✓ Words: 周末 去 了" in out
    assert "✓ Offline: nothing asked for the network" in out


def test_doctor_names_what_is_wrong(tmp_path: Path, models_dir: Path, data_dir: Path) -> None:
    (data_dir / "library.db").write_bytes(os.urandom(9000))
    done = process("doctor")
    assert done.returncode == 1
    assert "✗ Data folder and library:" in done.stdout.decode()


def test_without_a_display_the_first_post_is_told_with_a_picture(
    models_dir: Path, data_dir: Path, furnished: Path
) -> None:
    shutil.copy(furnished, data_dir / "library.db")
    done = process()
    out = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert out.startswith("There is no display here")
    assert "大家好！\n    " in out
    assert "      · " in out
    picture = data_dir / "first-look.png"
    assert out.endswith(f"A picture of the window: {picture}\n")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_without_a_display_an_impossible_data_folder_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = process(XINQIAO_DATA_DIR=str(tmp_path / "file" / "data"))
    assert done.returncode == 1
    assert "--data-dir" in done.stderr.decode()


def test_a_reader_that_goes_away_ends_the_tool_quietly() -> None:
    if not hasattr(signal, "SIGPIPE"):
        return
    command = f"'{sys.executable}' -m xinqiao segment | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command],
        input="今天天气很好。\n".encode() * 3000,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
        timeout=120,
    )
    assert done.stdout.decode() == "今天 天气 很 好 。\n"
    assert done.stderr == b""


def _heed_ctrl_c() -> None:
    """What is started in the background of a shell does not heed it, nor do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_in_the_middle_of_a_wide_search_ends_the_tool_quietly(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"beam": 4}', "utf-8")
    lines = [f"昨天晚上我和{number}个朋友一起去了一家新开的餐厅，味道还不错。" for number in range(2, 40)]
    with subprocess.Popen(
        [sys.executable, "-m", "xinqiao", "--data-dir", str(tmp_path), "translate"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "app")},
        preexec_fn=_heed_ctrl_c,
    ) as tool:
        assert tool.stdin is not None
        assert tool.stdout is not None
        tool.stdin.write("\n".join(lines).encode())
        tool.stdin.close()
        tool.stdin = None
        assert tool.stdout.readline().strip()  # the next batch runs by now
        tool.send_signal(signal.SIGINT)
        _, said = tool.communicate(timeout=60)
    assert (tool.returncode, said) == (130, b"")
