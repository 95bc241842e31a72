"""The way downhill in a section: which one is chosen, its sliders, and what is shown only for it."""

import js as window

from page.browser.dom import document, every


class Way:
    """The choice of a section, with a slider for each share that the chosen way keeps of its memory."""

    def __init__(self, element):
        self.element, self.place = element, element.querySelector(".ways")
        self.choices = every("[data-way]", self.place)
        self.said = self.place.querySelector("p")
        self.dials = {}  # rows by the names of their shares
        self.name, self.added = "plain", None  # what is called with the slider of a new row

    def show(self, way):
        """Put a way in its place. True if it is another one than before.

        Raises `ValueError` for an unknown one, or a share that none has.
        """
        if way["name"] not in WAYS:
            raise ValueError("unknown way")
        for choice in self.choices:
            choice.checked = choice.dataset.way == way["name"]
        self.said.textContent = way["said"]
        for dial in way["dials"]:
            self.show_dial(dial)
        names = [dial["name"] for dial in way["dials"]]
        for name, row in self.dials.items():
            row.hidden = name not in names
        before, self.name = self.name, way["name"]
        return before != self.name

    def show_dial(self, dial):
        """One share, whose slider stands on the logarithmic scale of what is forgotten."""
        name = dial["name"]
        if name not in SHARES:
            raise ValueError("unknown beta")
        if name not in self.dials:
            self.said.insertAdjacentHTML("beforebegin", ROW.replace("$", self.element.id + "-" + name))
            row = self.dials[name] = self.said.previousElementSibling
            slider = row.querySelector("input")
            slider.name, slider.max = name, str(dial["most"])
            self.added(slider)
        row = self.dials[name]
        slider, output = row.querySelector("input"), row.querySelector("output")
        row.querySelector("label").textContent = dial["label"]
        slider.value = str(dial["at"])
        slider.setAttribute("aria-valuetext", dial["spoken"])
        output.textContent = dial["shown"]


WAYS = ("plain", "momentum", "adam")
SHARES = ("beta", "beta1", "beta2")
ROW = (
    '<div class="rate dial"><label for="$"></label><div class="track"><input type="range" id="$" min="0" '
    'step="0.01" autocomplete="off"></div><output aria-live="off" for="$"></output></div>'
)


def picked(slider):
    """The share that a slider stands at: what is forgotten, to three digits, taken from 1."""
    return 1 - float("%.3g" % 10 ** -float(slider.value))


def show_python(section, way):
    """The function of a step that is shown is that of the way; those that no section has wait in the page."""
    panel = section.querySelector("details[data-code]")
    step = panel and panel.querySelector("[data-function=step]")
    if not step:
        return  # where a whole lesson is written, there is no function to show
    if way != "plain" and not panel.querySelector("[data-function=" + way + "]"):
        waiting = document.getElementById("ways-python").content.querySelector("[data-function=" + way + "]")
        step.after(document.importNode(waiting, True))
    for name in ("step", "momentum", "adam"):
        function = panel.querySelector("[data-function=" + name + "]")
        if function:
            function.hidden = name != ("step" if way == "plain" else way)
    panel.dispatchEvent(window.Event.new("toggle"))  # lines are described anew


def show_rule(section, way):
    """The rule in words that the page is built with is that of plain descent."""
    rule = section.querySelector(".maths p.rule")
    if rule:
        rule.hidden = way != "plain"
