"""Helpers for the document: elements, events, sentences, announcements."""

import json

import js as window
from js import document
from jsffi import create_proxy

root = document.documentElement
TEXT = 3  # `Node.TEXT_NODE`
WORDS = json.loads(document.getElementById("words").textContent)


def words(key, **parts):
    """Return a sentence of the page with its gaps filled in. Raises `KeyError` for an unknown key."""
    text = WORDS[key]
    for name, part in parts.items():
        text = text.replace("{" + name + "}", str(part))
    return text


def enumerated(parts):
    """Join texts into a list, as the page's language writes it."""
    text = parts[0]
    for part in parts[1:]:
        text = words("list.more", before=text, after=part)
    return text


def every(selector, inside=document):
    """All elements that match, as a list."""
    return list(inside.querySelectorAll(selector))


def made(name, text="", **properties):
    """Make an element with a text, and with properties by their names in JavaScript."""
    element = document.createElement(name)
    element.textContent = text
    for key, value in properties.items():
        setattr(element, key, value)
    return element


def put(part, text):
    """Show a text in an element that holds nothing else.

    Its text node stays: if one comes or goes, the browser evaluates `:has()` again, which takes milliseconds
    in a long document.
    """
    node = part.firstChild
    if text and node and node.nodeType == TEXT and not node.nextSibling:
        node.data = text
    else:
        part.textContent = text


def slipped(error, place):
    """Log the error that a handler has raised, and call all `slips`, which tell the reader."""
    window.console.error(error)
    for tell in slips:
        tell(place)


slips = []  # functions, called with the element whose handler has raised, or None
SLIPPED = create_proxy(slipped)


def guarded(handler, place=None):
    """Wrap a handler, async or not, for the browser. Errors show at `place`, or at the event's target."""
    return window.downhillGuarded(create_proxy(handler), SLIPPED, place)


def as_function(function):
    """Wrap a function for JavaScript to call; its caller handles errors."""
    return create_proxy(function)


def soon(handler, place=None):
    """Start an async function without waiting for it; errors are shown at `place`."""
    guarded(handler, place)()


def cancel(event):
    """Prevent the default action if the event allows it: a running scroll can't be canceled."""
    if event.cancelable:
        event.preventDefault()


def listen(target, kind, handler, first=False, once=False):
    """Call a handler, async or not, for every event of a kind. The only place that adds listeners.

    With `first` it is called in the capture phase, with `once` for the next event only.

    The window is the module `js`. MicroPython calls methods that the window shares with elements, such as
    `addEventListener`, without the window as `this`; so the window's handlers are set as properties, one
    for each kind.
    """
    if target == window:
        setattr(window, "on" + kind, guarded(handler))
    else:
        how = to_js({"capture": first, "once": once})
        target.addEventListener(kind, guarded(handler, target), how)


def plain(text):
    """A text escaped for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def say(text):
    """Announce a sentence to screen readers, politely; repeated sentences are announced again."""
    voice = document.getElementById("voice")
    voice.textContent = ""
    voice.textContent = text


def stage(name):
    """Report a stage of the start to its status line."""
    announce("downhill:stage", name)


def give_up(error):
    """Report to the status line that the start has failed, in one line; log the details."""
    window.console.error(str(error))
    announce("downhill:failed", brief(error))


def brief(error):
    """An error's message in one line; the last one of a traceback."""
    said = [part for part in error.args if isinstance(part, str)]
    lines = [line.strip() for line in (said or [str(error)])[-1].split("\n") if line.strip()]
    return lines[-1] if lines else type(error).__name__


def announce(kind, detail):
    """Dispatch an event to the scripts of the start."""
    root.dispatchEvent(window.CustomEvent.new(kind, to_js({"detail": detail, "bubbles": True})))


def to_js(value):
    """Convert a JSON-like value to a JavaScript object."""
    return window.JSON.parse(json.dumps(value))
