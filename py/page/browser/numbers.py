"""Numbers that a reader types, and numbers that are echoed before Python is up. Pure."""

marks = ["."]  # what stands before a number's decimals; a matter of the page's language
HALF = 1 + 9e-16  # lifts what binary arithmetic has left a hair below a half


def parse(text):
    """The finite number that a text spells, or None.

    A decimal comma, a true minus and spaces are fine. Of comma and point together the last is the decimal
    mark; where that is a point by custom, commas before threes of digits part thousands.
    """
    bare = text.strip().replace("\u2212", "-").replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
    if marks[0] == "." and "." not in bare and parts_thousands(bare.lstrip("+-").split(",")):
        bare = bare.replace(",", "")
    elif bare.rfind(",") > bare.rfind("."):
        bare = bare.replace(".", "").replace(",", ".") if bare.count(",") == 1 else ""
    elif "," in bare and bare.count(".") == 1:
        bare = bare.replace(",", "")
    if not bare or any(sign not in "0123456789.+-eE" for sign in bare):
        return None
    try:
        value = float(bare)
    except ValueError:
        return None
    return value if -1e300 < value < 1e300 else None


def parts_thousands(groups):
    """Whether these are groups of digits as thousands are parted: `1,234,567`."""
    first = groups[0]
    return len(groups) > 1 and 0 < len(first) < 4 and first[0] != "0" and all(len(g) == 3 for g in groups[1:])


def decimals(step):
    """How many decimals show every step of a slider, given as the text of its `step` attribute."""
    return len(step.split(".")[1]) if "." in step else 0


def short(value):
    """A number as the text of an attribute, with no more digits than it needs."""
    text = str(value)
    if "e-" in text:
        text = f"{value:.12f}".rstrip("0")
    return text[:-2] if text.endswith(".0") else text


def shown(value, places):
    """A number with so many decimals, a true minus sign, and the language's decimal mark."""
    text = "{:.{}f}".format(value * HALF, places)
    if text.startswith("-"):
        text = text[1:] if float(text) == 0 else "\u2212" + text[1:]
    return text.replace(".", marks[0])
