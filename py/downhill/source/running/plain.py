"""Whether a reader's code is plain: then nothing it did is left when its functions are gone.

Plain code can name no object but its own, copies that it was handed, and functions that change nothing of
Python's. All other code may have left something behind, if only by mistake: after it Python restarts when
the page's own functions are to run again. The list is of what is allowed, so what it lacks costs a second.
"""

from __future__ import annotations

import ast
import builtins
import math

Kinds = tuple[type[ast.AST], ...]
STATEMENTS: Kinds = (ast.FunctionDef, ast.Return, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For)
STATEMENTS += (ast.While, ast.If, ast.Expr, ast.Pass, ast.Break, ast.Continue, ast.Assert, ast.Import)
VALUES: Kinds = (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Constant, ast.Name)
VALUES += (ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Subscript, ast.Slice, ast.Starred, ast.Attribute)
VALUES += (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.comprehension, ast.NamedExpr)
VALUES += (ast.JoinedStr, ast.FormattedValue, ast.Lambda, ast.Call, ast.keyword)
PARTS: Kinds = (ast.Module, ast.ImportFrom, ast.arguments, ast.arg, ast.alias)
SIGNS = (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)
NODES = (*STATEMENTS, *VALUES, *PARTS, *SIGNS)

MODULES = frozenset({"math", "numpy", "numpy.linalg"})
BUILTINS = frozenset(
    "abs all any bool complex dict divmod enumerate filter float int isinstance len list map max min pow "
    "print range reversed round set sorted str sum tuple zip".split()
)
CLOSED = frozenset(dir(builtins)) - BUILTINS
NUMPY = frozenset(
    "abs absolute add all allclose any append arange arccos arcsin arctan arctan2 argmax argmin argsort "
    "array array_equal asarray average broadcast_to ceil clip column_stack concatenate copysign cos cosh "
    "cross cumprod cumsum deg2rad det diag diff divide dot e einsum exp exp2 expm1 eye flip float64 floor "
    "full full_like gradient heaviside hstack hypot identity inf inner int64 interp inv isclose isfinite "
    "isinf isnan linalg linspace log log10 log1p log2 logical_and logical_not logical_or logaddexp matmul "
    "max maximum mean median meshgrid min minimum mod multiply nan nan_to_num nanmax nanmean nanmin "
    "nansum ndim negative newaxis norm ones ones_like outer percentile pi polyval power prod ptp quantile "
    "ravel reciprocal repeat reshape roll round searchsorted shape sign sin sinh size solve sort sqrt "
    "square squeeze stack std subtract sum take tan tanh tile trace transpose tril triu unique var vdot "
    "vstack where zeros zeros_like".split()
)
METHODS = frozenset(
    "T append astype copy count endswith extend fill flatten get index insert item items join keys lower "
    "pop real remove replace reverse split startswith strip swapaxes tolist update upper values".split()
)
"""Methods and fields of numbers, texts, lists, dictionaries and arrays."""
FIELDS = frozenset(
    "before bias embedding everywhere hidden inner inputs key keys mixed mixture off outer queries query "
    "said scores shares sharp shift values".split()
)
"""Fields of the named tuples that a model's functions are handed: `Layers`, `Seen`, `How`, `Errors`."""
ATTRIBUTES = NUMPY | METHODS | FIELDS | {name for name in dir(math) if not name.startswith("_")}


def is_plain(text: str) -> bool:
    """Return whether the code of a text is plain. A text that Python can't read is, since it doesn't run."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return all(map(_is_plain, ast.walk(tree)))


def _is_plain(node: ast.AST) -> bool:
    """Return whether one part of a tree is plain, its own parts aside."""
    if not isinstance(node, NODES):
        return False
    if isinstance(node, ast.Attribute):
        return isinstance(node.ctx, ast.Load) and node.attr in ATTRIBUTES
    if isinstance(node, ast.Import):
        return all(alias.name in MODULES for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        plain = all(alias.name in ATTRIBUTES for alias in node.names)
        return node.module in MODULES and node.level == 0 and plain
    if isinstance(node, ast.FunctionDef) and node.decorator_list:
        return False
    return all(name not in CLOSED and not name.startswith("__") for name in _names(node))


def _names(node: ast.AST) -> list[str]:
    """The names that a part of a tree uses or gives away."""
    found = (getattr(node, field, None) for field in ("id", "name", "asname", "arg"))
    return [name for name in found if name]
