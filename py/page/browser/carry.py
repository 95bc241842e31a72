"""What the page keeps when it reloads itself, in the state of its history entry.

The browser keeps that state over a reload, even if it forbids storage, and no other site can write it.
"""

import json

import js as window

OURS = "downhill"  # the state of history entries whose address holds the page's whole state
CARRIED = ":carried:"  # what follows it in a state is taken along, as JSON (web/boot/inline/guard.js, too)
state = [OURS]  # with which entries are written


def carry(kind, lesson, text, foreign=True):
    """Reload the page; `carried` has the kind, the lesson's id, the text, and if it is `foreign`."""
    taken = {"kind": kind, "lesson": lesson, "text": text, "foreign": foreign}
    state[0] = OURS + CARRIED + json.dumps(taken)
    window.history.replaceState(state[0], "", window.location.href)
    window.location.reload()


def taken():
    """Return what was kept, by name; {} if nothing was. It can be taken only once."""
    _, mark, text = str(window.history.state).partition(CARRIED)
    if not mark:
        return {}
    window.history.replaceState(OURS, "", window.location.href)
    return json.loads(text)


carried = taken()
