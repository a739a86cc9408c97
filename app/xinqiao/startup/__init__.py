"""Puts the program together: the one package that knows every layer.

Nothing heavy is imported here at the top: the window shows first, the library opens after its
first paint, and each engine loads when it is first needed.
"""

from xinqiao.startup.library import open_workbench
from xinqiao.startup.toolbox import Toolbox
from xinqiao.startup.window import make_application, make_window, start_window

__all__ = ["Toolbox", "make_application", "make_window", "open_workbench", "start_window"]
