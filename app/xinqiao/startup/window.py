"""Makes the application and its window."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from xinqiao import resources
from xinqiao.domain.errors import ReaderError
from xinqiao.places import Places
from xinqiao.startup.library import open_workbench
from xinqiao.startup.toolbox import read_stickers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from xinqiao.ui.main_window import MainWindow


def start_window(places: Places) -> int:
    """Open the window and stay until it is closed.

    Returns:
        The process's exit code.
    """
    application = make_application()
    window = make_window(application, places)
    if window is None:
        return 1
    window.show()
    code = application.exec()
    from xinqiao.engines.letting_go import end_process

    end_process(code)  # everything is kept: nobody has to wait for a search that cannot be stopped
    return code


def make_application() -> "QApplication":
    """The Qt application with the shipped fonts."""
    from PySide6.QtWidgets import QApplication

    from xinqiao.ui.common import fonts

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("xinqiao")
    application.setApplicationDisplayName("Xinqiao 心桥")
    application.setDesktopFileName("xinqiao")
    application.setStyle("Fusion")  # one look to test, on every system
    fonts.load(resources.font_files())
    application.setFont(fonts.english(13))
    return application


def make_window(
    application: "QApplication", places: Places, tell: Callable[[ReaderError], None] | None = None
) -> "MainWindow | None":
    """The window; its library opens after its first paint.

    Args:
        application: made before.
        places: the reader's folders.
        tell: says why there can be no window; a box that waits to be read for None.

    Returns:
        None when it cannot be opened at all; the reader has been told why.
    """
    from PySide6.QtCore import QTimer

    from xinqiao.crash_reports import CrashReports
    from xinqiao.storage.instance_lock import InstanceLock
    from xinqiao.storage.settings_file import SettingsFile
    from xinqiao.ui.common import languages
    from xinqiao.ui.common.icons import app_icon
    from xinqiao.ui.common.messages import say
    from xinqiao.ui.main_window import MainWindow

    lock = InstanceLock(places.data)
    settings_file = SettingsFile(places.settings)
    try:
        places.make()
        lock.acquire()
        settings = settings_file.load()
    except ReaderError as error:
        lock.release()
        (tell or say)(error)
        return None
    languages.install(application, settings.language)
    application.setWindowIcon(app_icon(resources.icon("xinqiao")))
    reports = CrashReports(places.crash_log)
    left = reports.start()
    window = MainWindow(settings, settings_file.save, read_stickers(resources.sticker_codes()))
    reports.install(window.show_crash)
    # Functions, not bound methods: Qt keeps those by a weak reference, and the lock would be let go.
    window.crashed.connect(lambda error: reports.write(error))

    def leave() -> None:
        reports.stop()
        lock.release()

    window.closed.connect(leave)
    window.library_failed.connect(lambda error: _offer_backup(window, places, error))
    if left:
        window.library_opened.connect(
            lambda: window.tell_last_crash(places.crash_log.with_suffix(".old.log"))
        )
    QTimer.singleShot(0, lambda: _open_library(window, places))
    return window


def _open_library(window: "MainWindow", places: Places) -> None:
    window.open_library(lambda: open_workbench(places, window.report_unpacking))


def _offer_backup(window: "MainWindow", places: Places, error: ReaderError) -> None:
    """A damaged library: start with the newest backup if the reader wants to."""
    from xinqiao.storage.backups import start_from_newest_backup
    from xinqiao.storage.errors import DamagedLibraryError

    if not isinstance(error, DamagedLibraryError):
        window.desk.show_error(error)
        return

    def take_backup() -> None:
        try:
            start_from_newest_backup(places.library)
        except ReaderError as problem:
            window.desk.show_error(problem)
            return
        _open_library(window, places)

    window.offer_backup(error, take_backup)
