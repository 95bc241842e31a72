// One lesson for a frame in another page: `?embed=1#line`. Removes other lessons before Python looks for them. Inline,
// so that nothing else flashes first; in old syntax, without storage or modules.
(function () {
  "use strict";
  var script = document.currentScript;
  var root = document.documentElement;
  var query = new URLSearchParams(location.search);
  if (!query.has("embed") || query.get("embed") === "0") return;
  var lessons = script.dataset.lessons.split(" ");

  function known(name) {
    return lessons.indexOf(name) < 0 ? "" : name;
  }

  var alone = known(location.hash.slice(1).split("&")[0]) || known(query.get("lesson")) || lessons[0];
  root.dataset.embed = alone;

  function takeOut() {
    [].forEach.call(document.querySelectorAll("section.lesson"), function (section) {
      if (section.id !== alone) section.parentNode.removeChild(section);
    });
  }

  // The address of the whole page in the same state, language, and theme.
  function whole() {
    var kept = new URLSearchParams();
    ["lang", "theme"].forEach(function (name) {
      if (query.has(name)) kept.set(name, query.get(name));
    });
    var asked = kept.toString();
    var place = location.hash.length > 1 ? location.hash : "#" + alone;
    return location.href.split(/[?#]/)[0] + (asked ? "?" + asked : "") + place;
  }
  window.downhillWhole = whole;

  // Tells the surrounding page this page's height, at every change and on request. Height depends only on width, so a
  // frame that is set to it doesn't change it again.
  var last = 0;

  function tell(again) {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last && !again) return;
    last = height;
    var message = { type: "downhill:height", height: height };
    if (query.get("id")) message.id = query.get("id").slice(0, 100);
    parent.postMessage(message, "*");
    parent.postMessage({ subject: "lti.frameResize", height: height }, "*");
  }

  function asked(event) {
    if (event.source === parent && event.data && event.data.type === "downhill:ask") tell(true);
  }

  document.addEventListener(
    "click",
    function (event) {
      var link = event.target.closest && event.target.closest(".whole a");
      if (link) link.href = whole();
    },
    true
  );
  document.addEventListener(
    "readystatechange",
    function () {
      takeOut();
      if (parent === window) return;
      addEventListener("message", asked);
      if (window.ResizeObserver)
        new ResizeObserver(function () {
          tell(false);
        }).observe(document.body);
      addEventListener("load", function () {
        tell(false);
      });
    },
    { once: true }
  );
})();
