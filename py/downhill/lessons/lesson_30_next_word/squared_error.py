"""Scores, and how far they are from what the right words should get."""

import numpy as np


def predict(prompts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """A score for each word after each prompt, shape (prompts, words).

    `prompts` has shape (prompts, subjects), `weights` (subjects, words).
    """
    return prompts @ weights


def loss(prompts: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> float:
    """The squared distance of all scores from `targets`, shape (prompts, words)."""
    errors = predict(prompts, weights) - targets
    return (errors**2).sum()


def gradient(prompts: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The slope of that loss for every weight, in their shape."""
    errors = predict(prompts, weights) - targets
    return 2 * prompts.T @ errors
