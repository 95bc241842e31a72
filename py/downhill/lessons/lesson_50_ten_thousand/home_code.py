"""The model's code beside what the page shows: as in `downhill.training`, in fewer words."""

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


#: ten-thousand.layers
def layers(row):
    parts, at = [], 0
    for shape in SHAPES:
        size = int(np.prod(shape))
        parts.append(row[at : at + size].reshape(shape))
        at += size
    return Layers(*parts)


#: ten-thousand.first
def first_weights(seed):
    dice, row = Random(seed), np.zeros(sum(int(np.prod(shape)) for shape in SHAPES))
    net = layers(row)
    for layer, reach in ((net.embedding, 0.5), (net.inner, (6 / (INPUTS + HIDDEN)) ** 0.5), (net.outer, 0.2)):
        drawn = np.array([dice.random() for _ in range(layer.size)])
        layer[:] = ((2 * drawn - 1) * reach).reshape(layer.shape)
    return row


def multiply(a, b):
    return np.einsum("ik,kj->ij", a, b)


#: ten-thousand.gather
def gather(slopes, before, size):
    total = np.zeros((size, WIDTH))
    np.add.at(total, before, slopes.reshape(len(before), LOOKS_BACK, WIDTH))
    return total
"""
START = """
#: ten-thousand.seed
seed = $seed
taken = $taken
steps = 200
every = 10
rate = $rate
#: ten-thousand.changes
changes = $changes
"""
TRAINING = """
weights, slopes = first_weights(seed), first_weights(seed)
net, into = layers(weights), layers(slopes)


#: ten-thousand.batch
def batches():
    dice, after = Random(-seed), learned[1]
    while True:
        order = np.argsort([dice.random() for _ in after], kind="stable")
        for at in range(0, len(after) - BATCH + 1, BATCH):
            yield order[at : at + BATCH]


batch = batches()


def train():
    read_now = next(batch)
    with np.errstate(all="ignore"):
        backward(net, learned[0][read_now], learned[1][read_now], into)
        far = rate**2 * np.einsum("i,i->", slopes, slopes)
        #: ten-thousand.far
        if far < 1e12:
            weights[:] = step(weights, slopes, rate)


def change(count):
    global rate
    for at, value, weight in changes:
        if at == count and weight is None:
            rate = value
        elif at == count:
            weights[weight] = value


def loss_of(examples):
    before, after = examples
    return float(cross_entropy(forward(net, before)[2], after))


def tell(count):
    course.append((count, loss_of(sample), loss_of(held_out)))
    print(f"{count:6d}   loss = {course[-1][1]:.6f}   held out = {course[-1][2]:.6f}")


#: ten-thousand.again
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
PICTURE = """
figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
counts, on_sample, on_held_out = zip(*course)
axes.plot(counts, on_sample, color="tab:blue", label=$learned)
axes.plot(counts, on_held_out, "--", color="tab:orange", label=$held)
axes.set(xlabel=$steps, ylabel=$loss)
axes.legend()
"""
