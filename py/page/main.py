"""Starts the page's Python: connects all controls, waits for the worker, shows all lessons."""

import js as window

from page.browser.dom import every, give_up, root, say, stage, words
from page.browser.late import open_panel
from page.browser.location import Location
from page.browser.numbers import marks
from page.browser.query import query
from page.controls.arrival import Arrival
from page.controls.challenges import Challenges
from page.controls.clicks import Acts, Pointer, Watching
from page.controls.closing import Closing
from page.controls.code_editing import CodeEditing
from page.controls.film import Film
from page.controls.hand import Hand
from page.controls.language import Language
from page.controls.limits import Limits
from page.controls.machine import Machine
from page.controls.pictures import Pictures, uncover
from page.controls.points import Points
from page.controls.reading import Reading
from page.controls.result import Results
from page.controls.share import Share
from page.controls.sound import Sound
from page.controls.take import Saving
from page.controls.ways import Ways
from page.sections import notice
from page.sections.compare import Compare
from page.sections.entries import Writing
from page.sections.looking import models
from page.sections.sections import sections
from page.transport.bridge import Bridge, breath
from page.transport.idle import Idle

marks[0] = words("language.decimal")
lessons = sections()


def show(view, moved_on):
    """Show a view, except for sliders that have moved on since it was requested."""
    held(view).show(view, moved_on)
    points.changed(view)
    sound.heard(view)


def failed(error, lesson):
    """Handle a failed request: stop what runs and tell the reader; the page stays as it was."""
    window.console.error(str(error))
    machine.pause()
    every_section[lesson].pause()
    notice.tell(every_section[lesson].element, "fail.move")


def settled(view):
    """Announce the sentence of a lesson that has come to rest, and write the address."""
    section = held(view)
    last = section.last
    say(" ".join([last["outcome"], last["sentence"], last["said"]]))
    location.keep(location.here(view["fragment"]) if section.stays() else view["fragment"])
    closing.rested()


def held(view):
    """The section of a view's lesson."""
    return (trained if view["lesson"] in trained else lessons)[view["lesson"]]


def both(some, others):
    """Two dictionaries merged; MicroPython lacks `{**a, **b}`."""
    found = dict(some)
    found.update(others)
    return found


bridge = Bridge(show, settled, failed, uncover)
trained = models(bridge)
every_section = both(lessons, trained)
limits = Limits(every_section, query)
location = Location(bridge, limits.ignored)
language = Language(bridge, location)
pictures = Pictures(bridge)
hand = Hand(lessons, bridge)
machine = Machine(lessons, bridge)
ways = Ways(every_section, bridge)
film = Film(every_section, bridge)
arrival = Arrival(every_section, bridge, location, machine)
pointer = Pointer(lessons, bridge)
reading = Reading(bridge)
writing = Writing(lessons, bridge, machine)
maths = Watching(lessons, bridge, "details.maths", "watch")
code_editing = CodeEditing(every_section, bridge, location)
python = Watching(every_section, bridge, "details.python", "watch_python")
points = Points(lessons, bridge, machine)
challenges = Challenges(every_section, bridge, machine)
compare = Compare(lessons, bridge)
acts = Acts(lessons, bridge)
sound = Sound()
saving = Saving(every_section, bridge)
closing = Closing(bridge, challenges.progress)
share = Share(location, bridge)
results = Results(bridge, challenges.progress, closing)
idle = Idle(bridge)


def in_turn():
    """Return the ids of the lessons in the order they become live: the one in the address first.

    Read from the page: MicroPython's dictionaries are unordered, and its sort isn't stable.
    """
    ids = [section.id for section in every("section.lesson")]
    place = location.place()
    return [place] * (place in ids) + [id for id in ids if id != place]


async def start():
    """Wait for the worker, restore the address, transfer the canvases, show all lessons."""
    await bridge.open()
    await language.speak()
    stage("draw")
    await code_editing.begin_making()
    await location.open()
    await limits.begin(bridge)
    first, *others = in_turn()
    pictures.hand_over(first, True)
    bridge.begin(first)
    await bridge.send(first, "look")
    root.dataset.python = "ready"
    stage("ready")
    for id in others:
        await breath()
        pictures.hand_over(id)
        bridge.begin(id)
        bridge.tell(id, "look")
    pictures.watch()
    await arrival.begin()
    await code_editing.begin()
    if query.asks("teacher"):
        await open_panel(every_section, hand, location, query)
    if limits.challenge and not query.asks("embed"):
        every_section[limits.challenge[0]].challenge.bring()


try:
    await start()
except Exception as error:
    give_up(error)
