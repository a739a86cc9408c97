"""Commands that work on the library: import, export, backup, restore."""

import argparse
import sys

from xinqiao.domain.errors import ReaderError
from xinqiao.places import Places
from xinqiao.startup import open_workbench


def run(options: argparse.Namespace, places: Places) -> int:
    """Run one of the library commands."""
    if options.command == "import":
        return _import(options, places)
    if options.command == "export":
        return _export(options, places)
    return _copies(options, places)


def _import(options: argparse.Namespace, places: Places) -> int:
    bench = open_workbench(places)
    problems = 0
    try:
        for file in options.files:
            try:
                imported = bench.import_posts.file(file)
            except ReaderError as error:  # one bad file keeps no other from coming in
                problems += 1
                print(f"{file}: not added. {error.what}\n  {error.next_step}", file=sys.stderr)
                continue
            said = "already in the library" if imported.already_there else "added"
            print(f"{file}: {said} (post {imported.post_id})")
            for notice in imported.notices:
                print(f"  {notice.sentence}")
    finally:
        bench.close()
    return 1 if problems else 0


def _export(options: argparse.Namespace, places: Places) -> int:
    bench = open_workbench(places)
    try:
        if options.what == "words":
            count = bench.export_vocabulary.to_csv(options.file)
        else:
            count = bench.export_notes.to_markdown(options.file)
    finally:
        bench.close()
    print(f"Wrote {count} {options.what} to {options.file}.")
    return 0


def _copies(options: argparse.Namespace, places: Places) -> int:
    from xinqiao.services.back_up import BackUp
    from xinqiao.storage.backups import SqliteLibraryFiles

    back_up = BackUp(SqliteLibraryFiles(places.library))
    if options.command == "backup":
        print(f"Wrote {back_up.to_file(options.file)}.")
        return 0
    aside = back_up.restore(options.file)
    print(f"The library is the copy {options.file} now.")
    if aside is not None:
        print(f"The library it replaced is kept as {aside}.")
    return 0
