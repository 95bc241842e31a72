// The editor's style sheet, loaded with the first editor.
let sheet;

/** Resolves when the style sheet is loaded; if it rejects, the next call tries again. */
export function styled() {
  sheet ??= fetched().catch((error) => {
    sheet = undefined;
    throw error;
  });
  return sheet;
}

function fetched() {
  const href = new URL("./editor.css", import.meta.url).href;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} can't be had`));
    };
    document.head.append(link);
  });
}
