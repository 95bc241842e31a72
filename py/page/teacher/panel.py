"""The teacher's panel: makes links and frames from its fields."""

from page.browser.dom import document, every, guarded, listen, window, words
from page.browser.home import home
from page.controls.code import show_code
from page.controls.limits import places_of
from page.controls.share import LONG, copied
from page.controls.take import hand_over
from page.teacher.links import asked, beats_of, frame, limited, only, rounded
from page.teacher.share import TO, event

SETTINGS = ("challenge", "embed", "present", "lock", "hide", "beats", "beat", "test")  # in an address
READY = ("lesson", "test", "beat")  # what a link that is ready chooses
LATER = 21  # days until the last questions
QUIET = 1500  # ms without a change until the preview is updated, which may start Python again


class Panel:
    """Updates links, frame and preview whenever a field or the page's state changes."""

    def __init__(self, element, sections, hand, location, query):
        self.element, self.sections = element, sections
        self.hand, self.location = hand, location
        self.fields = {field.id[6:]: field for field in every("[id^=panel-]", element)}
        self.parts = every("[data-part]", element)
        self.values = every("[data-value]", element)
        self.beats = every("[data-beat]", element)
        self.preview = element.querySelector(".preview")
        self.timer, self.load = 0, guarded(self.show_preview, element)
        self.take_up(query)
        listen(element, "change", self.changed)
        listen(self.preview, "toggle", self.opened)
        for button in every("[data-copy]", element):
            listen(button, "click", self.copy)
        for button in every("[data-code-of]", element):
            listen(button, "click", self.show_code)
        listen(element.querySelector("[data-calendar]"), "click", self.save_event)
        location.hearers.append(self.refresh)
        self.refresh()

    def take_up(self, query):
        """Set the fields from the page's address."""
        place = query.found.get("lesson") or self.location.place()
        for name, value in (("lesson", place), ("challenge", query.found.get("challenge"))):
            self.choose(name, value)
        for name in ("theme", "lang"):
            self.choose("language" if name == "lang" else name, query.found.get(name))
        for name in ("embed", "present"):
            self.fields[name].checked = query.asks(name)
        if any(query.found.has(name) for name in SETTINGS):
            self.element.closest("details").open = True
        test = query.listed("test")
        self.choose("test", test[0])
        self.fields["shared"].checked = "shared" in test
        self.take_up_beats(query)
        for kind in ("lock", "hide"):
            for part in query.listed(kind):
                for field in self.parts:
                    if field.dataset.part == part:
                        field.value = kind
                        field.value = field.value or ""

    def take_up_beats(self, query):
        """Check the beats that the address shows."""
        shown = query.listed("beats")
        names = [box.dataset.beat for box in self.beats]
        for number, box in enumerate(self.beats, 1):
            box.checked = shown == [""] or str(number) in shown
        first = query.found.get("beat") or ""
        if first in [str(number) for number in range(1, len(names) + 1)]:
            self.choose("beat", names[int(first) - 1])

    def choose(self, name, value):
        """Set a menu to a value, if it offers it."""
        field = self.fields.get(name)
        if field and value in [option.value for option in every("option", field)]:
            field.value = value

    @property
    def lesson(self):
        """The section of the lesson that is chosen."""
        return self.sections[self.fields["lesson"].value]

    def changed(self, event):
        """A field has changed; start values are typed ones."""
        name = event.target.getAttribute("data-value")
        if name:
            row = self.lesson.rows[name]
            if self.hand.typed(self.lesson, row, event.target.value):
                self.hand.bridge.tell(self.lesson.id, "settle")
            note = self.element.querySelector(".note")
            note.textContent, note.hidden = row.warned, not row.warned
            event.target.value = row.text(row.value)
        chosen = event.target.id[6:]
        if chosen == "for" and event.target.value:
            for field, value in zip(READY, event.target.value.split(" ")):
                self.fields[field].value = value
        elif chosen in READY:
            self.fields["for"].value = ""
        self.refresh()

    def refresh(self):
        """Update all that follows from the fields."""
        self.show_lesson()
        link, framed = self.link(self.fields["embed"].checked), self.link(True, "")
        self.fields["link"].value, self.fields["short"].value = link, self.short_link()
        self.offer_questions()
        self.offer_places(link)
        self.fields["frame"].value = frame(framed, self.lesson.element.querySelector("h2").textContent)
        for length in every(".length", self.element):
            count = len(self.fields[length.dataset.lengthOf].value)
            length.textContent = length.dataset.text.replace("{count}", str(count))
        self.element.querySelector(".go").href = "#" + self.lesson.id
        self.element.querySelector(".before").hidden = not self.fields["challenge"].value
        if self.preview.open:
            window.clearTimeout(self.timer)
            self.timer = window.setTimeout(self.load, QUIET)

    def show_lesson(self):
        """Show only fields and options of the chosen lesson."""
        lesson = self.lesson.id
        for part in every("[data-of]", self.element):
            part.hidden = part.dataset.of != lesson
            if part.tagName == "OPTION":
                part.disabled = part.hidden
        if not self.fields["challenge"].value.startswith(lesson + "/"):
            self.fields["challenge"].value = ""
        for field in self.parts:
            there = [section for section, _ in places_of(self.sections, field.dataset.part)]
            field.parentElement.hidden = not any(section is self.lesson for section in there)
        for field in self.values:
            row = self.lesson.rows.get(field.dataset.value)
            if not field.parentElement.hidden and not document.activeElement.isSameNode(field):
                field.value = row.text(row.value)

    def offer_questions(self):
        """Offer the questions where a link can have them: not in a frame, and not for everyone at once."""
        alone = self.fields["embed"].checked or self.fields["present"].checked
        self.fields["test"].closest("p").hidden = alone
        self.element.querySelector(".questions").hidden = alone or not self.fields["test"].value

    def offer_places(self, link):
        """Offer to share a link elsewhere, unless it is so long that it might be cut off."""
        part = self.element.querySelector(".elsewhere")
        part.hidden = len(link) > LONG
        for place in every("[data-to]", part):
            place.href = TO[place.dataset.to](link, self.title)

    @property
    def title(self):
        """What the link is for: a period, or the lesson."""
        ready = self.fields["for"]
        if ready.value:
            return ready.selectedOptions[0].textContent
        return self.lesson.element.querySelector("h2").textContent

    async def save_event(self, event_of_button):
        """Save a calendar entry with the link to the last questions, for three weeks from now."""
        now, day = window.Date.new(), window.Date.new()
        day.setDate(now.getDate() + LATER)
        day.setMinutes(day.getMinutes() - day.getTimezoneOffset())
        title = event_of_button.target.dataset.calendar
        link = home() + asked([("test", "later"), ("lang", self.spoken)]) + "#valley"
        text = event(title, link, day.toISOString(), now.toISOString())
        kind = window.JSON.parse('{"type": "text/calendar"}')
        file = window.Blob.new(window.Array.of(text), kind)
        await hand_over(self.element.querySelector(".made"), file, "downhill-questions.ics")

    def link(self, embedded, present=None):
        """The link with all chosen settings; `present` overrides what is chosen."""
        lesson = self.lesson.id
        fragment = self.location.at(lesson)
        return self.address(embedded, present) + "#" + (only(fragment, lesson) if embedded else fragment)

    @property
    def spoken(self):
        """The chosen language, or ''."""
        return self.fields["language"].value if "language" in self.fields else ""

    def short_link(self):
        """The link with this lesson's state alone, its sliders on their marks."""
        lesson = self.lesson.id
        rows = self.lesson.rows
        marks = {lesson + "." + name: (row.low, row.step, row.places) for name, row in rows.items()}
        embedded = self.fields["embed"].checked
        return self.address(embedded) + "#" + rounded(only(self.location.at(lesson), lesson), marks)

    def address(self, embedded, present=None):
        """The page's address with all settings that stand behind the question mark."""
        lesson = self.lesson.id
        shown = [field for field in self.parts if not field.parentElement.hidden]
        lock, hide = limited([(field.dataset.part, field.value) for field in shown])
        if present is None:
            present = "1" if self.fields["present"].checked else ""
        settings = [("embed", "1"), ("lesson", lesson)] if embedded else []
        test = self.fields["test"].value
        shared = ",shared" if self.fields["shared"].checked else ""
        settings += [
            ("present", present),
            ("test", test + shared if test and not (embedded or present) else ""),
            ("lang", self.spoken),
            ("theme", self.fields["theme"].value),
            ("lock", lock),
            ("hide", hide),
        ]
        settings.append(("challenge", self.fields["challenge"].value))
        names = [box.dataset.beat for box in self.beats]
        shown = [box.dataset.beat for box in self.beats if box.checked]
        return home() + asked(settings + beats_of(names, shown, self.fields["beat"].value))

    def opened(self, event):
        """The preview was opened, or closed: then its page goes, and its Python with it."""
        if self.preview.open:
            self.show_preview()
        else:
            window.clearTimeout(self.timer)
            self.go("about:blank")

    def show_preview(self):
        """Load the link into the preview; a change of the fragment alone doesn't reload it."""
        link = self.link(self.fields["embed"].checked)
        if "&" not in link.split("#")[1]:
            link += "&v=2"  # a state, if it is the first one: the frame goes back to it
        self.go(link)

    def go(self, address):
        """Lead the preview's frame to an address."""
        self.preview.querySelector("iframe").contentWindow.location.replace(address)

    async def show_code(self, event):
        """Show a link as a QR code."""
        field = self.fields[event.target.closest("[data-code-of]").dataset.codeOf]
        told = await show_code(field.value)
        self.element.querySelector(".told").textContent = told

    async def copy(self, event):
        """Copy link or frame, or select it where copying is forbidden."""
        button = event.target.closest("[data-copy]")
        field = document.getElementById(button.dataset.copy)
        done = await copied(field.value, field)
        told = button.dataset.copied if done else words("share.select")
        self.element.querySelector(".told").textContent = told
