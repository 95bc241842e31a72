"""Small hands for the document."""

import json

import js as window
from js import document
from jsffi import create_proxy

root = document.documentElement
WORDS = json.loads(document.getElementById("words").textContent)


def words(key, **parts):
    """A sentence of the page, with its parts filled in."""
    text = WORDS[key]
    for name, part in parts.items():
        text = text.replace("{" + name + "}", str(part))
    return text


def enumerated(parts):
    """Some things in a row, as one text."""
    text = parts[0]
    for part in parts[1:]:
        text = words("list.more", before=text, after=part)
    return text


def every(selector, inside=document):
    """All elements that match, as a list."""
    return list(inside.querySelectorAll(selector))


def slipped(error, place):
    """A handler has broken: the console gets the details, `slips` tell the reader. The page goes on."""
    window.console.error(error)
    for tell in slips:
        tell(place)


slips = []  # called with the element where a handler has broken, or None
SLIPPED = create_proxy(slipped)


def guarded(handler, place=None):
    """A handler for the browser, async or not. Its errors are told at `place`, or where the event was."""
    return window.downhillGuard(create_proxy(handler), SLIPPED, place)


def soon(handler, place=None):
    """Begin an async function without waiting for it; its errors are told at `place`."""
    guarded(handler, place)()


def cancel(event):
    """Keep the browser from what it does by itself, where that can be: a scroll that runs goes on."""
    if event.cancelable:
        event.preventDefault()


def listen(target, kind, handler, first=False):
    """Call a handler, async or not, for every event of a kind. The one place where listeners are made.

    With `first` it hears of what happens inside of the target before everything that is there does.

    The window is the module `js`, whose functions keep it as their `this`. Even so MicroPython confuses a
    method that the window shares with elements: it then calls it without the window.
    So a handler of the window is set as its property, one for each kind.
    """
    if target == window:
        setattr(window, "on" + kind, guarded(handler))
    else:
        target.addEventListener(kind, guarded(handler, target), first)


def plain(text):
    """A text as it is written in HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def say(text):
    """Let a screen reader speak a sentence, politely; the same sentence twice is spoken twice."""
    voice = document.getElementById("voice")
    voice.textContent = ""
    voice.textContent = text


def stage(name):
    """Tell the start's status line where we are."""
    announce("downhill:stage", name)


def give_up(error):
    """Tell the start's status line that it has failed, in one line; the console gets the details."""
    window.console.error(str(error))
    announce("downhill:failed", brief(error))


def brief(error):
    """What an error says, in one line: of a traceback the last one."""
    said = [part for part in error.args if isinstance(part, str)]
    lines = [line.strip() for line in (said or [str(error)])[-1].split("\n") if line.strip()]
    return lines[-1] if lines else type(error).__name__


def announce(kind, detail):
    """Let the scripts of the start hear of something."""
    root.dispatchEvent(window.CustomEvent.new(kind, to_js({"detail": detail, "bubbles": True})))


def to_js(value):
    """A dictionary as a JavaScript object."""
    return window.JSON.parse(json.dumps(value))
