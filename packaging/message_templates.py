"""Lists what the app may tell the reader, for the language files.

The templates of messages (`xinqiao.domain.messages`) stand all over the layers that know nothing of
Qt. This writes them as the calls that `pyside6-lupdate` looks for.

    usage: message_templates.py > messages.py
"""

import ast
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

APP = Path(__file__).resolve().parents[1] / "app" / "xinqiao"
CONTEXT = "messages"  # as `xinqiao.ui.common.in_words` asks for them
_TEMPLATES = {"message": 1, "counted": 2}  # maker of messages → how many templates it takes


@dataclass(frozen=True, slots=True)
class Template:
    """One text that may be said.

    Attributes:
        where: file and line, for whoever has to put it right.
        text: what is looked up; the one for many things where it counts.
        one: the text for one thing; empty where it does not count.
        values: names that the source gives values for.
    """

    where: str
    text: str
    one: str
    values: frozenset[str]


def places_of(text: str) -> frozenset[str]:
    """Names of the places in a template."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def templates(app: Path = APP) -> list[Template]:
    """Every template in the source.

    Raises:
        ValueError: a template is put together in place of standing in the source as it is.
    """
    found: list[Template] = []
    for file in sorted(app.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found += (_template(call, f"{file.relative_to(app)}:{call.lineno}") for call in _calls(tree))
    return [template for template in found if template.text]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TEMPLATES:
            yield node


def _template(call: ast.Call, where: str) -> Template:
    assert isinstance(call.func, ast.Name)
    count = _TEMPLATES[call.func.id]
    texts = [argument.value for argument in call.args[:count] if isinstance(argument, ast.Constant)]
    if len(texts) != count or not all(isinstance(text, str) and text for text in texts):
        raise ValueError(f"{where}: the template is not one plain string")
    names = {keyword.arg or "" for keyword in call.keywords}
    if count == 1:
        return Template(where, str(texts[0]), "", frozenset(names))
    return Template(where, str(texts[1]), str(texts[0]), frozenset(names | {"count"}))


def main() -> int:
    """Write the calls that `pyside6-lupdate` looks for."""
    print("from PySide6.QtCore import QCoreApplication\n")
    for text, counts in sorted({(template.text, bool(template.one)) for template in templates()}):
        rest = ', "", 1' if counts else ""
        print(f'QCoreApplication.translate("{CONTEXT}", {text!r}{rest})')
    return 0


if __name__ == "__main__":
    sys.exit(main())
