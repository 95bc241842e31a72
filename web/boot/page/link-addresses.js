// On paper, shows each link's whole address, to type. In old syntax; without scripts, the part of the address that the
// page knows.
(function () {
  "use strict";
  [].forEach.call(document.querySelectorAll("a[data-address]"), function (link) {
    if (/^https?:/.test(link.href)) link.textContent = link.href.replace(/^https?:\/\//, "");
  });
})();
