// The worker's beginning in a page that is one file: it makes a table of addresses of its own, and runs the boot's first script.
// A classic worker, for a page that was opened as a file gets no other one everywhere.
self.importScripts = undefined; // Pyodide takes no worker that has it

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

// PyScript's script comes as a Blob; the boot is told its address.
function takeScript(event) {
  if (!(event.data instanceof Blob)) return;
  event.stopImmediatePropagation();
  removeEventListener("message", takeScript);
  dispatchEvent(new MessageEvent("message", { data: URL.createObjectURL(event.data) }));
}
