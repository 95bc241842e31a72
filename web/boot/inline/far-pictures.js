// While Python starts, first pictures that are not near the window wait, marked by `data-waits` on their frames: what
// Python starts from comes first. The style hides them, and thus fetches none. Stands inside the page. Of old syntax.
(function () {
  "use strict";
  if (!window.IntersectionObserver) return;
  var observer = new IntersectionObserver(
    function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        entry.target.removeAttribute("data-waits");
        observer.unobserve(entry.target);
      });
    },
    { rootMargin: "50% 0px" }
  );
  [].forEach.call(document.querySelectorAll(".frame"), function (frame) {
    frame.setAttribute("data-waits", "");
    observer.observe(frame);
  });
})();
