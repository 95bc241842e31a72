"""What of Pyodide and Emscripten the snapshot rests on though no documentation promises it.

Pyodide restores its own memory, but not libraries that were loaded into it; `snapshot/take.mjs`,
`snapshot/memory.mjs`, `web/boot/worker/restore.js`, and `constants.js` and `library.js` of `web/boot/shared`
do that by these names. A test looks for each in the runtime that the lock pins: after a change of version,
read those files against it.
"""

SEEN_IN = "314.0.4"  # of Pyodide
OPTIONS = ("_makeSnapshot", "_loadSnapshot", "createPyodideModule", "fsInit")  # of loadPyodide
OF_PYODIDE = ("makeMemorySnapshot", "restoreSnapshot")
HEADER = 48  # bytes before the text in what makeMemorySnapshot returns
OF_EMSCRIPTEN = (
    *("LDSO", "loadedLibsByHandle", "loadedLibsByName", "GOT", "wasmTable", "growMemory"),
    *("_emscripten_stack_get_base", "_emscripten_stack_get_end", "_sbrk", "_malloc", "_free"),
    *("HEAPU8", "HEAPU32", "__stack_low", "__wasm_apply_data_relocs", "stub"),
)
# Offsets in Emscripten's record of a loaded library: address and size of its memory, then of its table.
LIBRARY = {"memory": 12, "bytes": 16, "table": 20, "size": 24}
