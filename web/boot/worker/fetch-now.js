// Parts that come when somebody needs them: fetched at once, while Python waits. This alone reaches the host when a reader's
// code runs (wall.js), which may have changed whatever it finds: so a part is asked for by its name, and until the answer is
// here nothing is used but what was taken aside before.
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

// What is in a part. `anew`: past the browser's cache. Throws an error that says in a few words why it can't be had.
export function bytesNow(name, anew = false) {
  const { status, response } = answer(name, anew);
  if (status !== 200) throw new Error(`status ${status}`);
  if (response.byteLength !== parts[name].bytes) throw new Error("these are not the bytes that were built");
  return unbrotliNow(new Uint8Array(response), parts[name].size);
}

// The same for Python, to which an error of JavaScript would cost more: the bytes, or those words.
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
    throw new Error("the line is down"); // the browser tells no reason, and its console does
  }
  return { status: apply(getStatus, request, []), response: apply(getResponse, request, []) };
}
