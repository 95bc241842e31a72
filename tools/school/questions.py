"""The eighteen questions of the cartridge, six for each of three periods, in QTI 1.2.1.

None of them is in the questionnaire before and after the course.
Source: the schema `ccv1p1_qtiasiv1p2p1_v1p0.xsd` and the rules in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple
from xml.etree.ElementTree import Element, indent, tostring

CHOICE, TRUTH, ESSAY = "multiple_choice", "true_false", "essay"  # kinds, as in the names of QTI profiles
WRONG = ("wrong.1", "wrong.2", "wrong.3")
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"


class Question(NamedTuple):
    """A question: where its texts are among the words, its kind, and the beat that answers it.

    `right` is the right answer: its key among `options`, or '' for an essay.
    """

    id: str
    kind: str
    beat: str
    right: str = "right"

    def options(self, number: int) -> dict[str, str]:
        """Return the answers in order, as names with keys; `number` moves the right one."""
        if self.kind == ESSAY:
            return {}
        if self.kind == TRUTH:
            return {"true": "true", "false": "false"}
        place = number % (len(WRONG) + 1)
        return dict(zip("abcd", [*WRONG[:place], self.right, *WRONG[place:]], strict=True))


PERIODS = {
    1: (
        Question("level", TRUTH, "valley/name", "true"),
        Question("next", CHOICE, "valley/challenge"),
        Question("slow", CHOICE, "valley/what-if"),
        Question("bars", CHOICE, "line/name"),
        Question("outlier", CHOICE, "line/what-if"),
        Question("stuck", ESSAY, "valley/machine", ""),
    ),
    2: (
        Question("answers", CHOICE, "ten-thousand/name"),
        Question("held", CHOICE, "ten-thousand/what-if"),
        Question("shared", TRUTH, "next-word/name", "false"),
        Question("first", CHOICE, "ten-thousand/machine"),
        Question("all", CHOICE, "next-word/machine"),
        Question("friend", ESSAY, "ten-thousand/machine", ""),
    ),
    3: (
        Question("cold", CHOICE, "choose-word/machine"),
        Question("tenth", TRUTH, "choose-word/name", "false"),
        Question("shares", CHOICE, "attention/name"),
        Question("three", CHOICE, "attention/try"),
        Question("doctors", CHOICE, "ten-thousand/what-if"),
        Question("check", ESSAY, "attention/what-if", ""),
    ),
}


def el(tag: str, *inside: Element | str, **attributes: str) -> Element:
    """Return an element with a text or with other elements in it."""
    made = Element(tag, attributes)
    for each in inside:
        if isinstance(each, str):
            made.text = each
        else:
            made.append(each)
    return made


def xml(root: Element) -> str:
    """Return an XML file with that root."""
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def quiz(period: int, title: str, words: Mapping[str, str], shown: Mapping[str, str]) -> str:
    """Return the quiz of a period; `shown` says for every beat where it is on the page, as HTML."""
    told = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "cc_maxattempts": "unlimited",
    }
    section = el("section", *_items(period, words, shown), ident=f"section-{period}")
    return xml(
        el(
            "questestinterop",
            el("assessment", _metadata(told), section, ident=f"quiz-{period}", title=title),
            xmlns=QTI,
        )
    )


def bank(words: Mapping[str, str], shown: Mapping[str, str]) -> str:
    """Return all questions as a bank."""
    items = [item for period in PERIODS for item in _items(period, words, shown)]
    return xml(el("questestinterop", el("objectbank", *items, ident="bank"), xmlns=QTI))


def _items(period: int, words: Mapping[str, str], shown: Mapping[str, str]) -> Iterator[Element]:
    for number, question in enumerate(PERIODS[period], 1):
        yield _item(question, period, number, words, shown[question.beat])


def _item(question: Question, period: int, number: int, words: Mapping[str, str], shown: str) -> Element:
    """Return one question; whatever is answered, the reason is shown, and where to see it."""
    options = question.options(period + number)
    metadata = {"cc_profile": f"cc.{question.kind}.v0p1"}
    if question.kind == ESSAY:
        answer = el("response_str", el("render_fib", rows="5"), ident="answer", rcardinality="Single")
        metadata["qmd_computerscored"] = "No"
    else:
        labels = [
            el("response_label", _text(words[_key(question, key)]), ident=ident)
            for ident, key in options.items()
        ]
        answer = el("response_lid", el("render_choice", *labels), ident="answer", rcardinality="Single")
    always = el("displayfeedback", feedbacktype="Response", linkrefid="why")
    process = el(
        "resprocessing",
        el("outcomes", el("decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")),
        el("respcondition", el("conditionvar", el("other")), always, **{"continue": "Yes"}),
    )
    if question.right:
        (right,) = (ident for ident, key in options.items() if key == question.right)
        equal = el("varequal", right, respident="answer")
        score = el("setvar", "100", varname="SCORE", action="Set")
        process.append(el("respcondition", el("conditionvar", equal), score, **{"continue": "No"}))
    why = f"<p>{escape(words[f'{question.id}.why'], quote=False)}</p>{shown}"
    return el(
        "item",
        el("itemmetadata", _metadata(metadata)),
        el("presentation", _text(words[f"{question.id}.ask"]), answer),
        process,
        el("itemfeedback", el("flow_mat", _html(why)), ident="why"),
        ident=question.id,
        title=f"{period}.{number}",
    )


def _key(question: Question, option: str) -> str:
    return option if question.kind == TRUTH else f"{question.id}.{option}"


def _text(text: str) -> Element:
    return _html(escape(text, quote=False))


def _html(html: str) -> Element:
    return el("material", el("mattext", html, texttype="text/html"))


def _metadata(told: Mapping[str, str]) -> Element:
    fields = (
        el("qtimetadatafield", el("fieldlabel", label), el("fieldentry", entry))
        for label, entry in told.items()
    )
    return el("qtimetadata", *fields)
