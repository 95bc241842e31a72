"""The film of a lesson: what its filled button does in each beat, step by step, and what it then says.

A lesson names its `Film`. A beat with shots is on the filled button's path; a beat without is reached only by
its own button or address. The words of a shot are `beat.<beat>` and `beat.<beat>.go` for the first one,
`beat.<beat>.2` and `beat.<beat>.go.2` for the second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Step = tuple[Any, ...]  # what the page does, and with what (`STEPS` in web/boot/page/film-steps.js)


class Shot(NamedTuple):
    """One press of the filled button.

    - `deed`: what the press does, in order.
    - `enter`: what happens by itself when the shot's sentence appears: set the scene, or play a verdict.
    - `until`: a rule of the film. The shot is over once it holds, after a deed or when the reader's hand lets
      go; until then the button repeats its deed.
    - `shows`: parts of the stage that the shot introduces, visible from then on (`data-shown` of the
      section).
    - `hides`: parts that this shot hides again.
    - `cards`: what a reader can guess before the deed, as words `beat.<beat>.card.<card>`.
    """

    deed: Sequence[Step] = ()
    enter: Sequence[Step] = ()
    until: str = ""
    shows: Sequence[str] = ()
    hides: Sequence[str] = ()
    cards: Sequence[str] = ()


class Said(NamedTuple):
    """Words in the picture: the key of a word, its numbers, and where they go.

    `at` is a place on the picture's axes, (x, y), or the name of a place on the stage: `top` (left), `center`
    (at the top), `middle`, `foot`. `kind` is `verdict` (the largest), `note`, or `number`; `tone` says
    whose words they are: `hand`, `machine`, `error`, `light` on a dark ground, or nobody's.

    Two kinds stay until other words of their kind appear: a `hero` is the sentence that a model writes: its
    beginning, the words that it has added, and dots if more will come, a line each; new words fly in from
    `at`. A `heap` is what was written before, a line for each: its beginning, a tab, and what was added.
    """

    key: str
    numbers: Mapping[str, float | str] = {}
    at: tuple[float, float] | str = "top"
    kind: str = "verdict"
    tone: str = ""


class Payoff(NamedTuple):
    """The outcome of a deed: words in the picture, and the card that came true, if there were any."""

    said: tuple[Said, ...]
    right: str = ""


@dataclass(frozen=True)
class Film:
    """A lesson's film: shots by beat, and the functions that they use.

    Each function takes the scene: `payoffs` choose words by its numbers, `places` return the values that a
    deed moves a slider, or all of them, to, one after the other, `rules` are conditions.
    """

    shots: Mapping[str, Sequence[Shot]]
    payoffs: Mapping[str, Callable[[Any], Payoff]] = field(default_factory=dict)
    places: Mapping[str, Callable[[Any], Sequence[Any]]] = field(default_factory=dict)
    rules: Mapping[str, Callable[[Any], bool]] = field(default_factory=dict)


def slide(slider: str, to: float | str, seconds: float) -> Step:
    """The hand moves a slider, in orange: to a value, or through the film's `places` with that name."""
    return "slide", slider, to, 1000 * seconds


def lay(to: Sequence[float] | str, seconds: float) -> Step:
    """The hand moves all sliders at once: to values, or through the film's `places` with that name."""
    return "lay", to, 1000 * seconds


def walk(steps: int, slow: float, fast: float = 0.0) -> Step:
    """The machine takes at most `steps` steps, until it rests: the first five glide for `slow` seconds each.

    Later ones take `fast` seconds each; 0 means `slow`.
    """
    return "walk", steps, 1000 * slow, 1000 * (fast or slow)


def reel(name: str, seconds: float, first: float = 0.0, last: float = 1.0, counts: str = "") -> Step:
    """The lesson's picture plays a reel, `scene.reel`, from one share of it to another, and stays there.

    The words of the payoff `counts` are updated with every picture: numbers that count up or down.
    """
    return "reel", name, 1000 * seconds, first, last, counts


def choose(choice: str, option: str) -> Step:
    """Switch a choice."""
    return "ask", "choose", choice, option


def ask(verb: str, *what: Any) -> Step:
    """Ask the worker for a verb (`downhill.verbs`)."""
    return "ask", verb, *what


def learn(steps: int, seconds: float, until: str = "") -> Step:
    """A model trains until it has taken `steps` steps in all, or reaches that landmark.

    A picture is shown every `seconds` seconds; with 0 it trains all at once.
    """
    return "learn", steps, 1000 * seconds, until


def begin_at(*values: float) -> Step:
    """Put the sliders somewhere, and begin a new trail there."""
    return "ask", "begin_at", values


def note(name: str) -> Step:
    """Remember the trail as it is now for later pictures, as `scene.noted[name]`."""
    return "ask", "note", name


def press(selector: str) -> Step:
    """Press a button of the lesson's section, and wait until the lesson rests."""
    return "press", selector


def wait(seconds: float) -> Step:
    """Pause, so that the reader can take in what was shown."""
    return "wait", 1000 * seconds


def say(payoff: str) -> Step:
    """Put the words of a payoff in the picture, replacing those before."""
    return "say", payoff


def hush() -> Step:
    """Remove the words from the picture."""
    return ("hush",)


def earn(*names: str) -> Step:
    """Record that the reader has seen these: `data-seen` of the page's body."""
    return "earn", *names


def unfold(*parts: str) -> Step:
    """Show these parts of the stage from now on (`data-unfolds`, `Scene.shows`)."""
    return "unfold", *parts


def fold(*parts: str) -> Step:
    """Hide these parts of the stage from now on."""
    return "fold", *parts


def go_on() -> Step:
    """Open the next beat without a press of the button."""
    return ("go_on",)


def on_a_copy(trial: str = "") -> Step:
    """Continue on a copy of the lesson, for a trial with that name; the reader's own is put aside
    (`data-experiment`).
    """
    return "copy", trial


def bring_back() -> Step:
    """Bring back the reader's own state, exactly as it was."""
    return ("bring_back",)


def fact(name: str) -> Step:
    """Compute a fact that the story tells about a model, and show it on its part of the stage."""
    return "fact", name


def train(
    to: int, ends: Sequence[str] = (), seconds: float = 0.13, growth: float = 0.08, told: str = ""
) -> Step:
    """A model trains until it has taken `to` steps in all, or pauses at one of the landmarks `ends`.

    A picture is shown every `seconds` seconds; the steps between two of them grow by the share `growth` of
    all. The fact `told` is updated with each picture.
    """
    return "train", to, [*ends], 1000 * seconds, growth, told


def hero(how: str) -> Step:
    """Show what a model writes, in large type: `blank` after the beginning, in `words`, or as it is `now`."""
    return "hero", how


NEXT: Step = ("next",)
"""The next lesson, or the end."""

PLAIN = Film(
    {
        "try": (Shot((go_on(),), shows=("all",)),),
        "name": (Shot((go_on(),)),),
        "machine": (Shot((walk(60, 0.5, 0.1),)),),
        "what-if": (Shot((ask("preset", "big"), walk(20, 0.5, 0.1))),),
        "take-away": (Shot((NEXT,)),),
    }
)
"""The film of a lesson without one of its own: the hand, then the machine, and all of the stage."""
