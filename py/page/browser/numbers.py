"""Typed numbers, and numbers shown without the worker. Pure functions."""

marks = ["."]  # the decimal mark of the page's language
HALF = 1 + 9e-16  # factor before rounding: decimal halves may lie just below a half in binary


def parse(text):
    """The finite number that a text spells, or None.

    Accepts a decimal comma, a true minus and spaces. Of comma and point together the last is the decimal
    mark; in languages with a decimal point, commas before groups of three digits separate thousands.
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
    """Return whether these are groups of digits of a number with separated thousands: `1,234,567`."""
    first = groups[0]
    return len(groups) > 1 and 0 < len(first) < 4 and first[0] != "0" and all(len(g) == 3 for g in groups[1:])


def decimals(step):
    """The decimals that a slider's `step` attribute, a text, has."""
    return len(step.split(".")[1]) if "." in step else 0


def short(value):
    """A number as the shortest text for an attribute, without an exponent."""
    text = str(value)
    if "e-" in text:
        text = f"{value:.12f}".rstrip("0")
    return text[:-2] if text.endswith(".0") else text


def shown(value, places):
    """A number with `places` decimals, a true minus sign, and the language's decimal mark."""
    text = "{:.{}f}".format(value * HALF, places)
    if text.startswith("-"):
        text = text[1:] if float(text) == 0 else "\u2212" + text[1:]
    return text.replace(".", marks[0])
