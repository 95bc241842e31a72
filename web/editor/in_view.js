// Keeps lines visible below what stays above the code while it scrolls.
import { view } from "./codemirror.js";

const { EditorView } = view;

/** Keeps lines from scrolling behind the element `over`, which may be sticky above the code. */
export function below(over) {
  return EditorView.scrollHandler.of((code, { head }) => {
    code.requestMeasure({
      read: () => Math.min(0, (code.coordsAtPos(head)?.top ?? Infinity) - over.getBoundingClientRect().bottom),
      write: (behind) => behind && scrollerOf(code.dom).scrollBy({ top: behind - GAP, behavior: "instant" }),
    });
    return false; // the editor scrolls as usual; the rest follows
  });
}

const GAP = 4; // px

/** The element that scrolls another one vertically, or the page. */
function scrollerOf(element) {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY === "auto") return each;
  }
  return document.scrollingElement;
}
