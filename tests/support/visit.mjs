// node visit.mjs PYODIDE PACKED SECOND ARCHIVE…: plays the build's visit (tools/startup/split) with modules that may be first
// halves; the second ones lie in the folder SECOND.
// Prints as JSON the names of the second halves that came, and a sum over all that was shown and answered.
import "../../tools/startup/snapshot/deterministic.mjs";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { visit } from "../../tools/startup/split/visiting.mjs";
import { joinHalves } from "../../web/boot/shared/halves.js";

const [home, from, second] = process.argv.slice(2, 5).map((name) => path.resolve(name));
const brought = [];
const sum = createHash("sha256");
joinHalves((name) => {
  brought.push(name);
  return fs.readFileSync(path.join(second, `second-${name}.bin`));
});
await visit(home, from, process.argv.slice(5), { see: (shown) => sum.update(shown) });
console.log(JSON.stringify([brought, sum.digest("hex")]));
process.exit(0);
