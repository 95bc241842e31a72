// The line with a mistake: marked in the code, and read out by screen readers as the editor's description.
import { state, view } from "./codemirror.js";

const { MapMode, StateEffect, StateField } = state;
const { Decoration, EditorView } = view;
const set = StateEffect.define();
const line = Decoration.line({ attributes: { "data-mistake": "" } });

/** Where the line starts, also after changes, and what is wrong with it; null if no line is marked. */
const field = StateField.define({
  create: () => null,
  update: (mistake, { changes, effects }) =>
    effects.reduce((last, effect) => (effect.is(set) ? effect.value : last), moved(mistake, changes)),
});

function moved(mistake, changes) {
  const at = mistake && changes.mapPos(mistake.at, 1, MapMode.TrackDel);
  return at === null ? null : { ...mistake, at };
}

/** Marks mistakes in an editor described by the element with the id `keys`; `told` gets the message and describes it too. */
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

/** The transaction that marks a line, from 1, and scrolls to it; the last one if there are fewer. */
export function marked({ doc }, number, message) {
  const at = doc.line(Math.min(Math.max(number, 1), doc.lines)).from;
  return { effects: [set.of({ at, message }), EditorView.scrollIntoView(at)] };
}

/** The transaction that removes the mark. */
export const unmarked = { effects: set.of(null) };
