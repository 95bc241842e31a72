// The theme: the one in `?theme=`, else the one chosen on this device, else the system's. Inline, so that no other one
// flashes first; in old syntax. Without storage nothing is kept.
(function () {
  "use strict";
  var root = document.documentElement;
  var papers = JSON.parse(document.currentScript.dataset.papers); // themes with the color of their paper
  var KEY = "downhill.theme";
  var DARK = "(prefers-color-scheme: dark)";
  var NEAREST = { contrast: "dark", projector: "light" }; // first pictures exist only in light and dark

  function known(theme) {
    return Object.prototype.hasOwnProperty.call(papers, theme) ? theme : "";
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
    var first = "first" in element.dataset ? element.dataset.first : element.getAttribute(name);
    element.dataset.first = first;
    if (element.getAttribute(name) !== changed(first)) element.setAttribute(name, changed(first));
  }

  // The browser picks first pictures by the system's theme unless their conditions say yes or no.
  function adapt(theme) {
    var dark = (NEAREST[theme] || theme) === "dark" ? "(min-width: 0px)" : "(max-width: 0px)";
    function media(first) {
      return theme ? first.replace(DARK, dark) : first;
    }
    function colour(first) {
      return theme ? papers[theme] : first;
    }
    [].forEach.call(document.querySelectorAll("picture source"), function (source) {
      change(source, "media", media);
    });
    [].forEach.call(document.querySelectorAll("meta[name=theme-color]"), function (meta) {
      change(meta, "content", colour);
    });
  }

  function dress(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    adapt(theme);
  }

  // While the page loads: its pictures as they come, and the switch.
  function watch() {
    var watching = new MutationObserver(function () {
      adapt(root.dataset.theme);
    });
    if (root.dataset.theme) watching.observe(root, { childList: true, subtree: true });
    document.addEventListener(
      "readystatechange",
      function () {
        watching.disconnect();
        adapt(root.dataset.theme);
        var menu = document.getElementById("theme");
        if (menu) menu.value = root.dataset.theme || "";
      },
      { once: true }
    );
  }

  // A theme in the address follows the switch; none is added.
  function choose(theme) {
    dress(theme);
    keep(theme);
    var address = new URL(location.href);
    if (!address.searchParams.has("theme")) return;
    address.search = address.search.replace(/([?&])theme=[^&]*&?/, "$1").replace(/[?&]$/, "");
    if (theme) address.searchParams.set("theme", theme);
    history.replaceState(history.state, "", address.href);
  }

  document.addEventListener("change", function (event) {
    if (event.target.id !== "theme") return;
    choose(known(event.target.value));
    root.dispatchEvent(new CustomEvent("downhill:theme"));
  });
  dress(known(new URLSearchParams(location.search).get("theme")) || kept());
  watch();
})();
