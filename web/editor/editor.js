// The code editor, on CodeMirror. It brings some 160 kB, so a page imports it only when it first opens an editor.
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
let count = 0; // editors so far, for unique ids

/**
 * How an editor starts.
 * @typedef {object} Beginning
 * @property {string} text - the code.
 * @property {string} label - the editor's name for screen readers.
 * @property {{keys: string}} words - `keys`, below the code, describes the editor: Tab indents, Escape and then Tab leave,
 *   and what runs the code.
 * @property {(text: string) => void} [onChange] - gets the whole code after every change.
 * @property {(how: "pasted" | "undone") => void} [onForeign] - is called before that for a paste, a drop, or an undo.
 * @property {() => void} [onRun] - is called for Ctrl+Enter and Cmd+Enter.
 * @property {HTMLElement} [over] - stays above the code while it scrolls; nothing is scrolled behind it.
 */

/**
 * An open editor. Lines and columns count from 1, columns in UTF-16 units.
 * @typedef {object} Editor
 * @property {() => string} text - The code; its lines end with "\n".
 * @property {(text: string) => void} setText - Replaces the code as one change, which can be undone.
 * @property {(line: number, message: string) => void} mark - Marks a line as the one with the mistake (`data-mistake`), or
 *   the last one if there are fewer, and describes the editor by the message without showing it. At most one line is
 *   marked; the mark moves with its line and goes with it.
 * @property {() => void} unmark - Removes the mark.
 * @property {(texts: Object<number, string>) => void} setValues - Replaces the texts next to lines, by line number. They
 *   aren't part of the code, and the next change removes them.
 * @property {() => boolean} undo - Undoes the last change; false if there is none.
 * @property {() => boolean} redo - Redoes it; false if there is none.
 * @property {() => void} focus - Focuses the cursor without scrolling the page.
 * @property {() => {line: number, column: number}} cursor - Where the cursor is.
 * @property {() => void} destroy - Removes the editor from the page.
 */

/**
 * Opens an editor as the last child of an element, without focusing it.
 * @param {Element} parent
 * @param {Beginning} beginning
 * @returns {Promise<Editor>} - rejects, without changing anything, if the style sheet can't be loaded.
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

/** Returns how a change brought in text that nobody typed, or ""; moving existing text doesn't count. */
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

/** A sentence that describes an editor; visible if it has words from the start. */
function described(id, words = "") {
  return Object.assign(document.createElement("p"), { id, textContent: words, hidden: !words });
}

/** What the page can do with an editor. */
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
