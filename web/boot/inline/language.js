// Leads to the page in the reader's language before this page fetches anything else: the one in `?lang=`, else, on the
// default page, the one chosen on this device, else the browser's. Keeps query and fragment; `?make` leads to that
// language's page for writing lessons. A page that stands in for one that isn't kept on this device leads nowhere, and
// so does one where something fails.
(() => {
  const CHOSEN = "downhill.language"; // key in this device's storage
  const pages = [...document.querySelectorAll('link[hreflang]:not([hreflang="x-default"])')];
  const first = "first" in document.currentScript.dataset;
  const instead = "instead" in document.documentElement.dataset; // set by the service worker

  function codeOf(link) {
    return link.hreflang.toLowerCase();
  }

  function scriptOf(code) {
    try {
      return new Intl.Locale(code).maximize().script;
    } catch (error) {
      return error; // like no other one
    }
  }

  // The page for a language: exactly that one, or the same language in the same script.
  function find(wanted) {
    const code = String(wanted).toLowerCase();
    const isAlike = (other) => other.split("-")[0] === code.split("-")[0] && scriptOf(other) === scriptOf(code);
    return pages.find((link) => codeOf(link) === code) ?? pages.find((link) => isAlike(codeOf(link)));
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
      console.debug(`Downhill: the choice of a language is not kept on this device (${error.message})`);
    }
  }

  function wanted() {
    const asked = new URLSearchParams(location.search).get("lang");
    const own = find(document.documentElement.lang);
    if (asked && find(asked)) return find(asked);
    if (!first) return own;
    const codes = [chosen() || [], navigator.languages || []].flat();
    return codes.map(find).find(Boolean) || own;
  }

  function suffix(query) {
    return query.toString() && `?${query}`;
  }

  function lead() {
    const link = wanted();
    const query = new URLSearchParams(location.search);
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
    const link = event.target.closest?.("nav.languages a");
    if (!link) return;
    choose(link.hreflang);
    const query = new URLSearchParams(location.search);
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
    console.debug(`Downhill: the page stays in its language (${error.message})`);
  }
  document.addEventListener("click", follow, true);
})();
