"""Probabilities, and how much of them the right words get."""

import numpy as np


def predict(prompts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """A probability for each word after each prompt, shape (prompts, words): the softmax of its scores.

    `prompts` has shape (prompts, subjects), `weights` (subjects, words).
    """
    scores = prompts @ weights
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def loss(prompts: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> float:
    """The cross-entropy of the right words in nats; `targets`, shape (prompts, words), is 1 at each."""
    right = (predict(prompts, weights) * targets).sum(axis=1)
    return -np.log(right).sum()


def gradient(prompts: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The slope of that loss for every weight, in their shape."""
    errors = predict(prompts, weights) - targets
    return prompts.T @ errors
