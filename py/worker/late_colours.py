"""matplotlib's maps and names of colors, hundreds of each, read when one is asked for. Runs in Pyodide.

Stand-ins are there for the modules that hold them when matplotlib is imported: `stand_in_names.py` tells what
these say meanwhile. Every collection holds a map of colors, most of them in vain: it gets one whose colors
come when it is used.
"""

from matplotlib import cm, colors

from worker.stand_ins import is_here, true

SHORTEST = 3  # letters of a name, apart from the eight that are one letter


class Filled(dict):
    """A dict that is empty, or nearly so, until somebody looks for what isn't in it."""

    def __init__(self, fill, begun=()):
        super().__init__(begun)
        self.fill = fill

    def filled(self):
        """Itself, with all that `fill` returns; what has been put into it by hand stays."""
        if self.fill:
            fill, self.fill = self.fill, None
            self.update({**fill(), **self})
        return self

    def __missing__(self, key):
        if self.fill:
            return self.filled()[key]
        raise KeyError(key)

    def __contains__(self, key):
        return super().__contains__(key) or super(Filled, self.filled()).__contains__(key)

    def __iter__(self):
        return super(Filled, self.filled()).__iter__()

    def __len__(self):
        return super(Filled, self.filled()).__len__()

    def get(self, key, default=None):
        """The value of a key, or `default`."""
        return super(Filled, self.filled()).get(key, default)

    def keys(self):
        """The keys of all that is there."""
        return super(Filled, self.filled()).keys()

    def values(self):
        """The values of all that is there."""
        return super(Filled, self.filled()).values()

    def items(self):
        """The pairs of all that is there."""
        return super(Filled, self.filled()).items()


class Names(Filled, colors._ColorMapping):
    """What matplotlib's names of colors mean; what can be no name brings none."""

    def __init__(self, known):
        Filled.__init__(self, all_names, known)
        self.cache = {}

    def __missing__(self, key):
        """Raises KeyError for `#0a66b2`, `C10` and formats of lines, `o-`, without a look at the names."""
        if isinstance(key, str) and len(key) >= SHORTEST and key[0].isalpha() and not key[1:].isdecimal():
            return super().__missing__(key)
        raise KeyError(key)


class DefaultMap(colors.ListedColormap):
    """The map that a collection holds if it is given none: its colors come when one is asked for."""

    monochrome = False

    def __init__(self, name):
        colors.Colormap.__init__(self, name, 256)

    @property
    def colors(self):
        """List of [red, green, blue], each 0 to 1."""
        return true("matplotlib._cm_listed").cmaps[self.name].colors


def all_names():
    """Every name of a color, as `matplotlib.colors` lists them: of two meanings the last one holds."""
    data = true("matplotlib._color_data")
    colors.CSS4_COLORS.update(data.CSS4_COLORS)
    colors.XKCD_COLORS.update(data.XKCD_COLORS)
    grays = {name.replace("grey", "gray"): value for name, value in data.XKCD_COLORS.items()}
    greys = {name.replace("gray", "grey"): value for name, value in data.TABLEAU_COLORS.items()}
    return {
        **data.XKCD_COLORS,
        **grays,
        **data.CSS4_COLORS,
        **data.TABLEAU_COLORS,
        **greys,
        **data.BASE_COLORS,
    }


def all_maps():
    """Every map of colors by its name, and its reverse."""
    cm.datad, cm.cmaps_listed = true("matplotlib._cm").datad, true("matplotlib._cm_listed").cmaps
    maps = cm._gen_cmap_registry()
    cm._colormaps._builtin_cmaps = tuple(maps)
    return maps


def map_of(name):
    """A map as an attribute of `matplotlib.cm`. Raises AttributeError for a name that no map has."""
    if not name.startswith("_") and name in cm._colormaps:
        return cm._colormaps[name]
    raise AttributeError(f"module 'matplotlib.cm' has no attribute {name!r}")


def postpone():
    """Put such dicts in the places of those that matplotlib has just made."""
    if not is_here("matplotlib._color_data"):
        colors._colors_full_map = Names(dict.copy(colors._colors_full_map))
    if is_here("matplotlib._cm"):
        return
    for name in cm._colormaps:
        delattr(cm, name)
    cm.__getattr__ = map_of
    cm._colormaps._cmaps = Filled(all_maps, {"viridis": DefaultMap("viridis")})
    cm._multivar_colormaps._cmaps = Filled(lambda: true("matplotlib._cm_multivar").cmap_families)
    cm._bivar_colormaps._cmaps = Filled(lambda: true("matplotlib._cm_bivar").cmaps)
