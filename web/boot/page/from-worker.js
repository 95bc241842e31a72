// What the page accepts from its worker, where a reader's code may control everything: numbers and texts, formulas made
// of listed elements, and files of listed types. Nothing else (docs/threat-model.md).
const LONGEST = 4e6; // characters of a message
const UNASKED = 200; // messages besides answers: canvases with their first picture, incoming archives
const MATHML = "http://www.w3.org/1998/Math/MathML";
const FORMULA = new Set("math mfrac mi mn mo mrow msqrt msub msup i".split(" ")); // `i` begins a line
const ATTRIBUTES = new Set(["form", "stretchy"]);
const TYPES = {
  csv: "text/csv;charset=utf-8",
  ics: "text/calendar;charset=utf-8",
  ipynb: "application/x-ipynb+json",
  png: "image/png",
  py: "text/x-python;charset=utf-8",
  svg: "image/svg+xml",
};
const ACTIVE = /^(animate\w*|audio|embed|foreignObject|iframe|object|script|set|video)$/i;

// Calls `hear` with every text and file (or null) from a port; returns a function that sends a text. A worker that
// sends more than it was asked for, or something else, is ignored from then on, and `overrun` is called.
globalThis.downhillPort = (port, hear, overrun) => {
  let due = UNASKED;
  port.onmessage = ({ data }) => {
    const [text, file = null] = Array.isArray(data) ? data : [data];
    const fits = typeof text === "string" && text.length <= LONGEST && (file === null || file instanceof Blob);
    if (fits && due-- > 0) return hear(text, file);
    port.onmessage = null;
    port.close();
    overrun();
  };
  return (text) => {
    due++;
    port.postMessage(text);
  };
};

// Shows formulas in an element, rebuilt from listed elements, with everything else as text.
globalThis.downhillFormulas = (place, text) => {
  const { documentElement } = new DOMParser().parseFromString(`<all>${text}</all>`, "application/xml");
  place.replaceChildren(...[...documentElement.childNodes].map(taken));
};

function taken(node) {
  if (!FORMULA.has(node.localName)) return node.textContent;
  const { localName } = node;
  const made = localName === "i" ? document.createElement("i") : document.createElementNS(MATHML, localName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.has(name)) made.setAttribute(name, value);
  made.append(...[...node.childNodes].map(taken));
  return made;
}

// Resolves to a file that may be saved under that name, with its type. Rejects a foreign name, and a picture that could
// run or request something when opened.
globalThis.downhillFile = async (file, name) => {
  const [, kind] = /^[\w-]{1,80}\.(\w+)$/.exec(name) ?? [];
  if (!Object.hasOwn(TYPES, kind ?? "") || (kind === "svg" && !isStill(await file.text())))
    throw new Error(`${String(name).slice(0, 80)} is no file of this page`);
  return file.slice(0, file.size, TYPES[kind]);
};

function isStill(svg) {
  const page = location.href.split(/[?#]/)[0]; // the picture has a link to it
  const isKnown = (href) => /^(#|data:image\/png)/.test(href) || href.split("#")[0] === page;
  const drawn = new DOMParser().parseFromString(svg, "image/svg+xml");
  const still = ({ name, localName, value }) =>
    !/^on/i.test(name) && (localName !== "href" || isKnown(value)) && isOwn(value);
  return [...drawn.querySelectorAll("*")].every(
    (one) =>
      !ACTIVE.test(one.localName) &&
      (one.localName !== "style" || isOwn(one.textContent)) &&
      [...one.attributes].every(still),
  );
}

const isOwn = (style) => !/@import|url\((?!["']?(#|data:font))/i.test(style);
