// One lesson for a frame in another page: `?embed=1#line`. Removes other lessons before Python looks for them. Inline,
// so that nothing else flashes first, without storage or modules.
(() => {
  const script = document.currentScript;
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  if (!query.has("embed") || query.get("embed") === "0") return;
  const lessons = script.dataset.lessons.split(" ");

  const asked = [location.hash.slice(1).split("&")[0], query.get("lesson")];
  const alone = asked.find((name) => lessons.includes(name)) ?? lessons[0];
  root.dataset.embed = alone;

  function takeOut() {
    document.querySelectorAll("section.lesson").forEach((section) => {
      if (section.id !== alone) section.remove();
    });
  }

  // The address of the whole page in the same state, language, and theme.
  function whole() {
    const kept = new URLSearchParams();
    for (const name of ["lang", "theme"]) if (query.has(name)) kept.set(name, query.get(name));
    const place = location.hash.length > 1 ? location.hash : `#${alone}`;
    return location.href.split(/[?#]/)[0] + (`${kept}` && `?${kept}`) + place;
  }
  window.downhillWhole = whole;

  // Tells the surrounding page this page's height, at every change and on request. Height depends only on width, so a
  // frame that is set to it doesn't change it again.
  let last = 0;

  function tell(again) {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last && !again) return;
    last = height;
    const message = { type: "downhill:height", height };
    if (query.get("id")) message.id = query.get("id").slice(0, 100);
    parent.postMessage(message, "*");
    parent.postMessage({ subject: "lti.frameResize", height }, "*");
  }

  function heard({ source, data }) {
    if (source === parent && data?.type === "downhill:ask") tell(true);
  }

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.(".whole a");
      if (link) link.href = whole();
    },
    true,
  );
  document.addEventListener(
    "readystatechange",
    () => {
      takeOut();
      if (parent === window) return;
      addEventListener("message", heard);
      new ResizeObserver(() => tell(false)).observe(document.body);
      addEventListener("load", () => tell(false));
    },
    { once: true },
  );
})();
