// Delays first pictures further down until they are almost in view, since what Python starts from comes first: the
// style hides them unless their frame has `data-near`, so they aren't fetched. Once Python is here it paints faster
// than they would arrive. Inline.
(() => {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        target.dataset.near = "";
        observer.unobserve(target);
      }
    },
    { rootMargin: "10% 0px" },
  );
  for (const frame of document.querySelectorAll(".frame")) observer.observe(frame);
})();
