// Whose functions the table holds. Those that lie in a library's own range come with the library; each other one
// beyond Pyodide's own is told by its owner's number (-1 is Pyodide itself) and the name of the export that it is.
export function entriesOf(table, own, main, loaded) {
  const owners = new Map();
  const claim = (exports, index) => {
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value === "function" && !owners.has(value)) owners.set(value, [index, name]);
    }
  };
  claim(main, -1);
  for (const [index, { exports }] of loaded.entries()) claim(exports, index);

  const entries = [];
  for (let i = own; i < table.length; i++) {
    if (loaded.some((library) => i >= library.table && i < library.table + library.size)) continue;
    const entry = table.get(i);
    if (entry === null) continue;
    if (!owners.has(entry)) throw new Error(`entry ${i} of the table of functions belongs to no library`);
    entries.push([i, ...owners.get(entry)]);
  }
  return entries;
}
