"""Two sliders and their figures as a first PyScript tutorial would have them: a fresh figure on each move."""

import matplotlib.pyplot as plt
import numpy as np
from pyscript import display, document, when

frames = 0
# Twelve homes, made up, as in our lesson: square feet, and thousands of dollars.
sizes = np.array([720, 850, 980, 1100, 1240, 1400, 1550, 1700, 1900, 2150, 2400, 2800])
prices = np.array([162, 204, 196, 238, 228, 284, 276, 327, 318, 390, 386, 470])


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
    put(figure, "plot")


def draw_line(m):
    """Draw the homes, a line of slope `m` in dollars a square foot, and the errors between them."""
    line = m * sizes / 1000 + 244
    figure, axes = plt.subplots(figsize=(6.4, 4.0))
    axes.plot(sizes, prices, "o")
    axes.plot(sizes, line)
    axes.vlines(sizes, prices, line)
    axes.set_title(f"sum of absolute errors: {np.abs(prices - line).sum():.1f}")
    axes.set_xlabel("home size (sq ft)")
    axes.set_ylabel("price ($k)")
    put(figure, "homes")


def put(figure, target):
    """Put a figure into the page, then count it."""
    global frames
    display(figure, target=target, append=False)
    plt.close(figure)
    frames += 1
    document.documentElement.dataset.frame = str(frames)


@when("input", "#x")
def moved(event):
    """Draw where the slider is now."""
    draw(float(event.target.value))


@when("input", "#m")
def turned(event):
    """Draw the line that the slider stands for."""
    draw_line(float(event.target.value))


draw(-4.0)
document.documentElement.dataset.python = "ready"
