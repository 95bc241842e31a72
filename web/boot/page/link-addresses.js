// On paper a link can't be followed: it is shown as what can be typed, the whole address of where it leads. Of old
// syntax; where scripts are off, the part of it that the page knows stays.
(function () {
  "use strict";
  [].forEach.call(document.querySelectorAll("a[data-address]"), function (link) {
    if (/^https?:/.test(link.href)) link.textContent = link.href.replace(/^https?:\/\//, "");
  });
})();
