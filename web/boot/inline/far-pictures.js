// Delays first pictures further down until they are almost in view, since what Python starts from comes first: the
// style hides them unless their frame has `data-near`, so they aren't fetched. Once Python is here it paints faster
// than they would arrive. Inline, in old syntax.
(function () {
  "use strict";
  if (!window.IntersectionObserver) return;
  var observer = new IntersectionObserver(
    function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        entry.target.setAttribute("data-near", "");
        observer.unobserve(entry.target);
      });
    },
    { rootMargin: "10% 0px" }
  );
  [].forEach.call(document.querySelectorAll(".frame"), function (frame) {
    observer.observe(frame);
  });
})();
