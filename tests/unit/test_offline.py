"""The whole path with every socket refused: a post is opened, prepared, translated, looked up, searched."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Refused below everything: whoever so much as makes a socket ends the process with a sentence.
REFUSE = """
import sys
def refuse(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        print("asked for the network:", event, arguments, flush=True)
        import os
        os._exit(97)
sys.addaudithook(refuse)
"""

PATH = """
import sys
from pathlib import Path
from xinqiao.places import Places
from xinqiao.startup import open_workbench
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.words import TokenKind

places = Places.find(sys.argv[1])
places.make()
bench = open_workbench(places)
post = bench.posts.summaries()[0].id
opened = bench.read_post.open(post)
batches = [batch for found in bench.read_post.prepare(opened, CancelToken()) for batch in found]
english = dict(bench.read_post.translate(opened, CancelToken()))
assert len(english) == len(opened.sentences) == len(batches), (len(english), len(batches))
assert all(translation.text for translation in english.values())
for number, prepared in batches[:3]:
    for index, token in enumerate(prepared.tokens):
        if token.kind is TokenKind.WORD:
            bench.look_up_word.look_up(prepared, index)
sentence = opened.sentences[-1].sentence.text
assert bench.use_models.hypotheses(sentence, 3, CancelToken())
items = [(aligned.sentence.text, english[number]) for number, aligned in enumerate(opened.sentences)]
list(bench.read_post.improve(opened, items, CancelToken()))
assert bench.use_models.try_out("谢谢大家，我们下周见。", "", CancelToken()).english
assert bench.manage_models.installed() and bench.manage_models.available() is None
assert bench.posts.search("西湖") is not None
print("READ", len(english), bench.use_models.in_use()[0].name, flush=True)
bench.close()
"""

needs_unshare = pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode != 0,
    reason="this system lets nobody take a process off the network",
)


def read(data: Path, before: list[str], code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, sys.executable, "-c", code, str(data)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        cwd=ROOT,
        env={
            "PYTHONPATH": str(ROOT / "app"),
            "PATH": "/usr/bin:/bin",
            "HOME": str(data),
            "LC_ALL": "C.UTF-8",
        },
    )


@pytest.mark.parametrize("model", ["package", "starter"])
def test_no_socket_is_even_made(tmp_path: Path, mini_models: Path, model: str) -> None:
    data = tmp_path / "data"
    if model == "package":
        shutil.copytree(mini_models, data / "models")
    done = read(data, [], REFUSE + PATH)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "READ" in done.stdout
    assert ("Argos" if model == "package" else "Starter") in done.stdout


@needs_unshare
def test_it_reads_where_there_is_no_network_at_all(tmp_path: Path, mini_models: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(mini_models, data / "models")
    done = read(data, ["unshare", "-rn"], PATH)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "READ" in done.stdout


@needs_unshare
def test_the_doctor_says_so_there(tmp_path: Path, mini_models: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(mini_models, data / "models")
    code = (
        "import sys; from xinqiao.cli.main import main; sys.exit(main(['--data-dir', sys.argv[1], 'doctor']))"
    )
    done = read(data, ["unshare", "-rn"], code)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✓ Offline: nothing asked for the network" in done.stdout


def test_the_proof_can_fail(tmp_path: Path) -> None:
    done = read(tmp_path, [], REFUSE + "import socket; socket.socket()")
    assert done.returncode == 97
    assert "asked for the network" in done.stdout
