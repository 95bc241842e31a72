"""Makes the course as a Common Cartridge 1.1: a zip of links, worksheets, quizzes, a bank, and a discussion.

It is written completely or not at all; the same site gives the same bytes. No link says who follows it.
Source: the schemas `ccv1p1_imscp_v1p2_v1p0.xsd`, `ccv1p1_imswl_v1p1.xsd`, and `ccv1p1_imsdt_v1p1.xsd`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from downhill.lessons import every_lesson
from downhill.session.beat_texts import BEATS
from downhill.text.format import PAGE, fill
from downhill.text.language import speaking
from tools.common import inside
from tools.languages.language import Language, all_languages
from tools.pages.worksheets import SHEETS
from tools.release.publish import archive
from tools.school import questions
from tools.school.places import place
from tools.school.questions import el, xml
from tools.school.words import school
from tools.scorm.scorm_file import BEGINNING, NAME, refuse

IMS = "http://www.imsglobal.org/xsd/imsccv1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM"
PERIODS: dict[int, dict[str, tuple[str, ...]]] = {
    1: {"valley": BEATS[:4], "line": BEATS[:4]},
    2: {"next-word": BEATS[:3], "ten-thousand": BEATS[:4]},
    3: {"choose-word": BEATS[:3], "attention": BEATS[:4]},
}
"""The beats that each period links to, by lesson."""
PRINTED = {1: "worksheet", 4: "more"}
"""Sheets that are in the cartridge themselves, by period; all others are links for teachers."""


class Resource(NamedTuple):
    """Something in a cartridge: its title, type, and files, and whether it is for teachers only."""

    title: str
    kind: str
    files: dict[str, bytes]
    teachers: bool = False

    @property
    def id(self) -> str:
        """Its name in the manifest."""
        return "R-" + re.sub(r"[^\w-]", "-", next(iter(self.files)))


def file_of(language: Language) -> str:
    """Return the name of a language's cartridge in a site whose address is known."""
    return f"downhill-{language.code}.imscc"


def write(site: Path, file: Path, language: Language, address: str) -> int:
    """Write the cartridge of a site in a language; return its size in bytes.

    `address` is where the site is published, with a slash at its end: all links lead there.
    """
    refuse(file)
    with speaking(language.catalogue, every_lesson()):
        course = Course(site, language, address)
        modules = course.modules()
        bank = course.resource("", "question-bank", "bank.xml", questions.bank(course.words, course.shown()))
        entries = {NAME: course.manifest(modules, bank).encode()}
    for resource in [*(each for module in modules.values() for each in module), bank]:
        entries |= resource.files
    archive(file, entries.items())
    return file.stat().st_size


def write_course(site: Path, file: Path, code: str, address: str) -> int:
    """Write the cartridge of a site in the language with that code; return its size in bytes."""
    (language,) = (each for each in all_languages() if each.code == code)
    return write(site, file, language, address)


