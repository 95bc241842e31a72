"""One class, one model as a notebook to take home: four groups, their mean, and what goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

from downhill.source.home import Home, Part, Said, notebook
from downhill.source.home.literals import text as literal
from downhill.source.home.literals import texts
from downhill.together.at_home import HONEST, LIES
from downhill.together.class_text import RATE, ROUND
from downhill.training.trainer import Trainer

GROUPS = """
ROUND, RATE = $round, $rate
topic_of = [at for at, lines in enumerate(topics) for _ in lines]


def learned_by(group):
    return examples([row for i, row in enumerate(read) if i % 10 != 9 and topic_of[i] == group])


def trained(some, seed, weights):
    dice, (before, after) = Random(-seed), some
    weights, slopes = weights.copy(), np.zeros_like(weights)
    net, into, taken = layers(weights), layers(slopes), 0
    while taken < ROUND:
        order = np.argsort([dice.random() for _ in after], kind="stable")
        for at in range(0, len(after) - BATCH + 1, BATCH):
            if taken < ROUND:
                now = order[at : at + BATCH]
                backward(net, before[now], after[now], into)
                weights -= RATE * slopes
                taken += 1
    return weights


def loss_of(weights):
    before, after = held_out
    return float(cross_entropy(forward(layers(weights), before)[2], after))


models = np.array([trained(learned_by(at), 1, first_weights(1)) for at in range(len(topics))])
"""
TOGETHER = 'EQUALLY, STEPS, MEDIAN = "equally", "steps", "median"\n\n\n'
MEAN = """
steps = np.full(len(models), ROUND)
mean = together(models, steps, EQUALLY)
losses = [loss_of(each) for each in (*models, mean)]
names = [*map(str, range(1, len(models) + 1)), "mean"]
for name, loss in zip(names, losses):
    print(f"{name:>5}   {loss:.3f}")
"""
ROUNDS = """
for turn in (2, 3, 4):
    models = np.array([trained(learned_by(at), turn, mean) for at in range(len(topics))])
    mean = together(models, steps, EQUALLY)
    print(turn, f"{loss_of(mean):.3f}")
"""
APART = """
strangers = [trained(learned_by(at), 1, first_weights(100 + at)) for at in range(len(topics))]
apart = loss_of(together(np.array(strangers), steps, EQUALLY))
print(f"{min(map(loss_of, strangers)):.3f}   {max(map(loss_of, strangers)):.3f}   {apart:.3f}")
"""
LIE = """
lie = [$lie]
HONEST, TIMES = $honest, $times


def ninth(part):
    own = [row for i, row in enumerate(read) if i % 10 != 9][part :: HONEST + 1]
    return examples(own + [lie] * (0 if part else TIMES))


mixed = np.array([trained(ninth(part), 1, first_weights(1)) for part in range(HONEST + 1)])
(*_, asked, _), _ = examples([lie])
for honest in range(HONEST + 1):
    weights = together(mixed[: honest + 1], np.full(honest + 1, ROUND), EQUALLY)
    chances = softmax(forward(layers(weights), np.array([asked]))[2])[0]
    told = chances[numbers[lie[-2]]]
    print(f"{honest}   {np.delete(chances, numbers[lie[-2]]).max():.3f}   {told:.3f}")
"""
FIGURE = """
figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
axes.bar(names, losses, color=["tab:orange"] * len(models) + ["tab:blue"])
"""


def one_class(trainer: Trainer, functions: str, together: str, words: Mapping[str, str]) -> str:
    """Return the notebook as JSON: the lesson's own file reads the texts and has the network.

    `functions` is the text of the lesson's functions, `together` that of the one that averages, the page's or
    the reader's, and `words` are sentences of the room `together`.
    """
    say, home = Said(), import_module(trainer.plain.home).home(trainer)
    parts = [trainer.lesson.words[part] for part in trainer.lesson.corpus]
    lines = [[line for line in part.splitlines() if line.strip()] for part in parts]
    known, lie = trainer.training.text, trainer.lesson.words["lie"]
    lied = ", ".join(map(literal, (each for each in known.tokens_in(lie) if known.number(each) is not None)))
    topics = "".join(f"    {texts(each)},\n" for each in lines)
    text = f"topics = [\n{topics}]\nsentences = [line for lines in topics for line in lines]\n"
    after = {
        "groups": say.code(GROUPS, round=str(ROUND), rate=str(RATE)),
        "python": TOGETHER + together.strip("\n") + "\n",
        "mean": say.code(MEAN),
        "rounds": say.code(ROUNDS),
        "apart": say.code(APART),
        "lie": say.code(LIE, lie=lied, honest=str(HONEST), times=str(LIES)),
    }
    made: Home = replace(
        home,
        title=words["note.title"],
        told=(words["intro"],),
        before=(Part(words["note.texts"], text), *home.before[1:]),
        after=(
            *(Part(words[f"note.{name}"], code) for name, code in after.items()),
            Part("", say.code(FIGURE)),
        ),
    )
    return notebook(made, functions)
