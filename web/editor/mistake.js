// The line with a mistake: marked in the code, and told to those who hear the page by what describes the editor.
import { state, view } from "./codemirror.js";

const { MapMode, StateEffect, StateField } = state;
const { Decoration, EditorView } = view;
const set = StateEffect.define();
const line = Decoration.line({ attributes: { "data-mistake": "" } });

/** Where the line begins or, after changes, lies, and what is wrong with it; null where no line is marked. */
const field = StateField.define({
  create: () => null,
  update: (mistake, { changes, effects }) =>
    effects.reduce((last, effect) => (effect.is(set) ? effect.value : last), moved(mistake, changes)),
});

function moved(mistake, changes) {
  const at = mistake && changes.mapPos(mistake.at, 1, MapMode.TrackDel);
  return at === null ? null : { ...mistake, at };
}

/** Marks of a code that is described by the element with the id `keys`; `told` gets the message, and describes it, too. */
export function mistakes(keys, told) {
  return [
    field,
    EditorView.decorations.compute([field, "doc"], lines),
    EditorView.contentAttributes.compute([field], (now) => attributes(now.field(field), keys, told.id)),
    EditorView.updateListener.of((update) => {
      told.textContent = update.state.field(field)?.message ?? "";
    }),
  ];
}

function lines(code) {
  const mistake = code.field(field);
  return mistake ? Decoration.set([line.range(code.doc.lineAt(mistake.at).from)]) : Decoration.none;
}

function attributes(mistake, keys, told) {
  return mistake ? { "aria-describedby": `${told} ${keys}`, "aria-invalid": "true" } : { "aria-describedby": keys };
}

/** The transaction that marks a line, counted from 1, and brings it into view; one beyond the end is the last. */
export function marked({ doc }, number, message) {
  const at = doc.line(Math.min(Math.max(number, 1), doc.lines)).from;
  return { effects: [set.of({ at, message }), EditorView.scrollIntoView(at)] };
}

/** The transaction that takes the mark away. */
export const unmarked = { effects: set.of(null) };
