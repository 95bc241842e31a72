"""Kept runs and chosen views: the list of runs, their buttons, and which sliders a view has as axes."""

from page.browser.dom import every, listen


class Compare:
    """Listens to the buttons that remove kept runs, and to the menus of the views."""

    def __init__(self, sections, bridge):
        self.bridge = bridge
        for section in sections.values():
            for button in every("button[data-drop]", section.element):
                listen(button, "click", self.dropped)
            for menu in every("select[data-aim]", section.element):
                listen(menu, "change", self.aimed)

    def dropped(self, event):
        """Remove a run; its button goes with it, so the focus moves on."""
        button = event.target
        section = button.closest("section.lesson")
        section.querySelector("[data-action=keep]").focus()
        self.bridge.tell(section.id, "forget_run", int(button.dataset.drop))
        self.bridge.tell(section.id, "settle")

    def aimed(self, event):
        """Change which sliders are a view's axes."""
        menu = event.target
        lesson = menu.closest("section.lesson").id
        self.bridge.tell(lesson, "aim", menu.dataset.aim, menu.value.split())
        self.bridge.tell(lesson, "settle")


class Runs:
    """The places of a section where kept runs are listed, and the picture of an overshoot."""

    def __init__(self, element):
        self.element = element

    def show(self, news):
        """Put what is new in its place."""
        if "kept" in news:
            self.show_kept({number: texts for number, *texts in news["kept"]})
        if "log" in news:
            for box in every("input[data-log]", self.element):
                box.checked = news["log"]
        if "aims" in news:
            for menu in every("select[data-aim]", self.element):
                menu.value = news["aims"][menu.dataset.aim]
        if "overshoot" in news:
            self.element.querySelector("figure.overshoot").hidden = not news["overshoot"]
        if "can_return" in news:
            button = self.element.querySelector("[data-action=from_start]")
            button.ariaDisabled = "false" if news["can_return"] else "true"
        if "has_run" in news:
            for button in every("[data-action=keep], [data-action=again]", self.element):
                button.ariaDisabled = "false" if news["has_run"] else "true"

    def show_kept(self, kept):
        """The list of kept runs; those that aren't there are hidden."""
        self.element.querySelector("ul.kept").hidden = not kept
        for item in every("li[data-kept]", self.element):
            texts = kept.get(item.dataset.kept)
            item.hidden = not texts
            if texts:
                item.querySelector("b").textContent = texts[0]
                item.querySelector("p span").textContent = texts[1]
