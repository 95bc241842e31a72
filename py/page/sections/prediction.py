"""What the reader foretells, as a section shows it: the button, what is asked, sliders or cards."""

from page.browser.dom import every, window, words
from page.browser.numbers import short


class Foretold:
    """The `fieldset.prediction` of a section; `element` is None where nothing can be foretold."""

    def __init__(self, section):
        self.section = section
        self.element = section.querySelector("fieldset.prediction")
        self.about, self.open = "", False
        if self.element is None:
            return
        self.about = self.element.dataset.about
        self.button = self.element.querySelector("[data-action=flag]")
        self.body = self.element.querySelector(".guessing")
        self.ranges = every("[data-foretold]", self.element)
        self.cards = every("[data-card]", self.element)
        self.abouts = every("[data-foretells]", self.element)
        self.questions = every("[data-asks]", self.element)
        self.frame = section.querySelector(".picture .frame")

    def show(self, news):
        """Show what is new of a guess, and the ends of the sliders."""
        if self.element is None:
            return
        if "ends" in news:
            for slider in self.ranges:
                self.fit(slider, news["ends"][slider.dataset.foretold])
        if "prediction" in news:
            self.show_guess(news["prediction"])

    def fit(self, slider, ends):
        """Other ends of a slider, as after another choice."""
        slider.min, slider.max, slider.step = (short(ends[end]) for end in ("low", "high", "step"))

    def show_guess(self, guess):
        """The button is pressed while a guess is open; its numbers stand at the sliders, or on a card."""
        self.open = guess["open"]
        self.button.ariaPressed = "true" if self.open else "false"
        self.body.hidden = not self.open
        if self.cards == []:
            self.frame.toggleAttribute("data-foretelling", self.open)
        self.ask(guess["about"])
        for index, slider in enumerate(self.ranges):
            shown = guess["shown"][index] if guess["values"] else words("prediction.none")
            slider.ariaValueText = shown
            slider.nextElementSibling.textContent = shown
            if guess["values"] and window.document.activeElement != slider:
                slider.value = str(guess["values"][index])
        for card in self.cards:
            card.checked = bool(guess["values"]) and int(card.value) == guess["values"][0]

    def ask(self, about):
        """What is foretold: the next step, or the end of the run."""
        self.about = about
        for part in self.abouts:
            part.checked = part.value == about
        for part in self.questions:
            part.hidden = part.dataset.asks != about

    def values(self):
        """The numbers at the sliders, or on the chosen card; none without a card."""
        if self.cards:
            return [float(card.value) for card in self.cards if card.checked]
        return [float(slider.value) for slider in self.ranges]
