"""A module that tells which of its functions were called."""

from tools.startup.split.leb import signed, unsigned
from tools.startup.split.module import (
    A_GLOBAL,
    CODE,
    EXPORT,
    GLOBAL,
    SECTION,
    Module,
    code,
    custom,
    exported,
    instructions_at,
    written,
)

CALLED = "%"
"""What names of exports begin with that tell, by a 1, that the function of that number was called."""


def counted(data: bytes, text: str) -> bytes:
    """Return a module, named by `text`, in which each function first sets a global to 1.

    The global is exported as `%` and the function's number, among the module's own.
    """
    module = Module(data)
    first = module.imported(A_GLOBAL) + len(module.own(A_GLOBAL))
    bodies, exports = [], []
    for number, body in enumerate(module.bodies):
        at = instructions_at(body)
        mark = b"\x41" + signed(1) + b"\x24" + unsigned(first + number)  # i32.const, global.set
        bodies.append(body[:at] + mark + body[at:])
        exports.append(exported(f"{CALLED}{number}", A_GLOBAL, first + number))
    zero = b"\x7f\x01\x41\x00\x0b"  # i32, mutable: 0
    sections = module.sections | {
        GLOBAL: module.appended(GLOBAL, [zero] * len(bodies)),
        EXPORT: module.appended(EXPORT, exports),
        CODE: code(bodies),
    }
    return written(sections) + custom(SECTION, text.encode())
