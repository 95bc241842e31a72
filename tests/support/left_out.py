"""What a reader's own code may do with modules for which stand-ins were there at the start: code, and what it says."""

FIGURE = """
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
def axes(**named):
    figure = Figure()
    FigureCanvasAgg(figure)
    return figure.add_subplot(**named)
def drawn(axes):
    axes.figure.canvas.draw()
    return axes
"""
USES = {
    "matplotlib.legend": (
        "a = axes(); a.plot([1], label='line'); said = drawn(a).legend().get_texts()[0].get_text()",
        "line",
    ),
    "mpl_toolkits.mplot3d": ("said = type(axes(projection='3d')).__module__", "mpl_toolkits.mplot3d.axes3d"),
    "matplotlib.projections.polar": ("said = drawn(axes(projection='polar')).name", "polar"),
    "matplotlib.projections.geo": ("said = drawn(axes(projection='mollweide')).name", "mollweide"),
    "dateutil.rrule": (
        "from matplotlib.dates import MO, WeekdayLocator\n"
        "said = WeekdayLocator(byweekday=MO).rule._rrule._byweekday",
        "(0,)",
    ),
    "dateutil.tz": ("import dateutil.tz; said = dateutil.tz.tzutc().utcoffset(None)", "0:00:00"),
    "matplotlib.tri": ("said = len(drawn(axes()).triplot([0, 1, 0], [0, 0, 1]))", "2"),
    "matplotlib.colorbar": (
        "a = axes(); said = type(a.figure.colorbar(a.pcolormesh([[1, 2]]))).__name__; drawn(a)",
        "Colorbar",
    ),
    "matplotlib._mathtext": ("a = axes(); a.set_title('$x^2$'); said = drawn(a).get_title()", "$x^2$"),
    "matplotlib._constrained_layout": (
        "figure = Figure(layout='constrained'); FigureCanvasAgg(figure); a = figure.add_subplot(); said = drawn(a).name",
        "rectilinear",
    ),
    "matplotlib.quiver": ("said = axes().quiver([0], [0], [1], [1]).N", "1"),
    "matplotlib.table": ("a = axes(); a.table([['cell']]); said = len(drawn(a).tables)", "1"),
    "matplotlib.mlab": ("said = len(axes().psd([1.0] * 256)[0])", "129"),
    "matplotlib.offsetbox": (
        "from matplotlib.offsetbox import AnchoredText; a = axes(); a.add_artist(AnchoredText('box', 'upper left'))\n"
        "said = len(drawn(a).artists)",
        "1",
    ),
    "matplotlib.widgets": (
        "import matplotlib.widgets; s = matplotlib.widgets.Slider(axes(), 'x', 0, 2); s.set_val(1); said = s.val",
        "1",
    ),
    "matplotlib.backend_tools": (
        "import matplotlib.backend_bases as b; said = b.cursors.HAND == b.tools.Cursors.HAND",
        "True",
    ),
    "matplotlib._fontconfig_pattern": (
        "from matplotlib.font_manager import FontProperties; said = FontProperties('DejaVu Sans:black').get_weight()",
        "black",
    ),
    "matplotlib._color_data": (
        "from matplotlib import colors as c; c.get_named_colors_mapping()['mine'] = '#123456'\n"
        "said = [c.to_hex(name) for name in ('mine', 'xkcd:sky blue', 'hotpink', 'HotPink', 'tab:grey', 'k', '#0a66b2', '0.5', 'C0')]",
        "['#123456', '#75bbfd', '#ff69b4', '#ff69b4', '#7f7f7f', '#000000', '#0a66b2', '#808080', '#1f77b4']",
    ),
    "matplotlib._cm": (
        "import matplotlib as m; from matplotlib import cm\n"
        "said = len(m.colormaps), cm.plasma.name, len(m.colormaps['Greys'](0)), m.color_sequences['tab10'][0] == cm.tab10.colors[0]",
        "(180, 'plasma', 4, True)",
    ),
    "matplotlib._cm_listed": (
        "a = axes(); p = a.pcolormesh([[1, 2]]); drawn(a)\n"
        "said = p.get_cmap().name, len(p.get_cmap().colors), p.get_facecolors()[0].round(3).tolist()",
        "('viridis', 256, [0.267, 0.005, 0.329, 1.0])",
    ),
    "matplotlib._cm_bivar": ("import matplotlib as m; said = m.bivar_colormaps['BiPeak'].name", "BiPeak"),
    "matplotlib._cm_multivar": ("import matplotlib as m; said = [*m.multivar_colormaps][0]", "2VarAddA"),
    "matplotlib._afm": ("import matplotlib._afm; said = matplotlib._afm.AFM.__name__", "AFM"),
    "matplotlib.texmanager": (
        "from matplotlib.texmanager import TexManager; said = TexManager.__name__",
        "TexManager",
    ),
    "matplotlib.dviread": ("import matplotlib; said = matplotlib.dviread.Dvi.__name__", "Dvi"),
    "PIL": (
        "import io; from PIL import Image; file = io.BytesIO(); axes().figure.savefig(file)\n"
        "said = Image.open(file).size",
        "(640, 480)",
    ),
    "pyparsing": ("import pyparsing as p; said = p.Word('ab').parse_string('aab')[0]", "aab"),
    "kiwisolver": ("import kiwisolver; said = kiwisolver.Variable('x').name()", "x"),
    "pickle": ("import pickle; said = pickle.loads(pickle.dumps([1]))", "[1]"),
    "pprint": ("import pprint; said = pprint.pformat({1: 2})", "{1: 2}"),
    "gzip": ("import gzip; said = gzip.decompress(gzip.compress(b'abc'))", "b'abc'"),
    "uuid": ("import uuid; said = uuid.UUID(int=1).int", "1"),
    "ctypes": ("import numpy; said = numpy.arange(2).ctypes.shape_as(numpy.ctypeslib.ctypes.c_long)[0]", "2"),
    "ipaddress": ("import urllib.parse as u; said = u.urlsplit('http://[::1]/a').hostname", "::1"),
    "platform": ("import platform; said = platform.python_implementation()", "CPython"),
    "plistlib": ("import plistlib; said = plistlib.loads(plistlib.dumps({'a': 1}))", "{'a': 1}"),
}
