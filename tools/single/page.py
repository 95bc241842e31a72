"""Makes the HTML of a page that is one file from the page that is built for a host."""

from __future__ import annotations

import base64
import json
import posixpath
import re
from pathlib import Path

from tools.common import inside, policy
from tools.common.paths import ROOT
from tools.release import licenses
from tools.single.changes import Changes, replaced, replaced_all
from tools.single.table import Folders, Table, elements, folders, type_of

LOADER = ROOT / "web" / "single"
FACE = re.compile(r'url\("([^"]+\.woff2)"\)')
TAG = re.compile(r"<[a-z][^<>]*>")
WAITING = "data-at-"
"""How the names of attributes begin that get an address when the page is opened."""
SCRIPT = re.compile(r"<script(?![^>]*\b(?:type|src)=)[^>]*>(.*?)</script>", re.DOTALL)


class Page:
    """The page of one language, `file`, in a built site, and the tables of what it needs.

    `address` is where the site is published, with a slash at its end, or ''.
    """

    def __init__(self, site: Path, file: str, packed: bool, address: str) -> None:
        self.site, self.file, self.address = site, file, address
        self.at: Folders = folders(site)
        self.tables = {
            realm: Table(site, changes, changes.stand_in)
            for realm in ("page", "worker")
            for changes in (Changes(self.at, realm == "page", packed),)
        }
        self.names: list[str] = []

    def html(self) -> str:
        """Return all of it. Raises `Problem` if the page isn't as expected."""
        return self._with_policy(self._text())

    def _text(self) -> str:
        """Return all of it but its policy, which depends on the scripts in it."""
        text = (self.site / self.file).read_text(encoding="utf-8")
        text = self._change(text, "<html ", "<html data-single ")
        text = self._change_all(text, r'(?s)<p class="single">.*?</p>\n', "")
        text = self._without_languages(text)
        text = self._without_other_pages(text)
        text = self._with_style(text)
        text = self._with_watch(text)
        text = self._with_configs(text)
        text = self._with_files(text)
        text = TAG.sub(lambda tag: self._waiting(tag[0]), text)
        first = self.tables["worker"].number(f"{self.at.app}/boot/worker/worker-bootstrap.js")
        prestart, text = self._without_prestart(text)
        parts = (self._licences(), elements(self.tables, first, self.names), self._loader(), prestart)
        return self._change(text, "</body>", f"{''.join(parts)}</body>")

    def _change(self, text: str, old: str, new: str, times: int = 1) -> str:
        return replaced(self.file, text, old, new, times)

    def _change_all(self, text: str, old: str, new: str, times: int = 1) -> str:
        return replaced_all(self.file, text, old, new, times)

    def _without_languages(self, text: str) -> str:
        """Remove links to other languages, and the switch, since they aren't in the file."""
        text = re.sub(r'<link rel="alternate" hreflang=[^>]*>\n', "", text)
        text = re.sub(r'(?s) *<nav class="languages".*?</nav>\n', "", text)
        for rel in ("preload", "modulepreload", "manifest", "apple-touch-icon"):
            text = re.sub(rf'<link rel="{rel}"[^>]*>\n', "", text)
        return text

    def _without_other_pages(self, text: str) -> str:
        """Point links to other pages to where the site is published, or remove them."""
        text = text.replace(f'href="./{self.file}"', 'href="?"').replace(f'href="./{self.file}?', 'href="?')
        if self.address:
            return re.sub(r'href="\./([^"/]+\.html)', rf'href="{self.address}\1', text)
        text = re.sub(r'(<a class="term" href=")[^"#]*#', r"\1#", text)  # meanings are in the file
        return self._change_all(text, r'(?s)<p class="papers-title">.*?</ul>\n', "")

    def _with_style(self, text: str) -> str:
        """Put the style sheet, its typefaces and the icon into the page itself."""
        sheet = (self.site / self.at.app / "style.css").read_text(encoding="utf-8")
        own = (LOADER / "single.css").read_text(encoding="utf-8")
        style = f"<style>\n{self._with_faces(sheet, self.at.app)}{own}</style>"
        text = self._change(self._with_faces(text, ""), self._link("stylesheet", "style.css"), style)
        icon = self._data(f"{self.at.app}/icons/icon.svg")
        return self._change(text, f'href="./{self.at.app}/icons/icon.svg"', f'href="{icon}"')

    def _link(self, rel: str, file: str) -> str:
        return f'<link rel="{rel}" href="./{self.at.app}/{file}">'

    def _with_faces(self, text: str, folder: str) -> str:
        return FACE.sub(
            lambda face: f'url("{self._data(posixpath.normpath(posixpath.join(folder, face[1])))}")', text
        )

    def _data(self, path: str) -> str:
        """Return a file as a data: address."""
        kind = "font/woff2" if path.endswith(".woff2") else type_of(path)
        return f"data:{kind};base64,{base64.b64encode((self.site / path).read_bytes()).decode()}"

    def _with_watch(self, text: str) -> str:
        """Put the watch into the page itself."""
        watch = (self.site / self.at.app / "boot" / "page" / "watch.js").read_text(encoding="utf-8")
        start = re.escape(f'src="./{self.at.app}/boot/page/watch.js"')
        script = f"<script data-spare data-watch>\n{watch}</script>"
        (found,) = re.findall(rf"<script [^>]*{start}></script>", text) or [""]
        return self._change(text, found or "<script data-watch>", script)

    def _with_configs(self, text: str) -> str:
        """Change PyScript's configurations: each names an interpreter of its own realm."""
        micro, pyodide = (f"{self.at.app}/boot/{name}.js" for name in ("page/micropython", "worker/pyodide"))
        for realm, path in (("page", micro), ("worker", pyodide)):
            number = self.tables[realm].number(path)
            text = self._change(text, f'"interpreter":"./{path}"', f'"interpreter":"@@{number}@@"')
        return text

    def _with_files(self, text: str) -> str:
        """Add the files that the page's Python requests by path: modules loaded later, and the editor."""
        app = self.site / self.at.app
        modules = [file.relative_to(app).as_posix() for file in sorted((app / "page").glob("*/*.py"))]
        paths = [*modules, "editor/editor.js"]
        listed = {path: f"@@{self.tables['page'].number(f'{self.at.app}/{path}')}@@" for path in paths}
        self.names.append("data-files")
        files = json.dumps(listed).replace('"', "&quot;")
        return self._change(text, '<script type="mpy" ', f'<script type="mpy" {WAITING}data-files="{files}" ')

    def _waiting(self, tag: str) -> str:
        """Return a tag whose attributes wait for the addresses of their files."""

        def attribute(match: re.Match[str]) -> str:
            path = posixpath.normpath(match[2])
            if "/" not in path or not (self.site / path).is_file():
                return match[0]
            if match[1] not in self.names:
                self.names.append(match[1])
            return f'{WAITING}{match[1]}="@@{self.tables["page"].number(path)}@@"'

        return (
            tag
            if tag.startswith("<script data-bootstrap")
            else re.sub(r'([\w-]+)="(\./[^"\s]+)"', attribute, tag)
        )

    def _without_prestart(self, text: str) -> tuple[str, str]:
        """Return the script that starts the worker, which waits for the loader, and the page without it."""
        pattern = r'(?s)<script data-bootstrap="[^"]+">(.*?</script>)\n'
        (found,) = re.findall(pattern, text)[:1] or [""]
        return f'<script data-bootstrap="about:blank">{found}\n', self._change_all(text, pattern, "")

    def _loader(self) -> str:
        table, opening, worker = (
            inside.script_without((LOADER / f"{name}.js").read_text(encoding="utf-8"))
            for name in ("table", "open", "worker")
        )
        wrapped = [f'(() => {{\n"use strict";\n{table}\n{script}}})();\n' for script in (worker, opening)]
        return (
            f'<script type="text/plain" id="single-worker">\n{wrapped[0]}</script>\n'
            f"<script>\n{wrapped[1]}</script>\n"
        )

    def _licences(self) -> str:
        """Return the licenses of everything in the site."""
        text = (self.site / licenses.NAME).read_text(encoding="utf-8")
        return f'<script type="text/plain" id="licenses">\n{text}</script>\n'

    def _with_policy(self, text: str) -> str:
        """Return the page with a policy that allows only the scripts in it."""
        sums = [inside.integrity(script.encode()) for script in SCRIPT.findall(text)]
        element = policy.element(policy.PAGE)
        sums.remove(inside.integrity(element.removeprefix("<script>").removesuffix("</script>").encode()))
        content = policy.single(" ".join(f"'{total}'" for total in dict.fromkeys(sums)))
        return self._change(text, element, f'<meta http-equiv="Content-Security-Policy" content="{content}">')
