"""What the page says of runs: what they amount to, ways downhill, kept runs, overshoots; part of `PAGE`."""

from __future__ import annotations

COMPARE: dict[str, str] = {
    "action.keep": "Keep this run",
    "action.again": "Again from the same start",
    "kept.title": "Kept runs",
    "kept.rate": "rate {a}",
    "kept.rates": "rates {a} to {b}",
    "kept.step": "{steps} step",
    "kept.steps": "{steps} steps",
    "kept.end": "{name} {loss}, {verdict}",
    "kept.verdict.": "still on its way",
    "kept.verdict.converged": "converged",
    "kept.verdict.stuck": "stuck in a place that is not the lowest",
    "kept.verdict.rests": "stopped where it is level",
    "kept.verdict.hopeless": "hardly any progress, with no rate that would arrive soon",
    "kept.verdict.hovering": "hovering",
    "kept.verdict.diverging": "diverging",
    "kept.verdict.held": "jumping from side to side",
    "kept.verdict.jumping": "jumping over low ground",
    "kept.verdict.downhill": "going downhill",
    "kept.verdict.creased": "going downhill",
    "kept.verdict.bouncing": "bouncing",
    "kept.verdict.crawling": "crawling",
    "kept.verdict.converging": "converging",
    "kept.verdict.edge": "stopped at a slider’s end",
    "kept.verdict.undefined": "stopped where there is no value",
    "kept.verdict.overflow": "stopped before its numbers grew too large",
    "kept.done": "Kept as run {number}: {name}.",
    "kept.none": "There is no run to keep yet: press Step or Play first.",
    "kept.full": "Three runs are kept. Remove one to keep another.",
    "kept.dropped": "Run {number} is removed.",
    "kept.gone": "The kept runs belonged to what was chosen before, and are removed.",
    "kept.remove": "Remove",
    "kept.remove.run": "Remove run {number}",
    "overshoot.start": "{loss} at the start",
    "overshoot.place": "{loss} at step {step}",
    "overshoot.rise": "Leap by leap, {loss}: {places}. Each leap lands higher than the one before.",
    "overshoot.held": "Leap by leap, {loss}: {places}. Only the sliders’ ends cut the leaps short.",
    "overshoot.overflow": "Leap by leap, {loss}: {places}. The next leap would leave all numbers.",
    "axis.line": "along the line of the last leap",
    "views.more": "More views of the loss",
    "views.curve": "Along",
    "views.slice": "Slice over",
    "views.and": "{a} and {b}",
    "picture.curve": "{loss} along one slider, the others as they are now",
    "picture.slice": "Slice: {loss} over two sliders, the others as they are now; darker is lower. "
    "The trail is its shadow on this slice",
    "picture.overshoot": "Why it diverges: the last leaps of the run, from side to side over the valley",
    "read.curve": "Every other slider is held where it is now. Point at the curve to read it; click or tap "
    "to put the slider there.",
    "read.slice": "A slice: every other slider is held where it is now, and the trail is a shadow. It is "
    "drawn anew when the sliders rest. Point at it to read it; click or tap to put both sliders there.",
}


# `downhill.maths.truths` and `downhill.play.verdicts` say when each is true. What to do about it is one more
# sentence.
VERDICTS: dict[str, str] = {
    "verdict.converged": "Converged: the ground is level here, so there is no downhill left to walk.",
    "verdict.stuck": "Stopped where it is level: gradient descent gets only the slope here, and no number "
    "about lower ground elsewhere.",
    "verdict.rests": "Stopped: the ground is level here. The slope can’t show whether there is lower ground "
    "elsewhere.",
    "verdict.hovering": "Hovering: it gets no lower, as its steps keep jumping over the bottom. A smaller "
    "learning rate hovers closer.",
    "verdict.diverging": "Diverging: the steps jump over the valley and land higher and higher now.",
    "verdict.held": "Too far: the steps jump from side to side, and only the sliders’ ends cut them short.",
    "verdict.bouncing": "Bouncing: each step jumps across the valley, and the next one nearly as far back.",
    "verdict.jumping": "Jumping: not every step lands lower now, as they leap over low ground. A smaller "
    "learning rate leaps less far.",
    "verdict.hopeless": "Hardly any progress, and no learning rate arrives soon: one way the ground curves "
    "{times:big} times as much as the other.",
    "verdict.crawling": "Crawling: the steps land lower and lower now, but they are tiny.",
    "verdict.converging": "Converging: the steps land lower and lower now, and shrink as the slope flattens.",
    "verdict.downhill": "Downhill: the steps land lower and lower now.",
    "verdict.creased": "Downhill: the steps land lower and lower now. Toward a corner the slope does not "
    "fade, and neither do the steps.",
    "verdict.edge": "The next step would leave the sliders, so gradient descent stops at their end.",
    "verdict.undefined": "No step was taken: where it would lead, there is no value.",
    "verdict.overflow": "This step was not taken: the numbers would have grown too large to count.",
    "advice.diverging": "Paused: choose a smaller learning rate.",
    "advice.held": "Paused: choose a smaller learning rate.",
    "advice.bouncing": "Try a smaller learning rate.",
    "advice.crawling": "Try a larger learning rate.",
    "advice.undefined": "Choose another learning rate, or begin somewhere else.",
    "advice.overflow": "Choose a smaller learning rate.",
    "said.more": "{said} {more}",
}


# `downhill.maths.memory_truths` says when each verdict is true.
WAYS: dict[str, str] = {
    "way": "Way downhill",
    "way.plain": "plain",
    "way.momentum": "momentum",
    "way.adam": "Adam",
    "way.beta": "β, kept of the last step",
    "way.beta1": "β₁, kept of the mean slope",
    "way.beta2": "β₂, kept of the mean square",
    "way.spoken": "{share}, steps that are remembered: about {steps:0}",
    "way.said.plain": "Each step depends on the slope where it begins, and on nothing else.",
    "way.said.momentum": "Each step repeats a share of the one before it, too: it picks up speed, and rolls "
    "past the bottom.",
    "way.said.adam": "The mean of earlier slopes, divided by their usual size: each step is about as long as "
    "the learning rate.",
    "way.memory": "Its memory is empty when a run begins, when you move a slider, and when you change the "
    "way.",
    "way.rests": "Your own step rests meanwhile, as it belongs to another way.",
    "python.momentum": "One step with momentum",
    "python.adam": "One step of Adam",
    "verdict.first": "Adam’s first step is as long as the learning rate, however steep the ground is.",
    "verdict.uphill": "Uphill, on purpose: what it keeps of earlier steps carries it on against the slope.",
    "verdict.rolling": "Rolling: this step landed lower, and was longer than the one before.",
    "verdict.striding": "Striding: this step landed lower, and was about as long as the one before. Adam "
    "ignores a slope’s size.",
    "verdict.slowing": "Slowing: this step landed lower, and was shorter than the one before.",
    "kept.verdict.first": "after one step",
    "kept.verdict.uphill": "rolling uphill",
    "kept.verdict.rolling": "rolling downhill",
    "kept.verdict.striding": "going downhill",
    "kept.verdict.slowing": "going downhill",
    "maths.velocity": "velocity",
    "maths.mean": "mean",
    "maths.square": "mean square",
    "maths.before": "{name} before",
    "maths.scaled.adam": "Adam works in standardized units here; gradient, mean and mean square are shown "
    "in them, and only the last line is in the slider’s own.",
    "maths.own": "Your own function takes this step: its lines are in The Python.",
}
