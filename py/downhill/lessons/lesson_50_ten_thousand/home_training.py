"""Code of the model's file: its training, what it writes, its picture; as in `downhill.training`."""

from __future__ import annotations

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


STEPSdef change(count):
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
