"""Small hands for the document."""

import json

from pyscript import document, window
from pyscript.ffi import create_proxy

root = document.documentElement
WORDS = json.loads(document.getElementById("words").textContent)


def words(key, **parts):
    """A sentence of the page, with its parts filled in."""
    text = WORDS[key]
    for name, part in parts.items():
        text = text.replace("{" + name + "}", str(part))
    return text


def every(selector, inside=document):
    """All elements that match, as a list."""
    return list(inside.querySelectorAll(selector))


def listen(target, kind, handler):
    """Call an async handler for every event of a kind. The one place where handlers are made."""
    target.addEventListener(kind, create_proxy(handler))


def say(text):
    """Let a screen reader speak a sentence, politely; the same sentence twice is spoken twice."""
    voice = document.getElementById("voice")
    voice.textContent = ""
    voice.textContent = text


def stage(name):
    """Tell the start's status line where we are."""
    window.dispatchEvent(window.CustomEvent.new("downhill:stage", to_js({"detail": name})))


def give_up(error):
    """Tell the start's status line that it has failed."""
    window.dispatchEvent(window.CustomEvent.new("downhill:failed", to_js({"detail": str(error)})))


def to_js(value):
    """A dictionary as a JavaScript object."""
    return window.JSON.parse(json.dumps(value))
