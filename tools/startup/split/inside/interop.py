"""What passes between Python and JavaScript, in both directions; runs inside Pyodide, at build time.

PyScript, the worker and readers' code need other parts of this than the lessons. Calls `probe`, a function of
JavaScript that is there meanwhile, with one of each kind of proxy.
"""

import js
from pyodide import ffi
from pyodide.code import run_js


def answer(*given, **named):
    """Return what is given."""
    return given, named


kept = ffi.create_proxy(answer)
js.kept = kept
shown = {"a": [1, 2.5, None, True, "é", b"bytes"], "b": {"c": (1, 2)}, "d": {3}}
thing = ffi.to_js(shown, dict_converter=js.Object.fromEntries)
back = thing.to_py() if hasattr(thing, "to_py") else thing
thing.e = 1
del thing.e
array, plain = js.Array.new(1, 2, 3), js.JSON.parse('{"x": [1, {"y": null}]}')
array.push(4)
found = [array[0], len(array), 2 in array, list(array), bool(array), array == array, dir(plain), str(plain), repr(array)]
data = js.Uint8Array.new(4)
data.assign(b"abcd")
found += [data.to_bytes(), data.to_memoryview().nbytes, ffi.to_js(memoryview(b"ab")).length]
for wrong in (lambda: js.nothing, lambda: js.JSON.parse("{"), lambda: array[9], lambda: run_js("null.x"), lambda: js.Object.nope()):
    try:
        wrong()
    except Exception as error:
        found.append(f"{type(error).__name__}: {error}")
found.append(await js.Promise.resolve(run_js("({ z: 1 })")))
try:
    await js.Promise.reject(js.Error.new("no"))
except ffi.JsException as error:
    found.append(error.message)
js.probe(ffi.create_proxy(shown), ffi.create_proxy([1, 2]), kept, ffi.create_proxy(iter([1])), ffi.create_proxy(shown))
once = ffi.create_once_callable(answer)
js.probe(ffi.to_js(shown), ffi.to_js([1, 2]), once, ffi.create_proxy(iter([1])), ffi.create_proxy(shown["d"]))
del js.kept
kept.destroy()
