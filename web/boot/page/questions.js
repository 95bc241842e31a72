// The questions of `?test=before`, `after`, or `later`, with `,shared` where a device is several students': fetched and
// opened over the page. A page in a frame, for a projector, or with the teacher's panel asks none.

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const [kind, ...settings] = (query.get("test") || "before").split(",");

async function begin() {
  const { panel } = document.getElementById("teacher").dataset;
  const answer = await fetch(panel.replace("teacher.html", "questions.html"));
  const text = await answer.text();
  if (!answer.ok || !text.startsWith("<dialog")) throw new Error("questions.html is missing");
  const { Questions } = await import("./questions-cards.js");
  document.body.insertAdjacentHTML("beforeend", text);
  const questions = new Questions(document.body.lastElementChild, kind, settings.includes("shared"));
  // A result is asked for before the questions are answered.
  addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.("[data-result]");
      if (!button || questions.isOver) return;
      event.stopImmediatePropagation();
      questions.open(() => button.click());
    },
    true,
  );
  if (kind !== "after" || location.hash === "#test") return questions.open();
  addEventListener("hashchange", () => location.hash === "#test" && questions.open());
  const stage = window.downhillStage;
  const { next } = stage;
  stage.next = (section) => {
    const following = next(section);
    if (following.id === "closing") questions.open();
    return following;
  };
}

const isApart = ["embed", "present"].some((name) => name in root.dataset) || query.has("teacher");
if (["before", "after", "later"].includes(kind) && !isApart) await begin();
