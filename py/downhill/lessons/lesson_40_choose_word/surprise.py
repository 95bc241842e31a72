"""How much a model is surprised by what people wrote, at a temperature."""

import numpy as np


def softmax(scores: np.ndarray, temperature: float) -> np.ndarray:
    """The probabilities that go with scores, shape (n,), at a temperature above 0."""
    powers = np.exp((scores - scores.max()) / temperature)
    return powers / powers.sum()


def loss(people: np.ndarray, scores: np.ndarray, temperature: float) -> float:
    """The cross-entropy in nats of what people wrote: their shares of the words, shape (n,)."""
    given = softmax(scores, temperature)
    return -(people * np.log(given)).sum()


def slope(people: np.ndarray, scores: np.ndarray, temperature: float) -> float:
    """How the loss changes with the temperature T.

    It is how much higher people's words score than the model's draws, over T squared.
    """
    given = softmax(scores, temperature)
    return ((people - given) * scores).sum() / temperature**2
