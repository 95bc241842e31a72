// Keys: Tab indents, and after Escape it leads on as everywhere else, until another key is pressed or the focus is gone.
import { commands, view } from "./codemirror.js";

const { EditorView, keymap } = view;
const OF_LEAVING = new Set(["Escape", "Tab", "Shift", "Control", "Alt", "Meta"]);

/** The keys of an editor; `run` is called for Ctrl+Enter and Cmd+Enter, where there is one. */
export function keysOf(run) {
  const running = () => {
    run();
    return true;
  };
  const ours = [
    { key: "Escape", run: (code) => leaves(code, true) },
    ...(run ? ["Ctrl-Enter", "Cmd-Enter"].map((key) => ({ key, run: running })) : []),
  ];
  return [
    EditorView.domEventObservers({
      keydown: ({ key }, code) => void (OF_LEAVING.has(key) || leaves(code, false)),
      blur: (_, code) => void leaves(code, false),
    }),
    keymap.of([...ours, commands.indentWithTab, ...commands.defaultKeymap, ...commands.historyKeymap]),
  ];
}

function leaves(code, leaving) {
  code.setTabFocusMode(leaving);
  return true;
}

/** Keeps what is typed from the page, where keys mean other things; Escape may close what the editor stands in. */
export function keepKeys(box) {
  box.addEventListener("keydown", (event) => event.key !== "Escape" && event.stopPropagation());
}
