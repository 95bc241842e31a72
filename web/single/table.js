// A table of addresses: what the file holds for one realm, the page or the worker, as blob: URLs. It is made in each of them, for
// a worker of a page that was opened as a file can't read addresses that the page has made.

// The addresses by number, of blocks of files; `bytes` of a block is an ArrayBuffer. A file that is a text may name, as
// @@number@@, those before it.
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

// A text with addresses in the places of their numbers.
const filled = (text, addresses) => text.replace(/@@(\d+)@@/g, (_, number) => addresses[number]);
