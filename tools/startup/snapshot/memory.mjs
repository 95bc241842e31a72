// What of Python's memory goes into a snapshot: the pages that hold something, and those alone.
const PAGE = 4096;
const APART = 4; // empty pages between two pieces; with fewer between them, they are one piece
const LARGEST = 1 << 18;

// Freed memory keeps what was in it. Take it all, from large blocks to small, fill it with zeros, give it back.
export function clearFreed(M) {
  const taken = [];
  for (let size = LARGEST; size >= 16; size /= 2) {
    for (let grown = false; !grown; ) {
      const end = M._sbrk(0);
      const block = M._malloc(size);
      M.HEAPU8.fill(0, block, block + size);
      taken.push(block);
      grown = M._sbrk(0) !== end; // no freed block of this size was left
    }
  }
  for (const block of taken) M._free(block);
}

// The pieces of the memory that hold anything, as [start, length]. The stack is left out: nothing is on it between two
// calls into Python.
export function pieces(M) {
  const stack = stackOf(M);
  const words = new BigUint64Array(M.HEAPU8.buffer);
  const found = [];
  let last = -Infinity;
  for (let page = 0; page < M.HEAPU8.length / PAGE; page++) {
    if (page * PAGE >= stack[0] && (page + 1) * PAGE <= stack[1]) continue;
    if (words.subarray((page * PAGE) / 8, ((page + 1) * PAGE) / 8).every((word) => word === 0n)) continue;
    if (page - last > APART || holds(stack, last, page)) found.push([page * PAGE, 0]);
    last = page;
    found.at(-1)[1] = (page + 1) * PAGE - found.at(-1)[0];
  }
  return found;
}

// Where the stack may be, as [from, to]: what lies there when Python wakes does not matter.
export const stackOf = (M) => [M._emscripten_stack_get_end(), M._emscripten_stack_get_base()];

const holds = ([from], last, page) => last * PAGE < from && page * PAGE >= from;
