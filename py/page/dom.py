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


def listen(target, kind, handler, first=False):
    """Call an async handler for every event of a kind. The one place where handlers are made.

    With `first` it hears of what happens inside of the target before everything that is there does.

    The window is the module `js`, whose functions keep it as their `this`. Even so MicroPython confuses a
    method that the window shares with elements: it then calls it without the window.
    So a handler of the window is set as its property, one for each kind.
    """
    if target == window:
        setattr(window, "on" + kind, create_proxy(handler))
    else:
        target.addEventListener(kind, create_proxy(handler), first)


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
    """Tell the start's status line that it has failed."""
    announce("downhill:failed", str(error))


def announce(kind, detail):
    """Let the scripts of the start hear of something."""
    root.dispatchEvent(window.CustomEvent.new(kind, to_js({"detail": detail, "bubbles": True})))


def to_js(value):
    """A dictionary as a JavaScript object."""
    return window.JSON.parse(json.dumps(value))
