// An address may name a lesson and, after "&", a state; the browser would look for that whole name and find nothing.
// This leads to the lesson as a plain fragment would, or else to that of the challenge in the address. Inline.
(() => {
  // History entries that the page itself wrote have their own state there.
  function isAsked() {
    return history.state === null;
  }

  function lead() {
    const parts = location.hash.slice(1).split("&");
    const plain = location.hash && parts.length < 2; // the browser finds it
    const section = plain ? null : document.getElementById(parts[0] || window.downhillLimits.challenged);
    if (!section?.matches("section.lesson")) return;
    section.scrollIntoView();
    section.querySelector("h2").focus({ preventScroll: true });
  }

  // The browser restores the position of a page that is reloaded or returned to.
  function isNew() {
    const entry = performance.getEntriesByType("navigation")[0];
    return isAsked() && (!entry || entry.type === "navigate");
  }

  if ("embed" in document.documentElement.dataset) return;
  if (isNew()) lead();
  addEventListener("hashchange", () => isAsked() && lead());
})();
