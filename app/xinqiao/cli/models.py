"""`xinqiao models`: lists, installs and removes translation models."""

import argparse
import sys

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import message
from xinqiao.domain.models import InstalledModel, ModelInstalled, ModelKind, ModelProgress
from xinqiao.domain.translations import ModelId
from xinqiao.places import Places
from xinqiao.startup import Toolbox


def run(options: argparse.Namespace, places: Places) -> int:
    """Run one of the model commands."""
    tools = Toolbox(places)
    try:
        if options.action == "install":
            return _install(options, tools)
        if options.action == "remove":
            return _remove(options, tools)
        return _list(tools)
    finally:
        tools.close()


def _install(options: argparse.Namespace, tools: Toolbox) -> int:
    for step in tools.manage_models().install_file(options.file, CancelToken()):
        if isinstance(step, ModelProgress):
            _show_progress(step)
        elif isinstance(step, ModelInstalled):
            print(f"Installed {step.model.model.name} {step.model.model.version}.", file=sys.stderr)
    return 0


def _remove(options: argparse.Namespace, tools: Toolbox) -> int:
    manage = tools.manage_models()
    for model in manage.installed():
        if options.name in (model.name, model.model.name):
            manage.remove(model.name)
            print(f"Removed {model.model.name}.")
            return 0
    raise ReaderError(
        message("No installed package is called {name}.", name=options.name),
        message("See `xinqiao models list` for the names."),
    )


def _list(tools: Toolbox) -> int:
    in_use: ModelId | None = None
    try:
        in_use = tools.models.current().model
    except ReaderError as error:
        print(error.what, error.next_step, sep="\n")
    for model in tools.manage_models().installed():
        used = in_use is not None and (in_use.name, in_use.sha256) == (model.model.name, model.model.sha256)
        print(_line(model) + ("  (in use)" if used else ""))
    return 0


def _line(model: InstalledModel) -> str:
    facts = [f"{model.name}  {model.model.name} {model.model.version}", f"{model.size / 1_000_000:.0f} MB"]
    if model.kind is ModelKind.STARTER:
        facts.append("ships with Xinqiao")
    if model.installed_at is not None:
        facts.append(model.installed_at.astimezone().date().isoformat())
    if model.licence:
        facts.append(model.licence)
    return ", ".join(facts)


def _show_progress(step: ModelProgress) -> None:
    if sys.stderr.isatty():
        total = f" of {step.total / 1e6:.0f}" if step.total else ""
        print(f"\r{step.done / 1e6:.0f}{total} MB", end="", file=sys.stderr, flush=True)
