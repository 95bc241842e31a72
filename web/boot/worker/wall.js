// The wall around a reader's code. Whatever that code does to Python, it has what this worker's realm has. So before
// any of it runs, every name goes except JavaScript's own and those that the page's Python works with. None of these
// can keep anything longer than the tab, or reach anything but the page, which treats this worker as a stranger.

const LANGUAGE = `AggregateError Array ArrayBuffer AsyncDisposableStack AsyncIterator Atomics BigInt BigInt64Array BigUint64Array
  Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function
  Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError URIError
  Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly decodeURI decodeURIComponent
  encodeURI encodeURIComponent escape eval gc globalThis isFinite isNaN parseFloat parseInt undefined unescape`;
const PLATFORM = `AbortController AbortSignal Blob Crypto CustomEvent DOMException DedicatedWorkerGlobalScope ErrorEvent Event
  EventTarget File ImageData MessageChannel MessageEvent MessagePort OffscreenCanvas OffscreenCanvasRenderingContext2D
  Performance TextDecoder TextEncoder WorkerGlobalScope WorkerLocation WorkerNavigator addEventListener atob btoa
  cancelAnimationFrame clearInterval clearTimeout console constructor crypto dispatchEvent isSecureContext location name
  navigator onmessage performance postMessage queueMicrotask removeEventListener requestAnimationFrame self setInterval
  setTimeout structuredClone`;
const OF_NAVIGATOR = "language languages maxTouchPoints platform userAgent";
const OURS = "downhillAside downhillBytes downhillListen downhillParts";
const stays = new Set(`${LANGUAGE} ${PLATFORM} ${OF_NAVIGATOR} ${OURS}`.split(/\s+/));

// Removes everything else for good.
export function raise() {
  for (const start of [globalThis, navigator]) {
    for (let one = start; one !== Object.prototype; one = Object.getPrototypeOf(one)) strip(one);
  }
}

// Removes an object's own properties, and everything that instances of its classes could do: one may have leaked. What
// can't be deleted are numbers, such as XMLHttpRequest.DONE, and the empty prototypes of removed classes.
function strip(object) {
  for (const name of Object.getOwnPropertyNames(object)) {
    if (stays.has(name)) continue;
    const { value } = Object.getOwnPropertyDescriptor(object, name);
    Reflect.deleteProperty(object, name) || Reflect.defineProperty(object, name, { value: undefined, writable: false });
    if (typeof value === "function") [value.prototype ?? {}, value].forEach(empty);
  }
}

function empty(object) {
  for (const name of Reflect.ownKeys(object)) Reflect.deleteProperty(object, name);
}
