"""A section's notice: that something waits for Python, or has gone wrong there. One sentence at a time."""

from page.browser.dom import document, slips, words

WHERE = "section.lesson, .panel"  # what has a notice of its own; all else is told at the top of the page
WAITS = "wait.taken"
SHOWN = ("move", "settle", "choose")  # what the first screen shows by itself
shown = {}  # the notes that say something, and which sentence, by the ids of their places


def tell(place, key):
    """Put a sentence of the page where an element is."""
    part = place.closest(WHERE) if place else None
    note = part.querySelector(".notice") if part else document.getElementById("notice")
    id = part.id if part else ""
    if id in shown and shown[id][1] == key:  # the same one again isn't spoken again
        return
    shown[id] = note, key
    note.hidden = False
    note.textContent = words(key)


def waits(lesson, verb=""):
    """What was done in a lesson is taken, and waits for Python; untold where the page shows it itself."""
    section = document.getElementById(lesson)
    if verb not in SHOWN or not section.matches("[data-fresh] [data-at=try]:has(.sketch)"):
        tell(section, WAITS)


def acted(lesson):
    """Something else is done there: what has gone wrong matters no more."""
    if lesson in shown:
        clear(lesson)


def rested(lesson):
    """All that waited there is done."""
    if lesson in shown and shown[lesson][1] == WAITS:
        clear(lesson)


def clear(id):
    """That place has nothing to tell any more."""
    note = shown.pop(id)[0]
    note.hidden, note.textContent = True, ""


def slipped(place):
    """A handler has broken there."""
    tell(place, "fail.slip")


slips.append(slipped)
