"""The network of ten thousand weights with one head of attention, and the slope of its error for each weight.

At a place of a text the model sees the three words before it, and one thing more: a mixture of all earlier
words. How much of each word goes into the mixture depends on how well what the place looks for (its query)
fits where that word stands (its key); queries and keys are made of the three words before each place. In
short: where did words like my last three stand before, and which word came then?

Letters: n texts of T words, m places in each of them that are to be foretold, V words in all, D numbers a
word, A numbers of a query or a key, H hidden units. Sums of products are `einsum`'s own loops, which add in
the same order everywhere.

Sources: Vaswani and others: Attention Is All You Need, 2017, section 3.2.1 (scaled dot products); Bengio and
others: A Neural Probabilistic Language Model, 2003 (the network of three words).
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from downhill.training.network import multiply, softmax

BACK = 3  # words that are seen without looking back
WIDTH = 16  # D
LOOK = 16  # A
HIDDEN = 32  # H
INPUTS = BACK * WIDTH
NEVER = -1e9  # the score of a word that must not be looked at
UNITS = np.arange(WIDTH)


class Layers(NamedTuple):
    """Views of the weights, which lie in one row in the order of this tuple.

    `embedding` (V, D); `query` and `key` (3D, A); `inner` (3D, H) from the three words to hidden units,
    `mixed` (D, H) from the mixture, `shift` (H,); `outer` (H, V) from hidden units to scores, `said` (D, V)
    from the mixture, `bias` (V,).
    """

    embedding: np.ndarray
    query: np.ndarray
    key: np.ndarray
    inner: np.ndarray
    mixed: np.ndarray
    shift: np.ndarray
    outer: np.ndarray
    said: np.ndarray
    bias: np.ndarray


class Seen(NamedTuple):
    """What a forward pass has worked out.

    `before` (n, T, 3) are the words before every place, `everywhere` (nT, 3D) their numbers, `inputs` (nm,
    3D) those at the places; `values` (n, T, D) the words' own numbers; `queries` (n, m, A), `keys` (n, T, A),
    `shares` (n, m, T) of the look, `mixture` (nm, D), `hidden` (nm, H), `scores` (nm, V).
    """

    before: np.ndarray
    everywhere: np.ndarray
    inputs: np.ndarray
    values: np.ndarray
    queries: np.ndarray
    keys: np.ndarray
    shares: np.ndarray
    mixture: np.ndarray
    hidden: np.ndarray
    scores: np.ndarray


class How(NamedTuple):
    """How a model is to look: `sharp` multiplies its scores, no more than `0` looks at all words alike.

    `hidden` (n, T) or (T,) marks words that must not be looked at; with `off` the mixture is empty.
    """

    sharp: float = 1.0
    hidden: np.ndarray | None = None
    off: bool = False


AS_TRAINED = How()


def shapes(tokens: int) -> tuple[tuple[int, ...], ...]:
    """Return the shapes of the layers for a vocabulary of `tokens` tokens."""
    looks = ((tokens, WIDTH), (INPUTS, LOOK), (INPUTS, LOOK))
    inner = ((INPUTS, HIDDEN), (WIDTH, HIDDEN), (HIDDEN,))
    return *looks, *inner, (HIDDEN, tokens), (WIDTH, tokens), (tokens,)


def count(tokens: int) -> int:
    """Return the number of weights for a vocabulary of `tokens` tokens."""
    return sum(int(np.prod(shape)) for shape in shapes(tokens))


def layers(weights: np.ndarray, tokens: int) -> Layers:
    """The layers that lie in a row of weights, shape (count,): views, no copies."""
    parts, at = [], 0
    for shape in shapes(tokens):
        size = int(np.prod(shape))
        parts.append(weights[at : at + size].reshape(shape))
        at += size
    return Layers(*parts)


def first_weights(tokens: int, seed: int) -> np.ndarray:
    """Weights to begin with, shape (count,): drawn evenly around 0, shift and bias 0.

    Their reach is Glorot's (Glorot and Bengio, 2010) where no other is given. Queries and keys begin with
    half of it: so looks are even until the texts have shown which of them help.
    """
    dice, weights = Random(seed), np.zeros(count(tokens))
    reaches = {"embedding": 0.7, "query": 0.15, "key": 0.15, "outer": 0.2, "said": 0.2}
    net = layers(weights, tokens)
    for name, layer in zip(Layers._fields, net, strict=True):
        if layer.ndim == 2:
            drawn = np.array([dice.random() for _ in range(layer.size)])
            reach = reaches.get(name, (6 / sum(layer.shape)) ** 0.5)
            layer[:] = ((2 * drawn - 1) * reach).reshape(layer.shape)
    return weights


def windows(texts: np.ndarray, end: int = 0) -> np.ndarray:
    """The three words before every place, shape (n, T, 3); before a text stood ends of sentences."""
    size = texts.shape[1]
    padded = np.concatenate([np.full((len(texts), BACK), end), texts], axis=1)
    return np.stack([padded[:, i : i + size] for i in range(BACK)], axis=2)


def allowed(texts: np.ndarray, places: np.ndarray, hidden: np.ndarray | None) -> np.ndarray:
    """Which words each place may look at: those before it, but for hidden ones. Shape (n, m, T)."""
    earlier = np.arange(texts.shape[1]) < places[:, :, None]
    return earlier if hidden is None else earlier & ~np.broadcast_to(hidden, texts.shape)[:, None, :]


def attention(
    net: Layers, inputs: np.ndarray, everywhere: np.ndarray, open_: np.ndarray, sharp: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where places look: their queries (n, m, A), all keys (n, T, A), and the shares of each look, (n, m, T).

    `inputs` (nm, 3D) and `everywhere` (nT, 3D) are the words before the places and before every word, `open_`
    says which words may be looked at. A share is the softmax of query · key / √A over these.
    """
    n, m, size = open_.shape
    width = net.query.shape[1]
    queries = multiply(inputs, net.query).reshape(n, m, width) * (sharp / width**0.5)
    keys = multiply(everywhere, net.key).reshape(n, size, width)
    fits = np.einsum("nma,nta->nmt", queries, keys)
    shares = softmax(np.where(open_, fits, NEVER).reshape(n * m, size)).reshape(n, m, size)
    return queries, keys, shares


