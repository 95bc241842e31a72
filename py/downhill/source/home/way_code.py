"""Code of a step in a way downhill that has a memory, for files to take home."""

from __future__ import annotations

from downhill.lesson.way import ADAM, MOMENTUM, PLAIN, Way
from downhill.source.home.literals import number
from downhill.source.home.said import Said

OF_MOMENTUM = """
#: memory
velocity = np.zeros(len($values))


def step(values, slopes, rate):
    global velocity
    landing, velocity = momentum(values, slopes, rate, $beta, velocity)
    return landing


"""
OF_ADAM = """
#: memory
mean, square, taken = np.zeros(len($values)), np.zeros(len($values)), 0


def step(values, slopes, rate):
    global mean, square, taken
$before    landing, mean, square = adam($here, $slopes, rate, $beta1, $beta2, mean, square, taken)
    taken += 1
    return $landing


"""
STOPPED = """    #: at_rest
    $memory = np.where(there == landing, $memory, 0.0)
"""
MEMORIES = {MOMENTUM: "velocity", ADAM: "mean"}


def step_code(say: Said, way: Way, values: str, in_units: bool = False) -> str:
    """The memory of a way and a function `step` that uses it, for `values`; '' for plain descent.

    Where Adam walks `in_units`, `units` is their matrix and `inverse` its inverse.
    """
    if way.name == PLAIN:
        return ""
    betas = [number(beta) for beta in way.betas]
    if way.name == MOMENTUM:
        return say.code(OF_MOMENTUM, values=values, beta=betas[0])
    return say.code(
        OF_ADAM,
        values=values,
        before="    here = units @ values\n" if in_units else "",
        here="here" if in_units else "values",
        slopes="inverse.T @ slopes" if in_units else "slopes",
        beta1=betas[0],
        beta2=betas[1],
        landing="values + inverse @ (landing - here)" if in_units else "landing",
    )


def stop_code(way: Way) -> str:
    """The lines that empty the memory of sliders that an end has held up; '' for plain descent."""
    return STOPPED.replace("$memory", MEMORIES[way.name]) if way.name in MEMORIES else ""
