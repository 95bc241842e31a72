// Keys: Tab indents; after Escape it moves on as usual, until another key is pressed or the focus is gone.
import { commands, view } from "./codemirror.js";

const { EditorView, keymap } = view;
const OF_LEAVING = new Set(["Escape", "Tab", "Shift", "Control", "Alt", "Meta"]);

/** An editor's keys; Ctrl+Enter and Cmd+Enter call `run`, if given. */
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

/** Hides keys from the page, where they mean other things; Escape may still close what contains the editor. */
export function keepKeys(box) {
  box.addEventListener("keydown", (event) => event.key !== "Escape" && event.stopPropagation());
}
