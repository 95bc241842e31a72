// A sum over bytes that tells whether what lies on the device is still what was put there. Fast, not secret: whether the
// bytes are those that were built is checked by sha256 when they are fetched.
// The arrays hold whole multiples of 16 bytes. Four sums side by side, which a processor works out at the same time.
export function checksum(arrays) {
  let a = 0,
    b = 0,
    c = 0,
    d = 0;
  for (const bytes of arrays) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
    for (let i = 0; i < words.length; i += 4) {
      a = (Math.imul(a, 31) + words[i]) | 0;
      b = (Math.imul(b, 31) + words[i + 1]) | 0;
      c = (Math.imul(c, 31) + words[i + 2]) | 0;
      d = (Math.imul(d, 31) + words[i + 3]) | 0;
    }
  }
  return [a, b, c, d].join(" ");
}
