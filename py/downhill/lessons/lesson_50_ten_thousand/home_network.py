"""Code of the model's file: text, weights, batches, writing; as in `downhill.training`, in fewer words."""

from __future__ import annotations

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
