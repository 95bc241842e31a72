"""Makes the package of a course: a manifest, and the one file, with the adapter as its first script.

It is written completely or not at all; the same site gives the same bytes.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from tools.common import inside, policy
from tools.common.console import Problem
from tools.common.paths import ROOT
from tools.release.publish import archive, has_entry
from tools.single.page import Page
from tools.single.single_file import page_of, refuse_folder


class Course(NamedTuple):
    """What a package contains and what passes it.

    `lesson` is the id of its only lesson, or ''. `challenges` are those that count, as `lesson/challenge`;
    `needed` of them are a pass. `told` is the sentence about who gets to know what was done.
    """

    code: str
    lesson: str
    title: str
    challenges: tuple[str, ...]
    needed: int
    told: str

    @property
    def identifier(self) -> str:
        """The name by which platforms distinguish packages, with only characters that XML allows."""
        return "-".join(filter(None, ("downhill", self.lesson, self.code)))


def course_of(code: str, lesson: str = "", needed: int | None = None) -> Course:
    """Return the course in a language, with one lesson or all, passed with `needed` challenges, or with all.

    Needs the packages of the build. Raises `Problem` for a lesson that doesn't exist or has no challenges,
    and for more challenges than there are, or fewer than one.
    """
    from downhill.lessons import every_lesson
    from downhill.text.format import PAGE
    from downhill.text.language import speaking
    from tools.languages import translations
    from tools.options import FIRST_LANGUAGE

    lessons = {each.id: each for each in every_lesson()}
    if lesson and lesson not in lessons:
        raise Problem(f"unknown lesson {lesson}: name one of {', '.join(lessons)} with --lesson.")
    meant = [lessons[lesson]] if lesson else list(lessons.values())
    names = tuple(f"{each.id}/{challenge.id}" for each in meant for challenge in each.challenges)
    if not names:
        raise Problem(f"the lesson {lesson} has no challenges: name another one.")
    wanted = len(names) if needed is None else needed
    if not 1 <= wanted <= len(names):
        raise Problem(f"--needed must be from 1 to {len(names)}, the number of challenges, not {wanted}.")
    catalogue = {} if code == FIRST_LANGUAGE else translations.catalogue(code)
    with speaking(catalogue, every_lesson()):
        title = str(lessons[lesson].words["title"] if lesson else PAGE["page.title"])
        return Course(code, lesson, title, names, wanted, str(PAGE["package.told"]))


NAME = "imsmanifest.xml"
BEGINNING = "downhill"
"""How the identifiers of our packages begin."""


def manifest(identifier: str, title: str, page: str) -> str:
    """Return the manifest of a package with one page, as XML.

    It has no passing score: with one, SCORM 1.2 platforms would replace the page's verdict with their own.
    """
    told = escape(title, quote=False)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier={quoteattr(identifier)} version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{told}</title>
      <item identifier="whole" identifierref="page" isvisible="true"><title>{told}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href={quoteattr(page)}>
      <file href={quoteattr(page)}/>
    </resource>
  </resources>
</manifest>
"""


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
        style = inside.style_without((ADAPTER / "scorm.css").read_text(encoding="utf-8"))
        given = {
            "lesson": self.course.lesson,
            "challenges": " ".join(self.course.challenges),
            "needed": self.course.needed,
            "pause": PAUSE,
        }
        told = " ".join(f'data-{name}="{value}"' for name, value in given.items())
        script = inside.script_without("\n".join(scripts))
        wrapped = f'(() => {{\n"use strict";\n{script}}})();\n'
        return f"<style>{style.strip()}</style>\n<script {told}>\n{wrapped}</script>"


PAGE = "index.html"


def refuse(file: Path) -> None:
    """Raise `Problem` if `file` can't be written, or exists and isn't an earlier package."""
    refuse_folder(file)
    ours = f'identifier="{BEGINNING}'.encode()
    if (file.exists() or file.is_symlink()) and not has_entry(file, NAME, ours):
        raise Problem(f"{file} already exists and is not a Downhill package: name another file.")


def write(site: Path, file: Path, course: Course, address: str = "") -> int:
    """Write the package of a course; return its size in bytes.

    `address` is where the site is published, with a slash at its end, or ''. Raises `Problem` if the site
    isn't as expected.
    """
    refuse(file)
    entries = {
        NAME: manifest(course.identifier, course.title, PAGE),
        PAGE: Content(site, course, address).html(),
    }
    archive(file, ((name, text.encode()) for name, text in entries.items()))
    return file.stat().st_size
