"""Menu entries for how pinyin is spelled, how tones are shown and which script is read."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from xinqiao.domain.settings import PinyinStyle, Script, Settings, TonePalette
from xinqiao.ui.common import palette
from xinqiao.ui.common.pinyin_look import with_tones


class DisplayMenus(QObject):
    """Fills menus and keeps their marks right.

    Signals:
        changed: a choice was made; carries the changed settings by name.
        post_script_asked: script of the post in view; empty follows the setting.
    """

    changed = Signal(object)  # a dict as it is: Qt would make plain text of its values
    post_script_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._settings = Settings()
        self._groups: dict[str, QActionGroup] = {}

    def add_pinyin(self, menu: QMenu) -> None:
        """Entries for spelling and sandhi."""
        self._choices(
            menu,
            "pinyin_style",
            (
                (PinyinStyle.MARKS, self.tr("nǐ hǎo: with marks\tZ")),
                (PinyinStyle.NUMBERS, self.tr("ni3 hao3: with numbers")),
                (PinyinStyle.ZHUYIN, self.tr("ㄋㄧˇ ㄏㄠˇ: zhuyin")),
            ),
        )
        menu.addSeparator()
        self.sandhi = menu.addAction(self.tr("Tones as they are said (bú shì, ní hǎo)"))
        self.sandhi.setCheckable(True)
        self.sandhi.triggered.connect(lambda on: self.changed.emit({"sandhi": on}))

    def add_tones(self, menu: QMenu) -> None:
        """A submenu for the colours of tones."""
        colours = menu.addMenu(self.tr("Colours of the tones"))
        self._choices(
            colours,
            "tone_palette",
            (
                (TonePalette.STANDARD, self.tr("Standard")),
                (TonePalette.PLECO, self.tr("As in Pleco")),
                (TonePalette.CUSTOM, self.tr("Your own")),
            ),
        )
        colours.addSeparator()
        colours.addAction(self.tr("Choose your own…")).triggered.connect(lambda _=False: self._ask_colours())

    def add_script(self, menu: QMenu) -> None:
        """Entries for the script, and a submenu for the post in view."""
        self._choices(
            menu,
            "script",
            (
                (Script.WRITTEN, self.tr("Characters as written\tJ")),
                (Script.SIMPLIFIED, self.tr("Simplified 简体")),
                (Script.TRADITIONAL, self.tr("Traditional 繁體")),
            ),
        )
        here = menu.addMenu(self.tr("In this post"))
        self._post_group = QActionGroup(here)
        for value, text in (
            ("", self.tr("As everywhere")),
            (Script.WRITTEN.value, self.tr("As written")),
            (Script.SIMPLIFIED.value, self.tr("Simplified 简体")),
            (Script.TRADITIONAL.value, self.tr("Traditional 繁體")),
        ):
            action = here.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=value: self.post_script_asked.emit(chosen))
            self._post_group.addAction(action)
        self.show_post_script("")

    def show_settings(self, settings: Settings) -> None:
        """Mark the present choices."""
        self._settings = settings
        for name, group in self._groups.items():
            for action in group.actions():
                action.setChecked(action.data() == getattr(settings, name))
        self.sandhi.setChecked(settings.sandhi)

    def show_post_script(self, script: str) -> None:
        """Mark the script of the post in view."""
        for action in self._post_group.actions():
            action.setChecked(action.data() == script)

    def _choices(self, menu: QMenu, name: str, choices: tuple[tuple[StrEnum, str], ...]) -> None:
        group = QActionGroup(menu)
        for value, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=value: self.changed.emit({name: chosen}))
            group.addAction(action)
        self._groups[name] = group

    def _ask_colours(self) -> None:
        from xinqiao.ui.reading.tones_dialog import TonesDialog

        standard = palette.chosen(self._settings.theme)
        colours = with_tones(standard, self._settings)

        def take(tones: str) -> None:
            self.changed.emit(
                {"custom_tones": tones, "tone_palette": TonePalette.CUSTOM, "tone_colours": True}
            )

        TonesDialog(self._parent, colours, standard.tones, take).open()
