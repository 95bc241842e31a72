// Where there is room for one picture only, the buttons above it choose which of a lesson is shown. Stands inside the
// page. Of old syntax.
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-flip]");
    if (!button) return;
    var section = button.closest("section.lesson");
    var log = section.querySelector(".log-of");
    section.dataset.view = button.dataset.flip;
    if (log && button.dataset.flip === "log") log.scrollTop = log.scrollHeight; // its last row is that of now
    [].forEach.call(button.parentElement.querySelectorAll("[data-flip]"), function (other) {
      other.setAttribute("aria-pressed", String(other === button));
    });
  });
})();
