"""What is told of a text that Python can't read."""

from __future__ import annotations

import re

from downhill.source.running.cause import Cause, cause, matched
from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.explain.signs import of_sign
from downhill.source.running.explain.unreadable_line import ELSE_IF, REVERSED, of_line
from downhill.source.running.place import Lines

PARTNERS = {"(": ")", "[": "]", "{": "}"}
FIRST = re.compile(r"\s*(\w+)")
BLOCKS = {"function definition": "def", "class definition": "class"}
NAMED = dict.fromkeys(("keyword_misspelt", "hyphen_name", "space_name"), "name")
NAMED |= dict.fromkeys(("plus_plus", "and_or", "compare_order", "unfinished", "sign_unknown"), "sign")
NAMED |= {"number_name": "text", "keyword_name": "word"}
PATTERNS = (
    (r"inconsistent use of tabs", "indent_tabs"),
    (r"unexpected indent", "indent_extra"),
    (r"unindent does not match", "indent_uneven"),
    (r"unmatched '(?P<sign>.)'", "bracket_close"),
    (r"closing parenthesis '(?P<sign>.)' does not match opening parenthesis '(?P<other>.)'", "bracket_kinds"),
    (r"unterminated (triple-quoted )?f?-?string", "quote"),
    (r"f-string", "f_string"),
    (r"Maybe you meant '==' or ':='", "equals"),
    (r"cannot assign|illegal expression for augmented|assignment target|cannot delete", "assign_left"),
    (r"'(?P<word>return|yield|yield from|await)' outside", "return_outside"),
    (r"'(?P<word>break|continue)' (outside|not properly in) loop", "break_outside"),
    (
        r"positional argument follows keyword|default (argument|parameter)|without a default",
        "arguments_order",
    ),
    (r"(duplicate (argument|parameter) '|keyword argument repeated: )(?P<name>\w+)", "argument_twice"),
    (r"Missing parentheses in call", "print_brackets"),
    (r"line continuation|unicode error", "backslash"),
    (r"too many (nested|statically nested|levels)|too complex", "nested"),
    (r"Perhaps you forgot a comma", "comma_or_times"),
    (r"expected '\('", "def_brackets"),
)


def of_syntax(error: SyntaxError, lines: Lines) -> CodeMistake:
    """The mistake, at its place, behind a text that Python can't read."""
    line = lines.clamped(error.lineno)
    text = lines[line]
    column = min(max((error.offset or 1) - 1, 0), len(text))
    end = (error.end_offset or 0) - 1 if error.end_lineno == line else len(text)
    found = _cause(error.msg or "", text, column)
    place = _spot(found, text) or (column, min(max(end, column + 1), len(text)))
    return CodeMistake(found.key, line, *place, **found.numbers)


def _spot(found: Cause, line: str) -> tuple[int, int] | None:
    """Where in its line the words stand that a cause is about, for those that Python points behind."""
    about = str(found.numbers.get(NAMED.get(found.key, ""), ""))
    start = line.rfind(about) if found.key == "unfinished" else line.find(about)
    return (start, start + len(about)) if about and start >= 0 else None


def _cause(message: str, line: str, column: int) -> Cause:
    if found := _exactly(message, line):
        return found
    if found := _assigned(message, line):
        return found
    if found := matched(message, PATTERNS):
        if found.key == "comma_or_times":
            better = of_line(line, column)
            return found if better.key in ("syntax", "unfinished") else better
        return found
    if message.startswith(("invalid syntax", "Expected one or more names")):
        return of_line(line, column)
    return cause("syntax", message=message)


def _exactly(message: str, line: str) -> Cause | None:
    """The causes that need more than a pattern."""
    if found := re.search(r"invalid (?:non-printable )?character.*U\+([0-9A-F]+)", message):
        return of_sign(chr(int(found[1], 16)))
    if found := re.search(r"'(.)' was never closed", message):
        return cause("bracket_open", sign=found[1], other=PARTNERS.get(found[1], found[1]))
    if found := re.search(r"expected an indented block after (?:'(\w+)'|(\w+ definition))?", message):
        return cause("indent_missing", word=found[1] or BLOCKS.get(found[2], "…"))
    if message == "expected ':'":
        return _colon(line)
    if re.search(r"invalid (decimal|hexadecimal|octal|binary|imaginary|digit)", message):
        word = re.search(r"\b\d[\w.]*[^\W\d]\w*", line)
        return cause("number_name", text=word[0] if word else line.strip())
    return None


def _colon(line: str) -> Cause:
    if re.match(ELSE_IF, line):
        return cause("else_if")
    if line.rstrip().endswith("{"):
        return cause("braces")
    first = FIRST.match(line)
    return cause("colon", word=first[1] if first else "…")


def _assigned(message: str, line: str) -> Cause | None:
    """What stands to the left of a single `=`."""
    if "cannot assign" not in message:
        return None
    for sign, near in REVERSED.items():
        if sign in line:
            return cause("compare_order", sign=sign, near=near)
    if re.match(r"\s*(if|elif|while|return|assert)\b", line):
        return cause("equals")
    if found := re.match(r"\s*([^\W\d]\w*(?:-[^\W\d]\w*)+)\s*=", line):
        return cause("hyphen_name", name=found[1], near=found[1].replace("-", "_"))
    return None
