"""The translation model that ships with the app, by CTranslate2's generator.

The model reads `<zh>`, the sentence's pieces, for each hint `<h>` word `<=>` gloss, and `<en>`; each
part is cut into pieces by itself. It was trained on just this, so the prompt is checked token for
token in the tests. Weights and tokenizer are read on first use.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, cast

from xinqiao.domain.cancel import CancelToken
from xinqiao.domain.errors import ReaderError
from xinqiao.domain.messages import Message, message
from xinqiao.domain.translations import ModelId, Output, Source
from xinqiao.engines.batches import Costs, Running, in_batches, wait_for
from xinqiao.engines.local_model import LocalModel
from xinqiao.engines.model_files import give_memory_back, weights_sha256

NAME = "Starter zh→en"
VERSION = "1"
FILES = ("model.bin", "config.json", "vocabulary.json", "tokenizer.json")
WIDTH = 2
"""Width of the search of which the keys of kept answers do not speak."""
CAREFUL_WIDTH = 4
"""Width of the search of a second look."""

MAX_SOURCE = 250  # pieces of one sentence; the model knows nothing longer
COSTS = Costs(step=57, row=2.7, place=0.04, read=2.5, most=48, room=2500)
"""Milliseconds of one processor. A piece takes 172 kB, and in a prompt 255 kB more for a moment."""

_MAX_EXTRA, _MAX_RATIO = 24, 2.5  # bound of the output's length, in pieces of the source
_AT_A_TIME = 2  # batches: the next work does not wait for one that nobody wants any more

_log = logging.getLogger(__name__)


class _Pieces(Protocol):
    @property
    def tokens(self) -> list[str]: ...


class PieceTokenizer(Protocol):
    """What is used of `tokenizers.Tokenizer`."""

    def encode(self, sequence: str) -> _Pieces:
        """The pieces of a text."""
        ...

    def decode(self, ids: Sequence[int], skip_special_tokens: bool = True) -> str:
        """The text of pieces given by their numbers."""
        ...


class _Generated(Protocol):
    sequences_ids: list[list[int]]
    scores: list[float]


class _Generator(Protocol):
    @property
    def num_active_batches(self) -> int: ...

    def generate_batch(
        self, start_tokens: list[list[str]], **options: object
    ) -> list[Running[_Generated]]: ...


class StarterTranslator(LocalModel[_Generator, PieceTokenizer]):
    """`Translator` over the unpacked starter model."""

    wants_hints = True
    wants_context = True
    usual_width = WIDTH

    def __init__(
        self, folder: Path, threads: int | None = None, beam: int = WIDTH, careful_beam: int | None = None
    ) -> None:
        """Take note of where the model is.

        Args:
            folder: with `model.bin`, `config.json`, `vocabulary.json` and `tokenizer.json`.
            threads: number of threads; None for one on each physical core.
            beam: width of the search, 1 to 4: wider is better and slower.
            careful_beam: the same for a second look; None for `beam`.

        Raises:
            ReaderError: a file is missing.
        """
        for name in FILES:
            if not (folder / name).is_file():
                raise _damaged(message("{name} is missing", name=name))
        super().__init__(threads, beam, careful_beam)
        self._folder = folder

    def _identity(self) -> ModelId:
        return ModelId(NAME, VERSION, weights_sha256(self._folder / "model.bin"))

    @property
    def batch_size(self) -> int:
        """Number of sentences that are best run together."""
        return COSTS.most // self.beam

    def _search(
        self,
        engine: _Generator,
        cutter: PieceTokenizer,
        sources: Sequence[Source],
        beam: int,
        cancel: CancelToken,
        *,
        soon: bool,
    ) -> Iterator[tuple[int, Output]]:
        prompts = [build_prompt(source, cutter) for source in sources]

        def start(batch: Sequence[int], unwanted: Callable[[], bool]) -> list[Running[_Generated]]:
            chosen = [prompts[index] for index in batch]
            longest = max(map(_source_pieces, chosen))
            options: dict[str, object] = {}
            if beam == 1:  # a wider search cannot be told to stop; its answers are dropped
                options["callback"] = lambda step: unwanted()
            return engine.generate_batch(
                chosen,
                max_length=_MAX_EXTRA + int(_MAX_RATIO * longest),
                include_prompt_in_result=False,
                end_token="<eos>",
                beam_size=beam,
                return_scores=True,
                asynchronous=True,
                **options,
            )

        lengths = [len(prompt) for prompt in prompts]
        expected = [_source_pieces(prompt) + 2 for prompt in prompts]
        for index, result in in_batches(lengths, expected, beam, COSTS, start, cancel, soon=soon):
            text = cutter.decode(result.sequences_ids[0], skip_special_tokens=True).strip()
            # A second line is never part of the answer: the model was trained on single ones.
            yield index, Output(" ".join(text.split("\n", 1)[0].split()), float(result.scores[0]))

    def hypotheses(self, source: Source, count: int, cancel: CancelToken) -> list[Output]:
        """At most `count` different answers, the likeliest first, by a search twice as wide as usual.

        Raises:
            Cancelled: `cancel` was set.
            ReaderError: the model is damaged or does not fit into memory.
        """
        cancel.raise_if_set()
        generator, tokenizer = self._engine()
        prompt = build_prompt(source, tokenizer)
        running = generator.generate_batch(
            [prompt],
            max_length=_MAX_EXTRA + int(_MAX_RATIO * _source_pieces(prompt)),
            include_prompt_in_result=False,
            end_token="<eos>",
            beam_size=max(4, 2 * self.beam, count),
            num_hypotheses=max(1, count),
            return_scores=True,
            asynchronous=True,
        )
        wait_for(running, cancel)
        result = running[0].result()
        found: dict[str, Output] = {}
        for ids, score in zip(result.sequences_ids, result.scores, strict=True):
            text = tokenizer.decode(ids, skip_special_tokens=True).strip()
            text = " ".join(text.split("\n", 1)[0].split())
            found.setdefault(text, Output(text, float(score)))
        return list(found.values())

    def _load(self) -> tuple[_Generator, PieceTokenizer]:
        return _load(self._folder, self.threads)


def build_prompt(source: Source, tokenizer: PieceTokenizer) -> list[str]:
    """The tokens that the model reads for one source.

    With a sentence before, the model reads both and is given the English of the first as the beginning
    of its answer, so that what it writes is the second.
    """
    before, english = source.before or ("", "")
    prompt = ["<zh>", *tokenizer.encode(before + source.text).tokens[:MAX_SOURCE]]
    for hint in source.hints:
        prompt += [
            "<h>",
            *tokenizer.encode(hint.word).tokens,
            "<=>",
            *tokenizer.encode(hint.gloss).tokens,
        ]
    prompt.append("<en>")
    return prompt + tokenizer.encode(english).tokens if english else prompt


def _source_pieces(prompt: list[str]) -> int:
    """Number of pieces of the sentence itself in a prompt, with those of the one before it."""
    return prompt.index("<h>" if "<h>" in prompt else "<en>") - 1


def _load(folder: Path, threads: int) -> tuple[_Generator, PieceTokenizer]:
    import ctranslate2
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the library raises bare Exceptions
        raise _damaged(message("{name} cannot be read", name="tokenizer.json")) from error
    try:
        generator = ctranslate2.Generator(
            str(folder), device="cpu", compute_type="int8", inter_threads=_AT_A_TIME, intra_threads=threads
        )
    except MemoryError as error:
        raise ReaderError(
            message("There is not enough memory for the translation model."),
            message("Close other programs and translate again."),
        ) from error
    except (RuntimeError, ValueError, LookupError) as error:
        raise _damaged(message("{name} cannot be read", name="model.bin")) from error
    give_memory_back()
    _log.info("starter model loaded, %d threads", threads)
    return cast("_Generator", generator), cast("PieceTokenizer", tokenizer)


def _damaged(why: Message) -> ReaderError:
    return ReaderError(
        message("The translation model that ships with Xinqiao is damaged: {why}.", why=why),
        message("Run `make setup` (or reinstall Xinqiao) to unpack it again."),
    )
