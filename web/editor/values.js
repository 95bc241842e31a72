// What lines have just computed, shown next to them. It isn't part of the code, and the first change removes it, since
// it would be wrong. Screen readers hear a value when the cursor reaches its line.
import { state, view } from "./codemirror.js";

const { EditorState, StateEffect, StateField } = state;
const { Decoration, EditorView, WidgetType } = view;
const set = StateEffect.define();
const NONE = new Map();

class Value extends WidgetType {
  constructor(text) {
    super();
    this.text = text;
  }

  eq(other) {
    return other.text === this.text;
  }

  toDOM() {
    const place = Object.assign(document.createElement("span"), { className: "code-value", ariaHidden: "true" });
    place.attachShadow({ mode: "open" }).textContent = this.text; // so a line's text is only its code
    return place;
  }

  updateDOM(place) {
    place.shadowRoot.textContent = this.text;
    return true;
  }
}

/** Texts by line number. */
const field = StateField.define({
  create: () => NONE,
  update: (values, { docChanged, effects }) =>
    effects.reduce((last, effect) => (effect.is(set) ? effect.value : last), docChanged ? NONE : values),
});

/** The extension that shows values next to lines. */
export const values = [
  field,
  EditorView.decorations.compute([field, "doc"], beside),
  EditorView.contentAttributes.compute([field], wrapping),
  EditorState.transactionExtender.of(told),
];

// Announces the value of a line that the cursor reaches, but not a new value there.
function told({ startState, newSelection, docChanged }) {
  if (docChanged) return null;
  const [from, to] = [startState.selection, newSelection].map(({ main }) => startState.doc.lineAt(main.head).number);
  const text = from === to ? "" : startState.field(field).get(to);
  return text ? { effects: EditorView.announce.of(text) } : null;
}

function beside(code) {
  const { doc } = code;
  const places = [...code.field(field)].filter(([number]) => number >= 1 && number <= doc.lines);
  return Decoration.set(
    places.map(([number, text]) => Decoration.widget({ widget: new Value(text), side: 1 }).range(doc.line(number).to)),
    true,
  );
}

// Values that don't fit next to a line wrap: lines are then exactly as wide as the editor.
function wrapping(code) {
  return code.field(field).size ? { class: "cm-lineWrapping" } : {};
}

/** The transaction that sets these texts, by line number, as the values. */
export function valued(texts) {
  return { effects: set.of(new Map(Object.entries(texts).map(([number, text]) => [Number(number), text]))) };
}
