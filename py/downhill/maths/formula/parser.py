"""From a formula's text to its tree, by recursive descent.

sum      = product (("+" | "-") product)*
product  = signed (("*" | "/") signed | power)*       without a sign between them: times, as strong as *
signed   = ("-" | "+") signed | power
power    = operand RAISED* ("^" exponent)?            so -x^2 is -(x^2), and 2^3^2 is 2^(3^2)
exponent = ("-" | "+") exponent | power
operand  = NUMBER | NAME | "(" sum ")" | "|" sum "|" | FUNCTION power-of-it? argument
argument = "(" sum ")" | power NAME*                  so sin 2x is sin(2x), and sin x cos x a product
"""

from __future__ import annotations

import re
from collections.abc import Callable

from downhill.maths.formula.tokens import END, FUNCTION, NAME, NUMBER, RAISED, SIGN, Token, tokens
from downhill.maths.formula.tree import Call, Name, Negative, Node, Number, Pair
from downhill.text.mistake import Mistake

LONGEST = 200  # signs
DEEPEST = 50  # brackets, powers, functions and signs inside each other
PREFIX = re.compile(r"\s*(?:f\s*\(\s*x\s*\)|y)\s*=", re.IGNORECASE)


def parse(text: str) -> Node:
    """The syntax tree of a formula in x.

    Raises `Mistake` with a key `formula.…` and the place in the text, and nothing else.
    """
    if len(text) > LONGEST:
        raise Mistake("formula.long", LONGEST, len(text), most=str(LONGEST))
    prefix = PREFIX.match(text)
    pieces = list(tokens(text, prefix.end() if prefix else 0))
    if len(pieces) == 1:
        raise Mistake("formula.empty", 0, len(text))
    return Reader(pieces).whole()


class Reader:
    """A recursive-descent parser over the tokens of a formula: a method for each rule of the grammar.

    Each consumes the tokens of its rule. All raise `Mistake` where the text breaks the grammar.
    """

    def __init__(self, pieces: list[Token]) -> None:
        self.pieces = pieces
        self.place = self.depth = self.bars = 0

    @property
    def next(self) -> Token:
        """The next token, which isn't consumed."""
        return self.pieces[self.place]

    def take(self) -> Token:
        """Consume the next token and return it."""
        self.place += 1
        return self.pieces[self.place - 1]

    def sees(self, *signs: str) -> bool:
        """Return whether the next token is one of these operators or brackets."""
        return self.next.kind == SIGN and self.next.text in signs

    def nested(self, part: Callable[[], Node]) -> Node:
        """Parse one level deeper. Raises `Mistake` (`formula.deep`) beyond `DEEPEST` levels."""
        if self.depth == DEEPEST:
            raise Mistake("formula.deep", self.next.start, self.next.end, most=str(DEEPEST))
        self.depth += 1
        node = part()
        self.depth -= 1
        return node

    def whole(self) -> Node:
        """The whole formula. Raises `Mistake` (`formula.close`) where tokens are left over."""
        node = self.sum()
        if self.next.kind != END:  # all else would have been taken as a part of the sum
            raise Mistake("formula.close", self.next.start, self.next.end)
        return node

    def sum(self) -> Node:
        """Terms that are added and subtracted, from left to right."""
        node = self.product()
        while self.sees("+", "-"):
            node = Pair(self.take().text, node, self.product())
        return node

    def product(self) -> Node:
        """Factors that are multiplied and divided, from left to right.

        Raises `Mistake` (`formula.between`) where a number follows a factor without an operator.
        """
        node = self.signed()
        while True:
            if self.sees("*", "/"):
                node = Pair(self.take().text, node, self.signed())
            elif self.next.kind == NUMBER:
                before = self.pieces[self.place - 1]
                raise Mistake(
                    "formula.between", before.start, self.next.end, before=before.text, after=self.next.text
                )
            elif self.next.kind in (NAME, FUNCTION) or self.sees("(") or (self.sees("|") and not self.bars):
                node = Pair("*", node, self.power())
            else:
                return node

    def signed(self) -> Node:
        """A factor with any number of signs before it."""
        if not self.sees("-", "+"):
            return self.power()
        sign = self.take().text
        node = self.nested(self.signed)
        return Negative(node) if sign == "-" else node

    def power(self) -> Node:
        """An operand, raised to a power if an exponent follows."""
        node = self.operand()
        while self.next.kind == RAISED:
            node = Pair("^", node, number(self.take()))
        if self.sees("^"):
            self.take()
            node = Pair("^", node, self.nested(self.exponent))
        return node

    def exponent(self) -> Node:
        """The exponent after a ^, with any number of signs before it."""
        if not self.sees("-", "+"):
            return self.power()
        sign = self.take().text
        node = self.nested(self.exponent)
        return Negative(node) if sign == "-" else node

    def operand(self) -> Node:
        """A number, a name, a call, or a bracket. Raises `Mistake` where the text has none of them here."""
        if self.next.kind == NUMBER:
            return number(self.take())
        if self.next.kind == NAME:
            return Name(self.take().text)
        if self.next.kind == FUNCTION:
            return self.call(self.take())
        if self.sees("("):
            return self.bracket()
        if self.sees("|"):
            return self.absolute()
        raise self.lacking()

    def bracket(self) -> Node:
        """The sum between two brackets; bars that are open outside of them are no ends inside.

        Raises `Mistake`: `formula.hollow` where nothing is between, `formula.open` where no end is.
        """
        opening, bars, self.bars = self.take(), self.bars, 0
        if self.sees(")"):
            raise Mistake("formula.hollow", opening.start, self.next.end)
        node = self.nested(self.sum)
        self.bars = bars
        if not self.sees(")"):
            raise Mistake("formula.open", opening.start, opening.end)
        self.take()
        return node

    def absolute(self) -> Node:
        """The absolute value of the sum between two bars. Raises `Mistake` (`formula.bar`) without an end."""
        opening = self.take()
        self.bars += 1
        node = self.nested(self.sum)
        self.bars -= 1
        if not self.sees("|"):
            raise Mistake("formula.bar", opening.start, opening.end)
        self.take()
        return Call("abs", node)

    def call(self, function: Token) -> Node:
        """A function with its argument; sin²(x) and sin^2(x) are powers of sin(x).

        Raises `Mistake` (`formula.argument`) where no argument follows.
        """
        raised = None
        if self.next.kind == RAISED:
            raised = self.take()
        elif self.sees("^") and self.pieces[self.place + 1].text.isdigit():
            self.take()
            raised = self.take()
        if self.next.kind not in (NUMBER, NAME, FUNCTION) and not self.sees("(", "|"):
            raise Mistake("formula.argument", function.start, function.end, name=function.text)
        bare = self.operand if function.end - function.start == 1 else self.argument  # √ takes only one
        call = Call(function.text, self.bracket() if self.sees("(") else self.nested(bare))
        return Pair("^", call, number(raised)) if raised else call

    def argument(self) -> Node:
        """A function's argument without brackets."""
        node = self.power()
        while self.next.kind == NAME:
            node = Pair("*", node, self.power())
        return node

    def lacking(self) -> Mistake:
        """The mistake that an operand is missing at this place."""
        before, here = self.pieces[self.place - 1] if self.place else None, self.next
        if before is None:
            return Mistake("formula.before", here.start, here.end, sign=here.text)
        return Mistake("formula.after", before.start, max(before.end, here.start), sign=before.text)


def number(token: Token) -> Number:
    """The node of a token that is a number."""
    return Number(float(token.text), token.text)
