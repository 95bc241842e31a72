// The theme: the one in `?theme=`, else the one chosen on this device, else the system's. Inline, so that no other one
// flashes first. Without storage nothing is kept.
(() => {
  const root = document.documentElement;
  const papers = JSON.parse(document.currentScript.dataset.papers); // themes with the color of their paper
  const KEY = "downhill.theme";
  const DARK = "(prefers-color-scheme: dark)";
  const NEAREST = { contrast: "dark", projector: "light" }; // first pictures exist only in light and dark

  function known(theme) {
    return Object.hasOwn(papers, theme) ? theme : "";
  }

  function kept() {
    try {
      return known(localStorage.getItem(KEY));
    } catch (_error) {
      return "";
    }
  }

  function keep(theme) {
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch (_error) {
      console.debug("Downhill: the choice of a theme is not kept on this device");
    }
  }

  // An attribute for when no theme is chosen, and its replacement for when one is.
  function change(element, name, changed) {
    const first = "first" in element.dataset ? element.dataset.first : element.getAttribute(name);
    element.dataset.first = first;
    if (element.getAttribute(name) !== changed(first)) element.setAttribute(name, changed(first));
  }

  // The browser picks first pictures by the system's theme unless their conditions say yes or no.
  function adapt(theme) {
    const dark = (NEAREST[theme] || theme) === "dark" ? "(min-width: 0px)" : "(max-width: 0px)";
    for (const source of document.querySelectorAll("picture source"))
      change(source, "media", (first) => (theme ? first.replace(DARK, dark) : first));
    for (const meta of document.querySelectorAll("meta[name=theme-color]"))
      change(meta, "content", (first) => (theme ? papers[theme] : first));
  }

  function dress(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    adapt(theme);
  }

  // While the page loads: its pictures as they come, and the switch.
  function watch() {
    const watching = new MutationObserver(() => adapt(root.dataset.theme));
    if (root.dataset.theme) watching.observe(root, { childList: true, subtree: true });
    document.addEventListener(
      "readystatechange",
      () => {
        watching.disconnect();
        adapt(root.dataset.theme);
        const menu = document.getElementById("theme");
        if (menu) menu.value = root.dataset.theme || "";
      },
      { once: true },
    );
  }

  // A theme in the address follows the switch; none is added.
  function choose(theme) {
    dress(theme);
    keep(theme);
    const address = new URL(location.href);
    if (!address.searchParams.has("theme")) return;
    address.search = address.search.replace(/([?&])theme=[^&]*&?/, "$1").replace(/[?&]$/, "");
    if (theme) address.searchParams.set("theme", theme);
    history.replaceState(history.state, "", address.href);
  }

  document.addEventListener("change", (event) => {
    if (event.target.id !== "theme") return;
    choose(known(event.target.value));
    root.dispatchEvent(new CustomEvent("downhill:theme"));
  });
  dress(known(new URLSearchParams(location.search).get("theme")) || kept());
  watch();
})();
