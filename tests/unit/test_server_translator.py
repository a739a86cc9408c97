import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.loopback import CERTIFICATE, Reply, Site, running_site

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import Cancelled, ReaderError
from xinqiao.domain.model_ports import leaves_machine
from xinqiao.domain.ports import Translator
from xinqiao.domain.translations import Hint, Output, Source
from xinqiao.engines.argos_translator import ArgosTranslator
from xinqiao.engines.server_translator import MAX_CHARACTERS, ServerAddress, ServerTranslator
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Patience

HASTY = Patience(connect=1, silence=0.3, whole=2)
KEY = "s3cret-key"


@pytest.fixture
def site() -> Iterator[Site]:
    with running_site() as running:
        yield running


class Libre:
    """A translation server that speaks the LibreTranslate interface, by a model that is real.

    Attributes:
        questions: sentences of each question that was taken.
        first: what it does with its first questions, instead of answering.
    """

    def __init__(self, models: Path, key: str = "", batch: int = 100) -> None:
        self._model = ArgosTranslator(models / "argos-zh-en", beam=1)
        self._key, self._batch = key, batch
        self.questions: list[list[str]] = []
        self.first: list[Callable[[Reply], None]] = []

    def __call__(self, reply: Reply) -> None:
        if self.first:
            self.first.pop(0)(reply)
            return
        asked = json.loads(reply.body)
        if self._key and asked.get("api_key") != self._key:
            self._answer(reply, 403, {"error": "Invalid API key"})
        elif (asked["source"], asked["target"], asked["format"]) != ("zh", "en", "text"):
            self._answer(reply, 400, {"error": f"{asked['source']} is not supported"})
        elif len(asked["q"]) > self._batch:
            self._answer(reply, 400, {"error": "Invalid request: request exceeds text limit"})
        else:
            self.questions.append(asked["q"])
            outputs = self._model.translate([Source(text) for text in asked["q"]], CancelToken())
            self._answer(reply, 200, {"translatedText": [output.text for output in outputs]})

    @staticmethod
    def _answer(reply: Reply, status: int, data: object) -> None:
        reply.send(status, json.dumps(data).encode(), Content_Type="application/json")


@pytest.fixture
def libre(site: Site, mini_models: Path) -> Libre:
    server = Libre(mini_models)
    site.routes["/translate"] = server
    return server


def sources(count: int) -> list[Source]:
    words = ["今天天气很好。", "我不喜欢吃鱼", "谢谢大家", "明天我们一起去公园吧！"]
    return [Source(words[number % len(words)]) for number in range(count)]


def translated(site: Site, asked: Sequence[Source], **more: float) -> list[Output]:
    # Patient, since a real model answers: on a busy machine that takes its time.
    translator = ServerTranslator(ServerAddress(site.address), patience=Patience(), **more)  # type: ignore[arg-type]
    return list(translator.translate(asked, CancelToken()))


def refused(site: Site, said: str, key: str = "", asked: Sequence[Source] | None = None) -> WebError:
    translator = ServerTranslator(ServerAddress(site.address, key), patience=HASTY)
    with pytest.raises(WebError, match=said) as caught:
        list(translator.translate(asked or sources(1), CancelToken()))
    assert caught.value.next_step
    assert KEY not in str(caught.value)
    return caught.value


def test_translates_one_for_one_by_a_real_model(site: Site, libre: Libre, mini_models: Path) -> None:
    asked = sources(50)
    outputs = translated(site, asked)
    here = ArgosTranslator(mini_models / "argos-zh-en", beam=1).translate(asked, CancelToken())
    assert [output.text for output in outputs] == [output.text for output in here]
    assert all(output.score is None for output in outputs)
    assert [len(question) for question in libre.questions] == [4, 32, 14]
    (first, *_) = site.asked
    assert (first.method, first.path) == ("POST", "/translate")
    assert first.headers["content-type"] == "application/json"
    assert json.loads(first.body) == {
        "q": [source.text for source in asked[:4]],
        "source": "zh",
        "target": "en",
        "format": "text",
    }


def test_asks_nothing_for_nothing(site: Site, libre: Libre) -> None:
    translator = ServerTranslator(ServerAddress(site.address))
    assert translator.model.key
    assert list(translator.translate([], CancelToken())) == []
    assert site.asked == []


def test_hints_stay_here(site: Site, libre: Libre) -> None:
    translator = ServerTranslator(ServerAddress(site.address))
    assert not translator.wants_hints
    list(translator.translate([Source("破防了", (Hint("破防", "to lose it"),))], CancelToken()))
    assert b"lose it" not in site.asked[0].body


