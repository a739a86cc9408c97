"""The parts of the Models page, one below the other."""

from xinqiao.ui.models.sections.installed import InstalledSection
from xinqiao.ui.models.sections.kept import KeptSection
from xinqiao.ui.models.sections.offers import OffersSection
from xinqiao.ui.models.sections.progress import ProgressStrip
from xinqiao.ui.models.sections.running import RunningSection
from xinqiao.ui.models.sections.section import megabytes
from xinqiao.ui.models.sections.server import ServerSection
from xinqiao.ui.models.sections.trying import TrySection

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
