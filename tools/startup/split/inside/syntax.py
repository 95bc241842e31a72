"""Every statement and expression of Python once: what compiling it takes is what readers' code will take.

Runs inside Pyodide, at build time; nothing of it is imported.
"""

import asyncio as loop
from collections import Counter, deque as queue
from contextlib import contextmanager, suppress

type Pair[T] = tuple[T, T]
LIMIT: int = 0x10 + 0b11 - 0o7 * 2**3 // 5 % 4 << 1 >> 1 & 7 | 8 ^ 1
text = f"{LIMIT:>5} {LIMIT!r} {'inner'}" rf"\d{LIMIT}" + b"".decode() * (not LIMIT or LIMIT is not None)
flags = [*range(3), 1.5e3, 2j, ...], {"a": 1, **{"b": 2}}, {1, 2}, (), -1, ~1, +1
squares = [i * j for i in range(3) for j in range(3) if i if j], {i: i for i in ()}, {i for i in ()}, (i for i in ())
first, *middle, last = "abc"[::-1][0], text[1:2], text[:], text[-1:]
first += 1 if LIMIT < 2 <= 3 != 4 else lambda a, /, b=1, *c, d=2, **e: (a, b, c, d, e)
assert LIMIT in (1, 2) and LIMIT not in (3,), "no"


@contextmanager
def manager[T](a: T, /, b: int = 1, *rest: int, key: str = "", **others) -> "T":
    """A function with all kinds of parameters."""
    global LIMIT
    count = 0

    def inner():
        nonlocal count
        count -= 1
        return count

    try:
        yield inner()
        (yield)
        yield from others
    except (KeyError, ValueError) as error:
        raise RuntimeError("no") from error
    except Exception:
        raise
    else:
        pass
    finally:
        del count


class Shape(Counter, metaclass=type):
    """A class."""

    __slots__ = ("side",)

    @property
    def area(self):
        return super().total() @ self.side

    @classmethod
    async def wait(cls, *things):
        async with loop.timeout(1) as limit, things[0]:
            async for thing in limit:
                await thing
                yield [item async for item in thing if await item]
        try:
            return
        except* OSError as group:
            print(group)


while (found := LIMIT) > 3:
    if found == 1:
        continue
    elif found:
        break
    else:
        pass
else:
    with (open("x") as file, queue() as other, suppress(KeyError)):
        for a, (b, c) in []:
            file[a], other.b = b, c
        else:
            print(*flags, sep="", end="\n")

match flags:
    case [1, *_] | (2, "x"):
        pass
    case {"key": value, **others} if value:
        pass
    case Shape(side=3.5) | None | True as shape:
        pass
    case -1 | 2j | Shape.area:
        pass
    case _:
        pass
