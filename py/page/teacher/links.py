"""Addresses and HTML for a frame, from the choices of the teacher's panel. Pure functions."""

from page.browser.numbers import short

HEIGHT = 680  # CSS pixels of a frame in which a lesson fits


def asked(settings):
    """The query of an address, with its question mark; settings without a value are left out."""
    parts = [name + "=" + value for name, value in settings if value]
    return "?" + "&".join(parts) if parts else ""


def limited(chosen):
    """Parts to lock and parts to hide, each joined by commas, from pairs of a part and its setting."""
    return [",".join([part for part, what in chosen if what == kind]) for kind in ("lock", "hide")]


def only(fragment, lesson):
    """A fragment reduced to one lesson."""
    parts = fragment.split("&")[1:]
    own = [part for part in parts if part.startswith(lesson + ".")]
    versions = [part for part in parts if part.startswith("v=")]
    return "&".join([lesson] + (versions + own if own else []))


def rounded(fragment, marks):
    """A fragment with sliders on their marks and learning rates to three figures, so that it is short.

    `marks` has the low end, the step and its decimals of each slider by its name in the fragment.
    """
    return "&".join([on_mark(part, marks) for part in fragment.split("&")])


def on_mark(part, marks):
    """One part of a fragment, its number rounded if it is that of a slider or a rate."""
    name, equals, text = part.partition("=")
    try:
        value = float(text)
    except ValueError:
        return part
    if name in marks:
        low, step, places = marks[name]
        return name + equals + short(round(low + round((value - low) / step) * step, places))
    if name.endswith(".rate") and value > 0:
        return name + equals + short(float(f"{value:.3g}"))
    return part


def beats_of(names, shown, first):
    """The settings `beats` and `beat`, from all beats, those that are shown, and the one to begin with.

    Beats are numbered from 1. Where all or none are shown there is nothing to say.
    """
    numbers = [str(index + 1) for index, name in enumerate(names) if name in shown]
    some = ",".join(numbers) if len(numbers) < len(names) else ""
    start = str(names.index(first) + 1) if first in names else ""
    return [("beats", some), ("beat", start if not some or start in numbers else "")]


def frame(link, title):
    """HTML of a frame that shows a link."""
    size = 'width="100%" height="' + str(HEIGHT) + '" style="border: 0" '
    return (
        '<iframe src="'
        + quoted(link)
        + '" title="'
        + quoted(title)
        + '" '
        + size
        + 'allow="clipboard-write; fullscreen"></iframe>'
    )


def quoted(text):
    """A text escaped for a quoted attribute."""
    for sign, name in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, name)
    return text
