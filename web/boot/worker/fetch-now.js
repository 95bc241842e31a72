// Fetches parts synchronously while Python waits. Once a reader's code runs (wall.js), this is the only way to the
// host, and that code may have changed anything: so a part is requested by name, and only what was saved beforehand is
// used until the answer is here.
import { unbrotliNow } from "../shared/decompress.js";
import { parts } from "../shared/parts.js";

const { apply, getOwnPropertyDescriptor } = Reflect;
const Request = XMLHttpRequest;
const { open, send, setRequestHeader } = Request.prototype;
const [setType, getStatus, getResponse] = [
  getOwnPropertyDescriptor(Request.prototype, "responseType").set,
  getOwnPropertyDescriptor(Request.prototype, "status").get,
  getOwnPropertyDescriptor(Request.prototype, "response").get,
];
const addresses = Object.create(null);
for (const [name, { url }] of Object.entries(parts)) addresses[name] = url;
Object.freeze(addresses);

// Returns the content of a part; `anew` bypasses the browser's cache. Throws an error that says briefly what went
// wrong.
export function bytesNow(name, anew = false) {
  const { status, response } = answer(name, anew);
  if (status !== 200) throw new Error(`status ${status}`);
  if (response.byteLength !== parts[name].bytes) throw new Error("these are not the bytes that were built");
  return unbrotliNow(new Uint8Array(response), parts[name].size);
}

// The same for Python, where JavaScript errors are expensive: returns the bytes or that text.
export function bytesOrReason(name) {
  try {
    return bytesNow(name);
  } catch ({ message }) {
    return message;
  }
}

function answer(name, anew) {
  const url = addresses[name];
  if (!url) throw new Error("this file was made without it");
  const request = new Request();
  apply(open, request, ["GET", url, false]);
  apply(setType, request, ["arraybuffer"]);
  if (anew) apply(setRequestHeader, request, ["Cache-Control", "no-cache"]);
  try {
    apply(send, request, []);
  } catch {
    throw new Error("the line is down"); // the browser gives the reason only in its console
  }
  return { status: apply(getStatus, request, []), response: apply(getResponse, request, []) };
}
