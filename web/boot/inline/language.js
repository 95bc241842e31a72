// Leads to the page in the reader's language, before anything else of this page is fetched or begun: the one that
// `?lang=` names, else, on the first page alone, the one that was chosen on this device, else the browser's. Query and
// fragment come along; `?make` leads to the page in that language on which lessons are made. Where this page stands in for one that is not kept on this device, it leads nowhere. Of old
// syntax; where anything fails, the page stays as it is.
(function () {
  "use strict";
  var CHOSEN = "downhill.language"; // the choice's key in this device's storage
  var pages = [].slice.call(document.querySelectorAll('link[hreflang]:not([hreflang="x-default"])'));
  var first = "first" in document.currentScript.dataset;
  var instead = "instead" in document.documentElement.dataset; // so the service worker says

  function codeOf(link) {
    return link.hreflang.toLowerCase();
  }

  function scriptOf(code) {
    try {
      return new Intl.Locale(code).maximize().script;
    } catch (error) {
      return error;
    } // like no other one
  }

  // The page for a language: written just so, or the same language in the same script.
  function find(wanted) {
    var code = String(wanted).toLowerCase();
    var same = pages.filter(function (link) {
      return codeOf(link) === code;
    })[0];
    if (same) return same;
    return pages.filter(function (link) {
      return codeOf(link).split("-")[0] === code.split("-")[0] && scriptOf(codeOf(link)) === scriptOf(code);
    })[0];
  }

  function chosen() {
    try {
      return localStorage.getItem(CHOSEN);
    } catch (_error) {
      return null;
    }
  }

  function choose(code) {
    try {
      localStorage.setItem(CHOSEN, code);
    } catch (error) {
      console.debug("Downhill: the choice of a language is not kept on this device (" + error.message + ")");
    }
  }

  function wanted() {
    var asked = new URLSearchParams(location.search).get("lang");
    var own = find(document.documentElement.lang);
    if (asked && find(asked)) return find(asked);
    if (!first) return own;
    var kept = chosen();
    return (
      []
        .concat(kept || [], navigator.languages || [])
        .map(find)
        .filter(Boolean)[0] || own
    );
  }

  function suffix(query) {
    return query.toString() && "?" + query;
  }

  function lead() {
    var link = wanted();
    var query = new URLSearchParams(location.search);
    if (instead || !link) return;
    if (link.dataset.make && query.has("make")) {
      query.delete("make");
      query.delete("lang"); // the page that follows is of one language
      location.replace(new URL(link.dataset.make + suffix(query), link.href).href + location.hash);
    } else if (link.hreflang === document.documentElement.lang) return;
    else location.replace(link.href.split(/[?#]/)[0] + location.search + location.hash);
    document.write("<!--"); // nothing of this page is read on
  }

  // A link to the page in another language takes query and fragment along; which language it is, the link says. This
  // device remembers the choice.
  function follow(event) {
    var link = event.target.closest && event.target.closest("nav.languages a");
    if (!link) return;
    choose(link.hreflang);
    var query = new URLSearchParams(location.search);
    query.delete("lang");
    if (new URL(link.href).searchParams.get("lang")) query.set("lang", link.hreflang);
    link.search = query.toString();
    link.hash = location.hash;
    if (!instead || link.pathname !== location.pathname || event.ctrlKey || event.metaKey) return;
    event.preventDefault(); // with a fragment it would lead to this very document
    location.reload();
  }

  try {
    lead();
  } catch (error) {
    console.debug("Downhill: the page stays in its language (" + error.message + ")");
  }
  document.addEventListener("click", follow, true);
})();
