"""What the teacher's panel makes of its choices: an address, and HTML for a frame. Pure."""


def asked(settings):
    """What stands behind an address's question mark, with it; settings without a value are left out."""
    parts = [name + "=" + value for name, value in settings if value]
    return "?" + "&".join(parts) if parts else ""


def limited(chosen):
    """The parts to lock and those to hide, each joined by commas: from pairs of a part and what is chosen."""
    return [",".join([part for part, what in chosen if what == kind]) for kind in ("lock", "hide")]


def only(fragment, lesson):
    """A fragment without what it says of other lessons."""
    parts = fragment.split("&")[1:]
    own = [part for part in parts if part.startswith(lesson + ".")]
    versions = [part for part in parts if part.startswith("v=")]
    return "&".join([lesson] + (versions + own if own else []))


def frame(link, title):
    """HTML that shows a link in another page."""
    return (
        '<iframe src="' + quoted(link) + '" title="' + quoted(title) + '" width="100%" height="900" '
        'style="border: 0" allow="clipboard-write; fullscreen"></iframe>'
    )


def quoted(text):
    """A text as it stands between the quotes of an attribute."""
    for sign, name in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, name)
    return text
