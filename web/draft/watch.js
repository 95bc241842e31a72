// Reloads the page when the server has made it again, and keeps its place; says what is being made, and what the page
// itself complains of. Only a server that watches the sources puts this script into a page.
(() => {
  const PLACE = "downhill.draft.place";
  const { src, dataset } = document.currentScript;
  const complain = console.error;
  let note;

  function tell(text) {
    if (!note) {
      note = Object.assign(document.createElement("p"), { id: "draft", lang: "en" });
      note.setAttribute("role", "status");
      document.body.append(note);
    }
    note.hidden = !text;
    note.textContent = text;
  }

  // Once there is a body to tell it in.
  function tellMistake(text) {
    if (document.body) tell(`A mistake on the page: ${text}`);
    else addEventListener("DOMContentLoaded", () => tellMistake(text));
  }

  console.error = (...given) => {
    complain.apply(console, given);
    tellMistake(given.map(String).join(" "));
  };
  addEventListener("error", ({ message, filename, lineno }) => {
    if (message) tellMistake(`${message}\n${filename}, line ${lineno}`);
  });
  addEventListener("unhandledrejection", ({ reason }) => tellMistake(String(reason?.stack ?? reason)));

  new EventSource(new URL("events", src)).onmessage = ({ data }) => {
    const { version, making } = JSON.parse(data);
    if (String(version) !== dataset.version) {
      sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
      location.reload();
    } else if (making) tell(`Making the page again: ${making}`);
    else if (note?.textContent.startsWith("Making")) tell("");
  };

  // The page has its height only when its styles and pictures are there.
  addEventListener("load", () => {
    const [path, x, y] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
    sessionStorage.removeItem(PLACE);
    if (path === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
  });
})();
