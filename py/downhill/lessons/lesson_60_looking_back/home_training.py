"""Code of the file to take home: its training, where the model looks, and the picture of that."""

from __future__ import annotations

START = """
#: attention.seed
seed = $seed
taken = $taken
steps = 300
every = 25
rate = $rate
texts_a_step = $many
#: attention.changes
changes = $changes
"""
TRAINING = """
POOL = 1024
weights, slopes = first_weights(seed), first_weights(seed)
net, into = layers(weights), layers(slopes)
#: attention.kept
known, new = (
    together([draw(dice, sort) for _ in range(100)])
    for dice, sort in ((Random(1_000_006), False), (Random(1_000_007), True))
)
pool, lots, count_read = [], Random(-seed), 0


#: attention.pool
def story(number):
    turn, place = divmod(number, POOL)
    if turn:
        dice = Random(seed * 10_000 + turn)
        order = [dice.random() for _ in range(POOL)]
        place = sorted(range(POOL), key=order.__getitem__)[place]
    while len(pool) <= place:
        pool.append(draw(lots))
    return pool[place]


def train():
    global count_read
    texts, places, true = together([story(count_read + i) for i in range(texts_a_step)])
    count_read += texts_a_step
    with np.errstate(all="ignore"):
        backward(net, texts, places, true, into)
        far = rate**2 * np.einsum("i,i->", slopes, slopes)
        #: attention.far
        if far < 1e12:
            weights[:] = step(weights, slopes, rate)


STEPSdef change(count):
    global rate
    for at, value in changes:
        rate = value if at == count else rate


def loss_of(batch):
    texts, places, true = batch
    return float(cross_entropy(Seen(*forward(net, texts, places)).scores, true))


def tell(count):
    course.append((count, loss_of(known), loss_of(new)))
    print(f"{count:6d}   loss = {course[-1][1]:.6f}   new pairs = {course[-1][2]:.6f}")


#: attention.again
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
LOOKING = """
begun = $begun
text = [0] + [numbers[word] for word in begun]
seen = Seen(*forward(net, np.array([text + [0]]), np.array([[len(text)]])))
shares = seen.shares[0, 0, : len(text)]
#: attention.looked
for number in np.argsort(-shares)[:3]:
    print(f"{tokens[text[number]]:>12}  {100 * shares[number]:5.1f}")
print(tokens[int(seen.scores[0].argmax())])
"""
PICTURE = """
figure, (above, below) = plt.subplots(2, figsize=(9, 5), layout="constrained")
counts, on_known, on_new = zip(*course)
above.plot(counts, on_known, color="tab:blue", label=$learned)
above.plot(counts, on_new, "--", color="tab:orange", label=$held)
above.set(xlabel=$steps, ylabel=$loss)
above.legend()
below.bar(range(len(text) - 1), shares[1:], color="tab:blue")
below.set_xticks(range(len(text) - 1), [tokens[number] for number in text[1:]], rotation=90)
"""
