"""The style sheet of the window, from one palette."""

from string import Template

from xinqiao import resources
from xinqiao.ui.common.palette import Palette


def sheet(colours: Palette) -> str:
    """Qt style sheet for a palette: the shipped template with its colours and drawings filled in."""
    template = Template(resources.style_sheet().read_text(encoding="utf-8"))
    drawings = {name: resources.icon(file).as_posix() for name, file in (("arrow", "down"), ("tick", "tick"))}
    return template.substitute(colours.tokens(), **drawings)