def test_it_is_plain_that_text_leaves_the_machine(mini_models: Path) -> None:
    server: Translator = ServerTranslator(ServerAddress("https://translate.example.org:5000/path/", KEY))
    assert leaves_machine(server)
    assert not leaves_machine(ArgosTranslator(mini_models / "argos-zh-en"))
    assert server.model.name == "Server translate.example.org:5000 zh→en"
    assert KEY not in repr(ServerAddress("https://translate.example.org", KEY))
    other = ServerTranslator(ServerAddress("https://translate.example.org/path", KEY))
    assert other.model.key != server.model.key
    again = ServerTranslator(ServerAddress("https://translate.example.org/path/translate", "another key"))
    assert again.model == other.model
    french = ServerTranslator(ServerAddress("https://translate.example.org/path"), target="fr")
    assert french.model.key != other.model.key
    assert other.encrypted
    assert not ServerTranslator(ServerAddress("http://translate.example.org")).encrypted
    assert ServerTranslator(ServerAddress("http://127.0.0.1:5000")).encrypted


@pytest.mark.parametrize("address", ["", "translate.example.org", "file:///x", "https://me:word@a.example"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ReaderError, match="not a web address"):
        ServerTranslator(ServerAddress(address))


def test_keys(site: Site, mini_models: Path) -> None:
    site.routes["/translate"] = Libre(mini_models, key=KEY)
    translator = ServerTranslator(ServerAddress(site.address, KEY))
    assert next(translator.translate(sources(1), CancelToken())).text
    assert json.loads(site.asked[0].body)["api_key"] == KEY
    assert "wants a key" in refused(site, "Invalid API key").what
    assert "does not accept the key" in refused(site, "Invalid API key", "wrong").what
    site.serve("/translate", 403, json.dumps({"error": f"bad {KEY}"}).encode())
    refused(site, "does not accept the key", KEY)


def test_long_questions_are_cut(site: Site, libre: Libre) -> None:
    asked = [Source("好" * 900)] * 3 + [Source("好" * 5000), Source("好")]
    translator = ServerTranslator(ServerAddress(site.address))
    texts = [translator._next_texts(asked, place, 10) for place in (0, 2, 3, 4)]
    assert [len(item) for item in texts] == [2, 1, 1, 1]
    assert 900 * 2 <= MAX_CHARACTERS


def test_a_server_that_wants_less_is_asked_for_less(site: Site, mini_models: Path) -> None:
    server = Libre(mini_models, batch=5)
    site.routes["/translate"] = server
    translator = ServerTranslator(ServerAddress(site.address))
    assert len(list(translator.translate(sources(30), CancelToken()))) == 30
    assert max(len(question) for question in server.questions) <= 5
    assert translator.batch_size <= 5
    refusals = len(site.asked) - len(server.questions)
    assert refusals == 3
    assert len(list(translator.translate(sources(8), CancelToken()))) == 8
    assert len(site.asked) - len(server.questions) == refusals  # it has learnt


def test_one_sentence_that_is_too_long_is_told(site: Site) -> None:
    site.serve("/translate", 400, json.dumps({"error": "text limit of 5"}).encode())
    assert "does not take this sentence" in refused(site, "text limit of 5", asked=sources(9)).what


@pytest.mark.parametrize("wait", ["0", "1", "date"])
def test_waits_when_it_is_asked_to(site: Site, libre: Libre, wait: str) -> None:
    now = datetime(2025, 1, 1, 12, 0, 0, tzinfo=UTC)
    header = "Wed, 01 Jan 2025 12:00:01 GMT" if wait == "date" else wait
    libre.first = [lambda reply: reply.send(429, b'{"error": "Slowdown"}', Retry_After=header)]
    translator = ServerTranslator(ServerAddress(site.address), patience=HASTY, clock=lambda: now)
    begun = time.monotonic()
    assert len(list(translator.translate(sources(6), CancelToken()))) == 6
    assert time.monotonic() - begun >= (0.2 if wait == "0" else 1.0)
    assert len(site.asked) == 3


def test_does_not_wait_for_ever(site: Site, libre: Libre) -> None:
    libre.first = [lambda reply: reply.send(429, b"", Retry_After="3600")]
    error = refused(site, "asked too often")
    assert "in 3600 seconds" in error.next_step
    assert error.status == 429
    libre.first = [lambda reply: reply.send(429, b"", Retry_After="0")] * 50
    with pytest.raises(WebError, match="asked too often"):
        translated(site, sources(1), max_wait=0.5)
    libre.first = [lambda reply: reply.send(429, b"")]
    with pytest.raises(WebError, match="asked too often"):
        translated(site, sources(1), max_wait=1.0)
    libre.first = [lambda reply: reply.send(429, b"", Retry_After="soon")]
    with pytest.raises(WebError, match="asked too often"):
        translated(site, sources(1), max_wait=1.0)


def test_a_wait_can_be_stopped(site: Site, libre: Libre) -> None:
    libre.first = [lambda reply: reply.send(429, b"", Retry_After="50")] * 2
    cancel = CancelToken()
    threading.Timer(0.2, cancel.set).start()
    with pytest.raises(Cancelled):
        list(ServerTranslator(ServerAddress(site.address)).translate(sources(1), cancel))
    assert len(site.asked) == 1


def test_a_server_that_is_down_for_a_moment(site: Site, libre: Libre) -> None:
    libre.first = [lambda reply: reply.send(503, b"", Retry_After="0")] * 3
    assert len(translated(site, sources(1))) == 1
    libre.first = [lambda reply: reply.send(503, b"", Retry_After="600")]
    assert "too busy" in refused(site, "503").what


def test_errors_of_the_server(site: Site) -> None:
    site.serve("/translate", 500, b'{"error": "Cannot translate text:\\n boom."}')
    assert '"Cannot translate text: boom".' in refused(site, "trouble of its own").what
    site.serve("/translate", 404, b"<html>")
    refused(site, "not a LibreTranslate server")
    site.serve("/translate", 418, b'{"error": 7}')
    refused(site, "status 418")
    site.serve("/translate", 308, b"", Location="https://elsewhere.example/translate")
    assert "elsewhere.example" in refused(site, "sends to another address").what
    assert all(item.path == "/translate" for item in site.asked)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "not JSON"),
        (b"<html>", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "no translation"),
        (b"{}", "no translation"),
        (b'{"translatedText": "one"}', "no translation"),
        (b'{"translatedText": [1, 2]}', "no translation"),
        (b'{"translatedText": null}', "no translation"),
        (b'{"translatedText": ["one"]}', "1 translations of 2"),
        (b'{"translatedText": ["one", "two", "three"]}', "3 translations of 2"),
        (b'{"translatedText": ["' + b"x" * (3 << 20) + b'"]}', "more than"),
    ],
)
def test_garbage(site: Site, body: bytes, said: str) -> None:
    site.serve("/translate", 200, body)
    assert refused(site, said, asked=sources(2)).fault is WebFault.ANSWER


