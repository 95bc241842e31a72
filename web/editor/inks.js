// Which words of the code are in which ink: the classes for which the style sheet has colors.
import { language } from "./codemirror.js";

const { HighlightStyle, defaultHighlightStyle, syntaxHighlighting } = language;
const INKS = {
  keyword: "keyword",
  meta: "keyword", // a decorator's @
  atom: "number",
  literal: "number",
  string: "string",
  regexp: "string", // also escapes and f-strings
  "definition(variableName)": "name",
  className: "name",
  comment: "comment",
};

// CodeMirror's own style lists its tags; the first of each group names its kind.
const styles = defaultHighlightStyle.specs.flatMap(({ tag }) => {
  const ink = INKS[[tag].flat()[0]];
  return ink ? [{ tag, class: `code-${ink}` }] : [];
});

/** The extension that inks code. */
export const inked = syntaxHighlighting(HighlightStyle.define(styles));
