"""Links as nobody should make them: mangled, hostile, cut off, endless, of older pages and of newer ones."""

from __future__ import annotations

from itertools import product
from urllib.parse import quote

from downhill.session.compact import deflate, to_base64url

GOOD = "line&v=2&line.m=101"
"""A state that makes sense; what is mangled is added to it."""


BOMB = "z" + to_base64url(deflate(bytes(10_000_000)))

NUMBERS = (
    *("nan", "NaN", "inf", "-Infinity", "1e999", "", "one", "1,5", "0x10", "--1", "1_", "٣٫٥", "%31%", "1 2"),
    *("None", "true", "[1]", '{"x":1}', "1;DROP TABLE", "`1`", "$(1)", "{x}", "%s", "%00", "..", "\u202e1"),
)
NAMES = ("valley.x", "line.b", "line.rate", "next-word.cat_animals")
MARKUP = """
<script>alert(1)</script>
<img src=x onerror=alert(1)>
"><svg onload=alert(1)>
javascript:alert(1)
</script><script>alert(1)
<!--
]]>
&lt;b&gt;
<iframe srcdoc='<script>1'>
{{7*7}}
${7*7}
<style>*{display:none}
' onfocus=alert(1) autofocus='
<math><mtext><img src=x onerror=alert(1)>
""".strip().split("\n")
PACKED = (
    *("", "z", "p", "x", "zz", "z!", "z!!!!", "z\x00", "zé", "q1", "q123", "p1", "p1.2.3", "p1.0.0.1.0.0"),
    *("p201.0.0.2.0.0.2.AA", "p-1.0.0.2.0.0.2.AA", "p2.0.0.0.0.0.2.AA", "p2.0.0.-3.0.0.2.AA"),
    *("p2.9999.0.2.0.0.2.AA", "p2.999999.0.2.0.0.2.AA", "p2.-1.0.2.0.0.2.AA", "p2.0.0.2.0.0.2.A!"),
    *("p2.0.0.2.0.0.2.AA._w", "p1.0.0.1e9.0.0.2.AA", "p1.a.b.c.d.e.f.g", "p" + "1." * 5000),
    *("p" + "9" * 5000 + ".0.0.2.0.0.2.AA", "p1.0." + "9" * 99 + ".2.0.0.2.AA"),
    *("p2.0." + "9" * 60 + ".2.0.0.2.AA", "p2.0.0." + "9" * 60 + ".0.0.2.AA"),
    *("z" + "A" * 15_000, "p2.0.0.2.0.0.2." + "A" * 15_000, "p2.0.0.2.0.0.2." + "_" * 15_000, BOMB),
)
"""What was never packed."""
RUNS = ("", "1~0~~0.1~1e3", "1~0~~0.1~3_1~0~~0.1~3", "_" * 50, "~" * 5000)
SIGNS = "& &&& &= &=&==&line.m== &%00=%00&%zz=% &.=. &line.=1 &.m=1 &line..m=1 &line.m.m=1".split()
VERSIONS = ("0", "-1", "1.5", "two", "", "2\x00", "0x2", "²", "9" * 6000)
LONG = (
    *("&" + "x" * 20_000, "&line.m=1" * 5000, "&" + "a." * 9000 + "=1", "&valley.f~=" + "A" * 30_000),
    *("&valley.x=" + "1" * 30_000, "&valley.f=" + "x%2B" * 6000 + "x"),
    *("&valley.f=" + "(" * 9000, "&valley.f=" + "-" * 9000 + "x"),
)
STRANGERS = ("__proto__.x=1", "constructor.prototype=1")


def links() -> list[str]:
    """All of them, without their `#`."""
    mangled = [f"{GOOD}&{name}={quote(text, safe='')}" for name, text in product(NAMES, NUMBERS)]
    places = [f"{text}&v=2&line.m=101" for text in MARKUP]
    markup = [
        f"{GOOD}&{name}={quote(text)}" for name, text in product(("valley.f", "line.error", "line.m"), MARKUP)
    ]
    named = [f"{GOOD}&{text}=1" for text in MARKUP]
    packed = [f"{GOOD}&{name}~={text}" for name, text in product(("valley.f", "line.b"), PACKED)]
    runs = [f"{GOOD}&valley.kept={text}" for text in RUNS]
    rest = [GOOD + text for text in (*SIGNS, *LONG)] + [f"{GOOD}&{text}" for text in STRANGERS]
    versions = [f"line&v={text}&line.m=101" for text in VERSIONS]
    cut = [(GOOD + "&valley.f~=zK86sSuUsKMpMTgUA&valley.kept=1~0~~0.1~3")[:end] for end in range(0, 64, 3)]
    return [*mangled, *places, *markup, *named, *packed, *runs, *rest, *versions, *cut]