def test_odd_answers_are_tidied(site: Site) -> None:
    answers = ["one\n two", "x" * 100_000, "bad \ud800 \u0000 text"]
    site.serve("/translate", 200, json.dumps({"translatedText": answers}).encode())
    outputs = translated(site, sources(3))
    assert outputs[0].text == "one two"
    assert len(outputs[1].text) < 1000
    assert outputs[2].text == "bad \ufffd text"
    assert outputs[2].text.encode("utf-8")
    site.serve("/translate", 200, b'{"translatedText": "alone"}')
    assert translated(site, sources(1))[0].text == "alone"


def test_what_was_answered_before_an_error_stays(site: Site, libre: Libre) -> None:
    translator = ServerTranslator(ServerAddress(site.address), patience=HASTY)
    outputs = translator.translate(sources(10), CancelToken())
    assert [next(outputs).text for _ in range(4)]
    site.serve("/translate", 500)
    with pytest.raises(WebError):
        next(outputs)


def test_silence_loss_and_absence(site: Site) -> None:
    site.routes["/translate"] = Reply.stall
    assert refused(site, "too long").fault is WebFault.TIME
    site.routes["/translate"] = Reply.cut
    assert refused(site, "lost").fault is WebFault.LOST
    with running_site() as gone:
        address = gone.address
    with pytest.raises(WebError, match="No server runs"):
        list(ServerTranslator(ServerAddress(address)).translate(sources(1), CancelToken()))


def test_stopped_while_the_server_thinks(site: Site) -> None:
    site.routes["/translate"] = Reply.stall
    cancel = CancelToken()
    at: list[float] = []

    def stop() -> None:
        site.stalling.wait(5)
        at.append(time.monotonic())
        cancel.set()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        list(ServerTranslator(ServerAddress(site.address)).translate(sources(1), cancel))
    assert time.monotonic() - at[0] < 1.0
    stopper.join(5)


def test_check_sends_no_text(site: Site) -> None:
    translator = ServerTranslator(ServerAddress(f"{site.address}/base/", KEY), patience=HASTY)
    site.serve("/base/languages", 200, b'[{"code": "zh-Hans", "name": "Chinese", "targets": ["en", "fr"]}]')
    translator.check(CancelToken())
    assert [(item.method, item.body) for item in site.asked] == [("GET", b"")]
    for body, said in (
        (b"{}", "no list of languages"),
        (b"[1]", "no list of languages"),
        (b"<html>", "not JSON"),
        (b'[{"code": "zh", "targets": ["fr"]}]', "does not translate zh to en"),
        (b'[{"code": "de", "targets": ["en"]}, {"code": "zh"}]', "does not translate zh to en"),
    ):
        site.serve("/base/languages", 200, body)
        with pytest.raises(WebError, match=said):
            translator.check(CancelToken())
    site.serve("/base/languages", 404)
    with pytest.raises(WebError, match="not a LibreTranslate server"):
        translator.check(CancelToken())


def test_over_tls(mini_models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running_site(secure=True) as site:
        site.routes["/translate"] = Libre(mini_models)
        assert refused(site, "cannot show that it is").fault is WebFault.TLS
        assert site.asked == []  # not a word was sent
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert len(translated(site, sources(6))) == 6
