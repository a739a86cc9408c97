"""The parts of the Models page, one below the other."""

from xinqiao.ui.model_sections.installed import InstalledSection
from xinqiao.ui.model_sections.kept import KeptSection
from xinqiao.ui.model_sections.offers import OffersSection
from xinqiao.ui.model_sections.progress import ProgressStrip
from xinqiao.ui.model_sections.running import RunningSection
from xinqiao.ui.model_sections.section import megabytes
from xinqiao.ui.model_sections.server import ServerSection
from xinqiao.ui.model_sections.trying import TrySection

__all__ = [
    "InstalledSection",
    "KeptSection",
    "OffersSection",
    "ProgressStrip",
    "RunningSection",
    "ServerSection",
    "TrySection",
    "megabytes",
]
