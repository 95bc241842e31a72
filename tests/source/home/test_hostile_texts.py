"""Whatever a reader has written, it stays a text in the file, and breaks out of no string and no comment."""

import ast
import io
import json
import tokenize

from hypothesis import example, given
from hypothesis import strategies as st

from downhill.play.lesson_state import LessonState
from downhill.source.home import Home, Part, notebook, python_file
from downhill.source.home.literals import label, text, texts
from downhill.source.home.said import Said, comment
from tests.support.often import often, slow
from tests.support.states import LESSONS
from tests.support.take_home import both, file_of, text_of

LINE = next(lesson for lesson in LESSONS if lesson.id == "line")
VALLEY = next(lesson for lesson in LESSONS if lesson.id == "valley")
SIGNS = [
    *"\"'\\\n\r\x0c\u2028\x00\ud800\u202e{}#",
    '"""',
    "'''",
    "{x}",
    "#: steps",
    "<<steps>>",
    "$x",
    "${x}",
]
MARKS = ["$\\frac{", "\\N{BULLET}", "\\u0022", "</script>", "import os"]
hostile = st.lists(st.text(max_size=8) | st.sampled_from([*SIGNS, *MARKS]), max_size=8).map("".join)


def code_of(file: str) -> str:
    """The code of a notebook."""
    cells = json.loads(file)["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def bare(source: str) -> str:
    """What a source does, whatever its texts are."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


@often(500)
@given(hostile)
@example("\"\"\"\n'''\\")
def test_a_literal_is_that_text_in_one_line(value: str) -> None:
    written = text(value)
    assert ast.literal_eval(written) == value
    assert len(written.splitlines()) == 1
    assert written.isprintable()
    assert ast.literal_eval(texts([value, value] * 9)) == [value, value] * 9


@often(300)
@given(hostile)
@example("$\\$")
def test_two_dollars_of_a_label_make_no_formula(value: str) -> None:
    shown = ast.literal_eval(label(value))
    drawn = shown.replace("\\$", "$")  # what matplotlib writes where nothing is a formula
    assert drawn == (value if value.count("$") > 1 else value.replace("\\$", "$"))
    dollars = shown.count("$") - shown.count("\\$")
    assert dollars < 2  # matplotlib.cbook.is_math_text asks for two


@often(300)
@given(hostile, st.sampled_from(["", "    "]))
def test_a_comment_is_nothing_but_comment(value: str, indent: str) -> None:
    lines = comment(value, indent).split("\n")
    kinds = {token.type for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline)}
    assert kinds <= {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER}
    assert all(line.startswith(f"{indent}#") for line in lines)


@often(200)
@given(hostile, hostile)
def test_titles_and_sentences_do_nothing(title: str, told: str) -> None:
    shown = "def step(values, gradient, rate):\n    return values\n"

    def made(*words: str) -> Home:
        return Home(title=words[0], told=(words[1],), before=(Part(words[0] or "-", "a = 1\n"),), after=())

    assert bare(python_file(made(title, told), shown)) == bare(python_file(made("A", "B"), shown))
    assert bare(code_of(notebook(made(title, told), shown))) == bare(code_of(notebook(made("A", "B"), shown)))


@slow
@often(100)
@given(hostile, hostile)
@example('x"""\\', "y'\\")
def test_columns_of_the_readers_own_stay_names(x: str, y: str) -> None:
    x, y = (name.replace("\t", "").replace("\n", "") + "name" for name in (x, y))
    plain, state = LessonState(LINE), LessonState(LINE)
    for each, names in ((plain, "size\tprice"), (state, f"{x}\t{y}")):
        each.choose("data", "own")
        each.enter("points", f"{names}\n1.0\t2.0\n3.0\t5.0")
    for file, harmless in zip(both(state), both(plain), strict=True):
        source, usual = (code_of(each) if each.startswith("{") else each for each in (file, harmless))
        assert _without_typefaces(bare(source)) == bare(usual)


def _without_typefaces(dumped: str) -> str:
    """A source that looks for a typeface first draws the same picture."""
    begin, end = (
        dumped.find("ImportFrom(module='matplotlib'"),
        dumped.find("Assign(targets=[Tuple(elts=[Name(id='figure'"),
    )
    return dumped[:begin] + dumped[end:] if begin >= 0 else dumped


@slow
def test_a_formula_over_several_lines_stays_in_its_comment() -> None:
    state, plain = LessonState(VALLEY), LessonState(VALLEY)
    for each, f in ((state, "x\n+1\r\n+ 0*x"), (plain, "x+1+0*x")):
        each.choose("shape", "own")
        each.enter("f", f)
    files = [file_of(each, text_of(each), "py") for each in (state, plain)]
    assert "# f(x) = x +1 + 0*x\n" in files[0]
    assert bare(files[0]) == bare(files[1])


@often(100)
@given(hostile, hostile)
def test_what_is_given_to_code_is_not_looked_at_again(first: str, second: str) -> None:
    made = Said().code("a = $first\nb = <<steps>>\nc = $second", first=text(first), second=text(second))
    names: dict[str, str] = {}
    exec(made, names)
    assert (names["a"], names["b"], names["c"]) == (first, "steps", second)
