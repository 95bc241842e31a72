"""Long lists of colours in few bytes; runs inside Pyodide, at build time, before `compile.py`.

matplotlib's maps of colours are lists of thousands of decimals, and as code many times what they need be.
Each that `worker.number_table` gives back exactly becomes a call of it.
"""

import ast

import numpy as np

from worker.number_table import table

TABLES = ("/matplotlib/_cm_bivar.py", "/matplotlib/_cm_listed.py")
LEAST = 192  # numbers
CALL = "__import__('worker.number_table', fromlist=['table']).table({data!r}, {digits}, {rows})"


class Short(ast.NodeTransformer):
    """Puts calls in the place of long lists."""

    def visit_List(self, node):
        """A call, or the list as it is where no call gives exactly its numbers."""
        try:
            numbers = ast.literal_eval(node)
        except ValueError:
            return self.generic_visit(node)
        text = shortened(numbers)
        return ast.copy_location(ast.parse(text, mode="eval").body, node) if text else node


def shortened(numbers):
    """The text of a call that returns a list of numbers, or of rows of three; None where there is none."""
    try:
        flat = np.array(numbers, float)
    except ValueError:
        return None
    if flat.size < LEAST or flat.size % 3 or flat.shape[1:] not in ((), (3,)):
        return None
    for digits in range(3, 8):
        whole = np.rint(flat * 10**digits).astype(np.int64).reshape(-1, 3).T
        steps = np.diff(np.diff(whole, prepend=0), prepend=0)
        data = steps.astype("<i4").reshape(-1, 1).view(np.uint8).T.tobytes()
        given = {"data": data, "digits": digits, "rows": flat.ndim == 2}
        if table(*given.values()) == numbers:
            return CALL.format(**given)
    return None


def short(path, source):
    """The text or the tree of a module, with calls in the place of long lists where it is one of `TABLES`."""
    return ast.fix_missing_locations(Short().visit(ast.parse(source))) if path.endswith(TABLES) else source
