// The build's container format: the index length in four bytes, the index, then the files.
export function unpack(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  let at = 4 + length;
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)));
  return index.map(([name, size]) => {
    at += size;
    return [name, bytes.subarray(at - size, at)];
  });
}

export function write(FS, files) {
  for (const [name, bytes] of files) {
    FS.mkdirTree(name.slice(0, name.lastIndexOf("/")));
    FS.writeFile(name, bytes);
  }
}
