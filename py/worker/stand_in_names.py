"""The modules that have stand-ins at the start, and the values these provide. Runs in Pyodide.

A lesson that uses one of them needs no change here: the pack then holds it, and its first use imports it.
"""

from worker import stand_ins

MODULES = """
    PIL PIL.Image PIL.PngImagePlugin mpl_toolkits mpl_toolkits.mplot3d pyparsing
    numpy._core._add_newdocs numpy._core._add_newdocs_scalars
    dateutil dateutil.parser dateutil.relativedelta dateutil.rrule dateutil.tz
    ctypes gzip ipaddress kiwisolver pickle platform plistlib pprint uuid
    matplotlib._cm matplotlib._cm_bivar matplotlib._cm_listed matplotlib._cm_multivar matplotlib._color_data
    matplotlib._afm matplotlib._constrained_layout matplotlib._fontconfig_pattern matplotlib._mathtext
    matplotlib.backend_tools matplotlib.colorbar matplotlib.dviread matplotlib.legend matplotlib.mlab
    matplotlib.offsetbox matplotlib.projections.geo matplotlib.projections.polar matplotlib.quiver
    matplotlib.table matplotlib.texmanager matplotlib.tri matplotlib.widgets
""".split()
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
GREYS = "gray", "gist_gray", "gist_yarg", "Greys"  # matplotlib renames them as soon as it has them
LETTERS = {"b": (0, 0, 1), "g": (0, 0.5, 0), "r": (1, 0, 0), "c": (0, 0.75, 0.75)}
LETTERS |= {"m": (0.75, 0, 0.75), "y": (0.75, 0.75, 0), "k": (0, 0, 0), "w": (1, 1, 1)}
STYLES = {"bold": "weight", "italic": "slant"}


class Lock:
    """Stands in for `matplotlib.widgets.LockDraw`: who may draw on a canvas now."""

    owner = None

    def __call__(self, owner):
        """Take the lock. Raises ValueError while another holds it."""
        if not self.available(owner):
            raise ValueError("already locked")
        self.owner = owner

    def release(self, owner):
        """Release it. Raises `ValueError` while another holds it."""
        if not self.available(owner):
            raise ValueError("you do not own this lock")
        self.owner = None

    def available(self, owner):
        """Return whether an owner may draw."""
        return self.owner is None or self.owner is owner

    def isowner(self, owner):
        """Return whether an owner holds the lock."""
        return self.owner is owner

    def locked(self):
        """Return whether anybody holds it."""
        return self.owner is not None


def parse_fontconfig_pattern(pattern):
    """Parse a font pattern: those in `matplotlibrc`, such as `sans:italic:bold`, don't need pyparsing."""
    family, *styles = pattern.split(":")
    if not (family.isalpha() and all(style in STYLES for style in styles)):
        return stand_ins.true("matplotlib._fontconfig_pattern").parse_fontconfig_pattern(pattern)
    found = {"family": [family]}
    for style in styles:
        found.setdefault(STYLES[style], []).append(style)
    return found


stand_ins.known.update(
    {
        # matplotlib checks whether they are new enough, and they are.
        "dateutil.__version__": "2.9",
        "kiwisolver.__version__": "1.4",
        "pyparsing.__version__": "3.2",
        "matplotlib._fontconfig_pattern.parse_fontconfig_pattern": parse_fontconfig_pattern,
        "matplotlib.widgets.LockDraw": Lock,
        "mpl_toolkits.mplot3d.Axes3D.name": "3d",
        "matplotlib.projections.polar.PolarAxes.name": "polar",
    }
)
# Maps and names of colors: `late_colours.py` puts the others in their places.
stand_ins.known.update(
    {
        "matplotlib._cm.datad": dict.fromkeys(GREYS, ("black", "white")),
        "matplotlib._cm_bivar.cmaps": {},
        "matplotlib._cm_listed.cmaps": {},
        "matplotlib._cm_multivar.cmap_families": {},
        "matplotlib._color_data.BASE_COLORS": LETTERS,
        "matplotlib._color_data.CSS4_COLORS": {"black": "#000000", "white": "#FFFFFF"},
        "matplotlib._color_data.TABLEAU_COLORS": {},
        "matplotlib._color_data.XKCD_COLORS": {},
    }
)
for name in ("Aitoff", "Hammer", "Lambert", "Mollweide"):
    stand_ins.known[f"matplotlib.projections.geo.{name}Axes.name"] = name.lower()
for number, name in enumerate(FREQUENCIES):
    stand_ins.known[f"dateutil.rrule.{name}"] = number
stand_ins.classes.update(
    ("PIL.Image.Image", "matplotlib.offsetbox.AnnotationBbox", "matplotlib.offsetbox.OffsetBox")
)
stand_ins.classes.add("matplotlib.table.Table")
