// What lines have just worked out, beside them. It is no part of the code, and goes with the first change of that: it
// would not be true any more. For those who hear the page it is told when the cursor comes to a line.
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
    place.attachShadow({ mode: "open" }).textContent = this.text; // so who reads a line's text reads the code alone
    return place;
  }

  updateDOM(place) {
    place.shadowRoot.textContent = this.text;
    return true;
  }
}

/** Texts by the numbers of their lines. */
const field = StateField.define({
  create: () => NONE,
  update: (values, { docChanged, effects }) =>
    effects.reduce((last, effect) => (effect.is(set) ? effect.value : last), docChanged ? NONE : values),
});

/** What shows values beside the lines of a code. */
export const values = [
  field,
  EditorView.decorations.compute([field, "doc"], beside),
  EditorView.contentAttributes.compute([field], wrapping),
  EditorState.transactionExtender.of(told),
];

// The value of the line to which the cursor comes is announced; another value there is not.
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

// A value that has no room beside its line stands below it: lines are then as wide as the editor, and no wider.
function wrapping(code) {
  return code.field(field).size ? { class: "cm-lineWrapping" } : {};
}

/** The transaction after which these texts, by the numbers of lines, are the values. */
export function valued(texts) {
  return { effects: set.of(new Map(Object.entries(texts).map(([number, text]) => [Number(number), text]))) };
}
