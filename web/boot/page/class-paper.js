// On paper first: what becomes of four numbers of each group, a row each, as the teacher types them.

import { item, row } from "./answers.js";
import { ask } from "./film-steps.js";

const LESSON = "next-word";

// The address of the lesson with four sliders, all of them at 0, at the part where the hand does it.
export function beginning() {
  const sliders = [...document.querySelectorAll(`#${LESSON} .slider input[type=range]`)];
  const settings = sliders.map(({ name }) => `&${LESSON}.${name}=0`);
  return `${location.href.split(/[?#]/)[0]}?beat=5&lang=${document.documentElement.lang}#${LESSON}&v=2${settings.join("")}`;
}

// Shows a row of bars for each group and for the mean; what was typed stays.
export async function averaged(part) {
  const field = part.find("[name=paper-rows]");
  const { rows, said, wrong } = await ask(document.getElementById(LESSON), "average", field.value);
  field.setAttribute("aria-invalid", String(wrong));
  part.find(".paper .came").replaceChildren(...said.map((sentence) => item("p", sentence)));
  part.find(".paper table").hidden = !rows.length;
  part.find(".paper tbody").replaceChildren(...rows.map(bars));
}

function bars({ title, shown, chances, right, kind = "group" }) {
  const line = row(title, ...shown.map((text, at) => (right[at] ? `${text} ✓` : text)));
  line.dataset.kind = kind;
  chances.forEach((chance, at) => {
    line.cells[at + 1].style.setProperty("--share", chance);
  });
  return line;
}
