// What modules write into Python's memory on their own. A snapshot doesn't store it: the build stores the exclusive or
// of both, and doing it again restores the memory.

// The memory of a core in which nothing has run yet, up to where the stack may begin.
export const constantsOf = ({ exports: { memory, __stack_low } }) =>
  new Uint8Array(memory.buffer).slice(0, __stack_low.value);

// Replaces `heap` from `start` (a multiple of 4) on with its difference from `other`; applied to a difference, restores
// the original.
export function differ(heap, start, other) {
  const words = other.length >> 2;
  const here = new Uint32Array(heap.buffer, heap.byteOffset + start, words);
  const there = new Uint32Array(other.buffer, other.byteOffset, words);
  for (let i = 0; i < words; i++) here[i] ^= there[i];
  for (let i = 4 * words; i < other.length; i++) heap[start + i] ^= other[i];
}
