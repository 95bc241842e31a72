"""Lessons as a reader may write them on the page, and a studio in which they are played."""

from typing import Any

from downhill.lessons import all_lessons
from downhill.session.session import Session
from downhill.studio.studio import Studio
from downhill.verbs import Dispatcher, known
from tools.new_lesson import written

FIRST = written("meeting")  # what the page begins with
TWO = (
    FIRST.replace("measure(x: float)", "measure(x: float, y: float)")
    .replace(
        "Meeting(x, float(((HOMES - x) ** 2).sum()))",
        "Meeting(x, y, float(((HOMES - x) ** 2).sum() + 9 * y**2))",
    )
    .replace("    x: float\n", "    x: float\n    y: float\n")
    .replace("scene.now.x, 0)", "scene.now.x, scene.now.y)")
    .replace("scene.ahead.x, 0)", "scene.ahead.x, scene.ahead.y)")
    .replace('"title":', '"axis.x": "along (km)",\n    "axis.y": "across (km)",\n    "title":')
    .replace(
        'label="meeting place (km)"),',
        'label="along (km)"),\n        '
        'Slider("y", low=-1.0, high=1.0, start=0.5, step=0.1, label="across", unit="km"),',
    )
    .replace('id="meeting"', 'id="meeting-in-town"')
)


class Making:
    """The page on which lessons are made, without a page."""

    def __init__(self) -> None:
        self.session = Session(lesson for lesson in all_lessons() if lesson.id == "line")
        self.studio = Studio(self.session)
        self.dispatcher = Dispatcher(self.session, self.studio)
        self.dispatcher.answer(None, known("begin_making"), FIRST)

    def do(self, verb: str, *arguments: Any) -> Any:
        """Ask for something of the lesson; returns its view."""
        self.dispatcher.change("made", known(verb), *arguments)
        return self.session.view("made")

    def run(self, text: str) -> dict[str, Any]:
        """Run a text; returns what the page is told of it."""
        code: dict[str, Any] = self.do("run_code", text, FIRST).code
        return code

    def paint(self) -> Any:
        """Draw the lesson's own picture; returns its pixels."""
        return self.studio.easels["made", "picture"].paint(self.session.state("made").scene())
