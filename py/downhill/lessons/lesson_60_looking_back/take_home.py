"""What the model's file to take home needs: its world, what its functions call, and its training."""

from __future__ import annotations

from typing import Any

from downhill.lessons.lesson_60_looking_back import home_world
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.source.home import Home, Part, Said
from downhill.source.home.literals import WIDTH, texts
from downhill.training.take_home import LAYERS, curves, started, trained

WORDS = {
    "attention.world": "The world: names, things, and the sentences that there are",
    "attention.gaps": "In a sentence, curly brackets are gaps for a name, a thing, the weather.",
    "attention.texts": "Texts are drawn by lot: facts, the weather, and a last sentence about one of the "
    "owners",
    "attention.new": "Pairs of owner and thing that stand together in no text to learn from",
    "attention.draw": "A text, the place of the word that is asked for, and where it stood before",
    "attention.batch": "Texts side by side, with the four places that are to be foretold, and their words",
    "attention.allowed": "Every place may look at what stands before it.",
    "attention.loss": "The loss: the surprise at the words that really follow",
    "attention.slopes": "A layer's slope: what came into it, times the error of what came out",
    "attention.kept": "Texts to measure by: with pairs as in training, and with new ones",
    "attention.training": "Training: some texts a step",
    "attention.pool": "Texts come in an order drawn by lot; then the same ones come in another order.",
    "attention.looking": "Where the model looks, in the text that stood on the page, and what comes out",
    "attention.looked": "The three words that get most of the look, with their shares out of 100.",
}
EXAMPLES = {
    "reads": home_world.READS,
    "examples": "texts, places, true",
    "known": "known",
    "new": "new",
    "named": "new pairs",
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
            Part(say("model.weights"), say.code(home_world.WEIGHTS + LAYERS)),
        ),
        after=(
            Part(say("model.start"), started(trainer, say, steps=300, every=25)),
            Part(
                say("attention.training"),
                trained(trainer, say, home_world.STORIES, **EXAMPLES, many=str(trainer.many)),
            ),
            Part(say("attention.looking"), say.code(home_world.LOOKING, begun=_begun(trainer))),
            Part(
                say("picture"),
                curves(trainer, say, home_world.FIGURE, "above", world.tokens) + home_world.BARS,
            ),
        ),
    )


def _literal(value: Any, indent: str = "") -> str:
    """Texts in tuples as Python has them, in as many lines as they take."""
    whole = repr(value)
    if isinstance(value, str) or len(indent + whole) <= WIDTH:
        return whole
    inside = indent + "    "
    return "(\n" + "".join(f"{inside}{_literal(each, inside)},\n" for each in value) + f"{indent})"


def _begun(trainer: Looking) -> str:
    return texts([trainer.world.tokens[i] for i in trainer.begun()[1:]])
