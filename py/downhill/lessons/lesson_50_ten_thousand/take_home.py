"""What the model's file to take home needs: its text, what its functions call, and its training."""

from __future__ import annotations

from downhill.lessons.lesson_50_ten_thousand import home_network, home_training
from downhill.source.home import Home, Part, Said
from downhill.source.home.literals import label, number, text, texts
from downhill.source.home.picture import typefaces
from downhill.source.home.said import comment
from downhill.source.home.way_code import step_code
from downhill.training.run_log import Change
from downhill.training.trainer import REACH, Trainer

WORDS = {
    "ten-thousand.text": "The text that the model learns from, a sentence a line",
    "ten-thousand.reading": "Reading: words become numbers, and every word an example with the three "
    "before it",
    "ten-thousand.held": "Every tenth sentence is held out: the model is tested by it and never learns it.",
    "ten-thousand.small": "A sentence’s first word is written small where the text has it so.",
    "ten-thousand.weights": "The weights, all in one row, and what the functions need beside them",
    "ten-thousand.layers": "The layers are views of that row: what changes there changes here.",
    "ten-thousand.first": "The first weights are drawn by lot. The same seed gives the same weights "
    "everywhere.",
    "ten-thousand.gather": "What the embeddings get: a word may stand in several places.",
    "ten-thousand.start": "Where the training stood",
    "ten-thousand.seed": "The seed, how many steps the page had taken, and how many more to take here",
    "ten-thousand.changes": "What was changed on the page: after how many steps, to which value, and which "
    "weight; None is the learning rate.",
    "ten-thousand.training": "Training: 16 examples a step",
    "ten-thousand.batch": "Each example comes once, in an order drawn by lot; then all come again, in "
    "another order.",
    "ten-thousand.again": "The steps that the page had taken are taken again: they lead to the same weights.",
    "ten-thousand.anew": "On the page another way downhill was chosen: here the training begins anew, in the "
    "way that was chosen last.",
    "ten-thousand.far": "A step as long as that leads out of all numbers: it is not taken.",
    "ten-thousand.writing": "Writing: the likeliest word each time, until the sentence ends",
}


def home(trainer: Trainer) -> Home:
    """The text, the seed with all that was changed since, and a training that goes on from there."""
    say, said = Said(WORDS), trainer.lesson.words
    sentences = [line for key in trainer.lesson.corpus for line in said[key].splitlines() if line.strip()]
    return Home(
        title=said["title"],
        imports=("import re", "from collections import Counter, namedtuple", "from random import Random"),
        before=(
            Part(say("ten-thousand.text"), f"sentences = {texts(sentences)}\n"),
            Part(say("ten-thousand.reading"), say.code(home_network.READING)),
            Part(say("ten-thousand.weights"), say.code(home_network.WEIGHTS)),
        ),
        after=(
            Part(say("ten-thousand.start"), _start(trainer, say)),
            Part(say("ten-thousand.training"), _training(trainer, say)),
            Part(say("ten-thousand.writing"), _writing(trainer, say)),
            Part(say("picture"), _picture(trainer, say)),
        ),
    )


def _start(trainer: Trainer, say: Said) -> str:
    anew = _begins_anew(trainer)
    told = () if anew else trainer.changes
    changes = "".join(f"    {_change(change)},\n" for change in told)
    return say.code(
        home_training.START,
        seed=str(trainer.seed),
        taken="0" if anew else str(trainer.steps),
        rate=number(trainer.rate if anew else trainer.lesson.rates.good),
        changes=f"[\n{changes}]" if changes else "[]",
    )


def _begins_anew(trainer: Trainer) -> bool:
    """Whether the file has to begin with the first weights: it knows the steps of one way downhill alone."""
    return any(change.setting for change in trainer.changes)


def _training(trainer: Trainer, say: Said) -> str:
    steps = step_code(say, trainer.way, "weights")
    steps = f"{steps}\n\n" if steps else ""
    told = comment(say("ten-thousand.anew")) + "\n" if _begins_anew(trainer) else ""
    return told + say.code(home_training.TRAINING.replace("STEPS", steps))


def _change(change: Change) -> str:
    value = change.value if change.weight is None else min(max(change.value, -REACH), REACH)
    return f"({change.steps}, {number(value)}, {change.weight})"


def _writing(trainer: Trainer, say: Said) -> str:
    known = trainer.training.text.tokens
    begun = ", ".join(text(known[i]) for i in trainer.begun())
    between = "" if any(map(_is_wide, known)) else " "
    return say.code(home_training.WRITING, begun=f"[{begun}]", between=text(between))


def _picture(trainer: Trainer, say: Said) -> str:
    said = trainer.lesson.words
    shows = {
        "learned": said["mark.learned"],
        "held": said["mark.held"],
        "steps": say("steps"),
        "loss": said["loss.short"],
    }
    labels = {name: label(shown) for name, shown in shows.items()}
    return typefaces(say, [*shows.values()]) + say.code(home_training.PICTURE, **labels)


def _is_wide(token: str) -> bool:
    return token[0] >= "\u3040"
