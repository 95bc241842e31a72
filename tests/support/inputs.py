"""About a hundred things that a reader does in a lesson with sliders, with the requests that they mean."""

from collections.abc import Iterator
from math import comb
from typing import Any

from downhill.lesson import Lesson
from downhill.lesson.challenge import Challenge
from downhill.play.lesson_state import LessonState
from downhill.text.format import PAGE, fill, number
from tests.support.replay import SETTLE, Input
from tests.support.shown import HINTS, power


def click(where: str, *requests: tuple[Any, ...], warned: tuple[str, str] | None = None) -> Input:
    """Press something, and let it settle."""
    return Input("click", where, None, (*requests, SETTLE), warned)


def act(action: str, *request: Any) -> Input:
    """Press a button of the machine."""
    return click(f"[data-action={action}]", request or (action,))


def snapped(low: float, step: float, value: float) -> float:
    """Where a slider stands that is put at a value, when all its places begin at its lower end."""
    return round(low + round((value - low) / step) * step, 10)


def rate_at(low: float, place: float) -> Input:
    """Put the slider of the learning rate, whose lowest rate is `low`, somewhere on its scale."""
    rate = 10 ** snapped(power(low), 0.01, place)
    return Input("slide", "input[name=rate]", place, (("set_rate", float(f"{rate:.3g}")), SETTLE))


def share_at(name: str, place: float) -> Input:
    """Put the slider of a share that a way keeps somewhere on its scale."""
    share = 1 - float(f"{10**-place:.3g}")
    return Input("slide", f".ways input[name={name}]", place, (("set_beta", name, share), SETTLE))


def ways() -> Iterator[Input]:
    """Every way downhill, with a step on it, and the sliders of what it keeps."""
    for way, shares in (("momentum", ["beta"]), ("adam", ["beta1", "beta2"]), ("plain", [])):
        yield click(f"[data-way={way}]", ("set_way", way))
        yield act("step")
        for share in shares:
            yield share_at(share, 0.7)
            yield act("step")


def inputs(lesson: Lesson) -> Iterator[Input]:
    """Everything that its section has."""
    low = LessonState(lesson).rates.low
    yield from _sliders(lesson)
    yield Input("open", "details.maths", True, [("watch", True)])
    yield Input("open", "details.python", True, [("watch_python", True)])
    yield from _machine()
    yield rate_at(low, -0.8)
    yield act("step")
    yield rate_at(low, 0.35)
    yield from ways()
    yield from (Input("click", "input[data-log]", None, [("set_log", log)]) for log in (True, False))
    yield act("reset")
    yield from _choices(lesson)
    yield from _to_the_end("good")
    yield from _deeds(lesson)
    yield from _challenges(lesson)
    yield act("reset")


def _sliders(lesson: Lesson) -> Iterator[Input]:
    for slider in lesson.sliders:
        where, box = f"input[type=range][name={slider.name}]", f"input[data-box={slider.name}]"

        def at(share: float, slider: Any = slider) -> float:
            return snapped(slider.low, slider.step, slider.low + share * slider.span)

        for share in (0, 1, 0.3):
            yield Input("slide", where, at(share), (("move", slider.name, at(share)), SETTLE))
        name = lesson.words.get(f"film.slider.{slider.name}", lesson.words[f"slider.{slider.name}"])
        ends = [number(each, slider.decimals) for each in (slider.low, slider.high)]
        now, most = number(at(0.3), slider.decimals), ends[1]
        told = fill(PAGE["box.nan"], {"text": "none", "name": name, "value": now})
        yield Input("write", box, "none", (), (slider.name, told))
        told = fill(
            PAGE["box.beyond"],
            dict(zip(("low", "high"), ends, strict=True)) | {"text": "1e6", "name": name, "value": most},
        )
        yield Input("write", box, "1e6", (("move", slider.name, slider.high), SETTLE), (slider.name, told))
        yield Input("write", box, str(at(0.45)), (("move", slider.name, at(0.45)), SETTLE), (slider.name, ""))
    first, *others = lesson.sliders
    names = [f"input[type=range][name={each.name}]" for each in (first, *others[:1])]
    places = [[name, each.high] for name, each in zip(names, lesson.sliders, strict=False)]
    places.append([names[0], first.low])
    requests = [("move", first.name, first.high), *(("move", each.name, each.high) for each in others[:1])]
    yield Input("burst", names[0], places, (*requests, ("move", first.name, first.low), SETTLE))


