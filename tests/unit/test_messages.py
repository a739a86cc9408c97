"""What is said from below the window can be said in every language of the window."""

import ast
import importlib.util
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from xinqiao import resources
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, counted, in_turn, message
from xinqiao.domain.os_reasons import reason_of
from xinqiao.ui.common.in_words import CONTEXT, in_words

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "app" / "xinqiao" / "ui"


def _packaging(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


LISTED = _packaging("message_templates")
TEMPLATES = LISTED.templates()


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """Speak Chinese."""
    translator = QTranslator()
    assert translator.load("xinqiao_zh_CN", str(resources.translations()))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_template_is_given_its_values() -> None:
    assert len(TEMPLATES) > 300
    for template in TEMPLATES:
        assert LISTED.places_of(template.text) == template.values, template
        assert LISTED.places_of(template.one) <= template.values, template


def test_every_template_has_a_chinese_translation_with_the_same_places() -> None:
    file = ElementTree.parse(resources.translations() / "xinqiao_zh_CN.ts")
    chinese = {}
    for context in file.getroot().iter("context"):
        if context.findtext("name") == CONTEXT == LISTED.CONTEXT:
            for entry in context.iter("message"):
                found = entry.find("translation")
                assert found is not None
                form = found.findtext("numerusform")
                chinese[entry.findtext("source", "")] = (form or found.text or "", form is not None)
    assert {template.text for template in TEMPLATES} == set(chinese)
    for template in TEMPLATES:
        text, counts = chinese[template.text]
        assert counts == bool(template.one), template
        assert LISTED.places_of(text) == LISTED.places_of(template.text), template
        assert any("\u4e00" <= character <= "\u9fff" for character in text) or not re.search(
            "[a-z]", re.sub(r"\{\w+\}", "", text)
        ), template


def test_a_template_that_is_put_together_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('message(f"{path} is gone.")\n')
    with pytest.raises(ValueError, match=r"one\.py:1"):
        LISTED.templates(tmp_path)


def test_the_window_says_nothing_in_english_that_it_can_say_in_its_own_language() -> None:
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                english = node.attr == "next_step" or ast.unparse(node).endswith("error.what")
                assert not english, f"{file.name}:{node.lineno}"


def test_in_english_without_a_window() -> None:
    assert str(message("{path} is a folder.", path=Path("/a{b}"))) == "/a{b} is a folder."
    assert [str(counted("Remove word", "Remove {count} words", count)) for count in (1, 2)] == [
        "Remove word",
        "Remove 2 words",
    ]
    error = ReaderError(
        message("{name} cannot be read: {reason}.", name="a", reason=reason_of(OSError(28, "No space"))),
        message("Choose another file."),
    )
    assert str(error) == "a cannot be read: the disk is full. Choose another file."
    assert (error.what, error.next_step) == (
        "a cannot be read: the disk is full.",
        "Choose another file.",
    )
    assert ReaderError(message("The note is empty.")).next_step == ""


@pytest.mark.usefixtures("chinese")
def test_in_chinese_in_the_window() -> None:
    reason = reason_of(FileNotFoundError(2, "No such file"))
    what = message("{name} cannot be read: {reason}.", name="帖子.txt", reason=reason)
    assert in_words(in_turn(what, message("Choose another file."))) == (
        "无法读取 帖子.txt：它不存在。请另选文件。"
    )
    assert [in_words(counted("Remove word", "Remove {count} words", count)) for count in (1, 2)] == [
        "移除 1 个词",
        "移除 2 个词",
    ]
    unusual = OSError(131, "State not recoverable")
    assert in_words(message("{path} cannot be used: {reason}.", path="x", reason=reason_of(unusual))) == (
        "无法使用 x：State not recoverable。"
    )


def test_where_a_language_has_no_words_it_is_english(qapp: QApplication) -> None:
    assert in_words(counted("Remove word", "Remove {count} words", 1)) == "Remove word"
    assert in_words(Message("Never translated {name}.", (("name", "西湖"),))) == "Never translated 西湖."
