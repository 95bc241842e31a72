// How Python is written: in lines with numbers, indented by four spaces, with a history. Cursor and selection are the
// browser's own, which touch, magnifiers and the system's colours know.
import { commands, language, python, state, view } from "./codemirror.js";

const { Compartment, EditorState } = state;
const { EditorView } = view;
const INDENT = "    ";
const compartment = new Compartment();
const ONLY_READ = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false), // a touch brings up no keyboard
];

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
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }), // also where it may only be read
    EditorView.editorAttributes.of({ dir: "ltr" }),
    compartment.of([]),
  ];
}

/** The transaction after which a reader may change the code, or only read it. */
export function rights(editable) {
  return { effects: compartment.reconfigure(editable ? [] : ONLY_READ) };
}
