"""How slang is used, in the interface's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_SHIPPED = {
    "affectionate": QT_TRANSLATE_NOOP("Registers", "affectionate"),
    "complaining": QT_TRANSLATE_NOOP("Registers", "complaining"),
    "fandom": QT_TRANSLATE_NOOP("Registers", "fandom"),
    "gaming": QT_TRANSLATE_NOOP("Registers", "gaming"),
    "insulting": QT_TRANSLATE_NOOP("Registers", "insulting"),
    "ironic": QT_TRANSLATE_NOOP("Registers", "ironic"),
    "neutral": QT_TRANSLATE_NOOP("Registers", "neutral"),
    "platform": QT_TRANSLATE_NOOP("Registers", "platform"),
    "playful": QT_TRANSLATE_NOOP("Registers", "playful"),
    "shopping": QT_TRANSLATE_NOOP("Registers", "shopping"),
    "vulgar": QT_TRANSLATE_NOOP("Registers", "vulgar"),
    "workplace": QT_TRANSLATE_NOOP("Registers", "workplace"),
}


def register_name(register: str) -> str:
    """A register of the shipped slang in the interface's language; the reader's own as it is."""
    known = _SHIPPED.get(register)
    return QCoreApplication.translate("Registers", str(known)) if known else register
