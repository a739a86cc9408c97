"""`xinqiao doctor`: tries each part once and says what works; nothing leaves the machine."""

import platform
import sys
import time
from collections.abc import Callable

from xinqiao import __version__
from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.places import Places
from xinqiao.startup import Toolbox

_SENTENCE = "周末去了一趟杭州西湖。"


def check(places: Places) -> int:
    """Print one line for each part.

    Returns:
        0 when everything works.
    """
    print(f"Xinqiao {__version__}, Python {platform.python_version()}, {platform.platform()}")
    print(f"Data folder: {places.data}")
    asked_for_network = _watch_network()
    tools = Toolbox(places)

    def library() -> str:
        from xinqiao.storage.database import open_library

        places.make()
        with open_library(places.library) as opened:
            return f"{len(opened.posts.summaries())} posts, {len(opened.vocabulary.all())} words"

    def translation() -> str:
        translator = tools.translate_sentences()
        return " ".join(done.text for _, done in translator.translate([_SENTENCE], CancelToken()))

    def strokes() -> str:
        return " ".join(f"{one.character} {len(one.strokes)}" for one in tools.show_strokes.of_word("西湖"))

    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("Data folder and library", library),
        ("Dictionary", lambda: tools.lexicon.version),
        ("Words", lambda: " ".join(tools.prepare.plain_segments(_SENTENCE))),
        ("Pinyin", lambda: tools.prepare.numbered_pinyin(_SENTENCE)),
        ("Stroke order", strokes),
        ("Translation", translation),
        ("Model", lambda: tools.models.current().model.key),
    )
    sound = True
    for name, part in parts:
        start = time.perf_counter()
        try:
            said = part()
        except ReaderError as error:
            sound = False
            print(f"  ✗ {name}: {error.what}\n      {error.next_step}")
            continue
        print(f"  ✓ {name}: {said} ({time.perf_counter() - start:.1f} s)")
    if asked_for_network:
        sound = False
        print(f"  ✗ Offline: something asked for the network: {', '.join(asked_for_network)}")
    else:
        print("  ✓ Offline: nothing asked for the network")
    tools.close()
    return 0 if sound else 1


def _watch_network() -> list[str]:
    """Refuse and note every connection from here on; a local one too, since none is needed."""
    asked: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
            asked.append(f"{event} {arguments[-1]}")
            raise OSError("xinqiao doctor allows no connection")

    sys.addaudithook(hook)
    return asked
