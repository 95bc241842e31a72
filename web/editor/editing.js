// How Python is written: numbered lines, four spaces of indentation, a history. Cursor and selection are the browser's
// own, so touch, magnifiers, and system colors work.
import { commands, language, python, view } from "./codemirror.js";

const { EditorView } = view;
const INDENT = "    ";

/** Returns what all editors share; `label` names the editor. */
export function editing(label) {
  return [
    view.lineNumbers(),
    view.highlightActiveLine(),
    commands.history(),
    python.python(),
    language.indentUnit.of(INDENT),
    language.bracketMatching(),
    EditorView.clipboardInputFilter.of((text) => text.replaceAll("\t", INDENT)), // Python doesn't mix them with spaces
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.editorAttributes.of({ dir: "ltr" }),
  ];
}
