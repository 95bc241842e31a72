"""Code that looks for a way out: each tries to hand something to `keep` that it should never get hold of."""

MODULES = (
    "js pyodide pyodide_js polyscript pyscript os sys subprocess socket urllib.request ctypes "
    "importlib builtins inspect gc _thread io pathlib shutil code types pickle asyncio threading http.client "
    "signal mmap"
).split()
IMPORTS = [f"import {name}\nkeep({name.partition('.')[0]})" for name in MODULES]

REACHES = """
().__class__.__base__.__subclasses__()
(lambda: 0).__globals__
(lambda: 0).__code__
(lambda: 0).__builtins__
__builtins__
__import__('os')
__loader__
__spec__
print.__self__
print.__globals__
keep.__globals__
np.__dict__
np.__loader__
np.sum.__globals__
np.sum.__wrapped__
(x for x in [1]).gi_frame
(x for x in [1]).gi_frame.f_back
(x for x in [1]).gi_code
getattr((), '__class__')
getattr((), '__cl' + 'ass__')
getattr(print, '__glo' + 'bals__')
getattr((x for x in [1]), 'gi_' + 'frame')
hasattr((), '__class' + '__') and getattr((), '__class' + '__')
setattr(np, '__cl' + 'ass__', 3)
'{0.__class__}'.format(keep)
'{0.__globals__}'.format(keep)
('{0.__glo' + 'bals__}').format(keep)
'{0.gi_frame}'.format(x for x in [1])
'{:{0.__globals__}}'.format(keep)
'{a[0].__globals__}'.format(a=[keep])
str.format('{0.__globals__}', keep)
'{a.__globals__}'.format_map({'a': keep})
getattr('{0.__globals__}', 'for' + 'mat')(keep)
list(map('{0.__globals__}'.format, [keep]))
type(keep).__subclasses__
type(type(3))
type('A', (object,), {})
type(print)(3, {})
type(type(type(3)))('A', (), {})
vars(np)
globals()
locals()
eval('1')
exec('x = 1')
compile('1', 'a', 'eval')
open('canary')
input()
breakpoint()
help
memoryview
object.__getattribute__(keep, '__globals__')
super.__getattribute__
np.load('canary')
np.save('canary', [1])
np.fromfile('canary')
np.loadtxt('canary')
np.genfromtxt('canary')
np.memmap('canary')
np.zeros(3).tofile('canary')
np.zeros(3).dump('canary')
getattr(np.zeros(3), 'to' + 'file')('canary')
getattr(np, 'lo' + 'ad')('canary')
np.zeros(3).ctypes
np.ctypeslib
np.lib
np.lib.stride_tricks.as_strided
np.f2py
np.testing
np.sys
np.os
np.core
np._core
np.linalg.linalg
np.random.mtrand
np.random.default_rng().bit_generator.ctypes
np.random.default_rng().bit_generator.cffi
np.random.default_rng().bit_generator.capsule
np.ndarray((1,), object, bytes(8))
type(np.zeros(1))((1,), object, bytes(8))
np.zeros(3).resize((9,), refcheck=False)
np.zeros(3).resize((9,), **{'refcheck': False})
np.frombuffer(b'12345678')
np.set_printoptions(precision=1)
np.seterr(all='raise')
np.info(np.sum)
np.bmat('keep')
""".strip().split("\n")
ATTRIBUTES = [f"keep({reach})" for reach in REACHES]

