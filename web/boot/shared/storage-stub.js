// A stub of IndexedDB that lasts as long as the page. PyScript opens a store when it starts and fails where site data
// is blocked, though nothing of ours goes in there. It gets one key-value store.
function answered(result) {
  const request = {};
  queueMicrotask(() => request.onsuccess?.({ type: "success", target: { result } }));
  return request;
}

function store(entries) {
  return {
    count: () => answered(entries.size),
    get: (key) => answered(entries.get(key)),
    getKey: (key) => answered(entries.has(key) ? key : undefined),
    getAllKeys: () => answered([...entries.keys()]),
    put: (value, key) => answered(entries.set(key, structuredClone(value)) && key),
    delete: (key) => answered(void entries.delete(key)),
    clear: () => answered(entries.clear()),
  };
}

const databases = new Map(); // entries by database name

function open(name) {
  if (!databases.has(name)) databases.set(name, new Map());
  const whole = store(databases.get(name));
  return answered({ transaction: () => ({ objectStore: () => whole }), close() {} });
}

Object.defineProperty(globalThis, "indexedDB", { value: { open }, configurable: true });
