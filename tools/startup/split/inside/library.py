"""What codes and readers take of the standard library; runs inside Pyodide, at build time."""

import functools
import itertools
import math
import operator
import struct
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

import numpy as np
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags, StyleFlags

from downhill.studio.languages import FONTS


class Thing:
    """Something that numpy asks for what it is."""

    shape = __array_interface__ = property(lambda self: None)

    def __index__(self):
        return 1

    def __float__(self):
        return 1.0


def of_iterators():
    """All kinds of iterators, to their ends."""
    pairs = [
        itertools.zip_longest([1, 2], [3]),
        itertools.chain([1], [2]),
        itertools.islice(itertools.count(), 1, 9, 2),
    ]
    pairs += [
        itertools.product("ab", repeat=2),
        itertools.combinations("abc", 2),
        itertools.permutations("ab"),
    ]
    pairs += [
        itertools.accumulate([1, 2]),
        itertools.starmap(pow, [(2, 3)]),
        itertools.takewhile(bool, [1, 0]),
    ]
    pairs += [itertools.dropwhile(bool, [1, 0]), itertools.compress("ab", [1, 0]), itertools.repeat(1, 2)]
    pairs += [
        itertools.chain.from_iterable(["ab"]),
        itertools.pairwise("abc"),
        itertools.batched("abc", 2),
        *itertools.tee("ab"),
    ]
    pairs += [
        itertools.groupby("aab"),
        enumerate("ab"),
        reversed([1]),
        iter(bytearray(b"ab")),
        iter(b"ab"),
        iter({1}),
        iter({1: 2}),
    ]
    pairs += [
        {1: 2}.items(),
        {1: 2}.values(),
        memoryview(b"ab"),
        map(str, [1], strict=True),
        filter(None, [0, 1]),
        iter("é你"),
        range(3),
    ]
    return [list(each) for each in pairs]


def of_functions():
    """Operators, mathematics, bytes, collections."""
    found = [
        function(6, 3)
        for name, function in vars(operator).items()
        if name
        in "add sub mul truediv floordiv mod pow eq ne lt le gt ge and_ or_ xor lshift rshift is_".split()
    ]
    found += [
        operator.itemgetter(0, 1)("ab"),
        operator.attrgetter("real")(1),
        operator.methodcaller("upper")("a"),
        operator.not_(1),
    ]
    found += [
        getattr(math, name)(0.5)
        for name in "sin cos tan asin acos atan exp log log2 log10 sqrt floor ceil isnan isinf fabs erf gamma degrees".split()
    ]
    found += [
        math.hypot(3, 4),
        math.fsum([0.1] * 9),
        math.gcd(6, 4),
        math.comb(5, 2),
        math.prod([2, 3]),
        math.isclose(1, 1),
        math.modf(1.5),
    ]
    found += [
        struct.unpack("<IHbd", struct.pack("<IHbd", 1, 2, 3, 4.0)),
        functools.reduce(operator.add, [1, 2]),
        round(2.675, 2),
        10**30 // 7,
    ]
    found += [
        Counter("aab").most_common(1),
        deque([1, 2], 1),
        OrderedDict(a=1),
        ChainMap({1: 2})[1],
        defaultdict(list)[0],
        {1, 2} ^ {2, 3},
    ]
    known = {"a": 1}
    found += [
        "a" in known.keys(),
        known.keys() & {"a"},
        known | {"b": 2},
        {**known},
        frozenset("ab") < {"a", "b", "c"},
        sorted({"b", "a"}),
    ]
    for width in ("a", "é", "你"):
        long = (width * 7 + "b") * 500
        found += [
            long.find(width * 30 + "c"),
            long.rfind("bc"),
            long.count("b" + width),
            long.split("b" + width)[0],
            long.replace("b", ""),
        ]
        found += [long.find((width * 7 + "b") * 40 + "x"), (width * 60 + "b") in long]
    return found


def of_arrays_of_things():
    """What numpy makes of what is no array."""
    found = [
        np.asarray(memoryview(b"ab")),
        np.array([[1], [2.5]]),
        np.array("ab"),
        np.array([None, 1]),
        np.array(["a", "bcd"]),
        np.array(range(3)),
    ]
    for kind in (float, int, object, None):
        try:
            found.append(np.array([Thing(), Thing()], kind))
        except (TypeError, ValueError):
            continue
    return found


def of_typefaces():
    """A typeface that takes from another what it lacks."""
    font = get_font(sorted(str(face) for face in FONTS.glob("*.ttf")))
    for text in ("a", "a\u4f60é", "fi", ""):
        font.set_text(text, 0.0)
        font.draw_glyphs_to_bitmap(antialiased=True)
        font.get_width_height(), font.get_descent(), font.get_path()
    font.load_char(97)
    flags = StyleFlags.BOLD in font.style_flags, LoadFlags.NO_HINTING | LoadFlags.RENDER, ~StyleFlags.ITALIC
    return flags, font.get_char_index(97), font.get_kerning(1, 2, 0), font.get_glyph_name(1), font.family_name


of_iterators()
of_functions()
of_arrays_of_things()
of_typefaces()