def _machine() -> Iterator[Input]:
    yield from [act("step")] * 3
    yield act("step10", "step", 10)
    for place in (4, 1):
        yield Input("slide", "input[name=scrub]", place, (("rewind", place), SETTLE))
    yield act("step")
    yield act("back")
    for name in ("small", "big", "good"):
        yield click(f"[data-preset={name}]", ("preset", name))
        yield act("step10", "step", 10)
        yield act("keep")
        yield act("again")
    yield click("[data-drop='2']", ("forget_run", 2))
    yield act("from_start")


def _choices(lesson: Lesson) -> Iterator[Input]:
    for choice in lesson.choices:
        for option in (*choice.options[1:], choice.options[0]):
            chosen = (("choose", choice.name, option), SETTLE)
            part = f"[data-choice={choice.name}]"
            if choice.shown == "menu":
                yield Input("write", part, option, chosen)
            else:
                yield Input(
                    "click", part if choice.shown == "switch" else f"{part}[value={option}]", None, chosen
                )
            yield act("step")
            if choice.shown == "radios":
                yield from _to_the_end("big")
            yield from (
                each for entry in lesson.entries if entry.only == option for each in _written(lesson, entry)
            )


def _to_the_end(rate: str) -> Iterator[Input]:
    yield click(f"[data-preset={rate}]", ("preset", rate))
    yield act("play")
    yield act("reset")


def _written(lesson: Lesson, entry: Any) -> Iterator[Input]:
    where, first = f"[data-entry={entry.name}] input", lesson.sliders[0]
    low = Input(
        "slide", f"input[type=range][name={first.name}]", first.low, (("move", first.name, first.low), SETTLE)
    )
    for text in ("x +* 2", "ln(x)", "x^2/8 + x"):  # wrong, not defined on the left, and well
        request = ("enter", entry.name, text)
        yield Input("write", where, text, (request,) if "+*" in text else (request, SETTLE))
        yield from (low, act("step"))


def _deeds(lesson: Lesson) -> Iterator[Input]:
    for name in lesson.actions:
        yield click(f"[data-act={name}]", ("act", name))
    names = [slider.name for slider in lesson.sliders]
    for picture, axes in LessonState(lesson).aims.items():
        if comb(len(names), len(axes)) == 1:
            continue
        other = names[-len(axes) :]
        yield Input(
            "write", f"select[data-aim={picture}]", " ".join(other), (("aim", picture, other), SETTLE)
        )
    yield Input("click", "[data-do=race]", None, [("race",)])
    yield Input(
        "slide",
        f"input[type=range][name={names[0]}]",
        lesson.sliders[0].low,
        (("move", names[0], lesson.sliders[0].low), SETTLE),
    )
    yield Input("click", "[data-do=race]", None, [("race",)])


def _challenges(lesson: Lesson) -> Iterator[Input]:
    for challenge in lesson.challenges:
        yield from tried(challenge)
        yield act("step")
        yield click("[data-do=again]", ("challenge", challenge.id))
    yield Input("click", "[data-do=leave]", None, [("leave",)])


def tried(challenge: Challenge) -> Iterator[Input]:
    """Begin a challenge, ask for all that helps, and guess where a guess is asked for: a word, wrong, and right."""
    yield click(f"[data-begin={challenge.id}]", ("challenge", challenge.id))
    yield from [Input("click", "[data-do=hint]")] * len(HINTS)
    guesses = [value for verb, *values in challenge.solution for value in values if verb == "guess"]
    box = ".challenge .guess input"
    for guess in guesses:
        yield Input("write", box, "nine")
        told = PAGE["challenge.nan"].replace("{text}", "nine")
        yield Input("click", "[data-do=guess]", None, (), ("guess", told))
        for value in (guess + 3, guess):
            yield Input("write", box, str(value))
            warned = ("guess", "") if value != guess else None
            yield Input("click", "[data-do=guess]", None, [("guess", value)], warned)
