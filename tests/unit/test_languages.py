"""The language files hold every text of the window, translated, and the compiled ones are theirs."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from xinqiao import resources

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent

PLACE = re.compile(r"\{\w+\}")

Message = tuple[str, str]  # (context, source)


def messages(file: Path) -> dict[Message, ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


@pytest.mark.parametrize(("language", "options"), [("zh_CN", []), ("en", ["-pluralonly"])])
def test_every_text_of_the_window_is_in_the_file(language: str, options: list[str], tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = sorted(map(str, (ROOT / "app" / "xinqiao" / "ui").rglob("*.py")))
    if not options:  # English says the messages from below the window by itself
        listed = tmp_path / "messages.py"
        lister = [sys.executable, str(ROOT / "packaging" / "message_templates.py")]
        listed.write_bytes(subprocess.run(lister, check=True, capture_output=True).stdout)
        sources.append(str(listed))
    subprocess.run(
        [TOOLS / "pyside6-lupdate", "-silent", *options, *sources, "-ts", fresh],
        check=True,
        capture_output=True,
    )
    assert set(messages(resources.translations() / f"xinqiao_{language}.ts")) == set(messages(fresh))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    for (context, source), message in messages(resources.translations() / f"xinqiao_{language}.ts").items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, (context, source)
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            assert form.strip(), (context, source)
            assert set(PLACE.findall(source)) == set(PLACE.findall(form)), (context, source)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [("en", 1, "1 word"), ("en", 3, "3 words"), ("zh_CN", 3, "3 个词")],
)
def test_the_compiled_file_speaks(qapp: QApplication, language: str, count: int, said: str) -> None:
    translator = QTranslator()
    assert translator.load(f"xinqiao_{language}", str(resources.translations()))
    qapp.installTranslator(translator)
    try:
        assert QCoreApplication.translate("WordsPage", "%n word(s)", "", count) == said
    finally:
        qapp.removeTranslator(translator)
