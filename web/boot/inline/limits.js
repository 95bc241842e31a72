// Removes the parts that `?hide=` names right away. The teacher's panel shows everything. For locked
// parts, see py/page/controls/limits.py.
(() => {
  const query = new URLSearchParams(location.search);
  const parts = JSON.parse(document.getElementById("parts").textContent);
  const teaching = query.has("teacher") && query.get("teacher") !== "0";

  // The selector of a part; a lesson's sliders, switches, and texts are named as the lesson names them.
  function place(lesson, name) {
    const known = Object.hasOwn(parts, name);
    if (!known && !lesson) return "";
    const ends = `="${name}"]`;
    const own = `.slider:has([name${ends}), .choice:has([data-choice${ends}), [data-entry${ends}, details.own[data-choice-of${ends}`;
    return `${lesson ? `[id="${lesson}"]` : ""}.lesson :is(${known ? parts[name] : own})`;
  }

  // The parts that `lock` or `hide` names.
  function named(kind) {
    if (teaching) return [];
    return (query.get(kind) || "")
      .slice(0, 2000)
      .split(",")
      .map((name) => {
        const found = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(name.trim());
        return found ? place(found[1], found[2]) : "";
      })
      .filter(Boolean);
  }

  // For later scripts: the lesson of the challenge in the address, and whether a control is in a locked or hidden part.
  window.downhillLimits = {
    challenged: teaching ? "" : (query.get("challenge") || "").split("/")[0],
    fixes: (control) => [...named("lock"), ...named("hide")].some((selector) => control.closest(selector)),
  };

  const rules = named("hide").map((selector) => `${selector} { display: none !important; }`);
  if (rules.length) document.head.appendChild(document.createElement("style")).textContent = rules.join("\n");
})();
