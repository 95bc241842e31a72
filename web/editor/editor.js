// The editor of Python code, on CodeMirror. With this module come some 160 kB: a page imports it when it first opens an
// editor, and not before.
import { change } from "./change.js";
import { commands, view } from "./codemirror.js";
import { editing } from "./editing.js";
import { below } from "./in_view.js";
import { inked } from "./inks.js";
import { keysOf, keepKeys } from "./keys.js";
import { marked, unmarked, mistakes } from "./mistake.js";
import { styled } from "./sheet.js";
import { valued, values } from "./values.js";

const { EditorView } = view;
let count = 0; // of the editors so far: what describes one is named by it

/**
 * What an editor begins with.
 * @typedef {object} Beginning
 * @property {string} text - the code.
 * @property {string} label - what the editor is called by those who hear the page.
 * @property {{keys: string}} words - `keys` stands beneath the code and describes the editor: that Tab indents, that
 *   Escape and then Tab leave, and what runs the code.
 * @property {(text: string) => void} [onChange] - is handed the whole code after every change, whoever made it.
 * @property {(how: "pasted" | "undone") => void} [onForeign] - is called before that where something came in from elsewhere,
 *   by paste or drop, or is there again that had been replaced.
 * @property {() => void} [onRun] - is called for Ctrl+Enter and Cmd+Enter.
 * @property {HTMLElement} [over] - stays in view above the code while that scrolls, so that nothing is brought into view
 *   behind it.
 */

/**
 * An editor that is open. Lines and columns count from 1, columns in units of UTF-16.
 * @typedef {object} Editor
 * @property {() => string} text - The code; its lines end with "\n".
 * @property {(text: string) => void} setText - Replaces the code, as one change that can be undone. The cursor stays where
 *   the code stays the same.
 * @property {(line: number, message: string) => void} mark - Marks a line as the one with the mistake (`data-mistake`) and
 *   describes the editor by the message, which it does not show. The mark goes along with its line, and away with it.
 *   Marked is one line at most; for one beyond the end it is the last.
 * @property {() => void} unmark - Takes the mark away.
 * @property {(texts: Object<number, string>) => void} setValues - Puts texts beside lines, by their numbers, in the place of
 *   all that stood there. They are no part of the code, and are gone when that changes.
 * @property {() => boolean} undo - Takes the last change back; false where there is none.
 * @property {() => boolean} redo - Makes it again; false where there is none.
 * @property {() => void} focus - Puts the focus to where the cursor is; the page does not scroll.
 * @property {() => {line: number, column: number}} cursor - Where the cursor is.
 * @property {() => void} destroy - Takes the editor off the page.
 */

/**
 * Opens an editor as the last child of an element; the focus stays where it is.
 * @param {Element} parent
 * @param {Beginning} beginning
 * @returns {Promise<Editor>} - resolves when all is in its place; rejects where the style sheet can't be had, and has
 *   changed nothing.
 */
export async function openEditor(parent, { text, label, words, onChange, onForeign, onRun, over }) {
  await styled();
  const name = `code-${++count}`;
  const keys = described(`${name}-keys`, words.keys);
  const told = described(`${name}-mistake`);
  const code = new EditorView({
    doc: text,
    extensions: [
      keysOf(onRun),
      editing(label),
      inked,
      mistakes(keys.id, told),
      values,
      over ? below(over) : [],
      EditorView.updateListener.of(({ docChanged, state, transactions }) => {
        const how = docChanged && transactions.map(origin).find(Boolean);
        if (how) onForeign?.(how);
        if (docChanged) onChange?.(state.doc.toString());
      }),
    ],
  });
  const box = Object.assign(document.createElement("div"), { className: "code-editor" });
  box.append(code.dom, keys, told);
  keepKeys(box);
  parent.append(box);
  return handle(code, box);
}

/** How a change has brought in what was not typed, or nothing: what was there before may be moved about. */
function origin(transaction) {
  if (transaction.isUserEvent("undo") || transaction.isUserEvent("redo")) return "undone";
  if (!["input.paste", "input.drop"].some((kind) => transaction.isUserEvent(kind))) return "";
  let found = "";
  const before = transaction.startState.doc.toString();
  transaction.changes.iterChanges((_from, _to, _fromNow, _toNow, inserted) => {
    if (!before.includes(inserted.toString().trim())) found = "pasted";
  });
  return found;
}

/** A sentence that describes an editor; it is seen where there are words for it from the beginning. */
function described(id, words = "") {
  return Object.assign(document.createElement("p"), { id, textContent: words, hidden: !words });
}

/** What the page may do with an editor in its box. */
function handle(code, box) {
  return {
    text: () => code.state.doc.toString(),
    setText: (text) => code.dispatch(change(code.state.doc.toString(), text)),
    mark: (line, message) => code.dispatch(marked(code.state, line, message)),
    unmark: () => code.dispatch(unmarked),
    setValues: (texts) => code.dispatch(valued(texts)),
    undo: () => commands.undo(code),
    redo: () => commands.redo(code),
    focus: () => code.focus(),
    cursor: () => placeOf(code.state),
    destroy: () => {
      code.destroy();
      box.remove();
    },
  };
}

function placeOf({ doc, selection }) {
  const { head } = selection.main;
  const line = doc.lineAt(head);
  return { line: line.number, column: head - line.from + 1 };
}
