"""A reader's syntax tree with a question put before what can't be judged before the code runs.

`a.b = c` becomes `__changeable__(a).b = c`, and `a.format(c)` becomes `__formatted__(a, c)`: whether an
object may be changed, and what a template asks for, is known only then. Names of this kind are refused in the
text.
"""

from __future__ import annotations

import ast

CHANGEABLE, FORMATTED = "__changeable__", "__formatted__"


class _Questions(ast.NodeTransformer):
    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            node.value = _call(CHANGEABLE, [node.value], node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            node.args.insert(0, node.func.value)
            node.func = ast.copy_location(ast.Name(FORMATTED, ast.Load()), node.func)
        return node


def _call(name: str, arguments: list[ast.expr], where: ast.expr) -> ast.expr:
    made = ast.Call(ast.Name(name, ast.Load()), arguments, [])
    ast.copy_location(made.func, where)
    return ast.copy_location(made, where)


def rewritten(tree: ast.Module) -> ast.Module:
    """The tree with its questions; it is changed in its place. Raises `RecursionError` for a deep one."""
    made = _Questions().visit(tree)
    assert isinstance(made, ast.Module)
    return made
