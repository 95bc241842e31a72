// A table of addresses: the file's contents for one realm, page or worker, as blob: URLs. Each makes its own, since a
// worker of a page opened as a file can't read the page's addresses.

// Makes addresses by number for blocks of files; the `bytes` of a block are an ArrayBuffer. A text may name earlier
// files as @@number@@.
async function tableOf(blocks) {
  const files = [];
  for (const { listed, zipped, bytes } of blocks) {
    const whole = zipped ? await unzipped(bytes) : bytes;
    let at = 0;
    for (const [number, type, length, isText] of listed) {
      files[number] = { type, isText, bytes: new Uint8Array(whole, at, length) };
      at += length;
    }
  }
  const addresses = [];
  for (const { type, isText, bytes } of files) {
    const content = isText ? filled(new TextDecoder().decode(bytes), addresses) : bytes;
    addresses.push(URL.createObjectURL(new Blob([content], { type })));
  }
  return addresses;
}

function unzipped(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

// Replaces numbers in a text by addresses.
const filled = (text, addresses) => text.replace(/@@(\d+)@@/g, (_, number) => addresses[number]);
