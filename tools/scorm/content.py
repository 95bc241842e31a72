"""The page of a package: the one file, with the adapter as its first script and some changed words."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tools.common import comments, policy
from tools.common.paths import ROOT
from tools.scorm.course import Course
from tools.single.page import Page
from tools.single.single_file import page_of

ADAPTER = ROOT / "web" / "scorm"
SCRIPTS = ("platform", "state", "device", "adapter")
"""The parts of the adapter, in the order in which they are joined."""
PAUSE = 30_000
"""Milliseconds between two reports, unless an attempt at a challenge ends or the reader leaves the page."""


class Content(Page):
    """The small page of a course, in a built site."""

    def __init__(self, site: Path, course: Course, address: str) -> None:
        super().__init__(site, page_of(course.code), packed=True, address=address)
        self.course = course

    def _text(self) -> str:
        text = super()._text()
        foot = r"(<footer>\n<p)(>.*</p>\n)"
        told = f'<p class="told-platform">{escape(self.course.told, quote=False)}</p>\n'
        text = self._change_all(text, foot, rf'\1 class="untold"\2{told}')
        if self.course.lesson:  # the whole of it isn't in the package
            text = self._change_all(text, r'(?s) *<p class="whole">.*?</p>\n', "")
        element = policy.element(policy.PAGE)
        return self._change(text, element, f"{element}\n{self._adapter()}")

    def _adapter(self) -> str:
        scripts = ((ADAPTER / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
        style = comments.style_without((ADAPTER / "scorm.css").read_text(encoding="utf-8"))
        given = {
            "lesson": self.course.lesson,
            "challenges": " ".join(self.course.challenges),
            "needed": self.course.needed,
            "pause": PAUSE,
        }
        told = " ".join(f'data-{name}="{value}"' for name, value in given.items())
        script = comments.script_without("\n".join(scripts))
        wrapped = f'(() => {{\n"use strict";\n{script}}})();\n'
        return f"<style>{style.strip()}</style>\n<script {told}>\n{wrapped}</script>"
