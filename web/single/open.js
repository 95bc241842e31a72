// Opens a page that is a single file: gives every part an address, once here and once in the worker, and replaces the
// page's numbers by these. From then on it starts as any page.
const textOf = (id) => document.getElementById(id).textContent;
const told = JSON.parse(textOf("single-list"));

// The blocks of a realm for `tableOf`; removes the elements that held them.
function blocksOf(realm) {
  return told.blocks[realm].map(({ listed, zipped }, i) => {
    const element = document.getElementById(`single-${realm}-${i}`);
    const bytes = decoded(element.textContent);
    element.remove();
    return { listed, zipped, bytes };
  });
}

function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text).buffer;
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let i = 0; i < signs.length; i++) bytes[i] = signs.charCodeAt(i);
  return bytes.buffer;
}

// The worker, and a promise of its addresses. It gets the page's query, as the boot's own would, and starts from a
// snapshot unless the query says otherwise.
function begun() {
  const script = URL.createObjectURL(new Blob([textOf("single-worker")], { type: "text/javascript" }));
  const worker = new Worker(script, { name: `${location.search}&start=snapshot` });
  const { port1, port2 } = new MessageChannel();
  const there = new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => (data.failed ? reject(new Error(data.failed)) : resolve(data.addresses));
  });
  const blocks = blocksOf("worker");
  const given = { blocks, first: told.first, port: port2 };
  worker.postMessage(given, [port2, ...blocks.map(({ bytes }) => bytes)]);
  return { worker, there };
}

// The boot (prestart-worker.js) creates a worker and posts the address of PyScript's script to it: it gets this one,
// which receives the script itself.
function lend(worker) {
  const Plain = window.Worker;
  const { createObjectURL } = URL;
  const blobs = new Map();
  let lent;
  function Lent(...given) {
    const one = lent ? new Plain(...given) : worker;
    lent = true;
    return one;
  }
  Lent.prototype = Plain.prototype;
  window.Worker = Lent;
  URL.createObjectURL = (blob) => {
    const address = createObjectURL.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  worker.postMessage = (address) => {
    delete worker.postMessage;
    URL.createObjectURL = createObjectURL;
    worker.postMessage(blobs.get(address));
  };
}

const AT = "data-at-"; // prefix of attributes that wait for an address

// Fills in waiting attributes. Scripts run in order as soon as they have theirs.
function fill(elements, addresses) {
  for (const element of elements) {
    if (element.type === "module") element.async = false;
    for (const { name, value } of [...element.attributes]) {
      if (!name.startsWith(AT)) continue;
      element.removeAttribute(name);
      element.setAttribute(name.slice(AT.length), filled(value, addresses));
    }
  }
}

const { worker, there } = begun();
lend(worker);
(async () => {
  const own = await tableOf(blocksOf("page"));
  const waiting = [...document.querySelectorAll(told.names.map((name) => `[${AT}${name}]`).join())];
  const isModule = ({ type }) => type === "module";
  const others = waiting.filter((element) => !isModule(element));
  fill(others, own);
  for (const [name, addresses] of [
    ["mpy-config", own],
    ["py-config", await there],
  ]) {
    const config = document.querySelector(name);
    config.textContent = filled(config.textContent, addresses);
  }
  fill(waiting.filter(isModule), own);
})();
