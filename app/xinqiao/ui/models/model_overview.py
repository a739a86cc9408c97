"""What the Models page shows of this machine."""

from dataclasses import dataclass

from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message
from xinqiao.domain.models import (
    AvailablePackage,
    CacheStatistics,
    InstalledModel,
)
from xinqiao.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows of this machine."""

    models: list[InstalledModel]
    chosen: str
    in_use: tuple[str, str]
    leaves: bool
    updates: dict[str, AvailablePackage]
    languages: dict[str, str]
    kept: CacheStatistics
    terms: int
    problem: Message | None = None


def overview(bench: Workbench) -> Overview:
    """Look at the models as they are now."""
    problem: Message | None = None
    in_use, leaves = ("", ""), False
    try:
        model, leaves = bench.use_models.in_use()
        in_use = (model.name, model.sha256)
    except ReaderError as error:
        problem = error.whole
    return Overview(
        models=bench.manage_models.installed(),
        chosen=bench.manage_models.chosen(),
        in_use=in_use,
        leaves=leaves,
        updates=bench.manage_models.updates(),
        languages=bench.use_models.languages(),
        kept=bench.use_models.statistics(),
        terms=len(bench.keep_glossary.terms()),
        problem=problem,
    )