def forward(net: Layers, texts: np.ndarray, places: np.ndarray, how: How = AS_TRAINED) -> Seen:
    """What texts (n, T) lead to at these places (n, m): among all else, scores (nm, V) for the word there."""
    n, size = texts.shape
    rows, before = np.arange(n)[:, None], windows(texts)
    everywhere = net.embedding.take(before, axis=0).reshape(n * size, -1)
    inputs = everywhere.reshape(n, size, -1)[rows, places].reshape(places.size, -1)
    open_ = allowed(texts, places, how.hidden)
    queries, keys, shares = attention(net, inputs, everywhere, open_, how.sharp)
    values = net.embedding.take(texts, axis=0)
    mixture = np.einsum("nmt,ntd->nmd", shares * (not how.off), values).reshape(places.size, -1)
    hidden = np.tanh(multiply(inputs, net.inner) + multiply(mixture, net.mixed) + net.shift)
    scores = multiply(hidden, net.outer) + multiply(mixture, net.said) + net.bias
    return Seen(before, everywhere, inputs, values, queries, keys, shares, mixture, hidden, scores)


def backward(
    net: Layers, texts: np.ndarray, places: np.ndarray, true: np.ndarray, slopes: Layers
) -> np.ndarray:
    """Write into `slopes` how steep the cross-entropy at these places is for every weight.

    `true` (nm,) are the words that really stand there. Backpropagation, layer by layer, with e for the slope
    of the loss: e_scores = (p - true) / nm; e_hidden = e_scores outerᵀ (1 - hidden²); e_mixture = e_scores
    saidᵀ + e_hidden mixedᵀ; then through the look. Returns the probabilities that every word was given,
    shape (nm, V).
    """
    seen = forward(net, texts, places)
    chances = softmax(seen.scores)
    errors = (chances - np.eye(len(net.bias))[true]) / len(true)
    inside = multiply(errors, net.outer.T) * (1 - seen.hidden**2)
    mixing = multiply(errors, net.said.T) + multiply(inside, net.mixed.T)
    asking, standing = look_backward(net, seen, mixing)
    write_slopes(net, texts, places, seen, Errors(errors, inside, mixing, asking, standing), slopes)
    return chances


