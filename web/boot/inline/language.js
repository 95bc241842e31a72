// Leads to the page in the reader's language before this page fetches anything else: the one in `?lang=`, else, on the
// default page, the one chosen on this device, else the browser's. Keeps query and fragment; `?make` leads to that
// language's page for writing lessons. A page that stands in for one that isn't kept on this device leads nowhere, and
// so does one where something fails. In old syntax.
(function () {
  "use strict";
  var CHOSEN = "downhill.language"; // key in this device's storage
  var pages = [].slice.call(document.querySelectorAll('link[hreflang]:not([hreflang="x-default"])'));
  var first = "first" in document.currentScript.dataset;
  var instead = "instead" in document.documentElement.dataset; // set by the service worker

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

  // The page for a language: exactly that one, or the same language in the same script.
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
      query.delete("lang"); // the next page has one language
      location.replace(new URL(link.dataset.make + suffix(query), link.href).href + location.hash);
    } else if (link.hreflang === document.documentElement.lang) return;
    else location.replace(link.href.split(/[?#]/)[0] + location.search + location.hash);
    document.write("<!--"); // stop reading this page
  }

  // A link to another language takes query and fragment along and tells which language it is; this device remembers the
  // choice.
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
    event.preventDefault(); // with a fragment it would lead to this document
    location.reload();
  }

  try {
    lead();
  } catch (error) {
    console.debug("Downhill: the page stays in its language (" + error.message + ")");
  }
  document.addEventListener("click", follow, true);
})();
