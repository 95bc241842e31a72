// Python's memory as the build stores it: one file with all pieces that aren't empty.

// Writes a stream of bytes to the pieces of `heap` as they arrive.
export class Layer {
  constructor(heap, pieces) {
    this.heap = heap;
    this.pieces = pieces;
    this.piece = this.at = 0;
  }

  write(bytes) {
    while (bytes.length) {
      if (this.piece === this.pieces.length) throw new Error("longer than it should be");
      const [start, length] = this.pieces[this.piece];
      const now = bytes.subarray(0, length - this.at);
      this.heap.set(now, start + this.at);
      this.at += now.length;
      bytes = bytes.subarray(now.length);
      if (this.at === length) [this.piece, this.at] = [this.piece + 1, 0];
    }
  }

  get full() {
    return this.piece === this.pieces.length;
  }
}

// Clears everything between the pieces, where the core has written since it started. What's on the stack doesn't
// matter.
export function clearBetween(heap, { pieces, stack }, end) {
  let from = 0;
  for (const [start, length] of [...pieces, [stack[0], stack[1] - stack[0]], [end, 0]].sort(([a], [b]) => a - b)) {
    if (start > from) heap.fill(0, from, Math.min(start, end));
    from = Math.max(from, start + length);
    if (from >= end) return;
  }
}
