"""The words of the lesson on a curve, but for its challenges."""

WORDS = {
    "title": "One slider: find the lowest point",
    "prose": """
Here is a curve. To every position $x$ of the slider belongs one height, $f(x)$. Your task is the simplest one
there is: **find the $x$ where the curve is lowest**. That is what “to minimize a function” means.

Watch what you do while you search. You look which way the curve falls, go a little that way, and look again.
Where it is steep you go far, where it is nearly level you slow down. You are *descending*. You see the whole
curve at once; without it, the slope under your feet alone would tell you where down is.
""",
    "task": "Move the slider to minimize $f(x)$.",
    "then": """
Now let the machine do it. It gets even less than you do: neither the curve nor the valley, just one number,
the slope where the point stands. Calculus gives it that number; it is called the **gradient**. Going downhill
by it is **gradient descent**, and its rule is one line:

$$x_{\\text{new}} = x - \\text{learning rate} \\cdot \\text{slope}$$

A positive slope means uphill to the right, so the rule goes left; a negative one sends it right. The steeper
the ground, the longer the step, and the **learning rate** scales them all. The arrow in the picture is as
long as the next step. Press *Step* and watch [the machine]{.machine} take your own slider from wherever [your
hand]{.hand} left it. Then give it the two valleys, and the long flat slope.
""",
    "learned": "To learn is to walk downhill: feel the slope, take a step against it, and repeat until the "
    "ground is level.",
    "picture": "The curve of f(x), with a point on it where the slider stands",
    "loss": "value of f(x)",
    "loss.short": "f(x)",
    "axis.x": "x",
    "axis.f": "f(x)",
    "entry.f": "f(x) =",
    "entry.f.hint": "For instance x^2 - 3x, |x - 1| or x sin(2x). Besides + - * / ^ and brackets there are "
    "pi, e, sqrt, exp, ln, sin, cos, tan, arctan and tanh.",
    "python.height": "How high the curve is at x",
    "python.slope": "How steep it is there",
    "formula.bowl": "f(x) = 0.15\\,(x - 1.5)^2 + 0.6",
    "formula.two-valleys": "f(x) = 0.02\\,x^4 - 0.5\\,x^2 - 0.25\\,x + 4.5",
    "formula.flat-slope": "f(x) = 4.6 - \\dfrac{4}{1 + \\left(\\dfrac{x - 2.5}{1.2}\\right)^2}",
    "now.lowest": "This is the lowest point: at x = {x:2} the curve is {loss:f} high, and level.",
    "now.near": "As low as makes no difference: at x = {x:2} the curve is {loss:f} high, and the lowest "
    "point hardly lower.",
    "now.wrong": "You stand in a valley, but not the lowest: at x = {x:2} the curve is {loss:f} high. Every "
    "way out leads uphill first.",
    "now.top": "The ground is level here too, but this is a hilltop: at x = {x:2} both sides fall.",
    "now.level": "At x = {x:2} the curve is {loss:f} high and level, but there is lower ground elsewhere.",
    "now.right": "At x = {x:2} the curve is {loss:f} high and falls to the right, with slope {slope:f}.",
    "now.left": "At x = {x:2} the curve is {loss:f} high and falls to the left, with slope {slope:f}.",
    "now.corner": "This is the lowest point: at x = {x:2} the curve is {loss:f} high, and has a corner.",
    "now.end": "Lower it does not get: at x = {x:2} the curve is {loss:f} high. It is not level, but curve "
    "or slider ends here.",
    "now.endless": "There is no lowest point: near x = {x:2} the curve falls without end, here already out "
    "of the picture.",
    "now.everywhere": "This ground is level everywhere, {loss:f} high: every x is as good as any other.",
    "now.upright": "At x = {x:2} the curve is {loss:f} high and stands upright: it has no slope that descent "
    "could follow.",
    "now.undefined": "At x = {x:2} your f(x) is not defined, or too far up or down to be drawn: there is no "
    "height here, and no slope.",
    "now.plain": "At x = {x:2} the curve is {loss:f} high and almost level; faintly, with slope {slope:f}, "
    "it goes on falling.",
    "off.left": "off the map: {far:f} to the left",
    "off.right": "off the map: {far:f} to the right",
    "off.above": "off the map: {far:f} higher",
    "off.below": "off the map: {far:f} lower",
    "beyond.left": "The next step would leave the picture: {step:f} to the left.",
    "beyond.right": "The next step would leave the picture: {step:f} to the right.",
}
