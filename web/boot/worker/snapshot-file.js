// What is kept on this device between visits, all decompressed: in one file of this site's own Python's memory, as the
// snapshot has it, and then the record, the files and the libraries; and the core (core-cache.js). Where the browser forbids
// to keep anything, every question finds nothing, and the page works all the same.
import { checkContent } from "../shared/load.js";
import { forgetCores, isCoreKept, keepCore } from "./core-cache.js";
import { parts } from "../shared/parts.js";

const NAMES = /^awake-/;
const NAME = `awake-${parts.heap?.sha256.replace(/\W/g, "").slice(0, 16)}`;
const all = parts.heap ? [parts.heap, parts.record, parts.files, parts.libs] : [];
const places = new Map(); // where each of these begins
let end = 0;
for (const part of all) {
  places.set(part, end);
  end += part.size;
}

const folder = () => navigator.storage.getDirectory();

// What is kept, open for reading: a function that reads into an array from a place, and closes with `done`; undefined
// where there is nothing. For workers only.
export async function kept() {
  try {
    const file = await (await folder()).getFileHandle(NAME);
    const handle = await file.createSyncAccessHandle({ mode: "read-only" });
    if (handle.getSize() === end) return handle;
    handle.close();
  } catch {
    return undefined; // nothing is kept, or another tab is just reading, or nothing may be kept
  }
}

// Resolves to the bytes of a part, read from what is kept and checked.
export async function partOf(handle, part) {
  const bytes = new Uint8Array(part.size);
  await checkContent(part, bytes, (piece, from) => handle.read(piece, { at: places.get(part) + from }));
  return bytes;
}

// Forget everything: what is kept could not be restored. It will be fetched and kept anew.
export async function forget() {
  try {
    await forgetCores();
    await (await folder()).removeEntry(NAME);
  } catch {
    // nothing can be kept here, so that nothing is
  }
}

// Keep this version and forget others. `contentOf` promises a part's bytes as a stream. As long as not all of them
// are written the file is too short to count as kept. For workers only.
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

// Whether this version is kept, whole.
export async function isKept() {
  try {
    const file = await (await folder()).getFileHandle(NAME);
    return (await file.getFile()).size === end && (await isCoreKept());
  } catch {
    return false;
  }
}
