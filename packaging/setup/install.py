"""Install locked packages into the running environment, showing how far it is.

usage: python install.py LOCK... [--package]

Each lock is installed in turn with its hashes checked; `--package` then installs Xinqiao itself, in
place, so that a changed source file needs no new installation. Standard library only: this runs
before anything is installed.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|ProxyError"
    r"|ConnectTimeout|ReadTimeout|Network is unreachable|Connection refused|\(from versions: none\)"
)
STEP = re.compile(
    r"\s*(Collecting|Requirement already satisfied:|Building wheel for|Installing collected)\s*(\S+)?"
)


class Failed(Exception):
    """The installation did not succeed; the message says what to do."""


def show(text: str) -> None:
    """Print a passing message: over the last one on a terminal, nothing elsewhere."""
    if sys.stdout.isatty():
        print(f"\r\033[K  {text}", end="", flush=True)


def run_pip(arguments: list[str], total: int) -> None:
    """Run pip and show one passing message a package.

    Args:
        arguments: what follows `pip`.
        total: number of packages to come, for the display.

    Raises:
        Failed: pip did not succeed.
    """
    process = subprocess.Popen(
        [*PIP, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd=ROOT,
    )
    assert process.stdout is not None
    lines: list[str] = []
    done = 0
    for line in process.stdout:
        lines.append(line)
        step = STEP.match(line)
        if step is None:
            continue
        verb, name = step.group(1), step.group(2) or ""
        if verb == "Installing collected":
            show("writing the packages ...")
        elif verb == "Building wheel for":
            show(f"building {name} ...")
        else:
            done += 1
            show(f"{min(done, total)} of {total}: {re.split('[=<>;]', name)[0]}")
    if process.wait() != 0:
        show("")
        output = "".join(lines)
        print("".join(lines[-12:]), file=sys.stderr)
        if NO_NETWORK.search(output):
            raise Failed(
                "The package index could not be reached.\n"
                "Check the network (or pip's index and proxy settings), then start again."
            )
        if "DO NOT MATCH THE HASHES" in output:
            raise Failed(
                "A package does not have the contents it had when it was chosen, so it was not installed.\n"
                "Remove pip's cache (pip cache purge) and start again; if it comes back, report it."
            )
        raise Failed("A package could not be installed; see above.")
    show("")


def install_lock(lock: Path) -> None:
    """Install every package of one lock file."""
    total = len(re.findall(r"^[A-Za-z0-9]", lock.read_text("utf-8"), re.MULTILINE))
    print(f"Installing {lock.stem} packages ({total} at most) ...", flush=True)
    # The locks hold every dependency, so none is looked for; sources are built with what the
    # first lock brought, so none is fetched for building either.
    run_pip(
        ["install", "--require-hashes", "--no-deps", "--no-build-isolation", "--progress-bar", "off",
         "--timeout", "60", "-r", str(lock)],
        total,
    )  # fmt: skip


def main() -> int:
    """Read the command line; returns the process's exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("locks", type=Path, nargs="+")
    parser.add_argument("--package", action="store_true", help="install Xinqiao itself too")
    options = parser.parse_args()
    try:
        for lock in options.locks:
            install_lock(lock.resolve())
        if options.package:
            run_pip(
                ["install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], 1
            )
    except Failed as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    if sys.stdout.isatty():
        print("\r\033[K", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
