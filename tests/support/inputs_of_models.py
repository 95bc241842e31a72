"""About a hundred things that a reader does in a lesson with a model, with the requests that they mean."""

from collections.abc import Iterator
from typing import Any

from downhill.lessons.lesson_60_looking_back.challenges import TRAINED
from downhill.text.format import PAGE, fill
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import trainer_of
from downhill.training.trainer_view import WRITING
from tests.support.inputs import act, click, rate_at, tried, ways
from tests.support.replay import SETTLE, Input

WEIGHT = "input[type=range][name=weight]"
BOX = "input[data-box=weight]"


def inputs(lesson: ModelLesson) -> Iterator[Input]:
    """Everything that its section has."""
    yield Input("open", "details.python", True, [("watch_python", True)])
    yield from [act("step")] * 3
    yield act("reset")
    yield from _steps(lesson)
    yield from _cards(lesson)
    yield from _prompts(lesson)
    yield from _looking() if lesson.telling else _writing(lesson)
    yield from _challenges(lesson)
    yield act("reset")


def _steps(lesson: ModelLesson) -> Iterator[Input]:
    for name in ("small", "big", "good"):
        yield click(f"[data-preset={name}]", ("preset", name))
        yield act("step")
    for place in (-0.5, 0.5):
        yield rate_at(lesson.rates.low, place)
        yield act("step")
    yield from ways()
    yield click("[data-preset=good]", ("preset", "good"))
    yield act("reseed")
    yield act("step")
    yield Input("train", "[data-action=play]", 60, [("train",), SETTLE])
    yield act("step")
    yield act("reset")


def _cards(lesson: ModelLesson) -> Iterator[Input]:
    for card in _card_names(lesson):
        yield Input("click", f"[name=guess20][value='{card}']", None, [("choose_card", card), SETTLE])
    yield Input("train", "[data-action=play]", 30, [("train",), SETTLE])
    yield act("reset")


def _card_names(lesson: ModelLesson) -> list[str]:
    telling: Any = lesson.telling or WRITING
    return [card["id"] for card in telling.cards(trainer_of(lesson))["cards"]]


def _writing(lesson: ModelLesson) -> Iterator[Input]:
    for place in (-3.0, 3.0, 0.5):
        yield Input("slide", WEIGHT, place, [("move", "weight", place), SETTLE])
    title = fill(lesson.words["weight"], {"number": 1, "count": len(trainer_of(lesson).training.weights)})
    told = fill(PAGE["box.nan"], {"text": "none", "name": title, "value": "0.500"})
    yield Input("write", BOX, "none", (), ("weight", told))
    yield Input("write", BOX, "-0,25", [("move", "weight", -0.25), SETTLE], ("weight", ""))
    yield act("step")
    wrong, right = ("I flew the plaen", "I flew the plane")
    yield Input("write", "[data-entry=prompt] input", wrong, [("enter", "prompt", wrong)])
    yield Input("click", "[data-nearest]", None, [("enter", "prompt", right), SETTLE])
    yield Input("slide", WEIGHT, 1.0, [("move", "weight", 1.0), SETTLE])


def _looking() -> Iterator[Input]:
    def slide(name: str, value: float) -> Input:
        return Input("slide", f"input[type=range][name={name}]", value, [("move", name, value), SETTLE])

    def choose(name: str, option: str, where: str = "") -> Input:
        return click(where or f"[data-choice={name}][value='{option}']", ("choose", name, option))

    for eyes in ("window", "hand", "model"):
        yield choose("eyes", eyes)
        yield from (slide(f"score{number}", value) for number, value in ((1, 8.0), (2, 3.5), (3, 0.0)))
    yield slide("sharp", 2.5)
    yield Input("train", "[data-action=play]", 40, [("train",), SETTLE])
    yield from (slide("sharp", value) for value in (0.5, 1.0))
    for place in (0, 1):
        yield Input("slide", "input[name=scrub]", place, [("rewind", place), SETTLE])
    yield act("step")
    yield choose("swap", "1", "[data-look=swap]")
    for batch in ("4", "64", "16"):
        yield choose("batch", batch)
        yield act("step")
    for attention in ("off", "on"):
        yield choose("attention", attention, "[data-choice=attention]")
        yield act("step")
    one = "Mia has a cat. Mia pets her"
    yield Input("write", "[data-entry=prompt] input", one, [("enter", "prompt", one), SETTLE])
    for text in ("Mia = quark", "Mia = Zara, cat = llama"):
        request = ("enter", "own", text)
        yield Input(
            "write", "[data-entry=own] input", text, [request] if "quark" in text else [request, SETTLE]
        )
    yield act("step")
    yield choose("eyes", "cover")


def _prompts(lesson: ModelLesson) -> Iterator[Input]:
    trainer = trainer_of(lesson)
    texts = [told["text"] for told in lesson.telling.more(trainer)["texts"]] if lesson.telling else []
    for text in texts or [lesson.words[f"prompts.{number}"] for number in (1, 2, 3)]:
        yield Input("click", f"[data-prompt='{text}']", None, [("enter", "prompt", text), SETTLE])
        yield act("step")
    wrong, right = f"{trainer.prompt} quark", trainer.prompt
    yield Input("write", "[data-entry=prompt] input", wrong, [("enter", "prompt", wrong)])
    yield Input("write", "[data-entry=prompt] input", right, [("enter", "prompt", right), SETTLE])


def _challenges(lesson: ModelLesson) -> Iterator[Input]:
    for challenge in lesson.challenges:
        if (
            challenge.id in TRAINED
        ):  # three hundred steps come first: what takes them again has a test of its own
            continue
        yield from tried(challenge)
        yield act("step")
        yield click("[data-do=again]", ("challenge", challenge.id))
        yield Input("click", "[data-do=leave]", None, [("leave",)])
