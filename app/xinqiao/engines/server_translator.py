"""Translation by a server that speaks the LibreTranslate interface.

The text leaves this machine, which nothing else in Xinqiao lets happen. So there is no server until
the reader gives an address; the model's name says that it is a server and which one; the engine says
so of itself (`leaves_machine`); and no redirect is followed, since the text is for that address only.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.clean_text import clean_text
from xinqiao.domain.messages import Message, message
from xinqiao.domain.translations import ModelId, Output, Source
from xinqiao.engines.waiting import Budget, wait
from xinqiao.engines.web import Answer, ask
from xinqiao.engines.web_address import checked_address, is_loopback
from xinqiao.engines.web_errors import WebError, WebFault
from xinqiao.engines.web_line import Patience

FIRST_BATCH = 4
"""Sentences of the first question: something is to read while the rest is on its way."""

MAX_BATCH, MAX_CHARACTERS = 32, 2000
"""Sentences and characters of one question; a server that wants less is asked for less."""

MAX_WAIT = 60.0
"""Seconds that are waited, in all of one job, for a server that asks for patience."""

_MAX_ANSWER = 2 << 20  # bytes
_MAX_TEXT = 400  # characters of one answer that are always let through
_MAX_GROWTH = 20  # characters for each of the source
_PATIENCE = Patience(connect=10, silence=60, whole=120)
_BUSY = (429, 502, 503, 504)
_TOO_MUCH = (400, 413)
_SETTINGS = message("Check the address in the settings, or choose another model.")
_ANOTHER_MODEL = message("Try again later, or choose a model on this machine.")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server is, as the reader gave it.

    Attributes:
        address: of the server, with or without a path (`https://translate.example.org`).
        key: that the server asks for; empty for none. It is never shown, logged or part of an id.
    """

    address: str
    key: str = field(default="", repr=False)


