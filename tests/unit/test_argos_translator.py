import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import xinqiao
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.translations import Source
from xinqiao.engines.argos_package import read_package_info
from xinqiao.engines.argos_translator import WIDTH, ArgosTranslator
from xinqiao.engines.install_package import install_package

PACKAGE = Path(__file__).parents[1] / "fixtures" / "argos-zh-en-mini.argosmodel"
SENTENCES = [
    Source(text) for text in ("今天天气很好。", "我不喜欢吃鱼", "谢谢大家", "明天我们一起去公园吧！")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_package(PACKAGE, tmp_path_factory.mktemp("models"), CancelToken()).folder


def test_translates_one_for_one_with_scores(folder: Path) -> None:
    translator = ArgosTranslator(folder)
    outputs = list(translator.translate(SENTENCES * 10, CancelToken()))
    assert len(outputs) == len(SENTENCES) * 10
    assert all(output.text and output.score is not None and output.score <= 0 for output in outputs)
    assert all("▁" not in output.text and "\n" not in output.text for output in outputs)
    assert outputs[0].text == outputs[len(SENTENCES)].text
    assert not translator.wants_hints


def test_says_which_model_it_is(folder: Path) -> None:
    model = ArgosTranslator(folder).model
    assert model.name == "Argos zh→en"
    assert model.version == "0.1"
    assert len(model.sha256) == 64
    assert ArgosTranslator(folder, beam=WIDTH).model == model
    other = ArgosTranslator(folder, beam=1).model
    assert other.key != model.key
    assert (other.name, other.sha256) == (model.name, model.sha256)


@pytest.mark.parametrize("beam", [1, 4])
def test_can_be_stopped(folder: Path, beam: int) -> None:
    cancel = CancelToken()
    outputs = ArgosTranslator(folder, beam=beam).translate(SENTENCES * 200, cancel)
    next(outputs)
    cancel.set()
    with pytest.raises(Cancelled):
        list(outputs)


def test_a_target_prefix_is_asked_for_and_taken_off(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "package"
    copy.mkdir()
    for item in folder.iterdir():
        if item.name != "metadata.json":
            (copy / item.name).symlink_to(item)
    data = json.loads((folder / "metadata.json").read_text("utf-8"))
    (copy / "metadata.json").write_text(json.dumps({**data, "target_prefix": "▁The"}), "utf-8")
    (output,) = ArgosTranslator(copy).translate(SENTENCES[:1], CancelToken())
    (plain,) = ArgosTranslator(folder).translate(SENTENCES[:1], CancelToken())
    assert output.text != plain.text
    assert not output.text.startswith("The ")


def test_packages_with_a_bpe_tokenizer_are_read_too(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "package"
    copy.mkdir()
    (copy / "model").symlink_to(folder / "model")
    (copy / "metadata.json").symlink_to(folder / "metadata.json")
    (copy / "bpe.model").write_text("#version: 0.2\n今 天</w>\n天 气</w>\n", "utf-8")
    outputs = list(ArgosTranslator(copy).translate(SENTENCES[:2], CancelToken()))
    assert len(outputs) == 2


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ("", "damaged"),
        ("[]", "damaged"),
        ("{", "damaged"),
        ('{"from_code": "zh"}', "damaged"),
        ('{"from_code": 1, "to_code": "en"}', "damaged"),
        ('{"from_code": "zh", "to_code": "en\\u0000"}', "damaged"),
        ("[" * 100_000, "damaged"),
        ('{"from_code": "en", "to_code": "zh", "to_name": "Chinese"}', "en to Chinese"),
        ('{"from_code": "zh", "to_code": "fr"}', "zh to fr"),
        ('{"from_code": "zh", "to_code": "en", "type": "sbd"}', "not a translation package"),
    ],
)
def test_descriptions_that_will_not_do(tmp_path: Path, metadata: str, said: str) -> None:
    (tmp_path / "metadata.json").write_text(metadata, "utf-8")
    with pytest.raises(ReaderError, match=said) as caught:
        read_package_info(tmp_path)
    assert caught.value.next_step


def test_damage_is_a_clear_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="missing or damaged"):
        ArgosTranslator(tmp_path)
    (tmp_path / "metadata.json").symlink_to(folder / "metadata.json")
    with pytest.raises(ReaderError, match="a part of it is missing"):
        ArgosTranslator(tmp_path)
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.bin").write_bytes(b"no model")
    (tmp_path / "sentencepiece.model").symlink_to(folder / "sentencepiece.model")
    with pytest.raises(ReaderError, match="cannot be read"):
        ArgosTranslator(tmp_path).load()
    data = bytearray((folder / "model" / "model.bin").read_bytes())
    place = data.rindex(b"encoder/embeddings")
    data[place : place + 7] = b"decoder"  # whole, and still without a part that it needs
    (tmp_path / "model" / "model.bin").write_bytes(data)
    for item in (folder / "model").iterdir():
        if item.name != "model.bin":
            (tmp_path / "model" / item.name).symlink_to(item)
    with pytest.raises(ReaderError, match="cannot be read"):
        ArgosTranslator(tmp_path).load()
    (tmp_path / "sentencepiece.model").unlink()
    (tmp_path / "sentencepiece.model").write_bytes(b"no tokenizer")
    with pytest.raises(ReaderError, match="cannot be read"):
        ArgosTranslator(tmp_path).load()


def test_neither_importing_nor_translating_opens_a_socket(folder: Path, tmp_path: Path) -> None:
    """In a process of its own, where any use of the socket module ends it."""
    script = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        print("socket:", event, arguments, flush=True)
        import os
        os._exit(3)
sys.addaudithook(refuse)
from pathlib import Path
import argostranslate.package, argostranslate.translate
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.translations import Source
from xinqiao.engines.argos_translator import ArgosTranslator
outputs = list(ArgosTranslator(Path(sys.argv[1])).translate([Source("今天天气很好。")] * 3, CancelToken()))
print(len(outputs))
"""
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script, str(folder)],
        env={**os.environ, "PYTHONPATH": str(Path(xinqiao.__file__).parents[1]), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.strip().endswith("3")


def test_the_fixture_is_a_plain_package() -> None:
    with zipfile.ZipFile(PACKAGE) as archive:
        assert any(name.endswith("metadata.json") for name in archive.namelist())
