"""How likely each reading of each character of a sentence is, by the weights of g2pM.

The network is small (a bidirectional LSTM of 32 units), so that numpy's overhead a step is what it
costs. It is run here in one pass for both directions, with the input side multiplied out for the
whole vocabulary when it loads; and it gives scores for the readings a character has, where the
package's own call gives the best of all 876 readings, whether or not the character has it.
"""

import math
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_UNKNOWN, _BEGIN, _END = "<UNK>", "시", "끝"
_UNITS = 32
_LONGEST = 400  # characters read at once; a sentence is shorter

Floats = NDArray[np.float32]


class G2pmScores:
    """The network, loaded."""

    def __init__(self) -> None:
        from g2pM import G2pM

        model: Any = G2pM()
        self.readings: Mapping[str, Sequence[str]] = model.cedict
        self._ids: dict[str, int] = model.char2idx
        self._classes: dict[str, int] = {name: index for index, name in model.idx2class.items()}
        forward = model.embeddings @ model.weight_ih.T + model.bias_ih + model.bias_hh
        backward = (
            model.embeddings @ model.weight_ih_reverse.T + model.bias_ih_reverse + model.bias_hh_reverse
        )
        self._forward: Floats = _arrange(forward, 0)  # (vocabulary, 256), the other direction's places zero
        self._backward: Floats = _arrange(backward, 1)
        self._recurrent: Floats = np.concatenate(
            [_arrange(model.weight_hh.T, 0), _arrange(model.weight_hh_reverse.T, 1)]
        )  # (64, 256)
        self._hidden: tuple[Floats, Floats] = (model.hidden_weight_l0.T, model.hidden_bias_l0)
        self._heads: dict[str, tuple[tuple[str, ...], Floats, Floats]] = {}  # last layer by character
        self._out: tuple[Floats, Floats] = (model.hidden_weight_l1.T, model.hidden_bias_l1)

    def score(self, text: str, offsets: Sequence[int]) -> list[dict[str, float]]:
        """For each of `offsets` into `text` (simplified): log-probability by numbered reading.

        Only readings that the network knows for the character are there; none for a character
        that it does not know.
        """
        found: dict[int, dict[str, float]] = {}
        for start in range(0, len(text), _LONGEST):
            here = [
                offset
                for offset in offsets
                if start <= offset < start + _LONGEST and len(self.readings.get(text[offset], ())) > 1
            ]
            if here:
                states = self._states(text[start : start + _LONGEST])[[offset - start + 1 for offset in here]]
                weight, bias = self._hidden
                for offset, hidden in zip(here, np.maximum(states @ weight + bias, 0), strict=True):
                    found[offset] = self._of_readings(text[offset], hidden)
        return [
            found.get(offset) or dict.fromkeys(self.readings.get(text[offset], ()), 0.0) for offset in offsets
        ]

    def _of_readings(self, character: str, hidden: Floats) -> dict[str, float]:
        head = self._heads.get(character)
        if head is None:
            names = tuple(name for name in self.readings[character] if name in self._classes)
            columns = [self._classes[name] for name in names]
            weight, bias = self._out
            head = self._heads[character] = (names, np.ascontiguousarray(weight[:, columns]), bias[columns])
        names, weight, bias = head
        if not names:
            return {}
        values: list[float] = (hidden @ weight + bias).tolist()
        top = max(values)
        total = top + math.log(sum(math.exp(value - top) for value in values))
        return {name: value - total for name, value in zip(names, values, strict=True)}

    def _states(self, text: str) -> Floats:
        """Both directions' states for begin, each character, end: shape (len + 2, 64)."""
        unknown = self._ids[_UNKNOWN]
        ids = [self._ids[_BEGIN], *(self._ids.get(character, unknown) for character in text), self._ids[_END]]
        steps = self._forward[ids] + self._backward[ids[::-1]]
        width = 2 * _UNITS
        states = np.empty((len(ids), width), dtype=np.float32)
        hidden = np.zeros(width, dtype=np.float32)
        cell = np.zeros(width, dtype=np.float32)
        for place, step in enumerate(steps):
            gates = np.tanh(hidden @ self._recurrent + step)
            opened = gates[: 3 * width] * 0.5 + 0.5
            cell = opened[width : 2 * width] * cell + opened[:width] * gates[3 * width :]
            hidden = opened[2 * width :] * np.tanh(cell)
            states[place] = hidden
        states[:, _UNITS:] = states[::-1, _UNITS:].copy()
        return states


def _arrange(gates: Floats, direction: int) -> Floats:
    """Put one direction's gates (i, f, g, o) where both directions share a step.

    The order is input, forget, output, new, each with forward before backward. The first three are
    halved, so that one tanh serves all: sigmoid(x) = tanh(x / 2) / 2 + 1 / 2.

    Args:
        gates: shape (rows, 128).
        direction: 0 for forward, 1 for backward.

    Returns:
        Shape (rows, 256).
    """
    arranged = np.zeros((len(gates), 8 * _UNITS), dtype=np.float32)
    for place, source in enumerate((0, 1, 3, 2)):
        start = (2 * place + direction) * _UNITS
        scale = 1.0 if source == 2 else 0.5
        arranged[:, start : start + _UNITS] = scale * gates[:, source * _UNITS : (source + 1) * _UNITS]
    return arranged


_loaded: G2pmScores | None = None
_lock = threading.Lock()


def shared_scores() -> G2pmScores:
    """The network, loaded once for the whole process (2 MB, read-only, safe to share)."""
    global _loaded
    with _lock:
        if _loaded is None:
            _loaded = G2pmScores()
        return _loaded