class ServerTranslator:
    """`Translator` over a LibreTranslate server that the reader has set up."""

    wants_hints = False
    leaves_machine = True

    def __init__(
        self,
        server: ServerAddress,
        source: str = "zh",
        target: str = "en",
        *,
        patience: Patience = _PATIENCE,
        max_wait: float = MAX_WAIT,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Take note of the server; asks nothing.

        Args:
            server: address and key.
            source: code of the language of the sentences.
            target: code of the language to read.
            patience: how long to wait for an answer.
            max_wait: seconds that are waited in one job because the server asks for it.
            clock: tells the time, for servers that say until when to wait.

        Raises:
            ReaderError: the address is none.
        """
        parts = checked_address(server.address)
        self._host = parts.hostname or ""
        self._base = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/').removesuffix('/translate')}"
        self._place = f"{self._host}:{parts.port}" if parts.port else self._host
        self._key = server.key
        self._source, self._target = source, target
        self._patience = patience
        self._max_wait = max_wait
        self._clock = clock
        self._batch = MAX_BATCH
        self.encrypted = parts.scheme == "https" or is_loopback(self._host)

    @property
    def model(self) -> ModelId:
        """The server, by its address: which model runs there nobody tells.

        `sha256` is of the address and the languages, and never of the key.
        """
        text = f"{self._base}\n{self._source}\n{self._target}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        return ModelId(f"Server {self._place} {self._source}→{self._target}", "online", digest)

    @property
    def target(self) -> str:
        """Code of the language that the server answers in."""
        return self._target

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best asked together."""
        return self._batch

    def close(self) -> None:
        """Nothing to give back; here because the other engines have it."""

    def check(self, cancel: CancelToken) -> None:
        """Make sure that a LibreTranslate server answers and knows both languages. Sends no text.

        Raises:
            ReaderError: it does not.
            Cancelled: `cancel` was set.
        """
        with self._ask("/languages", None, cancel) as answer:
            if answer.status != 200:
                raise self._refused(answer)
            data = _json(answer)
        if not isinstance(data, list) or not all(isinstance(item, Mapping) for item in data):
            raise self._garbage(message("it sends no list of languages"))
        names = {"zh": ("zh", "zh-Hans", "zh-CN")}
        known = [item for item in data if item.get("code") in names.get(self._source, (self._source,))]
        if not any(self._target in _texts(item.get("targets")) for item in known):
            raise WebError(
                WebFault.ANSWER,
                message(
                    "The server {place} does not translate {source} to {target}.",
                    place=self._place,
                    source=self._source,
                    target=self._target,
                ),
                message("Use another server, or choose a model on this machine."),
            )

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order, without scores; sends the sentences to the server.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
            ReaderError: the server cannot be reached, refuses, or answers nonsense.
        """
        cancel.raise_if_set()
        place, size = 0, FIRST_BATCH
        patience = Budget(self._max_wait, self._clock)
        while place < len(sources):
            cancel.raise_if_set()
            texts = self._next_texts(sources, place, min(size, self._batch))
            answers = self._asked(texts, patience, cancel)
            if answers is None:  # too much for this server
                self._batch = size = max(1, len(texts) // 2)
                continue
            place += len(texts)
            size = self._batch
            for text, answer in zip(texts, answers, strict=True):
                longest = _MAX_TEXT + _MAX_GROWTH * len(text)
                yield Output(" ".join(clean_text(answer[:longest]).split()))

    @staticmethod
    def _next_texts(sources: Sequence[Source], place: int, count: int) -> list[str]:
        texts = [sources[place].text]
        characters = len(texts[0])
        for source in sources[place + 1 : place + count]:
            characters += len(source.text)
            if characters > MAX_CHARACTERS:
                break
            texts.append(source.text)
        return texts

    def _asked(self, texts: Sequence[str], patience: Budget, cancel: CancelToken) -> list[str] | None:
        """The server's answers; None where the question was too long, and a shorter one may do."""
        question = {"q": list(texts), "source": self._source, "target": self._target, "format": "text"}
        if self._key:
            question["api_key"] = self._key
        body = json.dumps(question).encode()
        while True:
            with self._ask("/translate", body, cancel) as answer:
                if answer.status == 200:
                    return self._answers(_json(answer), len(texts))
                if answer.status in _TOO_MUCH and len(texts) > 1:
                    return None
                if answer.status not in _BUSY:
                    raise self._refused(answer)
                asked_for = answer.header("Retry-After")
                seconds = patience.spend(asked_for)
                # One that is down without a word gets a second chance, and no third.
                given_up = answer.status != 429 and not asked_for and patience.waits > 1
                if seconds is None or given_up:
                    raise self._busy(answer)
            wait(seconds, cancel)

    def _ask(self, path: str, body: bytes | None, cancel: CancelToken) -> Answer:
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        return ask(
            self._base + path,
            cancel,
            method="GET" if body is None else "POST",
            headers=headers,
            body=body,
            redirects=0,
            patience=self._patience,
        )

    def _answers(self, data: object, count: int) -> list[str]:
        answers = data.get("translatedText") if isinstance(data, Mapping) else None
        if isinstance(answers, str) and count == 1:  # some servers take a list of one for a text
            answers = [answers]
        if not isinstance(answers, list) or not all(isinstance(item, str) for item in answers):
            raise self._garbage(message("there is no translation in its answer"))
        if len(answers) != count:
            raise self._garbage(
                message("it sends {got} translations of {count} sentences", got=len(answers), count=count)
            )
        return answers

    def _garbage(self, why: Message) -> WebError:
        return WebError(
            WebFault.ANSWER,
            message(
                "The server {place} does not answer as LibreTranslate does: {why}.",
                place=self._place,
                why=why,
            ),
            _SETTINGS,
        )

    def _busy(self, answer: Answer) -> WebError:
        wait = answer.header("Retry-After")
        place, status = self._place, answer.status
        what = message("The server {place} was asked too often.", place=place)
        if status != 429:
            what = message("The server {place} is too busy (status {status}).", place=place, status=status)

        advice = _ANOTHER_MODEL
        if re.fullmatch(r"[0-9]{1,6}", wait):
            advice = message(
                "Try again in {seconds} seconds, or choose a model on this machine.", seconds=wait
            )

        return WebError(
            WebFault.STATUS,
            what,
            advice,
            answer.status,
        )

    def _refused(self, answer: Answer) -> WebError:
        """What to tell the reader about an error of the server, in its own words where it has some."""
        status, said = answer.status, _said(answer)
        if self._key and self._key in said:
            said = ""
        place = self._place
        advice = _ANOTHER_MODEL
        if status in (401, 403):
            what = message("The server {place} wants a key", place=place)
            if self._key:
                what = message("The server {place} does not accept the key", place=place)
            advice = message("Put the right key into the settings, or choose another model.")
        elif 300 <= status < 400:
            what = message("The server {place} sends to another address", place=place)
            advice = message("Put the server's own address into the settings.")
            said = answer.header("Location")[:200]
        elif status == 404:
            what, advice = (
                message("The server {place} is not a LibreTranslate server", place=place),
                _SETTINGS,
            )
        elif status in _TOO_MUCH:
            what = message("The server {place} does not take this sentence", place=place)
            advice = message("Choose another model for this post.")
        elif status >= 500:
            what = message(
                "The server {place} has trouble of its own (status {status})", place=place, status=status
            )
        else:
            what = message("The server {place} refuses (status {status})", place=place, status=status)
        whole = message('{what}: "{said}".', what=what, said=said) if said else message("{what}.", what=what)
        return WebError(WebFault.STATUS, whole, advice, status)


def _json(answer: Answer) -> object:
    body = answer.read(_MAX_ANSWER)
    try:
        data: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WebError(
            WebFault.ANSWER,
            message(
                "The server {host} does not answer as LibreTranslate does: what it sends is not JSON.",
                host=answer.host,
            ),
            _SETTINGS,
        ) from error
    return data


def _said(answer: Answer) -> str:
    """The server's own words on an error, in one line; empty when it has none."""
    try:
        data = json.loads(answer.read(1 << 16))
    except (ValueError, RecursionError, WebError):
        return ""
    text = data.get("error") if isinstance(data, Mapping) else None
    return " ".join(clean_text(text).split())[:200].rstrip(".") if isinstance(text, str) else ""


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
