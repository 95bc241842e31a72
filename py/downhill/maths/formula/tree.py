"""A formula as a tree: small immutable nodes, made by the reader, compiled by `duals`, shown by `mathml`."""

from __future__ import annotations

from typing import NamedTuple

CONSTANTS = ("pi", "e")
X = "x"


class Number(NamedTuple):
    """A number, and how it is written."""

    value: float
    text: str


class Name(NamedTuple):
    """`x`, `pi` or `e`."""

    name: str


class Negative(NamedTuple):
    """Minus something."""

    argument: Node


class Pair(NamedTuple):
    """Two parts and the sign between them: one of `+ - * / ^`."""

    sign: str
    left: Node
    right: Node


class Call(NamedTuple):
    """A function of something."""

    function: str
    argument: Node


Node = Number | Name | Negative | Pair | Call


def has_x(node: Node) -> bool:
    """Return whether x occurs in it."""
    match node:
        case Negative(argument) | Call(_, argument):
            return has_x(argument)
        case Pair(_, left, right):
            return has_x(left) or has_x(right)
        case _:
            return node == Name(X)
