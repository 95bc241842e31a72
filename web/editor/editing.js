// How Python is written: in lines with numbers, indented by four spaces, with a history. Cursor and selection are the
// browser's own, which touch, magnifiers and the system's colours know.
import { commands, language, python, view } from "./codemirror.js";

const { EditorView } = view;
const INDENT = "    ";

/** All that is the same in every editor, under its name. */
export function editing(label) {
  return [
    view.lineNumbers(),
    view.highlightActiveLine(),
    commands.history(),
    python.python(),
    language.indentUnit.of(INDENT),
    language.bracketMatching(),
    EditorView.clipboardInputFilter.of((text) => text.replaceAll("\t", INDENT)), // Python takes no mixture
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.editorAttributes.of({ dir: "ltr" }),
  ];
}