def look_backward(net: Layers, seen: Seen, mixing: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """From the slope for mixtures, `mixing` (nm, D), to those for queries (nm, A), and for keys (nT, A).

    e_shares = e_mixture · values; e_fits = shares (e_shares - Σ shares e_shares), which is the softmax's
    slope; e_queries = Σ e_fits keys / √A; e_keys = Σ e_fits queries.
    """
    mixing, scale = mixing.reshape(len(seen.values), -1, mixing.shape[1]), net.query.shape[1] ** -0.5
    looking = np.einsum("nmd,ntd->nmt", mixing, seen.values)
    looking = seen.shares * (looking - (seen.shares * looking).sum(axis=2, keepdims=True))
    asking = np.einsum("nmt,nta->nma", looking, seen.keys).reshape(len(seen.inputs), -1) * scale
    standing = np.einsum("nmt,nma->nta", looking, seen.queries).reshape(len(seen.everywhere), -1)
    return asking, standing


class Errors(NamedTuple):
    """Slopes of the loss for what a forward pass has worked out.

    `scores` (nm, V), `hidden` (nm, H) before their tanh, `mixture` (nm, D), `queries` (nm, A), `keys` (nT,
    A).
    """

    scores: np.ndarray
    hidden: np.ndarray
    mixture: np.ndarray
    queries: np.ndarray
    keys: np.ndarray


def write_slopes(
    net: Layers, texts: np.ndarray, places: np.ndarray, seen: Seen, errors: Errors, slopes: Layers
) -> None:
    """Write the slope of every layer: what came into it, times the error of what came out.

    What leads back to words, from all three ways in which they are read, is added up by word.
    """
    n = len(texts)
    slopes.outer[:] = multiply(seen.hidden.T, errors.scores)
    slopes.said[:] = multiply(seen.mixture.T, errors.scores)
    slopes.bias[:] = errors.scores.sum(axis=0)
    slopes.inner[:] = multiply(seen.inputs.T, errors.hidden)
    slopes.mixed[:] = multiply(seen.mixture.T, errors.hidden)
    slopes.shift[:] = errors.hidden.sum(axis=0)
    slopes.query[:] = multiply(seen.inputs.T, errors.queries)
    slopes.key[:] = multiply(seen.everywhere.T, errors.keys)
    here = seen.before[np.arange(n)[:, None], places]
    mixture = errors.mixture.reshape(n, -1, errors.mixture.shape[1])
    found = (
        (here, multiply(errors.hidden, net.inner.T) + multiply(errors.queries, net.query.T)),
        (seen.before, multiply(errors.keys, net.key.T)),
        (texts, np.einsum("nmt,nmd->ntd", seen.shares, mixture)),
    )
    slopes.embedding[:] = gather(found, len(net.embedding))


def gather(found: tuple[tuple[np.ndarray, np.ndarray], ...], tokens: int) -> np.ndarray:
    """Slopes added up by word, shape (tokens, D). Each pair has words, and D slopes for each of them."""
    places = np.concatenate([(words.reshape(-1, 1) * WIDTH + UNITS).ravel() for words, _ in found])
    much = np.concatenate([slopes.ravel() for _, slopes in found])
    return np.bincount(places, weights=much, minlength=tokens * WIDTH).reshape(tokens, WIDTH)
