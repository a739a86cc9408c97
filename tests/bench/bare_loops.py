"""What the engines do by themselves: CTranslate2 in a loop, and Argos Translate's own `translate`."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2
from sentencepiece import SentencePieceProcessor
from tokenizers import Tokenizer

from xinqiao.domain.translations import Source
from xinqiao.engines.argos_package import MODEL, SENTENCE_PIECE
from xinqiao.engines.model_files import physical_cores
from xinqiao.engines.starter_translator import build_prompt

_ARGOS = """
import sys, time
import argostranslate.translate as argos
translation = argos.get_translation_from_codes("zh", "en")
class Whole:
    def split_sentences(self, text):
        return [text]
inner = getattr(translation, "underlying", translation)
inner.sentencizer = Whole()
sentences = sys.stdin.read().split("\\n")
translation.translate(sentences[0])
started, spent = time.perf_counter(), time.process_time()
for sentence in sentences:
    translation.translate(sentence)
print(time.perf_counter() - started, time.process_time() - spent)
"""


class Stopwatch:
    """Seconds by the clock and seconds of work, over several stretches.

    On a machine that others use too, the seconds of work are what can be compared.
    """

    def __init__(self) -> None:
        self.clock = self.work = 0.0

    def __enter__(self) -> "Stopwatch":
        self._clock, self._work = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.clock += time.perf_counter() - self._clock
        self.work += time.process_time() - self._work


class BareStarter:
    """The starter in CTranslate2's generator: everything sorted by length, in batches of one size."""

    def __init__(self, folder: Path, width: int, size: int) -> None:
        self._generator = ctranslate2.Generator(
            str(folder), device="cpu", compute_type="int8", intra_threads=physical_cores()
        )
        tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer = tokenizer
        self._width, self._size = width, size

    def run(self, sources: Sequence[Source]) -> None:
        """Translate, and decode, all of it."""
        prompts = [build_prompt(source, self._tokenizer) for source in sources]
        prompts.sort(key=lambda prompt: -len(prompt))
        for start in range(0, len(prompts), self._size):
            batch = prompts[start : start + self._size]
            longest = max(prompt.index("<h>") if "<h>" in prompt else len(prompt) for prompt in batch)
            results = self._generator.generate_batch(
                batch,
                max_length=24 + int(2.5 * longest),
                include_prompt_in_result=False,
                end_token="<eos>",
                beam_size=self._width,
                return_scores=True,
            )
            for result in results:
                self._tokenizer.decode(result.sequences_ids[0], skip_special_tokens=True)


class BarePackage:
    """A package in CTranslate2's translator: everything sorted by length, in batches of one size."""

    def __init__(self, folder: Path, width: int, size: int) -> None:
        self._translator = ctranslate2.Translator(
            str((folder / MODEL).parent), device="cpu", compute_type="int8", intra_threads=physical_cores()
        )
        self._pieces = SentencePieceProcessor(model_file=str(folder / SENTENCE_PIECE))
        self._width, self._size = width, size

    def run(self, sources: Sequence[Source]) -> None:
        """Translate, and decode, all of it."""
        texts = [self._pieces.encode(source.text, out_type=str) for source in sources]
        texts.sort(key=lambda pieces: -len(pieces))
        for start in range(0, len(texts), self._size):
            batch = texts[start : start + self._size]
            results = self._translator.translate_batch(
                batch,
                beam_size=self._width,
                max_decoding_length=24 + int(3 * len(batch[0])),
                replace_unknowns=True,
                return_scores=True,
            )
            for result in results:
                self._pieces.decode_pieces(result.hypotheses[0])


def argos_seconds(package: Path, sentences: Sequence[str], home: Path) -> tuple[float, float]:
    """Seconds by the clock and of work that `argostranslate.translate` takes, a call for a sentence.

    In a process of its own, with a home and packages of its own. Its splitter of sentences, which
    would have to download a model, is given one that leaves each sentence whole.
    """
    packages = home / "packages"
    packages.mkdir()
    (packages / "translate-zh_en").symlink_to(package)
    own = {
        "HOME": str(home),
        "ARGOS_PACKAGES_DIR": str(packages),
        "ARGOS_TRANSLATE_PACKAGE_DIR": str(packages),
    }
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _ARGOS],
        input="\n".join(sentence.replace("\n", " ") for sentence in sentences),
        env={**os.environ, **own, "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    clock, work = ended.stdout.split()[-2:]
    return float(clock), float(work)
