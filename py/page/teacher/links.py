"""Addresses and HTML for a frame, from the choices of the teacher's panel. Pure functions."""


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


def frame(link, title):
    """HTML of a frame that shows a link."""
    return (
        '<iframe src="' + quoted(link) + '" title="' + quoted(title) + '" width="100%" height="900" '
        'style="border: 0" allow="clipboard-write; fullscreen"></iframe>'
    )


def quoted(text):
    """A text escaped for a quoted attribute."""
    for sign, name in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, name)
    return text
