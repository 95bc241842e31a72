// What modules put into Python's memory by themselves. A snapshot has no need of it: where it lies, the build writes down
// how the memory differs from it, as an exclusive or, which gives the memory back when it is done once more.

// The memory of an instance of the core in which nothing has run yet, from its beginning to where the stack may be.
export const constantsOf = ({ exports: { memory, __stack_low } }) =>
  new Uint8Array(memory.buffer).slice(0, __stack_low.value);

// Put a difference in the place of what lies in `heap` from `start` on and `other`, of the same length; or, where one of these
// is a difference, what it is told of. `start` is a multiple of 4.
export function differ(heap, start, other) {
  const words = other.length >> 2;
  const here = new Uint32Array(heap.buffer, heap.byteOffset + start, words);
  const there = new Uint32Array(other.buffer, other.byteOffset, words);
  for (let i = 0; i < words; i++) here[i] ^= there[i];
  for (let i = 4 * words; i < other.length; i++) heap[start + i] ^= other[i];
}
