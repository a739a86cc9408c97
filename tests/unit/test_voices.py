"""Voices are programs; a small one that writes down what it was told stands in for each."""

import array
import shutil
import sys
import time
import wave
from pathlib import Path

import pytest

from xinqiao.engines.voices import ProgramVoice, find_voice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def program(folder: Path, name: str, script: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def written(path: Path) -> list[str]:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if path.exists() and path.read_text(encoding="utf-8").endswith("end\n"):
            return path.read_text(encoding="utf-8").splitlines()[:-1]
    raise AssertionError("nothing was said")


def test_espeak_is_told_the_chosen_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "said"
    program(tmp_path / "bin", "espeak-ng", f'(printf "%s\\n" "$@"; echo end) > "{said}"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    voice = find_voice()
    assert voice is not None
    assert voice.say("女儿", ("nu:3", "er2"))
    assert written(said) == ["-v", "cmn-latn-pinyin", "--", "nü3 er2"]
    said.unlink()
    assert voice.say("哪儿", ("na3", "r5"))
    assert written(said)[-1] == "na3 er5"
    assert not voice.say("yyds", ())
    assert not voice.say("？", ("xx5",))
    voice.close()


def test_what_espeak_itself_makes_of_a_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where espeak-ng is installed it is run for real, into a file; elsewhere there is no such voice."""
    real = shutil.which("espeak-ng")
    if real is None:
        voice = find_voice("linux")
        assert voice is None
        return
    out, done = tmp_path / "said.wav", tmp_path / "done"
    program(tmp_path / "bin", "espeak-ng", f'"{real}" --stdout "$@" > "{out}" && echo end > "{done}"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    voice = find_voice()
    assert voice is not None

    def sound(text: str, *syllables: str) -> bytes:
        done.unlink(missing_ok=True)
        assert voice.say(text, syllables)
        assert written(done) == []
        with wave.open(str(out)) as file:
            return bytes(file.readframes(file.getnframes()))

    level, falling = sound("妈", "ma1"), sound("骂", "ma4")
    for frames in (level, falling, sound("绿", "lu:4"), sound("哪儿", "na3", "r5")):
        samples = array.array("h", frames)
        assert len(samples) > 4000
        assert max(samples) > 2000, "not silence"
    assert level != falling
    assert sound("行", "hang2") != sound("行", "xing2"), "the reading is said, not the character"
    voice.close()
    monkeypatch.setenv("PATH", str(Path(real).parent))
    aloud = find_voice()
    assert aloud is not None
    assert aloud.say("妈", ("ma1",)), "with a loudspeaker or without"
    aloud.close()


def test_a_new_word_cuts_the_one_before_short_and_nothing_waits(tmp_path: Path) -> None:
    slow = program(tmp_path, "slow", "exec sleep 30")
    voice = ProgramVoice((str(slow),), reads_pinyin=False)
    start = time.monotonic()
    for _ in range(3):
        assert voice.say("西湖", ())
    voice.close()
    voice.close()
    assert time.monotonic() - start < 5


def test_where_there_is_no_voice_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [find_voice(platform) for platform in ("linux", "darwin", "win32")] == [None, None, None]
    gone = ProgramVoice((str(tmp_path / "gone"),), reads_pinyin=False)
    assert not gone.say("西湖", ())


def test_the_voices_of_other_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tmp_path / "said"
    listing = 'echo "Alex                en_US    # Hi"; echo "Ting Ting           zh_CN    # 您好"'
    script = f'if [ "$2" = "?" ]; then {listing}; else (printf "%s\\n" "$@"; echo end) > "{said}"; fi'
    program(tmp_path / "bin", "say", script)
    program(tmp_path / "bin", "powershell", f'(/bin/cat; echo; echo end) > "{said}"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    mac = find_voice("darwin")
    assert mac is not None
    assert mac.say("西湖", ("xi1", "hu2"))
    assert written(said) == ["-v", "Ting Ting", "西湖"]
    mac.close()
    said.unlink()
    windows = find_voice("win32")
    assert windows is not None
    assert windows.say("西湖", ())
    assert written(said) == ["西湖"]
    windows.close()
