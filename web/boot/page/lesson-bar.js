// The bar at the top shows which lesson is in view, and which were finished.

const DONE = "take-away";

export function followLessons() {
  const links = new Map([...document.querySelectorAll(".lessons a")].map((link) => [link.hash.slice(1), link]));
  const there = new Set(); // in the middle of the window: one, or two that meet there
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) there[isIntersecting ? "add" : "delete"](target.id);
      if (!there.size) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get([...there].pop())?.setAttribute("aria-current", "true");
    },
    { rootMargin: "-50% 0px -50% 0px" },
  );
  const ended = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target.dataset.at === DONE) links.get(target.id)?.setAttribute("data-done", "");
    }
  });
  for (const section of document.querySelectorAll("section.lesson, section#start, section#closing")) {
    seen.observe(section);
    ended.observe(section, { attributeFilter: ["data-at"] });
  }
}
