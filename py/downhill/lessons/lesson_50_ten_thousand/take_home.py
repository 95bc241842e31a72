"""What the model's file to take home needs: its text, what its functions call, and its training."""

from __future__ import annotations

from downhill.source.home import Home, Part, Said
from downhill.source.home.literals import text, texts
from downhill.training.take_home import LAYERS, curves, started, trained
from downhill.training.trainer import Trainer

READING = r"""
LOOKS_BACK = 3
BATCH = 16


def tokens_of(line):
    return re.findall(r"\w+(?:['’\-]\w+)*|[^\w\s]", line)


read = [tokens_of(line) for line in sentences]
#: ten-thousand.small
inside = {token for _, *rest in read for token in rest}
for sentence in read:
    small = sentence[0][:1].lower() + sentence[0][1:]
    sentence[0] = small if small in inside else sentence[0]

tokens = [token for token, _ in Counter(token for sentence in read for token in sentence).most_common()]
numbers = {token: number for number, token in enumerate(tokens)}
end = numbers[Counter(sentence[-1] for sentence in read).most_common(1)[0][0]]


def examples(some):
    before, after = [], []
    for sentence in some:
        row = [end] * LOOKS_BACK + [numbers[token] for token in sentence]
        before += [row[i : i + LOOKS_BACK] for i in range(len(sentence))]
        after += row[LOOKS_BACK:]
    return np.array(before), np.array(after)


#: ten-thousand.held
held_out = examples(read[9::10])
learned = examples([sentence for i, sentence in enumerate(read) if i % 10 != 9])
sample = learned[0][::9], learned[1][::9]
"""
WEIGHTS = """
WIDTH = 16
HIDDEN = 48
INPUTS = LOOKS_BACK * WIDTH
SHAPES = (len(tokens), WIDTH), (INPUTS, HIDDEN), (HIDDEN,), (HIDDEN, len(tokens)), (len(tokens),)
Layers = namedtuple("Layers", "embedding inner shift outer bias")


#: model.first
def first_weights(seed):
    dice, row = Random(seed), np.zeros(sum(int(np.prod(shape)) for shape in SHAPES))
    net = layers(row)
    for layer, reach in ((net.embedding, 0.5), (net.inner, (6 / (INPUTS + HIDDEN)) ** 0.5), (net.outer, 0.2)):
        drawn = np.array([dice.random() for _ in range(layer.size)])
        layer[:] = ((2 * drawn - 1) * reach).reshape(layer.shape)
    return row


#: model.gather
def gather(slopes, before, size):
    total = np.zeros((size, WIDTH))
    np.add.at(total, before, slopes.reshape(len(before), LOOKS_BACK, WIDTH))
    return total
"""
BATCHES = """
#: ten-thousand.batch
def batches():
    dice, after = Random(-seed), learned[1]
    while True:
        order = np.argsort([dice.random() for _ in after], kind="stable")
        for at in range(0, len(after) - BATCH + 1, BATCH):
            yield order[at : at + BATCH]


batch = batches()


def loss_of(examples):
    before, after = examples
    return float(cross_entropy(forward(net, before)[2], after))
"""
WRITING = r"""
def write(words):
    text = [numbers[word] for word in words]
    for _ in range(16):
        seen = ([end] * LOOKS_BACK + text)[-LOOKS_BACK:]
        text.append(int(softmax(forward(net, np.array([seen]))[2])[0].argmax()))
        if text[-1] == end:
            break
    return [tokens[number] for number in text]


print(re.sub(r" (?=[^\w\s])", "", $between.join(write($begun))))
"""


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
            Part(say("ten-thousand.reading"), say.code(READING)),
            Part(say("model.weights"), say.code(WEIGHTS + LAYERS)),
        ),
        after=(
            Part(say("model.start"), started(trainer, say, steps=200, every=10)),
            Part(say("ten-thousand.training"), trained(trainer, say, BATCHES, **EXAMPLES)),
            Part(say("ten-thousand.writing"), _writing(trainer, say)),
            Part(say("picture"), curves(trainer, say, FIGURE, "axes")),
        ),
    )


def _writing(trainer: Trainer, say: Said) -> str:
    known = trainer.training.text.tokens
    begun = ", ".join(text(known[i]) for i in trainer.begun())
    between = "" if any(map(_is_wide, known)) else " "
    return say.code(WRITING, begun=f"[{begun}]", between=text(between))


def _is_wide(token: str) -> bool:
    return token[0] >= "\u3040"
