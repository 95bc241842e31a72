// In every page that `serve.py` serves: reports the page's own errors. If the server watches the sources, asks whether
// one has changed, then reloads the page in place.
(() => {
  const PLACE = "downhill.draft.place";
  const { src, dataset } = document.currentScript;
  const mistaken = "mistake" in document.documentElement.dataset;
  const complain = console.error;
  const note = document.createElement("p");
  note.lang = "en";
  note.setAttribute("role", "status");
  note.style.cssText = `background: Canvas; border: 1px solid; border-radius: 0.4rem; bottom: 1rem; box-sizing: border-box;
    color: CanvasText; font: 1rem/1.4 system-ui, sans-serif; inset-inline-start: 1rem; margin: 0; max-block-size: 40vh;
    max-inline-size: min(44rem, 100vw - 2rem); overflow: auto; overflow-wrap: anywhere; padding: 0.5rem 0.8rem;
    position: fixed; white-space: pre-wrap; z-index: 9999`;

  function tell(text) {
    document.documentElement.append(note);
    note.textContent = text;
  }

  const tellMistake = (...found) => tell(`A mistake on the page: ${found.map(String).join(" ")}`);

  console.error = (...found) => {
    complain.apply(console, found);
    tellMistake(...found);
  };
  addEventListener("error", ({ message, filename, lineno }) => {
    if (message && !message.startsWith("ResizeObserver loop")) tellMistake(`${message}\n${filename}, line ${lineno}`);
  });
  addEventListener("unhandledrejection", ({ reason }) => tellMistake(reason?.stack ?? reason));

  async function ask() {
    const answer = await fetch(new URL(`news?${dataset.version}`, src)).catch(() => ({}));
    const news = answer.ok && (await answer.text());
    if (!news) return setTimeout(ask, 500);
    tell(`Making the page again: ${news}`);
    if (!mistaken) sessionStorage.setItem(PLACE, [location.pathname, scrollX, scrollY]);
    history.scrollRestoration = "manual"; // else a browser would restore the place on a page about a mistake
    location.reload();
  }

  // The page has its height only once its styles and pictures are loaded.
  addEventListener("load", () => {
    const [path, left, top] = sessionStorage.getItem(PLACE)?.split(",") ?? [];
    if (mistaken || path !== location.pathname) return;
    sessionStorage.removeItem(PLACE);
    scrollTo({ left, top, behavior: "instant" });
    setTimeout(() => (history.scrollRestoration = "auto"), 1000);
  });
  if (dataset.version) ask();
})();
