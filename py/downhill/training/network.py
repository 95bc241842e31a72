"""A network that scores every token as the next one, and the slope of its error for each of its weights.

Tokens become lists of numbers (embeddings); those of the last three go into a hidden layer; from that comes a
score for every token; softmax turns scores into probabilities. The error is the cross-entropy.

The sums of products are `einsum`'s own loops: where numpy comes without a library for linear algebra, as in
the browser, these are the fastest, and everywhere they add in the same order.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from downhill.training.tokens import LOOKS_BACK

WIDTH = 16  # numbers that stand for a token
HIDDEN = 48  # units of the hidden layer
INPUTS = LOOKS_BACK * WIDTH
UNITS = np.arange(WIDTH)


class Layers(NamedTuple):
    """Views of a network's weights, which lie in one row: V tokens, in the order of this tuple.

    `embedding` (V, 16); `inner` (48, 48), from inputs to hidden units, and `shift` (48,); `outer` (48, V),
    from hidden units to scores, and `bias` (V,).
    """

    embedding: np.ndarray
    inner: np.ndarray
    shift: np.ndarray
    outer: np.ndarray
    bias: np.ndarray


def shapes(tokens: int) -> tuple[tuple[int, ...], ...]:
    """The shapes of the layers for a vocabulary of so many tokens."""
    return (tokens, WIDTH), (INPUTS, HIDDEN), (HIDDEN,), (HIDDEN, tokens), (tokens,)


def count(tokens: int) -> int:
    """How many weights the network has for a vocabulary of so many tokens."""
    return sum(int(np.prod(shape)) for shape in shapes(tokens))


def layers(weights: np.ndarray, tokens: int) -> Layers:
    """The layers that lie in a row of weights, shape (count,): views, no copies."""
    parts, at = [], 0
    for shape in shapes(tokens):
        size = int(np.prod(shape))
        parts.append(weights[at : at + size].reshape(shape))
        at += size
    return Layers(*parts)


def place_of(index: int, tokens: int) -> tuple[str, int, int]:
    """The layer that the weight of that number lies in, and its row and column there."""
    for name, shape in zip(Layers._fields, shapes(tokens), strict=True):
        size = int(np.prod(shape))
        if index < size:
            return name, *divmod(index, shape[-1])
        index -= size
    raise IndexError(f"no weight {index}: expected fewer than {count(tokens)}")


def first_of(layer: str, tokens: int) -> int:
    """The number of a layer's first weight. Raises `ValueError` for no layer."""
    before = shapes(tokens)[: Layers._fields.index(layer)]
    return sum(int(np.prod(shape)) for shape in before)


def first_weights(tokens: int, seed: int) -> np.ndarray:
    """Weights to begin with, shape (count,): drawn evenly around 0, shifts and biases 0.

    They are as small as lets what goes through a layer keep its size (after Glorot and Bengio, 2010). The
    same seed gives the same weights on every machine.
    """
    dice, weights = Random(seed), np.zeros(count(tokens))
    embedding, inner, _, outer, _ = layers(weights, tokens)
    for layer, reach in ((embedding, 0.5), (inner, (6 / (INPUTS + HIDDEN)) ** 0.5), (outer, 0.2)):
        drawn = np.array([dice.random() for _ in range(layer.size)])
        layer[:] = ((2 * drawn - 1) * reach).reshape(layer.shape)
    return weights


def scores(net: Layers, before: np.ndarray) -> np.ndarray:
    """A score for every token after these, shape (n, V); `before` has shape (n, 3)."""
    return _outer(net, _hidden(net, _inputs(net, before)))


def softmax(found: np.ndarray) -> np.ndarray:
    """The probabilities that go with scores, shape (n, V), in whose place they are written."""
    found -= found.max(axis=1, keepdims=True)
    np.exp(found, out=found)
    found /= found.sum(axis=1, keepdims=True)
    return found


def loss(net: Layers, before: np.ndarray, after: np.ndarray) -> float:
    """The cross-entropy in nats: the mean of -ln of the probability that each true next token was given."""
    found = scores(net, before)
    found -= found.max(axis=1, keepdims=True)
    true = found[np.arange(len(after)), after]
    return float((np.log(np.exp(found, out=found).sum(axis=1)) - true).mean())


def find_slopes(
    net: Layers, before: np.ndarray, after: np.ndarray, slopes: Layers, given: np.ndarray | None = None
) -> None:
    """Write into `slopes` how steep the cross-entropy of these examples is for every weight.

    `given`, shape (n, V), takes the probabilities that every token was given, where it is there.
    Backpropagation: from the scores back to the embeddings, each layer by the chain rule.
    """
    inputs = _inputs(net, before)
    hidden = _hidden(net, inputs)
    off = softmax(_outer(net, hidden))
    if given is not None:
        given[:] = off
    off[np.arange(len(after)), after] -= 1
    off *= 1 / len(after)  # how the loss changes with each score
    np.einsum("bi,bj->ij", hidden, off, out=slopes.outer)
    off.sum(axis=0, out=slopes.bias)
    back = np.einsum("bj,ij->bi", off, net.outer)
    back *= 1 - hidden * hidden
    np.einsum("bi,bj->ij", inputs, back, out=slopes.inner)
    back.sum(axis=0, out=slopes.shift)
    to_inputs = np.einsum("bj,ij->bi", back, net.inner)
    places = (before[:, :, None] * WIDTH + UNITS).ravel()  # a token may occur several times
    total = np.bincount(places, weights=to_inputs.ravel(), minlength=net.embedding.size)
    slopes.embedding[:] = total.reshape(net.embedding.shape)


def _inputs(net: Layers, before: np.ndarray) -> np.ndarray:
    return net.embedding.take(before, axis=0).reshape(len(before), INPUTS)


def _hidden(net: Layers, inputs: np.ndarray) -> np.ndarray:
    hidden: np.ndarray = np.einsum("ik,kj->ij", inputs, net.inner)
    hidden += net.shift
    np.tanh(hidden, out=hidden)
    return hidden


def _outer(net: Layers, hidden: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.einsum("ik,kj->ij", hidden, net.outer)
    found += net.bias
    return found
