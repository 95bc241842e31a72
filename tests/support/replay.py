"""A lesson played on the live page by the page's own elements, and natively by the requests that these mean.

After each input all that the page shows of the lesson is compared with what the native view says should stand there.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from downhill.lessons import all_lessons, all_models, every_lesson
from tests.support import shown_of_models, shown_of_sliders
from tests.support.essay import Essay, until
from tests.support.player import Player
from tests.support.shown import ANY, Near, Part

SCRIPT = Path(__file__).with_name("replay.js")
SETTLE = ("settle",)
MANY = 20  # differences, after which nothing new is learned
EVERY = 4  # inputs: so often the address is looked at, which is written some time after the lesson has come to rest


class Input(NamedTuple):
    """Something that a reader does, at the first element that `where` finds, and the requests that it means.

    `warned` is what the page then says, by itself, about a box: its slider's name ('guess' for that of a challenge), and a text.
    """

    what: str
    where: str
    value: Any = None
    requests: Sequence[tuple[Any, ...]] = ()
    warned: tuple[str, str] | None = None


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


class Replay:
    """A lesson of the page beside its native twin. `found` are the differences, each with its input before it."""

    def __init__(self, essay: Essay, name: str) -> None:
        self.essay, self.name = essay, name
        self.lesson = next(lesson for lesson in every_lesson() if lesson.id == name)
        self.native = Player(all_lessons(), all_models())
        self.told = shown_of_models if name in self.native.trainers else shown_of_sliders
        self.warned: dict[str, str] = {}
        self.trying: list[str] = []  # the id of the challenge that is on
        self.hints: list[str] = []
        self.race: Mapping[str, Any] = {}
        self.mistake: Mapping[str, Any] = {}  # what is told of the text that was entered last
        self.written: Mapping[str, str] = {}  # that text, by the name of its entry
        self.found: list[str] = []
        self.inputs, self.lost = 0, False  # whether the address was wrong: it is waited for in vain only once
        essay.page.evaluate(f"() => {{ {_script()} }}")
        self.done: set[str] = {*self._on_the_page(Input("nothing", ""))["done"]}

    def play(self, inputs: Sequence[Input]) -> list[str]:
        """Play them one after the other, until too much differs; returns all differences."""
        for each in inputs:
            self.do(each)
            if len(self.found) > MANY:
                break
        return self.found

    def do(self, given: Input) -> None:
        """Do one thing on both sides, and compare."""
        page = self._on_the_page(given)
        view = self._natively(given, page)
        wanted = self.told.wanted(view, self)
        if given.requests and given.requests[-1] == SETTLE:
            wanted["voice"] = self.told.voice(view)
        wrong = differences(wanted, page)
        self.inputs += 1
        if wanted["voice"] is not ANY and self.inputs % EVERY == 0 and not (wrong or self.lost):
            wrong = self._of_address()
        self.found += [f"{self.inputs}. {given.what} {given.where} {given.value}: {each}" for each in wrong]

    def _on_the_page(self, given: Input) -> dict[str, Any]:
        found: dict[str, Any] = self.essay.page.evaluate(
            "given => replay(...given)", [self.name, given.what, given.where or None, given.value]
        )
        return found

    def _natively(self, given: Input, page: Mapping[str, Any]) -> Any:
        for verb, *arguments in given.requests:
            self._ask(verb, arguments, page)
        if "[data-do=hint]" in given.where:
            told = self.native.view(self.name).challenge
            self.hints = told["hints"][: len(self.hints) + 1]
        if given.warned:
            self.warned[given.warned[0]] = given.warned[1]
        view = self.native.view(self.name)
        if view.challenge and view.challenge["state"] == "done":
            self.done.add(view.challenge["id"])
        return view

    def _ask(self, verb: str, arguments: list[Any], page: Mapping[str, Any]) -> None:
        """Hand the twin what the page was asked for; how far a training came, only the page can say."""
        if verb == "play":
            while not self.native.step(self.name).finished:
                pass
        elif verb == "train":
            self.native.step(self.name, self._trained(page))
        elif verb == "race":
            self.race = self.native.race(self.name)
        elif verb == "enter":
            view = self.native.enter(self.name, *arguments)
            self.mistake, self.written = view.mistake, {arguments[0]: arguments[1]}
        else:
            self.native.ask(verb, self.name, *arguments)
        if verb == "leave" or (verb == "challenge" and arguments != self.trying):
            self.trying, self.hints = arguments, []

    def _trained(self, page: Mapping[str, Any]) -> int:
        more = int(page["steps"]) - self.native.trainers[self.name].steps
        assert more > 0, "the model does not train"
        return more

    def _of_address(self) -> list[str]:
        wanted = "#" + self.native.fragment(self.name)
        try:
            until(self.essay.page, lambda: alike(wanted, self._address()), "the address is written")
        except AssertionError:
            self.lost = True
            return [f"the address should be {wanted} and is {self._address()}"]
        return []

    def _address(self) -> str:
        return str(self.essay.page.evaluate("location.hash"))


def differences(wanted: Any, found: Any, at: str = "") -> list[str]:
    """In which places of what was found there is something else than what was wanted, or anything else at all."""
    if wanted is ANY:
        return []
    if isinstance(wanted, dict) and isinstance(found, dict):
        names = wanted.keys() if isinstance(wanted, Part) else {**wanted, **found}
        none = "nothing"
        return [
            line
            for name in names
            for line in differences(wanted.get(name, none), found.get(name, none), f"{at}.{name}")
        ]
    if isinstance(wanted, (list, tuple)) and isinstance(found, list) and len(wanted) == len(found):
        return [
            line
            for i, pair in enumerate(zip(wanted, found, strict=True))
            for line in differences(*pair, f"{at}[{i}]")
        ]
    same = _near(wanted, found) if isinstance(found, (int, float)) else wanted == found
    return [] if same else [f"{at[1:]} should be {wanted!r} and is {found!r}"]


def _near(wanted: Any, found: float) -> bool:
    """Whether a number is the wanted one: two numpys may differ in the last digits, and a slider snaps to its step."""
    if isinstance(wanted, Near):
        return abs(wanted.value - found) <= wanted.step / 2 + 1e-9
    if not isinstance(wanted, (int, float)) or isinstance(wanted, bool) or isinstance(found, bool):
        return bool(wanted == found and type(wanted) is type(found))
    return math.isclose(wanted, found, rel_tol=1e-9, abs_tol=1e-12) or (wanted != wanted and found != found)


NUMBER = re.compile(r"(?<==)(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?=&|$)")


def alike(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but the last digits of numbers."""
    some, others = NUMBER.split(one), NUMBER.split(other)
    return len(some) == len(others) and all(
        a == b or (i % 2 == 1 and math.isclose(float(a), float(b), rel_tol=1e-6, abs_tol=1e-9))
        for i, (a, b) in enumerate(zip(some, others, strict=True))
    )
