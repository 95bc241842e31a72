// Instantiates a library exactly where the build's instance was.
import { differ } from "./constants.js";

// Returns the exports. Replaces the library's part of the memory with its difference from what the library puts there,
// and the reverse (constants.js). Constructors don't run: their work is in the memory. `main` are the core's
// exports; `cell(name)` is an entry in the global offset table.
export function instanceOf(module, { memory, bytes, table }, heap, main, cell) {
  const before = heap.slice(memory, memory + bytes);
  heap.fill(0, memory, memory + bytes);
  let own;
  const stubs = {};
  const find = (name) => (name in main && !main[name].stub ? main[name] : own?.[name]);
  const stub = (name) => (stubs[name] ??= (...values) => find(name)(...values));
  const places = { __memory_base: memory, __table_base: table };
  const environment = new Proxy({}, { get: (_, name) => places[name] ?? find(name) ?? stub(name) });
  const cells = new Proxy({}, { get: (_, name) => cell(name) });
  own = new WebAssembly.Instance(module, {
    env: environment,
    wasi_snapshot_preview1: environment,
    "GOT.mem": cells,
    "GOT.func": cells,
  }).exports;
  own.__wasm_apply_data_relocs?.();
  differ(heap, memory, before);
  return own;
}
