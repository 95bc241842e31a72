"""A formula as MathML, with the brackets that show how it was understood."""

from __future__ import annotations

from downhill.maths.formula.tree import Call, Name, Negative, Node, Number, Pair

MINUS = "\N{MINUS SIGN}"
SUM, SIGNED, PRODUCT, FRACTION, POWER, ATOM = range(6)  # how strongly a node's parts hold together
LETTERS = {"pi": "π", "log10": "log"}


def mathml(node: Node) -> str:
    """A node as MathML."""
    match node:
        case Number(_, text):
            return f"<mn>{_digits(text)}</mn>"
        case Name(name):
            return f"<mi>{LETTERS.get(name, name)}</mi>"
        case Negative(argument):
            return f"<mrow><mo>{MINUS}</mo>{_held(argument, PRODUCT)}</mrow>"
        case Call(function, argument):
            return _call(function, mathml(argument))
        case Pair("/", left, right):
            return f"<mfrac>{mathml(left)}{mathml(right)}</mfrac>"
        case Pair("^", left, right):
            return _power(left, right)
        case Pair("*", left, right):
            dot = "<mo>\N{INVISIBLE TIMES}</mo>" if _close(left, right) else "<mo>·</mo>"
            return f"<mrow>{_held(left, SIGNED)}{dot}{_held(right, FRACTION)}</mrow>"
        case Pair(sign, left, right):
            sign = sign.replace("-", MINUS)
            return f"<mrow>{_held(left, SUM)}<mo>{sign}</mo>{_held(right, PRODUCT)}</mrow>"


def _digits(text: str) -> str:
    """A number as it is printed, not only as it may be typed."""
    return ("0" + text if text.startswith(".") else text).removesuffix(".")


def _strength(node: Node) -> int:
    match node:
        case Pair(sign, _, _):
            return {"+": SUM, "-": SUM, "*": PRODUCT, "/": FRACTION, "^": POWER}[sign]
        case Negative():
            return SIGNED
        case _:
            return ATOM


def _held(node: Node, least: int) -> str:
    """A node, in brackets where its parts would fall apart."""
    return mathml(node) if _strength(node) >= least else _bracketed(mathml(node))


def _bracketed(inside: str) -> str:
    fixed = "" if "<mfrac>" in inside else ' stretchy="false"'  # else some fonts make them taller than x
    return f"<mrow><mo{fixed}>(</mo>{inside}<mo{fixed}>)</mo></mrow>"


def _named(function: str) -> str:
    name = f"<mi>{LETTERS.get(function, function)}</mi>"
    return f"<msub>{name}<mn>10</mn></msub>" if function == "log10" else name


def _call(function: str, inside: str) -> str:
    if function == "sqrt":
        return f"<msqrt>{inside}</msqrt>"
    if function == "abs":
        return f"<mrow><mo>|</mo>{inside}<mo>|</mo></mrow>"
    return f"<mrow>{_named(function)}{_bracketed(inside)}</mrow>"


def _power(left: Node, right: Node) -> str:
    if isinstance(left, Call) and left.function not in ("sqrt", "abs", "log10"):
        if isinstance(right, Number) and right.text.isdigit():  # sin²(x)
            raised = f"<msup>{_named(left.function)}{mathml(right)}</msup>"
            return f"<mrow>{raised}{_bracketed(mathml(left.argument))}</mrow>"
        return f"<msup>{_bracketed(mathml(left))}{mathml(right)}</msup>"
    return f"<msup>{_held(left, ATOM)}{mathml(right)}</msup>"


def _close(left: Node, right: Node) -> bool:
    """Return whether a product needs no sign, as in 2x and 3(x + 1): after a number, but not before one."""
    while isinstance(right, Pair) and right.sign == "^":
        right = right.left
    return isinstance(left, Number) and (isinstance(right, Name | Call) or _strength(right) < FRACTION)
