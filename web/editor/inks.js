// Which words of the code are written in which ink: the classes that the style sheet has colours for.
import { language } from "./codemirror.js";

const { HighlightStyle, defaultHighlightStyle, syntaxHighlighting } = language;
const INKS = {
  keyword: "keyword",
  meta: "keyword", // the sign of a decorator
  atom: "number",
  literal: "number",
  string: "string",
  regexp: "string", // and what is escaped in a string, and one with gaps
  "definition(variableName)": "name",
  className: "name",
  comment: "comment",
};

// CodeMirror’s own style names its tags by its documented ones; of these the first tells what all are.
const styles = defaultHighlightStyle.specs.flatMap(({ tag }) => {
  const ink = INKS[[tag].flat()[0]];
  return ink ? [{ tag, class: `code-${ink}` }] : [];
});

/** What writes code in inks. */
export const inked = syntaxHighlighting(HighlightStyle.define(styles));
