"""WebAssembly modules cut in two: functions that a visit runs, and all others, which come when one is called.

`wasm-split` of Binaryen does the like, but comes with no package that set-up could fetch for every machine.
Here no instruction is rewritten: both halves number everything as the whole module does.
"""
