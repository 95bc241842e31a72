"""How to show the page: the settings after the question mark of its address, read once.

    lang=de        the language (the boot leads to its page)
    theme=dark     light, dark, contrast or projector
    embed=1        one lesson alone, for a frame in another page: that of the fragment (`#line`), or
                   `lesson=line`
    id=a           what such a frame tells the page around it along with its height
    teacher        the panel that makes such addresses
    hide=rate,own  parts to remove, in all lessons or, as `line.rate`, in one
    lock=line.m    parts that are visible but can't be used (py/downhill/session/locks.py)
    challenge=line/few-steps    a challenge to open with
    tempo=fast     the machine doesn't wait between its first steps, and a training doesn't pause by itself
    test=before    questions for a class (before, after, later; web/boot/page/questions.js), with `,shared`
                   where a device is several students'
    class=1        one class, one model: the seed of its first weights; `demo` plays it (class.js)
    beats=1,3,5    parts of the lessons' story that are shown, and with beat=3 the one to begin with

Anything unknown is ignored. Values are only compared with known ones, and never written into the page.
"""

import js as window


class Query:
    """The settings after the question mark of an address, such as `?theme=dark&hide=rate,maths`."""

    def __init__(self, search):
        self.found = window.URLSearchParams.new(search)

    def asks(self, name):
        """Return whether a setting is on, with or without a value; `embed=0` isn't."""
        return bool(self.found.has(name)) and self.found.get(name) != "0"

    def one_of(self, name, known):
        """Return the value of a setting if it is a known one, else ''."""
        value = self.found.get(name)
        return value if value in known else ""

    def listed(self, name):
        """Return the values of a setting, which are separated by commas."""
        return [value.strip() for value in (self.found.get(name) or "").split(",")]


query = Query(window.location.search)
fast = query.one_of("tempo", ("fast",)) == "fast"
