"""A network that scores every token as the next one, and the gradient of its loss for all weights.

Tokens become lists of numbers (embeddings); those of the last three go into a hidden layer, which gives a
score for every token; softmax turns scores into probabilities. The loss is the cross-entropy.

Products are summed by `einsum`'s own loops: if numpy has no library for linear algebra, as in the browser,
they are the fastest, and everywhere they add in the same order.
"""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

import numpy as np

from downhill.training.tokens import LOOKS_BACK

WIDTH = 16  # numbers in the embedding of a token
HIDDEN = 48  # units of the hidden layer
INPUTS = LOOKS_BACK * WIDTH
UNITS = np.arange(WIDTH)


class Layers(NamedTuple):
    """Views of a network's weights, which are all in one array: V tokens, in the order of this tuple.

    `embedding` (V, 16); `inner` (48, 48), from inputs to hidden units, and `shift` (48,); `outer` (48, V),
    from hidden units to scores, and `bias` (V,).
    """

    embedding: np.ndarray
    inner: np.ndarray
    shift: np.ndarray
    outer: np.ndarray
    bias: np.ndarray


def shapes(tokens: int, hidden: int = HIDDEN) -> tuple[tuple[int, ...], ...]:
    """Return the shapes of the layers for a vocabulary of `tokens` tokens, with `hidden` hidden units."""
    return (tokens, WIDTH), (INPUTS, hidden), (hidden,), (hidden, tokens), (tokens,)


def count(tokens: int, hidden: int = HIDDEN) -> int:
    """Return how many weights the network has for a vocabulary of `tokens` tokens."""
    return sum(int(np.prod(shape)) for shape in shapes(tokens, hidden))


def layers(weights: np.ndarray, tokens: int, hidden: int = HIDDEN) -> Layers:
    """Return the layers in an array of weights, shape (count,): views, not copies."""
    parts, at = [], 0
    for shape in shapes(tokens, hidden):
        size = int(np.prod(shape))
        parts.append(weights[at : at + size].reshape(shape))
        at += size
    return Layers(*parts)


def moved_to(weights: np.ndarray, net: Any) -> Any:
    """Return the layers of a network as views of another array of weights, shape (count,)."""
    ends = np.cumsum([layer.size for layer in net])
    parts = (weights[e - layer.size : e].reshape(layer.shape) for e, layer in zip(ends, net, strict=True))
    return type(net)(*parts)


def read_only(weights: np.ndarray) -> np.ndarray:
    """Return a read-only view of weights, for functions that a reader may have written."""
    view = weights.view()
    view.flags.writeable = False
    return view


def place_of(index: int, tokens: int) -> tuple[str, int, int]:
    """Return the layer of the weight with that index, and its row and column there."""
    for name, shape in zip(Layers._fields, shapes(tokens), strict=True):
        size = int(np.prod(shape))
        if index < size:
            return name, *divmod(index, shape[-1])
        index -= size
    raise IndexError(f"no weight {index}: expected fewer than {count(tokens)}")


def first_of(layer: str, tokens: int) -> int:
    """Return the index of a layer's first weight. Raises `ValueError` for an unknown layer."""
    before = shapes(tokens)[: Layers._fields.index(layer)]
    return sum(int(np.prod(shape)) for shape in before)


def first_weights(tokens: int, seed: int, hidden: int = HIDDEN) -> np.ndarray:
    """Return initial weights, shape (count,): uniformly random around 0; shifts and biases are 0.

    Their range is such that values keep their size through a layer (after Glorot and Bengio, 2010). The same
    seed gives the same weights on every machine.
    """
    dice, weights = Random(seed), np.zeros(count(tokens, hidden))
    embedding, inner, _, outer, _ = layers(weights, tokens, hidden)
    for layer, reach in ((embedding, 0.5), (inner, (6 / (INPUTS + hidden)) ** 0.5), (outer, 0.2)):
        drawn = np.array([dice.random() for _ in range(layer.size)])
        layer[:] = ((2 * drawn - 1) * reach).reshape(layer.shape)
    return weights


def forward(net: Layers, before: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Run the network on n examples, given their tokens `before`, shape (n, 3).

    Returns their inputs (n, 48), the hidden units (n, 48), and a score for every possible next token (n, V).
    """
    inputs = net.embedding.take(before, axis=0).reshape(len(before), INPUTS)
    hidden = np.tanh(multiply(inputs, net.inner) + net.shift)
    scores = multiply(hidden, net.outer) + net.bias
    return inputs, hidden, scores


def softmax(scores: np.ndarray) -> np.ndarray:
    """Turn scores into probabilities, shape (n, V)."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def cross_entropy(scores: np.ndarray, after: np.ndarray) -> float:
    """Return the loss in nats: the mean of -ln(softmax) for each true next token, finite for any scores."""
    scores = scores - scores.max(axis=1, keepdims=True)
    right = scores[np.arange(len(after)), after]
    return (np.log(np.exp(scores).sum(axis=1)) - right).mean()


def backward(net: Layers, before: np.ndarray, after: np.ndarray, slopes: Layers) -> np.ndarray:
    """Write the gradient of the cross-entropy of these examples into `slopes`.

    Backpropagation: from the scores back to the embeddings, layer by layer, by the chain rule. Returns the
    probabilities of all tokens, shape (n, V).
    """
    inputs, hidden, scores = forward(net, before)
    chances = softmax(scores)
    errors = chances.copy()
    errors[np.arange(len(after)), after] -= 1
    errors /= len(after)
    slopes.outer[:] = multiply(hidden.T, errors)
    slopes.bias[:] = errors.sum(axis=0)
    errors = multiply(errors, net.outer.T) * (1 - hidden**2)
    slopes.inner[:] = multiply(inputs.T, errors)
    slopes.shift[:] = errors.sum(axis=0)
    errors = multiply(errors, net.inner.T)
    slopes.embedding[:] = gather(errors, before, len(net.embedding))
    return chances


def multiply(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Multiply two matrices, adding in the same order, so with the same bits, on every machine."""
    product: np.ndarray = np.einsum("ik,kj->ij", a, b)
    return product


def gather(slopes: np.ndarray, before: np.ndarray, tokens: int) -> np.ndarray:
    """Add up the slopes of inputs, shape (n, 48), by their tokens: shape (tokens, 16)."""
    places = (before[:, :, None] * WIDTH + UNITS).ravel()  # a token may occur several times
    total = np.bincount(places, weights=slopes.ravel(), minlength=tokens * WIDTH)
    return total.reshape(tokens, WIDTH)


def loss(net: Layers, before: np.ndarray, after: np.ndarray) -> float:
    """Return the cross-entropy of a network's predictions for these examples, in nats."""
    _, _, scores = forward(net, before)
    return float(cross_entropy(scores, after))
