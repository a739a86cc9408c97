"""The interface's languages: English with its plurals, and Simplified Chinese."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from xinqiao import resources

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}


def install(application: QApplication, wanted: str) -> str:
    """Load the interface's language and Qt's own words in it.

    Args:
        wanted: `en` or `zh_CN`; anything else follows the system.

    Returns:
        The language taken.
    """
    language = wanted if wanted in LANGUAGES else _of_system()
    QLocale.setDefault(QLocale(language))  # dates in lists follow the words around them
    folder = str(resources.translations())
    own = QTranslator(application)
    if own.load(f"xinqiao_{language}", folder):
        application.installTranslator(own)
    qt = QTranslator(application)
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and qt.load(f"qtbase_{language}", qt_folder):
        application.installTranslator(qt)
    return language


def _of_system() -> str:
    return "zh_CN" if QLocale.system().language() is QLocale.Language.Chinese else "en"
