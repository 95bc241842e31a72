// How a worker starts in a page that is a single file: it makes its own table of addresses and runs the boot's first
// script. A classic worker, since not every browser gives a page opened as a file another one.
self.importScripts = undefined; // Pyodide refuses workers that have it

addEventListener("message", open, { once: true });

async function open(event) {
  event.stopImmediatePropagation();
  const { blocks, first, port } = event.data;
  try {
    const addresses = await tableOf(blocks);
    addEventListener("message", takeScript);
    await import(addresses[first]);
    port.postMessage({ addresses });
  } catch (error) {
    port.postMessage({ failed: error.message });
  }
}

// PyScript's script comes as a Blob; the boot gets its address.
function takeScript(event) {
  if (!(event.data instanceof Blob)) return;
  event.stopImmediatePropagation();
  removeEventListener("message", takeScript);
  dispatchEvent(new MessageEvent("message", { data: URL.createObjectURL(event.data) }));
}
