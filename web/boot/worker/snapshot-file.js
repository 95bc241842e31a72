// What this device keeps between visits, decompressed: one file in this site's storage with Python's memory, the
// record, the files, and the libraries; and the core (core-cache.js). If the browser forbids storage, nothing is ever
// found, and the page works anyway.
import { checkContent } from "../shared/load.js";
import { forgetCores, isCoreKept, keepCore } from "./core-cache.js";
import { parts } from "../shared/parts.js";

const NAMES = /^awake-/;
const NAME = `awake-${parts.heap?.sha256.replace(/\W/g, "").slice(0, 16)}`;
const all = parts.heap ? [parts.heap, parts.record, parts.files, parts.libs] : [];
const places = new Map(); // where each of them begins
let end = 0;
for (const part of all) {
  places.set(part, end);
  end += part.size;
}

const folder = () => navigator.storage.getDirectory();

// Opens what is kept for reading; undefined if there is nothing. The handle must be closed. For workers only.
export async function kept() {
  try {
    const file = await (await folder()).getFileHandle(NAME);
    const handle = await file.createSyncAccessHandle({ mode: "read-only" });
    if (handle.getSize() === end) return handle;
    handle.close();
  } catch {
    return undefined; // nothing kept, storage forbidden, or another tab is reading
  }
}

// Returns the bytes of a part from what is kept, checked.
export async function partOf(handle, part) {
  const bytes = new Uint8Array(part.size);
  await checkContent(part, bytes, (piece, from) => handle.read(piece, { at: places.get(part) + from }));
  return bytes;
}

// Forgets everything that couldn't be restored; it will be fetched and kept again.
export async function forget() {
  try {
    await forgetCores();
    await (await folder()).removeEntry(NAME);
  } catch {
    // storage is forbidden, so nothing is kept
  }
}

// Keeps this version and forgets others. `contentOf` promises a part as a stream. Until everything is written, the file
// is too short to count. For workers only.
export async function keep(contentOf) {
  await keepCore(await contentOf(parts.core));
  const home = await folder();
  const file = await (await home.getFileHandle(NAME, { create: true })).createSyncAccessHandle();
  try {
    file.truncate(0);
    for (const part of all)
      await (await contentOf(part)).pipeTo(new WritableStream({ write: (bytes) => append(file, bytes) }));
    file.flush();
  } catch (error) {
    file.truncate(0); // there may be no room
    await forgetCores();
    throw error;
  } finally {
    file.close();
  }
  for await (const name of home.keys()) {
    if (NAMES.test(name) && name !== NAME) await home.removeEntry(name);
  }
  await forgetCores(true);
}

function append(file, bytes) {
  if (file.write(bytes, { at: file.getSize() }) < bytes.length) throw new Error("there is no room");
}

// Returns whether all of this version is kept.
export async function isKept() {
  try {
    const file = await (await folder()).getFileHandle(NAME);
    return (await file.getFile()).size === end && (await isCoreKept());
  } catch {
    return false;
  }
}