class Course:
    """The course in the current language, with links to a site."""

    def __init__(self, site: Path, language: Language, address: str) -> None:
        self.site, self.language, self.address = site, language, address
        self.words = school(language.catalogue)

    def modules(self) -> dict[str, list[Resource]]:
        """Return the modules by their titles: for teachers, one for each period, and the glossary."""
        words = self.words
        pages = {sheet: PAGE[f"sheet.{sheet}"] for sheet in SHEETS if sheet not in PRINTED.values()}
        pages.pop("glossary", None)
        teachers = [self._link(name, self._beside(name), title, True) for name, title in pages.items()]
        standards = self._link("standards", "standards.html", words["paper.standards"], True)
        schools = self._link("schools", self._beside("schools"), PAGE["paper.schools"], True)
        found = {PAGE["sheet.teachers"]: [*teachers, standards, schools]}
        for period in (*PERIODS, 4):
            found[fill(words["period"], {"number": str(period)})] = list(self._period(period))
        glossary = words["glossary"]
        return found | {glossary: [self._link("glossary", self._beside("glossary"), glossary)]}

    def _period(self, period: int) -> Iterator[Resource]:
        words = self.words
        for lesson, beats in PERIODS.get(period, {}).items():
            for beat in beats:
                title, address = self._beat(f"{lesson}/{beat}")
                yield self._link(f"{lesson}-{beat}", address, title)
        if period == 4:
            yield self._link("make", self._beside("make"), PAGE["making.title"])
        if period in PRINTED:
            yield self._sheet(PRINTED[period])
        if period in PERIODS:
            title = fill(words["quiz"], {"number": str(period)})
            quiz = questions.quiz(period, title, words, self.shown())
            yield self.resource(title, "assessment", f"quiz-{period}.xml", quiz)
        if period == 3:
            ask = el("text", f"<p>{escape(words['topic.ask'], quote=False)}</p>", texttype="text/html")
            topic = el("topic", el("title", words["topic"]), ask, xmlns=f"{IMS}/imsdt_v1p1")
            yield Resource(words["topic"], "imsdt_xmlv1p1", {"topic.xml": xml(topic).encode()})

    def resource(self, title: str, kind: str, name: str, text: str) -> Resource:
        """Return questions as a resource; `kind` is assessment or question-bank."""
        return Resource(title, f"imsqti_xmlv1p2/imscc_xmlv1p1/{kind}", {name: text.encode()})

    def shown(self) -> dict[str, str]:
        """Return for every beat that a question is about where to see it, as HTML."""
        found = {}
        for beat in {each.beat for period in questions.PERIODS.values() for each in period}:
            title, address = self._beat(beat)
            link = f'<a href="{escape(self.address + address)}">{escape(title, quote=False)}</a>'
            found[beat] = f"<p>{escape(self.words['show'], quote=False).replace('{beat}', link)}</p>"
        return found

    def _beat(self, name: str) -> tuple[str, str]:
        """Return the title of a beat, such as “1.3 The machine in the fog”, and where on the site it is."""
        spot = place(name)
        home = "" if self.language.first else self.language.page
        return f"{spot.number} {spot.title}", f"{home}{spot.query}"

    def _beside(self, name: str) -> str:
        return self.language.beside(name)

    def _link(self, name: str, address: str, title: str, teachers: bool = False) -> Resource:
        url = el("url", href=self.address + address, target="_blank")
        link = el("webLink", el("title", title), url, xmlns=f"{IMS}/imswl_v1p1")
        return Resource(title, "imswl_xmlv1p1", {f"links/{name}.xml": xml(link).encode()}, teachers)

    def _sheet(self, name: str) -> Resource:
        """Return a sheet of the site without its scripts, its style inside and its pictures beside it."""
        text = (self.site / self._beside(name)).read_text(encoding="utf-8")
        (style,) = self.site.glob("app-*/style.css")
        rules = re.sub(r"@font-face\s*\{[^}]*\}", "", style.read_text(encoding="utf-8"))
        text = re.sub(r"(?s)<script.*?</script>\n?|<link [^>]*>\n?|<nav .*?</nav>\n?", "", text)
        text = text.replace("</head>", f"<style>{inside.style_without(rules)}</style>\n</head>")
        pictures = {}
        for path in re.findall(r'<img src="\./([^"]+)"', text):
            pictures[f"sheets/{Path(path).name}"] = (self.site / path).read_bytes()
            text = text.replace(f'src="./{path}"', f'src="{Path(path).name}"')
        shown = self.address.partition("://")[2]
        text = re.sub(r'(<a data-address href=")\./([^"]*">)', rf"\g<1>{self.address}\2{shown}", text)
        text = text.replace('href="./', f'href="{self.address}')
        return Resource(
            PAGE[f"sheet.{name}"], "webcontent", {f"sheets/{name}.html": text.encode(), **pictures}
        )

    def manifest(self, modules: dict[str, list[Resource]], bank: Resource) -> str:
        """Return the manifest, which lists everything; only what is in a module is shown."""
        shown = [
            el("item", el("title", title), *map(_item, found), identifier=f"M-{number}")
            for number, (title, found) in enumerate(modules.items())
        ]
        root = el("item", *shown, identifier="root")
        whole = el("organization", root, identifier="course", structure="rooted-hierarchy")
        resources = [_resource(each) for found in modules.values() for each in found]
        language = self.language.code
        general = el(
            "lomimscc:general",
            el("lomimscc:title", el("lomimscc:string", PAGE["page.title"], language=language)),
            el("lomimscc:language", language),
            el(
                "lomimscc:description",
                el("lomimscc:string", self.words["cartridge.about"], language=language),
            ),
        )
        about = el(
            "metadata",
            el("schema", "IMS Common Cartridge"),
            el("schemaversion", "1.1.0"),
            el("lomimscc:lom", general),
        )
        names = {
            "xmlns": f"{IMS}/imscp_v1p1",
            "xmlns:lom": f"{LOM}/resource",
            "xmlns:lomimscc": f"{LOM}/manifest",
        }
        listed = el("resources", *resources, _resource(bank))
        identifier = f"{BEGINNING}-course-{language}"
        return xml(el("manifest", about, el("organizations", whole), listed, identifier=identifier, **names))


def _item(resource: Resource) -> Element:
    title = el("title", resource.title)
    return el("item", title, identifier=f"I-{resource.id}", identifierref=resource.id)


def _resource(resource: Resource) -> Element:
    files = [el("file", href=name) for name in resource.files]
    href = {"href": next(iter(resource.files))} if resource.kind == "webcontent" else {}
    role = el("lom:source", "IMSGLC_CC_Rolesv1p1"), el("lom:value", "Instructor")
    hidden = el("lom:lom", el("lom:educational", el("lom:intendedEndUserRole", *role)))
    metadata = [el("metadata", hidden)] if resource.teachers else []
    return el("resource", *metadata, *files, identifier=resource.id, type=resource.kind, **href)