LONGER = [
    "import numpy.lib\nkeep(numpy.lib)",
    "import numpy as m\nkeep(m.lib)",
    "from numpy import load\nkeep(load('canary'))",
    "from numpy import lib\nkeep(lib)",
    "from numpy import *\nkeep(load)",
    "from math import __loader__\nkeep(__loader__)",
    "import numpy.f2py as f\nkeep(f)",
    "import random\nkeep(random._os)",
    "import random\nkeep(random.SystemRandom)",
    "import random\nkeep(random.Random.__init__.__globals__)",
    "import random\nrandom.Random.random = 3\nkeep(random.Random)",
    "import statistics\nkeep(statistics.sys)",
    "import dataclasses, statistics\nkeep(dataclasses.dataclass(statistics.NormalDist))",
    "import functools, random\nkeep(functools.total_ordering(random.Random))",
    "import collections\nkeep(collections._sys)",
    "import collections\nkeep(collections.UserString('{0.__globals__}').format(keep))",
    "import dataclasses\nkeep(dataclasses.sys)",
    "import dataclasses\nkeep(dataclasses.make_dataclass('A', ['x']))",
    "import functools\nkeep(functools.partial.__reduce__)",
    "import functools\nkeep(functools.partial(getattr, keep)('__globals__'))",
    "import functools\nkeep(functools.reduce(getattr, ['__class__', '__base__'], 3))",
    "import functools\nclass A:\n    def __setattr__(self, name, value):\n        keep(value)\n"
    "functools.update_wrapper(A(), keep, ['__globals__'])",
    "import functools\n@functools.singledispatch\ndef f(x):\n    return x\n"
    "@f.register\ndef g(x: '().__class__.__base__.__subclasses__()'):\n    return x",
    "import itertools\nkeep(list(itertools.starmap(getattr, [(keep, '__globals__')])))",
    "match keep:\n    case object(__globals__=found):\n        keep(found)",
    "class A:\n    __match_args__ = ('__globals__',)\n",
    "class A:\n    x = 1\nmatch A():\n    case A(x=found):\n        keep(object.mro)",
    "class A(metaclass=print):\n    pass",
    "class A:\n    def __getattr__(self, name):\n        return {'shape': (9,), 'data': (64, False)}\n"
    "keep(np.array(A()))",
    "class A:\n    __array_interface__ = {'shape': (9,), 'data': (64, False)}\nkeep(np.array(A()))",
    "class A:\n    pass\nsetattr(A, '__array_' + 'interface__', {'data': (64, False)})\nkeep(np.array(A()))",
    "class A(str):\n    pass\nkeep(getattr(3, A('__class__')))",
    "class A(str):\n    pass\nkeep(A('{0.__globals__}').format(keep))",
    "class A(str):\n    def show(self):\n        return super().format(keep)\n"
    "keep(A('{0.__globals__}').show())",
    "class A(str):\n    def __str__(self):\n        return '{}'\nkeep(A('{0.__globals__}').format(keep))",
    "class A(str):\n    pass\nkeep(A.format('{0.__globals__}', keep))",
    "class A:\n    def __init_subclass__(cls):\n        keep(cls)\nclass B(A):\n    pass",
    "class A:\n    def __del__(self):\n        keep(__builtins__)\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    keep(error.__traceback__.tb_frame)",
    "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    keep(getattr(error, '__trace' + 'back__'))",
    "class A:\n    def __enter__(self):\n        return self\n    def __exit__(self, kind, error, trace):\n"
    "        keep(trace.tb_frame)\n        return True\nwith A():\n    1 / 0",
    "class A:\n    def __exit__(self, kind, error, trace):\n        keep(getattr(trace, 'tb_' + 'frame'))\n"
    "    def __enter__(self):\n        return self\nwith A():\n    1 / 0",
    "def f():\n    yield g.gi_frame.f_back.f_globals\ng = f()\nkeep(next(g))",
    "async def f():\n    pass\nkeep(f().cr_frame)",
    "keep([await x for x in []])",
    "def f(__builtins__):\n    pass",
    "for __builtins__ in [3]:\n    pass",
    "global __builtins__\n__builtins__ = {}",
    "import math as __builtins__",
    "def __build_class__(*a):\n    keep(a)",
    "__changeable__ = 3",
    "__formatted__ = lambda *a: keep(a)\nkeep('{}'.format(3))",
    "keep.found = 3",
    "np.sum = keep\nkeep(np.array([1]).sum())",
    "del np.sum",
    "np.pi += 1",
    "[np.pi for np.pi in [3]]",
    "with np.errstate() as np.pi:\n    pass",
    "keep(dict(__class__=3))",
    "keep(np.zeros(2, dtype=[('a', 'O')]).view('i8').ctypes)",
    "raise SystemExit(keep)",
    "raise KeyboardInterrupt",
    "raise GeneratorExit",
    "class A(BaseException):\n    def __str__(self):\n        raise SystemExit\nraise A",
    "class A(Exception):\n    def __str__(self):\n        return 3\nraise A",
    "class A(NameError):\n    name = 3\nraise A('x')",
    "class A(AttributeError):\n    name = 'x'\n    obj = property(lambda self: 1 / 0)\nraise A('x')",
    "def f():\n    try:\n        f()\n    finally:\n        f()\ndef g(n):\n    return g(n + 1)\ng(0)",
    "class A(Exception):\n    pass\nA.__name__ = 'B'\nraise A",
    "class A(Exception):\n    pass\nsetattr(A, '__name__', 'B')\nraise A",
    "class S(str):\n    def __len__(self):\n        raise SystemExit\nclass A(Exception):\n"
    "    def __str__(self):\n"
    "        return S('a')\nraise A",
    "class S(str):\n    def split(self):\n        return [keep(1)]\nclass A(Exception):\n"
    "    def __str__(self):\n"
    "        return S('a')\nraise A",
    "try:\n    getattr(3, '__class' + '__')\nexcept Exception as error:\n"
    "    raise type(error)('no such key')",
    "try:\n    getattr(3, '__class' + '__')\nexcept Exception as error:\n"
    "    raise type(error)('name', 'a', 'b', 'c')",
    "class A:\n    pass\ntry:\n    getattr(3, '__class' + '__')\nexcept Exception as error:\n"
    "    raise type(error)('name', name=A())",
    "try:\n    getattr(3, '__class' + '__')\nexcept Exception as error:\n    error.key = 3\n    raise",
    "while True:\n    raise StopIteration",
    "print(1, file=keep)",
    "class A:\n    def __str__(self):\n        return keep(1)\nprint(A())",
    "class A(str):\n    def join(self, parts):\n        keep(print)\nprint(1, 2, sep=A(' '))",
]
HOSTILE = [*IMPORTS, *ATTRIBUTES, *LONGER]
