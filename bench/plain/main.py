"""A slider and its figure as a first PyScript tutorial would have them: a fresh figure on each move."""

import matplotlib.pyplot as plt
import numpy as np
from pyscript import display, document, when

frames = 0


def f(x):
    """Two valleys, the left one lower."""
    return 0.08 * x**4 - 0.9 * x**2 + 0.5 * x + 6


def draw(x):
    """Draw the curve and the point at `x`."""
    xs = np.linspace(-5, 5, 400)
    figure, axes = plt.subplots(figsize=(6.4, 4.0))
    axes.plot(xs, f(xs))
    axes.plot([x], [f(x)], "o")
    axes.set_xlabel("x")
    axes.set_ylabel("f(x)")
    put(figure)


def put(figure):
    """Put a figure into the page, then count it."""
    global frames
    display(figure, target="plot", append=False)
    plt.close(figure)
    frames += 1
    document.documentElement.dataset.frame = str(frames)


@when("input", "#x")
def moved(event):
    """Draw where the slider is now."""
    draw(float(event.target.value))


draw(-4.0)
document.documentElement.dataset.python = "ready"
