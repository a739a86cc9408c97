"""Translation by an Argos package: its tokenizer and its CTranslate2 model, without its pipeline.

The pipeline of Argos Translate splits sentences by a model that it may have to download, and merges
its answers so that nobody knows which belongs to which sentence. Here one sentence goes in and one
comes out, and nothing asks for the network.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.translations import ModelId, Output, Source
from xinqiao.engines.argos_package import (
    MODEL,
    SENTENCE_PIECE,
    PackageInfo,
    check_parts,
    read_package_info,
    tokenizer_file,
)
from xinqiao.engines.batches import Costs, Running, in_batches, wait_for
from xinqiao.engines.local_model import LocalModel
from xinqiao.engines.model_files import give_memory_back, weights_sha256

WIDTH = 4
"""Width of the search where the reader asks for none; the keys of kept answers do not speak of it."""

COSTS = Costs(step=6, row=0.8, place=0.003, read=0, most=64, room=16_000)
"""Proportions of the times of a package of the usual size."""

_MAX_EXTRA, _MAX_RATIO = 24, 3.0  # bound of the output's length, in pieces of the source
_LONGEST = 250  # pieces: a small model has no more places, and a greedy search may go round and round
_AT_A_TIME = 2  # batches: the next work does not wait for one that nobody wants any more

_log = logging.getLogger(__name__)


class _Translated(Protocol):
    hypotheses: list[list[str]]
    scores: list[float]


class _Model(Protocol):
    @property
    def num_active_batches(self) -> int: ...

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


class ArgosTranslator(LocalModel[_Model, _Tokenizer]):
    """`Translator` over an installed Argos package; its second look is as wide as its usual one."""

    wants_hints = False
    usual_width = WIDTH

    def __init__(self, folder: Path, threads: int | None = None, beam: int = WIDTH) -> None:
        """Take note of where the package is.

        Args:
            folder: the unpacked package, with `metadata.json`, `model/` and a tokenizer.
            threads: number of threads; None for one on each physical core.
            beam: width of the search, 1 to 4: wider is better and slower.

        Raises:
            ReaderError: it is no step of any way from Chinese, or a part is missing.
        """
        self._info = read_package_info(folder)
        try:
            check_parts(folder)
        except ReaderError as error:
            raise _damaged(self._info, message("a part of it is missing")) from error
        super().__init__(threads, beam)
        self._folder = folder

    @property
    def info(self) -> PackageInfo:
        """What the package says of itself."""
        return self._info

    def _identity(self) -> ModelId:
        return ModelId(self._info.name, self._info.version, weights_sha256(self._folder / MODEL))

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best run together."""
        return COSTS.most

    def _search(
        self,
        engine: _Model,
        cutter: _Tokenizer,
        sources: Sequence[Source],
        beam: int,
        cancel: CancelToken,
        *,
        soon: bool,
    ) -> Iterator[tuple[int, Output]]:
        pieces = [cutter.encode(source.text) for source in sources]
        prefix = self._info.target_prefix

        def start(batch: Sequence[int], unwanted: Callable[[], bool]) -> list[Running[_Translated]]:
            chosen = [pieces[index] for index in batch]
            options: dict[str, object] = {}
            if beam == 1:  # a wider search cannot be told to stop; its answers are dropped
                options["callback"] = lambda step: unwanted()
            if prefix:
                options["target_prefix"] = [[prefix]] * len(chosen)
            return engine.translate_batch(
                chosen,
                beam_size=beam,
                max_decoding_length=min(_LONGEST, _MAX_EXTRA + int(_MAX_RATIO * max(map(len, chosen)))),
                replace_unknowns=True,
                return_scores=True,
                asynchronous=True,
                **options,
            )

        lengths = [len(item) for item in pieces]
        nothing = [0] * len(pieces)  # the source is read by an encoder, all at once
        for index, result in in_batches(nothing, lengths, beam, COSTS, start, cancel, soon=soon):
            tokens = result.hypotheses[0]
            if prefix and tokens[:1] == [prefix]:
                tokens = tokens[1:]
            yield index, Output(" ".join(cutter.decode(tokens).split()), float(result.scores[0]))

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
            beam_size=max(4, 2 * self.beam, count),
            num_hypotheses=max(1, count),
            max_decoding_length=min(_LONGEST, _MAX_EXTRA + int(_MAX_RATIO * len(pieces))),
            replace_unknowns=True,
            return_scores=True,
            asynchronous=True,
            **({"target_prefix": [[prefix]]} if prefix else {}),
        )
        wait_for(running, cancel)
        result = running[0].result()
        found: dict[str, Output] = {}
        for tokens, score in zip(result.hypotheses, result.scores, strict=True):
            words = tokens[1:] if prefix and tokens[:1] == [prefix] else tokens
            text = " ".join(tokenizer.decode(words).split())
            found.setdefault(text, Output(text, float(score)))
        return list(found.values())

    def _load(self) -> tuple[_Model, _Tokenizer]:
        import ctranslate2

        try:
            tokenizer = _load_tokenizer(self._folder, self._info)
            model = ctranslate2.Translator(
                str(self._folder / "model"),
                device="cpu",
                compute_type="int8",
                inter_threads=_AT_A_TIME,
                intra_threads=self.threads,
            )
        except MemoryError as error:
            raise ReaderError(
                message("There is not enough memory for this translation package."),
                message("Close other programs and translate again."),
            ) from error
        except (OSError, RuntimeError, ValueError, UnicodeError, LookupError) as error:
            raise _damaged(self._info, message("it cannot be read")) from error
        give_memory_back()
        _log.info("%s loaded, %d threads", self._info.name, self.threads)
        return cast("_Model", model), tokenizer


def _load_tokenizer(folder: Path, info: PackageInfo) -> _Tokenizer:
    path = tokenizer_file(folder)
    if path is None:
        raise ValueError("no tokenizer")
    if path.name == SENTENCE_PIECE:
        return _SentencePiece(path)
    from argostranslate.tokenizer import BPETokenizer  # the older packages' own rules

    tokenizer = BPETokenizer(path, info.from_code, info.to_code)
    tokenizer.lazy_load()
    return cast("_Tokenizer", tokenizer)


def _damaged(info: PackageInfo, why: Message) -> ReaderError:
    return ReaderError(
        message("The translation package {name} is damaged: {why}.", name=info.name, why=why),
        message("Remove it and install it again, or choose another model."),
    )
