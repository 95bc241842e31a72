"""What the take-home files of all models share: layers, a training that goes on, a picture of the losses."""

from __future__ import annotations

from collections.abc import Iterable

from downhill.source.home import Said
from downhill.source.home.literals import label, number
from downhill.source.home.picture import typefaces
from downhill.source.home.said import comment
from downhill.source.home.way_code import step_code
from downhill.training.run_log import Change
from downhill.training.trainer import REACH, Trainer

LAYERS = """

#: model.layers
def layers(row):
    parts, at = [], 0
    for shape in SHAPES:
        size = int(np.prod(shape))
        parts.append(row[at : at + size].reshape(shape))
        at += size
    return Layers(*parts)


def multiply(a, b):
    return np.einsum("ik,kj->ij", a, b)
"""
START = """
#: model.seed
seed = $seed
taken = $taken
steps = $steps
every = $every
rate = $rate
#: model.changes
changes = $changes
"""
WEIGHTS = """
weights, slopes = first_weights(seed), first_weights(seed)
net, into = layers(weights), layers(slopes)
"""
TRAINING = """
def train():
$reads    with np.errstate(all="ignore"):
        backward(net, $examples, into)
        far = rate**2 * np.einsum("i,i->", slopes, slopes)
        #: model.far
        if far < 1e12:
            weights[:] = step(weights, slopes, rate)


STEPSdef change(count):
    global rate
    for at, value, weight in changes:
        if at == count and weight is None:
            rate = value
        elif at == count:
            weights[weight] = value


def tell(count):
    course.append((count, loss_of($known), loss_of($new)))
    print(f"{count:6d}   loss = {course[-1][1]:.6f}   $named = {course[-1][2]:.6f}")


#: model.again
for count in range(taken):
    change(count)
    train()
change(taken)

course = []
tell(taken)
for count in range(taken + 1, taken + steps + 1):
    train()
    if (count - taken) % every == 0:
        tell(count)
"""
CURVES = """
counts, on_known, on_new = zip(*course)
$axes.plot(counts, on_known, color="tab:blue", label=$learned)
$axes.plot(counts, on_new, "--", color="tab:orange", label=$held)
$axes.set(xlabel=$steps, ylabel=$loss)
$axes.legend()
"""


def started(trainer: Trainer, say: Said, steps: int, every: int) -> str:
    """Return code with the training's state, what was changed along the way, and how many `steps` follow."""
    anew = begins_anew(trainer)
    changes = "".join(f"    {_change(change)},\n" for change in (() if anew else trainer.changes))
    return say.code(
        START,
        seed=str(trainer.seed),
        taken="0" if anew else str(trainer.steps),
        steps=str(steps),
        every=str(every),
        rate=number(trainer.rate if anew else trainer.lesson.rates.good),
        changes=f"[\n{changes}]" if changes else "[]",
    )


def trained(trainer: Trainer, say: Said, own: str, **given: str) -> str:
    """Return the code of the training; `own` says where its examples come from, and defines `loss_of`.

    `given` has the lines that take what a step reads (`reads`), these `examples` as arguments, what losses
    are measured on (`known`, `new`), and what the latter is called (`named`).
    """
    steps = step_code(say, trainer.way, "weights")
    told = comment(say("model.anew")) + "\n" if begins_anew(trainer) else ""
    code = TRAINING.replace("STEPS", f"{steps}\n\n" if steps else "")
    return told + say.code(f"{WEIGHTS}\n{own}\n{code}", **given)


def curves(trainer: Trainer, say: Said, figure: str, axes: str, shows: Iterable[str] = ()) -> str:
    """Return the code of a `figure` with the losses on its `axes`; `shows` are more texts in it."""
    said = trainer.lesson.words
    named = {
        "learned": said["mark.learned"],
        "held": said["mark.held"],
        "steps": say("steps"),
        "loss": said["loss.short"],
    }
    labels = {name: label(shown) for name, shown in named.items()}
    return typefaces(say, [*named.values(), *shows]) + figure + say.code(CURVES, axes=axes, **labels)


def begins_anew(trainer: Trainer) -> bool:
    """Return whether the file must begin with the first weights: it can take steps of only one way."""
    return any(change.setting for change in trainer.changes)


def _change(change: Change) -> str:
    value = change.value if change.weight is None else min(max(change.value, -REACH), REACH)
    return f"({change.steps}, {number(value)}, {change.weight})"
