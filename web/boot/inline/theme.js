// The theme: the one that `?theme=` names, else the one that was chosen on this device, else the system's. Stands inside
// the page, so that nothing is shown in a wrong one first. Of old syntax; where storage is forbidden, nothing is kept.
(function () {
  "use strict";
  var root = document.documentElement;
  var papers = JSON.parse(document.currentScript.dataset.papers); // the themes, each with the colour of its paper
  var KEY = "downhill.theme";
  var DARK = "(prefers-color-scheme: dark)";
  var NEAREST = { contrast: "dark", projector: "light" }; // first pictures are drawn in light and dark alone

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

  // What an attribute says where no theme is chosen; where one is, another text.
  function change(element, name, changed) {
    var first = "first" in element.dataset ? element.dataset.first : element.getAttribute(name);
    element.dataset.first = first;
    if (element.getAttribute(name) !== changed(first)) element.setAttribute(name, changed(first));
  }

  // The browser chooses a first picture by the system's theme, unless its conditions say yes or no.
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

  // While the page is being read: its pictures as they come, and the switch.
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

  // A theme in the address follows the switch; where there is none, none comes in.
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
