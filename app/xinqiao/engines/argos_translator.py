"""Translation by an Argos package: its tokenizer and its CTranslate2 model, without its pipeline.

The pipeline of Argos Translate splits sentences by a model that it may have to download, and merges
its answers so that nobody knows which belongs to which sentence. Here one sentence goes in and one
comes out, and nothing asks for the network.
"""

import json
import logging
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.translations import ModelId, Output, Source
from xinqiao.engines.batches import Running, in_batches, in_order
from xinqiao.engines.model_files import give_memory_back, physical_cores, weights_sha256

MODEL = Path("model", "model.bin")
SENTENCE_PIECE, BPE = "sentencepiece.model", "bpe.model"
FROM, TO = ("zh", "zt"), ("en",)
"""Languages, in Argos' codes, that a package may translate from and to (`zt`: traditional Chinese)."""

_MAX_EXTRA, _MAX_RATIO = 24, 3.0  # bound of the output's length, in pieces of the source
_MAX_METADATA = 1 << 20  # bytes

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """What a package says of itself.

    Attributes:
        version: of the package.
        target_prefix: a token that the output has to begin with; empty for none.
    """

    from_code: str
    to_code: str
    from_name: str
    to_name: str
    version: str
    target_prefix: str = ""

    @property
    def name(self) -> str:
        """What the reader sees."""
        return f"Argos {self.from_code}→{self.to_code}"


class _Translated(Protocol):
    hypotheses: list[list[str]]
    scores: list[float]


class _Model(Protocol):
    def translate_batch(self, source: list[list[str]], **options: object) -> list[Running[_Translated]]: ...


class _Tokenizer(Protocol):
    def encode(self, sentence: str) -> list[str]: ...

    def decode(self, tokens: list[str]) -> str: ...


class _SentencePiece:
    def __init__(self, path: Path) -> None:
        from sentencepiece import SentencePieceProcessor

        self._processor = SentencePieceProcessor(model_file=str(path))

    def encode(self, sentence: str) -> list[str]:
        return [str(piece) for piece in self._processor.encode(sentence, out_type=str)]

    def decode(self, tokens: list[str]) -> str:
        return str(self._processor.decode_pieces(tokens)).replace("▁", " ")


def read_package_info(folder: Path) -> PackageInfo:
    """What the package in `folder` says of itself.

    Raises:
        ReaderError: its description is missing or of no use, or it does not translate Chinese to English.
    """
    try:
        path = folder / "metadata.json"
        if path.stat().st_size > _MAX_METADATA:
            raise ValueError("too large")
        data = json.loads(path.read_text("utf-8"))
        info = PackageInfo(
            from_code=_text(data, "from_code"),
            to_code=_text(data, "to_code"),
            from_name=_text(data, "from_name", ""),
            to_name=_text(data, "to_name", ""),
            version=_text(data, "package_version", "0"),
            target_prefix=_text(data, "target_prefix", ""),
        )
        kind = _text(data, "type", "translate")
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ReaderError(
            message("The description of this translation package (metadata.json) is missing or damaged."),
            message("Get the package again, for example from the Argos Translate index."),
        ) from error
    if kind != "translate":
        raise ReaderError(
            message("This package is not a translation package."),
            message("Choose one that translates Chinese to English."),
        )
    if info.from_code not in FROM or info.to_code not in TO:
        raise ReaderError(
            _translates(info),
            message("Choose one that translates Chinese to English."),
        )
    return info


def _text(data: object, key: str, default: str | None = None) -> str:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    value = data.get(key, default)
    if not isinstance(value, str) or len(value) > 200 or not value.isprintable():
        raise ValueError(key)
    return value


