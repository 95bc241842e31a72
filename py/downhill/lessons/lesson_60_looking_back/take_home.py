"""What the model's file to take home needs: its world, what its functions call, and its training."""

from __future__ import annotations

from typing import Any

from downhill.lessons.lesson_60_looking_back import home_training, home_world
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.source.home import Home, Part, Said
from downhill.source.home.literals import WIDTH, label, number, texts
from downhill.source.home.picture import typefaces
from downhill.source.home.said import comment
from downhill.source.home.way_code import step_code

WORDS = {
    "attention.world": "The world: names, things, and the sentences that there are",
    "attention.gaps": "In a sentence, curly brackets are gaps for a name, a thing, the weather.",
    "attention.texts": "Texts are drawn by lot: facts, the weather, and a last sentence about one of the "
    "owners",
    "attention.new": "Pairs of owner and thing that stand together in no text to learn from",
    "attention.draw": "A text, the place of the word that is asked for, and where it stood before",
    "attention.batch": "Texts side by side, with the four places that are to be foretold, and their words",
    "attention.weights": "The weights, all in one row, and what the functions need beside them",
    "attention.allowed": "Every place may look at what stands before it.",
    "attention.layers": "The layers are views of that row: what changes there changes here.",
    "attention.first": "The first weights are drawn by lot. The same seed gives the same weights everywhere.",
    "attention.loss": "The loss: how much the model is surprised by the words that really follow",
    "attention.slopes": "A layer's slope: what came into it, times the error of what came out",
    "attention.gather": "What the embeddings get: a word may stand in several places.",
    "attention.seed": "The seed, how many steps the page had taken, and how many more to take here",
    "attention.kept": "Texts to measure by: with pairs as in training, and with new ones",
    "attention.anew": "On the page another way downhill was chosen: here the training begins anew, in the "
    "way that was chosen last.",
    "attention.far": "A step as long as that leads out of all numbers: it is not taken.",
    "attention.again": "The steps that the page had taken are taken again: they lead to the same weights.",
    "attention.start": "Where the training stood",
    "attention.changes": "Other learning rates that were chosen on the page: after how many steps, and "
    "which.",
    "attention.training": "Training: some texts a step",
    "attention.pool": "Texts come in an order drawn by lot; then the same ones come in another order.",
    "attention.looking": "Where the model looks, in the text that stood on the page, and what it says",
    "attention.looked": "The three words that get most of the look, with their shares out of 100.",
}


def home(trainer: Looking) -> Home:
    """The world, the seed with all that was changed since, and a training that goes on from there."""
    say, said, world = Said(WORDS), trainer.lesson.words, trainer.world
    known = {
        name: _literal(getattr(world, name)) for name in ("names", "things", "skies", "sky", "facts", "last")
    }
    return Home(
        title=said["title"],
        imports=("from collections import namedtuple", "from random import Random"),
        before=(
            Part(say("attention.world"), say.code(home_world.WORLD, **known)),
            Part(say("attention.texts"), say.code(home_world.TEXTS)),
            Part(say("attention.weights"), say.code(home_world.WEIGHTS)),
        ),
        after=(
            Part(say("attention.start"), _start(trainer, say)),
            Part(say("attention.training"), _training(trainer, say)),
            Part(say("attention.looking"), say.code(home_training.LOOKING, begun=_begun(trainer))),
            Part(say("picture"), _picture(trainer, say)),
        ),
    )


def _literal(value: Any, indent: str = "") -> str:
    """Texts in tuples as Python has them, in as many lines as they take."""
    whole = repr(value)
    if isinstance(value, str) or len(indent + whole) <= WIDTH:
        return whole
    inside = indent + "    "
    return "(\n" + "".join(f"{inside}{_literal(each, inside)},\n" for each in value) + f"{indent})"


def _start(trainer: Looking, say: Said) -> str:
    anew = _begins_anew(trainer)
    rates = [] if anew else [(c.steps, c.value) for c in trainer.changes if c.weight is None]
    changes = "".join(f"    ({steps}, {number(value)}),\n" for steps, value in rates)
    return say.code(
        home_training.START,
        seed=str(trainer.seed),
        taken="0" if anew else str(trainer.steps),
        rate=number(trainer.rate if anew else trainer.lesson.rates.good),
        many=str(trainer.many),
        changes=f"[\n{changes}]" if changes else "[]",
    )


def _begins_anew(trainer: Looking) -> bool:
    """Whether the file has to begin with the first weights: it knows the steps of one way downhill alone."""
    return any(change.setting for change in trainer.changes)


def _training(trainer: Looking, say: Said) -> str:
    steps = step_code(say, trainer.way, "weights")
    told = comment(say("attention.anew")) + "\n" if _begins_anew(trainer) else ""
    return told + say.code(home_training.TRAINING.replace("STEPS", f"{steps}\n\n" if steps else ""))


def _begun(trainer: Looking) -> str:
    return texts([trainer.world.tokens[i] for i in trainer.begun()[1:]])


def _picture(trainer: Looking, say: Said) -> str:
    said = trainer.lesson.words
    shows = {
        "learned": said["mark.learned"],
        "held": said["mark.held"],
        "steps": say("steps"),
        "loss": said["loss.short"],
    }
    labels = {name: label(shown) for name, shown in shows.items()}
    return typefaces(say, [*shows.values(), *trainer.world.tokens]) + say.code(
        home_training.PICTURE, **labels
    )
