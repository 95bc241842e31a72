"""What is told of a line of which Python says no more than that its syntax is invalid."""

from __future__ import annotations

import re
from keyword import iskeyword, kwlist

from downhill.source.running.cause import Cause, cause
from downhill.source.running.nearest import nearest

BLOCKS = "def if elif else for while try except finally with class".split()
OTHERS = [word for word in kwlist if word[0].islower() and word not in BLOCKS]
OTHER_NAMES = {"lambda": "lambda_", "class": "kind", "from": "start", "in": "inside", "is": "same"}
ELSE_IF = r"\s*(else\s+if|elseif|elsif|elif\s+if)\b"
REVERSED = {"=>": ">=", "=<": "<=", "<>": "!=", "=!": "!="}
LOGIC = {"&&": "and", "||": "or", "!": "not"}
PARAMETER = r"\*{0,2}[^\W\d]\w*\s*(:[^,]+)?(=[^,]+)?"
DEFINITION = rf"\s*def\s+[^\W\d]\w*\s*\(\s*({PARAMETER}(\s*,\s*{PARAMETER})*)?\s*,?\s*\)\s*(->.+)?:"
STRINGS = re.compile(r"""("[^"]*"|'[^']*'|#.*)""")


def of_line(line: str, column: int) -> Cause:
    """The cause in a line that Python can't read; `column` is where it gave up."""
    code = STRINGS.sub(lambda found: "" if found[0][0] == "#" else '""', line).rstrip()
    looks = (_else_if, _other_language, _keyword, _definition, _names, _unfinished, _unknown, _misspelt)
    for look in looks:
        if found := look(code):
            return found
    if column and _two_in_a_row(line, column):
        return cause("comma_or_times")
    return cause("syntax", message="invalid syntax")


def _else_if(code: str) -> Cause | None:
    if re.match(ELSE_IF, code):
        return cause("else_if")
    if found := re.match(r"\s*(else|elif|except|finally)\b", code):
        return cause("else_alone", word=found[1])
    return None


def _other_language(code: str) -> Cause | None:
    """Signs that mean something in JavaScript, C or mathematics."""
    if re.search(r"(\+\+|--)\s*$", code):
        return cause("plus_plus", sign=code.rstrip()[-2:])
    for sign, near in REVERSED.items():
        if sign in code:
            return cause("compare_order", sign=sign, near=near)
    for sign, near in LOGIC.items():
        if re.search(re.escape(sign) + "(?!=)", code):
            return cause("and_or", sign=sign, near=near)
    return cause("braces") if code.endswith("{") or code.strip() == "}" else None


def _keyword(code: str) -> Cause | None:
    """A word of Python's own where a name should be."""
    words = [
        *re.findall(r"^\s*(\w+)\s*[-+*/]?=(?!=)", code),
        *re.findall(r"\bdef\s+(\w+)\s*\(", code),
        *(
            part
            for inside in re.findall(r"\bdef\s+\w+\s*\((.*)\)", code)
            for part in re.findall(r"\w+", inside)
        ),
        *re.findall(r"[-+*/]\s*(lambda|class|def|in|is|as|from|with)\s*$", code),
        *re.findall(r"\bfor\s+(\w+)\s+in\b", code),
    ]
    word = next((each for each in words if iskeyword(each) and each not in ("None", "True", "False")), None)
    return cause("keyword_name", word=word, near=OTHER_NAMES.get(word, f"{word}_")) if word else None


def _definition(code: str) -> Cause | None:
    begins = re.match(r"\s*(def|function|func|fun|define)\b", code)
    return cause("def_brackets") if begins and not re.match(DEFINITION, code) else None


def _names(code: str) -> Cause | None:
    """Several words where one name should be."""
    found = re.match(r"\s*((?:[^\W\d]\w* +)+[^\W\d]\w*)\s*=(?!=)", code)
    if not found or any(iskeyword(word) for word in found[1].split()):
        return None
    words = found[1].split()
    if words[0] in ("var", "let", "const", "int", "float", "double"):
        return cause("space_name", name=found[1], near=" ".join(words[1:]))
    return cause("space_name", name=found[1], near="_".join(words))


def _unfinished(code: str) -> Cause | None:
    found = re.search(
        r"(\*\*|//|==|<=|>=|!=|[-+*/%]=|[-+*/%=<>,.]|\b(?:and|or|not|in|is|import|from|if|while))$", code
    )
    return cause("unfinished", sign=found[1]) if found else None


def _unknown(code: str) -> Cause | None:
    found = re.search(r"[$?]", code)
    return cause("sign_unknown", sign=found[0]) if found else None


def _misspelt(code: str) -> Cause | None:
    """A first word that is nearly one of those that lines begin with."""
    found = re.match(r"\s*([^\W\d]\w*)\b(?!\s*[=(.\[,])", code)
    if not found or iskeyword(found[1]):
        return None
    near = nearest(found[1], BLOCKS if code.endswith(":") else OTHERS)
    return cause("keyword_misspelt", name=found[1], near=near) if near else None


def _two_in_a_row(line: str, column: int) -> bool:
    """Return whether something that has a value ends right before this place, and another begins here."""
    before, after = line[:column].rstrip(), line[column:].lstrip()
    word = re.search(r"\w+$", before)
    ends = bool(re.search(r"[\w)\]\"']$", before)) and not (word and iskeyword(word[0]))
    begins = re.match(r"[\w(\[\"']+", after)
    return ends and bool(begins) and not (begins and iskeyword(begins[0]))