class ArgosTranslator:
    """`Translator` over an installed Argos package."""

    wants_hints = False

    def __init__(self, folder: Path, threads: int | None = None, beam: int = 4) -> None:
        """Take note of where the package is.

        Args:
            folder: the unpacked package, with `metadata.json`, `model/` and a tokenizer.
            threads: number of threads; None for one on each physical core.
            beam: width of the search, 1 to 4: wider is better and slower.

        Raises:
            ReaderError: it is no package that translates Chinese to English, or a part is missing.
        """
        self._info = read_package_info(folder)
        if not (folder / MODEL).is_file() or not _tokenizer_file(folder):
            raise _damaged(self._info, message("a part of it is missing"))
        self._folder = folder
        self._threads = threads or physical_cores()
        self._beam = beam
        self._lock = threading.Lock()
        self._loaded: tuple[_Model, _Tokenizer] | None = None
        self._model: ModelId | None = None

    @property
    def info(self) -> PackageInfo:
        """What the package says of itself."""
        return self._info

    @property
    def model(self) -> ModelId:
        """Which model this is."""
        if self._model is None:
            sha256 = weights_sha256(self._folder / MODEL)
            self._model = ModelId(self._info.name, self._info.version, sha256)
        return self._model

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best run together."""
        return 32

    def load(self) -> None:
        """Load now what `translate` would load on first use.

        Raises:
            ReaderError: the package is damaged.
        """
        self._engine()

    def close(self) -> None:
        """Give the memory back; the next translation loads the package again."""
        with self._lock:
            self._loaded = None
        give_memory_back()

    def translate(self, sources: Sequence[Source], cancel: CancelToken) -> Iterator[Output]:
        """One output for each source, in order; `score` is the mean log-probability of its pieces.

        Raises:
            Cancelled: `cancel` was set; outputs yielded before stay valid.
            ReaderError: the package is damaged.
        """
        return in_order(self.translate_as_ready(sources, cancel))

    def translate_as_ready(
        self, sources: Sequence[Source], cancel: CancelToken
    ) -> Iterator[tuple[int, Output]]:
        """(index, output) for each source, roughly in order; the rest as in `translate`."""
        if not sources:
            return
        cancel.raise_if_set()
        model, tokenizer = self._engine()
        pieces = [tokenizer.encode(source.text) for source in sources]
        prefix = self._info.target_prefix

        def start(batch: Sequence[int]) -> list[Running[_Translated]]:
            chosen = [pieces[index] for index in batch]
            options: dict[str, object] = {}
            if self._beam == 1:  # a wider search cannot be told to stop; its answers are dropped
                options["callback"] = lambda step: cancel.is_set()
            if prefix:
                options["target_prefix"] = [[prefix]] * len(chosen)
            return model.translate_batch(
                chosen,
                beam_size=self._beam,
                max_decoding_length=_MAX_EXTRA + int(_MAX_RATIO * max(map(len, chosen))),
                replace_unknowns=True,
                return_scores=True,
                asynchronous=True,
                **options,
            )

        try:
            lengths = [len(item) for item in pieces]
            for index, result in in_batches(
                [0] * len(pieces), lengths, self.batch_size, self._beam, start, cancel
            ):
                tokens = result.hypotheses[0]
                if prefix and tokens[:1] == [prefix]:
                    tokens = tokens[1:]
                yield index, Output(" ".join(tokenizer.decode(tokens).split()), float(result.scores[0]))
        finally:
            give_memory_back()

    def hypotheses(self, source: Source, count: int, cancel: CancelToken) -> list[Output]:
        """At most `count` different answers, the likeliest first, by a search twice as wide as usual.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the package is damaged.
        """
        cancel.raise_if_set()
        model, tokenizer = self._engine()
        pieces = tokenizer.encode(source.text)
        prefix = self._info.target_prefix
        running = model.translate_batch(
            [pieces],
            beam_size=max(4, 2 * self._beam, count),
            num_hypotheses=max(1, count),
            max_decoding_length=_MAX_EXTRA + int(_MAX_RATIO * len(pieces)),
            replace_unknowns=True,
            return_scores=True,
            asynchronous=True,
            **({"target_prefix": [[prefix]]} if prefix else {}),
        )
        ((_, result),) = in_batches([0], [1], 1, 1, lambda _: running, cancel)
        found: dict[str, Output] = {}
        for tokens, score in zip(result.hypotheses, result.scores, strict=True):
            words = tokens[1:] if prefix and tokens[:1] == [prefix] else tokens
            text = " ".join(tokenizer.decode(words).split())
            found.setdefault(text, Output(text, float(score)))
        return list(found.values())

    def _engine(self) -> tuple[_Model, _Tokenizer]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> tuple[_Model, _Tokenizer]:
        import ctranslate2

        try:
            tokenizer = _load_tokenizer(self._folder, self._info)
            model = ctranslate2.Translator(
                str(self._folder / "model"),
                device="cpu",
                compute_type="int8",
                inter_threads=1,
                intra_threads=self._threads,
            )
        except MemoryError as error:
            raise ReaderError(
                message("There is not enough memory for this translation package."),
                message("Close other programs and translate again."),
            ) from error
        except (OSError, RuntimeError, ValueError, UnicodeError) as error:
            raise _damaged(self._info, message("it cannot be read")) from error
        give_memory_back()
        _log.info("%s loaded, %d threads", self._info.name, self._threads)
        return cast("_Model", model), tokenizer


def _tokenizer_file(folder: Path) -> Path | None:
    return next((folder / name for name in (SENTENCE_PIECE, BPE) if (folder / name).is_file()), None)


def _load_tokenizer(folder: Path, info: PackageInfo) -> _Tokenizer:
    path = _tokenizer_file(folder)
    if path is None:
        raise ValueError("no tokenizer")
    if path.name == SENTENCE_PIECE:
        return _SentencePiece(path)
    from argostranslate.tokenizer import BPETokenizer  # the older packages' own rules

    tokenizer = BPETokenizer(path, info.from_code, info.to_code)
    tokenizer.lazy_load()
    return cast("_Tokenizer", tokenizer)


def _translates(info: PackageInfo) -> Message:
    """Between which languages a package translates."""
    source, target = info.from_name or info.from_code, info.to_name or info.to_code
    return message("This package translates {source} to {target}.", source=source, target=target)


def _damaged(info: PackageInfo, why: Message) -> ReaderError:
    return ReaderError(
        message("The translation package {name} is damaged: {why}.", name=info.name, why=why),
        message("Remove it and install it again, or choose another model."),
    )
