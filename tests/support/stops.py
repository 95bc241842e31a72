"""The stops of the film, and the robot that goes from one to the next: it presses the filled button alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from tests.support.essay import PATIENCE

LOOK = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").rstrip(";\n")
END = """async button => {
    await new Promise(resolve => setTimeout(resolve, 50));
    if (document.body.dataset.busy) button.click();
}"""
MOST_PRESSES, MOST_WORDS, MOST_CONTROLS, LEAST_LETTERS = 85, 75, 7, 14
CARD_WORDS = 110
"""On the card, which tells of all lessons."""
WIDE_HERO, HERO = 44, 34
"""CSS pixels: the least size of a sentence that a model writes, on a wide stage and on a narrow one."""


class Stop(NamedTuple):
    """What is to be seen where nothing moves.

    `words` are counted below the top bar, without sentences that a model wrote before; `controls` without the dashes of
    the beats. `out` are words that are cut, or reach out of the stage or the window, `over` pairs of words of which one lies
    over the other, `covered` what can't be pressed as something lies over it. It `fits` where story, stage and button are in
    the window, beside or below one another, and nothing scrolls sideways.
    """

    lesson: str
    label: str
    goes_on: bool
    box: list[float]
    words: int
    controls: int
    smallest: float
    hero: float
    out: list[str]
    over: list[list[str]]
    covered: list[str]
    fits: bool
    seen: list[str]
    payoff: str
    experiment: str | None

    @property
    def is_card(self) -> bool:
        """Whether the film is over."""
        return "card" in self.seen

    def faults(self, width: int) -> list[str]:
        """What must not be, in a window of this width."""
        kept = {
            "it does not fit": self.fits,
            f"cut: {self.out}": not self.out,
            f"on each other: {self.over}": not self.over,
            f"covered: {self.covered}": not self.covered,
            f"{self.words} words": self.words <= (CARD_WORDS if self.is_card else MOST_WORDS),
            f"{self.controls} things to press": self.controls <= MOST_CONTROLS,
            f"letters of {self.smallest} px": self.smallest >= LEAST_LETTERS,
            f"a sentence of {self.hero} px": self.hero >= (WIDE_HERO if width >= 1000 else HERO),
        }
        return [f"{self.lesson}, {self.label}: {fault}" for fault, holds in kept.items() if not holds]


def at_rest(page: Page) -> Stop:
    """What is to be seen once nothing moves."""
    return Stop(**page.evaluate(LOOK, 4 * PATIENCE))


def press(page: Page, hurries: bool = True) -> Stop:
    """Press the filled button, and, where one `hurries`, once more, which ends what moves; what is to be seen then."""
    button = page.locator("[data-primary]:visible").and_(
        page.locator(f"#{at_rest(page).lesson} [data-primary]")
    )
    button.click()
    if hurries:
        button.evaluate(END)
    return at_rest(page)


def pressed_through(page: Page, lessons: tuple[str, ...] = (), hurries: bool = True) -> Iterator[Stop]:
    """Every stop of the way through these lessons, or to the card."""
    stop = at_rest(page)
    for _ in range(MOST_PRESSES):
        if lessons and stop.lesson not in lessons:
            return
        yield stop
        if stop.is_card:
            return
        stop = press(page, hurries)
