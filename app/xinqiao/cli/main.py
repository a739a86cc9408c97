"""The command line: `xinqiao` opens the window, its commands work without a display."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from xinqiao import __version__
from xinqiao.domain.errors import ReaderError
from xinqiao.places import Places


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="xinqiao",
        description="Read Chinese posts beside an offline translation. Without a command, open the window.",
    )
    parser.add_argument("--version", action="version", version=f"xinqiao {__version__}")
    parser.add_argument(
        "--data-dir", metavar="FOLDER", help="keep the library here instead of the usual place"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    read = commands.add_parser("read", help="translate a post and print it sentence by sentence")
    read.add_argument("file", metavar="FILE|-", help="a text file, or - for standard input")
    read.add_argument("--no-gloss", action="store_true", help="print no word list under the sentences")

    gloss = commands.add_parser("gloss", help="explain words")
    gloss.add_argument("words", nargs="+", metavar="WORD")

    for name, text in (
        ("segment", "cut each line of standard input into words, joined by a space"),
        ("pinyin", "write numbered pinyin for each line of standard input"),
        ("translate", "translate each line of standard input into English"),
    ):
        commands.add_parser(name, help=text)

    bring = commands.add_parser("import", help="add text files to the library as posts")
    bring.add_argument("files", nargs="+", metavar="FILE", type=Path)

    export = commands.add_parser("export", help="write the vocabulary or the notes to a file")
    export.add_argument("what", choices=("words", "notes"))
    export.add_argument("file", metavar="FILE", type=Path, help="a CSV file for words, Markdown for notes")

    models = commands.add_parser("models", help="list, install or remove translation models")
    actions = models.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="the models on this machine")
    install = actions.add_parser("install", help="install an Argos package from a file")
    install.add_argument("file", metavar="FILE", type=Path)
    remove = actions.add_parser("remove", help="remove an installed package")
    remove.add_argument("name", metavar="NAME", help="as `models list` shows it")

    backup = commands.add_parser("backup", help="write a copy of the library")
    backup.add_argument("file", metavar="FILE", type=Path)
    restore = commands.add_parser("restore", help="put a copy in the library's place")
    restore.add_argument("file", metavar="FILE", type=Path)

    commands.add_parser("doctor", help="check that everything works, offline")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: instead of the process's own.

    Returns:
        0 when all went well, 1 when the reader has something to put right.
    """
    options = _parser().parse_args(arguments)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `xinqiao … | head` ends quietly
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _run(options, Places.find(options.data_dir))
    except ReaderError as error:
        print(error.what, error.next_step, sep="\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        from xinqiao.engines.letting_go import end_process

        end_process(130)  # a search that cannot be stopped keeps nobody waiting
        return 130


def gui() -> int:
    """Open the window (the start menu's entry)."""
    return main([])


def _run(options: argparse.Namespace, places: Places) -> int:
    # Each command imports what it needs: none waits for another's engines.
    command = options.command
    if command is None:
        return _window(places)
    if command in ("segment", "pinyin", "translate"):
        from xinqiao.cli import line_tools

        return line_tools.run(command, places)
    if command == "read":
        from xinqiao.cli.read import read_file

        return read_file(options.file, places, glosses=not options.no_gloss)
    if command == "gloss":
        from xinqiao.cli.gloss import explain

        return explain(options.words, places)
    if command == "models":
        from xinqiao.cli import models

        return models.run(options, places)
    if command == "doctor":
        from xinqiao.cli.doctor import check

        return check(places)
    from xinqiao.cli import library

    return library.run(options, places)


def _window(places: Places) -> int:
    shown = (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")
    )
    if sys.platform.startswith("linux") and not shown:
        # Qt would abort without a word where there is no display.
        from xinqiao.cli.headless import first_look

        return first_look(places)
    from xinqiao.startup import start_window

    return start_window(places)
