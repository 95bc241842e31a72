// The interpreter that PyScript is told to use: Pyodide, woken from a snapshot or started from a pack.
import "./stand-in.js";
import { setAside } from "./aside.js";
import { report } from "./load.js";
import { begin } from "./start.js";
export { version } from "./core.js";

export async function loadPyodide({ stdout, stderr }) {
  try {
    const python = await begin(new URL(import.meta.url).searchParams.get("start"));
    python.setStdout({ batched: stdout });
    python.setStderr({ batched: stderr });
    setAside(python);
    return python;
  } catch (error) {
    report(error.part ? { missing: error.part, spoilt: error.spoilt } : { broken: error.message });
    throw error;
  }
}
