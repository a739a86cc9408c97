"""`xinqiao models`: lists, installs and removes translation models."""

import argparse
import sys

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.engines.installed_models import install_package, installed_packages, remove_package
from xinqiao.places import Places
from xinqiao.startup import Toolbox


def run(options: argparse.Namespace, places: Places) -> int:
    """Run one of the model commands."""
    if options.action == "install":
        package = install_package(options.file, places.models, CancelToken(), _show_progress)
        print(f"Installed {package.info.name} {package.info.version}.", file=sys.stderr)
        return 0
    if options.action == "remove":
        for package in installed_packages(places.models):
            if options.name in (package.folder.name, package.info.name):
                remove_package(package.folder, places.models)
                print(f"Removed {package.info.name}.")
                return 0
        raise ReaderError(
            f"No installed package is called {options.name}.", "See `xinqiao models list` for the names."
        )
    try:
        in_use = Toolbox(places).models.current().model.key
    except ReaderError as error:
        print(error.what, error.next_step, sep="\n")
        return 0
    print("starter-zh-en  Starter zh→en, ships with Xinqiao" + _mark(in_use.startswith("Starter")))
    for package in installed_packages(places.models):
        size = package.size / 1_000_000
        about = f"{package.folder.name}  {package.info.name} {package.info.version}, {size:.0f} MB"
        print(about + _mark(package.model.key == in_use))
    return 0


def _mark(used: bool) -> str:
    return "  (in use)" if used else ""


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done / 1e6:.0f} of {total / 1e6:.0f} MB", end="", file=sys.stderr, flush=True)
