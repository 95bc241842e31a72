// The interpreter that PyScript gets: Pyodide, from a snapshot or a pack.
import "../shared/storage-stub.js";
import { setAside } from "../shared/skip-package.js";
import { report } from "../shared/load.js";
import { begin } from "./start.js";
import { raise } from "./wall.js";
export { version } from "./core.js";

export async function loadPyodide({ stdout, stderr }) {
  try {
    const python = await begin(new URL(import.meta.url).searchParams.get("start"));
    python.setStdout({ batched: stdout });
    python.setStderr({ batched: stderr });
    setAside(python);
    raise();
    return python;
  } catch (error) {
    report(error.part ? { missing: error.part, spoilt: error.spoilt } : { broken: error.message });
    throw error;
  }
}
