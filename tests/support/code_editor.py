"""The editor of code on a page of its own, as the build lays it out, under the policy of our pages."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page

from tools.pages import code_editor, page
from tools.release.publish import copy_tree
from tools.setup.runtime import Runtime

TEXT = "def loss(w):\n    # the height\n    return w ** 2\n"
KEYS = "Tab indents; to leave, press Escape, then Tab. Ctrl+Enter runs."
HTML = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An editor</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><link rel="stylesheet" href="app-1/style.css"></head>
<body><main><h1>An editor</h1><p><button id="before">Before</button></p>
<div id="place"></div><p><button id="after">After</button></p></main></body></html>
"""
HEARD = """
window.refused = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => refused.push(violatedDirective));
document.addEventListener("keydown", ({ key }) => keys.push(key));
"""
OPEN = """async ([text, label, keys]) => {
    const { openEditor } = await import(new URL("app-1/editor/editor.js", document.baseURI).href);
    window.changes = []; window.runs = 0; window.keys = [];
    window.editor = await openEditor(document.getElementById("place"), {
        text, label, words: { keys }, onChange: (text) => changes.push(text), onRun: () => window.runs++,
    });
}"""
FACES = re.compile(r"@font-face \{[^}]*\}")


def lay_out(site: Path, runtime: Runtime) -> None:
    """Put a page, its style sheet and the editor into an empty folder."""
    copy_tree(runtime.pyscript, site / "pyscript-1")
    app = site / "app-1"
    app.mkdir()
    code_editor.lay_out(app, site / "pyscript-1")
    page.write_style(app / "style.css")
    style = FACES.sub("", (app / "style.css").read_text(encoding="utf-8"))  # there are no typefaces here
    (app / "style.css").write_text(style, encoding="utf-8")
    (site / "index.html").write_text(HTML, encoding="utf-8")


class CodeEditor:
    """The page in a tab, with all that its console and its policy said, and all that it asked for."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url.removeprefix(address)))
        page.add_init_script(HEARD)
        page.goto(address)

    def _hear(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def open(self, text: str = TEXT) -> "CodeEditor":
        """Open the editor, as the page would."""
        self.page.evaluate(OPEN, [text, "The Python of this lesson", KEYS])
        return self

    def close(self) -> "CodeEditor":
        """Take every editor off the page, in the theme of the system."""
        self.page.evaluate("delete document.documentElement.dataset.theme; window.editor?.destroy()")
        self.page.evaluate("place.replaceChildren()")
        return self

    def at_peace(self) -> None:
        """Hold that the policy refused nothing and that the console is empty."""
        assert self.complaints == []
        assert self.page.evaluate("refused") == []

    def ask(self, what: str, *arguments: Any) -> Any:
        """Call one of the editor's functions."""
        return self.page.evaluate(f"all => editor.{what}(...all)", list(arguments))

    @property
    def text(self) -> str:
        """The code."""
        return str(self.ask("text"))

    @property
    def content(self) -> Locator:
        """What has the focus while somebody writes."""
        return self.page.locator(".cm-content")

    def type(self, text: str) -> None:
        """Type at the cursor; a line's end is the key Enter."""
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def focused(self) -> str:
        """The id or the class of what has the focus."""
        return str(self.page.evaluate("document.activeElement.id || document.activeElement.className"))
