"""What the model's file to take home needs: its text, what its functions call, and its training."""

from __future__ import annotations

from downhill.lessons.lesson_50_ten_thousand import home_network
from downhill.source.home import Home, Part, Said
from downhill.source.home.literals import text, texts
from downhill.training.take_home import LAYERS, curves, started, trained
from downhill.training.trainer import Trainer

WORDS = {
    "ten-thousand.text": "The training text, a sentence a line",
    "ten-thousand.reading": "Reading: words become numbers, and every word an example with the three "
    "before it",
    "ten-thousand.held": "Every tenth sentence is held out: it tests the model and takes no part in the "
    "training.",
    "ten-thousand.small": "A sentence’s first word is written small where the text has it so.",
    "ten-thousand.training": "Training: 16 examples a step",
    "ten-thousand.batch": "Each example comes once, in an order drawn by lot; then all come again, in "
    "another order.",
    "ten-thousand.writing": "Writing: the likeliest word each time, until the sentence ends",
}
EXAMPLES = {
    "reads": "    read_now = next(batch)\n",
    "examples": "learned[0][read_now], learned[1][read_now]",
    "known": "sample",
    "new": "held_out",
    "named": "held out",
}
FIGURE = 'figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")\n'


def home(trainer: Trainer) -> Home:
    """The text, the seed with all that was changed since, and a training that goes on from there."""
    say, said = Said(WORDS), trainer.lesson.words
    own, corpus = trainer.own_text, trainer.lesson.corpus
    sentences = [line for key in corpus for line in said[key].splitlines() if line.strip()]
    if own:
        sentences = [" ".join(sentence) for sentence in own.read]
    return Home(
        title=said["title"],
        imports=("import re", "from collections import Counter, namedtuple", "from random import Random"),
        before=(
            Part(say("ten-thousand.text"), f"sentences = {texts(sentences)}\n"),
            Part(say("ten-thousand.reading"), say.code(home_network.READING)),
            Part(say("model.weights"), say.code(home_network.WEIGHTS + LAYERS)),
        ),
        after=(
            Part(say("model.start"), started(trainer, say, steps=200, every=10)),
            Part(say("ten-thousand.training"), trained(trainer, say, home_network.BATCHES, **EXAMPLES)),
            Part(say("ten-thousand.writing"), _writing(trainer, say)),
            Part(say("picture"), curves(trainer, say, FIGURE, "axes")),
        ),
    )


def _writing(trainer: Trainer, say: Said) -> str:
    known = trainer.training.text.tokens
    begun = ", ".join(text(known[i]) for i in trainer.begun())
    between = "" if any(map(_is_wide, known)) else " "
    return say.code(home_network.WRITING, begun=f"[{begun}]", between=text(between))


def _is_wide(token: str) -> bool:
    return token[0] >= "\u3040"
