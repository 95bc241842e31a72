// The interpreter that PyScript is told to use: Pyodide, woken from a snapshot or started from a pack.
import "./stand-in.mjs";
import { setAside } from "./aside.mjs";
import { report } from "./load.mjs";
import { begin } from "./start.mjs";
export { version } from "./core.mjs";

export async function loadPyodide({ stdout, stderr }) {
  try {
    const python = await begin(new URL(import.meta.url).searchParams.get("start"));
    python.setStdout({ batched: stdout });
    python.setStderr({ batched: stderr });
    setAside(python);
    return python;
  } catch (error) {
    report(error.part ? { missing: error.part } : { broken: error.message });
    throw error;
  }
}
