// Parts that come when somebody needs them: fetched at once, while Python waits.
import { unbrotliNow } from "../shared/decompress.js";

// What is in a part. `anew`: past the browser's cache. Throws an error that says in a few words why it can't be had.
export function bytesNow(part, anew = false) {
  if (!part.url) throw new Error("this file was made without it");
  const { status, response } = answer(part.url, anew);
  if (status !== 200) throw new Error(`status ${status}`);
  if (response.byteLength !== part.bytes) throw new Error("these are not the bytes that were built");
  return unbrotliNow(new Uint8Array(response), part.size);
}

// The same for Python, to which an error of JavaScript would cost more: the bytes, or those words.
export function bytesOrReason(part) {
  try {
    return bytesNow(part);
  } catch ({ message }) {
    return message;
  }
}

function answer(url, anew) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  if (anew) request.setRequestHeader("Cache-Control", "no-cache");
  try {
    request.send();
  } catch {
    throw new Error("the line is down"); // the browser tells no reason, and its console does
  }
  return request;
}
