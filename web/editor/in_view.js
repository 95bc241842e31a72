// What stays above the code while that scrolls: no line that is brought into view is left behind it.
import { view } from "./codemirror.js";

const { EditorView } = view;

/** The lines of a code that stands below the element `over`, which may stay in view while its surroundings scroll. */
export function below(over) {
  return EditorView.scrollHandler.of((code, { head }) => {
    code.requestMeasure({
      read: () => Math.min(0, (code.coordsAtPos(head)?.top ?? Infinity) - over.getBoundingClientRect().bottom),
      write: (behind) => behind && scrollerOf(code.dom).scrollBy({ top: behind - GAP, behavior: "instant" }),
    });
    return false; // the editor scrolls as ever, and the rest is done after it
  });
}

const GAP = 4; // px

/** The element that scrolls another one up and down, or the page. */
function scrollerOf(element) {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY === "auto") return each;
  }
  return document.scrollingElement;
}
