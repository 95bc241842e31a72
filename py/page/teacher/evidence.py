"""A class before and after, above the table of results: counts, the coding of open answers, a file.

The worker counts; which words are joined, and the codes of answers, are kept here until the page is closed.
"""

import json

from page.browser.dom import cancel, document, every, listen, made
from page.controls.take import take

AGAIN = 10  # answers that are coded a second time


class Evidence:
    """The part *Before and after*; `codes()` returns the result codes that are there."""

    def __init__(self, element, bridge, codes):
        self.element, self.bridge, self.codes = element, bridge, codes
        self.words = json.loads(element.dataset.words)
        self.joined, self.coded, self.answers = {}, {}, []
        self.queue, self.second = [], None  # answers still to code; the second codes of some, or None
        self.coding = element.querySelector(".coding")
        listen(element, "click", self.clicked)
        listen(self.coding, "keydown", self.pressed)

    async def show(self):
        """Ask what is told of the class, and show it."""
        words = json.dumps(self.words)
        found = await self.bridge.ask(None, "evidence", self.codes(), self.joined, self.coded, words)
        self.element.hidden = found["none"]
        self.element.dataset.pairs, self.element.dataset.gain = str(found["pairs"]), found["gain"]
        self.list(".who", found["who"])
        self.list(".near", [each["said"] for each in found["near"]])
        for item, each in zip(every(".near > li", self.element), found["near"]):
            button = made("button", self.words["told.join"], type="button")
            button.dataset.join, button.dataset.into = each["other"], each["one"]
            item.append(" ", button)
        self.element.querySelector(".found").hidden = "items" not in found
        if "items" in found:
            self.fill(found)

    def fill(self, found):
        """Show what is told from five pairs on."""
        self.element.querySelector(".verdict").textContent = found["verdict"]
        self.list(".said", found["said"])
        for part in ("items", "beliefs", "why"):
            table = self.element.querySelector('[data-rows="' + part + '"]')
            table.hidden = not found[part]
            body = table.querySelector("tbody")
            body.textContent = ""
            for row in found[part]:
                body.append(row_of(row))
        self.answers = found["answers"]
        self.offer()

    def offer(self):
        """Offer to code what has no code yet, and ten again once all have one."""
        left = self.left()
        begin, again = [self.button(name) for name in ("code", "again")]
        begin.textContent = self.words["coding.begin"].replace("{count:0}", str(len(left)))
        begin.hidden = not left or not self.coding.hidden
        again.hidden = bool(left) or not self.answers or not self.coding.hidden

    def left(self):
        """The answers that have no code."""
        return [each for each in self.answers if each["id"] not in self.coded]

    def button(self, name):
        """A button by its name."""
        return self.element.querySelector('[data-evidence-do="' + name + '"]')

    def list(self, place, sentences):
        """Write sentences as the items of a list."""
        part = self.element.querySelector(place)
        part.textContent = ""
        for sentence in sentences:
            part.append(made("li", sentence))

    async def clicked(self, event):
        """A button was pressed, or a link to a part of a lesson, which opens there."""
        link = event.target.closest("a[data-part]")
        if link:
            story = document.querySelector(link.getAttribute("href") + " .beats")
            story.querySelector('[data-beat="' + link.dataset.part + '"] button').click()
        button = event.target.closest("button")
        if not button:
            return
        data = button.dataset
        if button.hasAttribute("data-join"):
            self.joined[data.join] = data.into
            await self.show()
            self.element.querySelector("h3").focus()
        elif button.hasAttribute("data-code-as"):
            await self.code(button.getAttribute("data-code-as"))
        elif button.hasAttribute("data-evidence-do"):
            await getattr(self, "do_" + button.getAttribute("data-evidence-do"))()

    async def pressed(self, event):
        """A key was pressed while answers are coded."""
        if event.key in "12309" and not (event.ctrlKey or event.metaKey or event.altKey):
            cancel(event)
            await self.code(event.key)

    async def do_code(self):
        """Begin to code the answers that have no code."""
        self.begin(self.left())

    async def do_again(self):
        """Code ten again, from all over the answers."""
        self.second = {}
        step = max(1, len(self.answers) // AGAIN)
        self.begin(self.answers[::step][:AGAIN])

    async def do_stop(self):
        """Leave the rest for later."""
        self.queue, self.second = [], None
        await self.ask_next()

    async def do_csv(self):
        """Save the answers."""
        with_words = self.element.querySelector("input").checked
        asked = self.bridge.ask(None, "evidence_file", self.codes(), self.joined, self.coded, with_words)
        await take(self.element, asked)

    def begin(self, answers):
        """Show the first of some answers."""
        self.queue, self.coding.hidden = list(answers), False
        self.element.querySelector(".coded").textContent = ""
        self.offer()
        self.show_next()

    def show_next(self):
        """Show the answer to code."""
        text = self.coding.querySelector("blockquote")
        text.textContent = self.queue[0]["text"]
        left = self.words["coding.left"].replace("{count:0}", str(len(self.queue)))
        self.coding.querySelector(".left").textContent = left
        text.focus()

    async def code(self, code):
        """Give the answer that is shown a code, and show the next one."""
        if self.queue:
            (self.coded if self.second is None else self.second)[self.queue.pop(0)["id"]] = code
            await self.ask_next()

    async def ask_next(self):
        """Show the next answer, or what the codes tell."""
        if self.queue:
            self.show_next()
            return
        told, self.coding.hidden = "", True
        if self.second:
            same = sum([self.coded[id_] == code for id_, code in self.second.items()])
            told = self.words["coding.agreed"].replace("{same:0}", str(same))
            told = told.replace("{all:0}", str(len(self.second)))
        elif not self.left():
            told = self.words["coding.done"]
        self.second = None
        await self.show()
        self.element.querySelector(".coded").textContent = told
        self.button("again" if self.button("code").hidden else "code").focus()

    def forget(self):
        """Forget what was joined and coded."""
        self.joined, self.coded, self.queue, self.second = {}, {}, [], None
        self.coding.hidden = True


def row_of(row):
    """A row of a table: a name, the counts before and after with their bars, and maybe a link."""
    line = made("tr")
    line.append(made("th", row["name"], scope="row"))
    for text, share in zip(row["texts"], row["shares"]):
        cell = made("td", text)
        cell.style.setProperty("--share", str(share))
        line.append(cell)
    if "beat" in row:
        beat, cell = row["beat"], made("td")
        link = made("a", beat["said"])
        link.href, link.dataset.part = "#" + beat["lesson"], beat["part"]
        cell.append(link)
        line.append(cell)
    return line
