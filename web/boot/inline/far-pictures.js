// First pictures of lessons further down wait until they are all but in view, for what Python starts from comes first:
// the style hides those whose frame has no `data-near`, and thus fetches none. Once Python is there it paints sooner than
// they would come. Stands inside the page. Of old syntax.
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
