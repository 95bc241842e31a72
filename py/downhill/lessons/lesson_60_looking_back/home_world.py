"""Code of the file to take home: its world, the texts drawn from it, the weights, and where it looks."""

from __future__ import annotations

WORLD = """
names = $names
things = $things
skies = $skies
#: attention.gaps
sky = $sky
facts = $facts
last = $last

small = [word for part in (*facts, sky, *last[0], *last[1]) for word in part if word[0] != "{"]
tokens = list(dict.fromkeys([sky[-1], *small, *names, *things, *skies]))
numbers = {token: number for number, token in enumerate(tokens)}
"""
TEXTS = """
EACH = 6


#: attention.new
def is_new(name, thing):
    return (name + thing) % EACH == EACH // 2


def filled(sentence, name=0, thing=0, weather=0):
    gaps = {"{name}": names[name], "{thing}": things[thing], "{sky}": skies[weather]}
    return [numbers[gaps.get(word, word)] for word in sentence]


#: attention.draw
def draw(dice, new=False, count=3):
    while True:
        left = [*range(2 * EACH)]
        owners = [left.pop(int(dice.random() * len(left))) for _ in range(count)]
        ask, owned = int(dice.random() * count), []
        for i, name in enumerate(owners):
            free = [t for t in range(2 * EACH) if is_new(name, t) == (new and i == ask) and t not in owned]
            if free:
                owned.append(free[int(dice.random() * len(free))])
        kinds = [thing // EACH for thing in owned]
        if len(owned) == count and kinds.count(kinds[ask]) > 1:
            break
    weather, text, found = int(dice.random() * len(skies)), [0], 0
    for i, (name, thing) in enumerate(zip(owners, owned)):
        found = len(text) + 3 if i == ask else found
        text += filled(facts[thing // EACH], name, thing)
    text += filled(sky, weather=weather)
    name, thing = owners[ask], owned[ask]
    return text + filled(last[thing // EACH][name // EACH], name, thing), len(text) + 3, found


#: attention.batch
def together(stories):
    texts = np.zeros((len(stories), max(len(text) for text, _, _ in stories)), int)
    for row, (text, _, _) in zip(texts, stories):
        row[: len(text)] = text
    places = np.array([asked for _, asked, _ in stories])[:, None] + np.arange(-2, 2)
    return texts, places, np.take_along_axis(texts, places, axis=1).ravel()
"""
WEIGHTS = """
BACK, WIDTH, LOOK, HIDDEN, NEVER = 3, 16, 16, 32, -1e9
INPUTS, SIZE = BACK * WIDTH, len(tokens)
LAYERS = {
    "embedding": (SIZE, WIDTH),
    "query": (INPUTS, LOOK),
    "key": (INPUTS, LOOK),
    "inner": (INPUTS, HIDDEN),
    "mixed": (WIDTH, HIDDEN),
    "shift": (HIDDEN,),
    "outer": (HIDDEN, SIZE),
    "said": (WIDTH, SIZE),
    "bias": (SIZE,),
}
SHAPES = tuple(LAYERS.values())
Layers = namedtuple("Layers", LAYERS)
Seen = namedtuple(
    "Seen", "before everywhere inputs values queries keys shares mixture hidden scores"
)
Errors = namedtuple("Errors", "scores hidden mixture queries keys")
How = namedtuple("How", "sharp hidden off")
AS_TRAINED = How(1.0, None, False)


#: model.first
def first_weights(seed):
    dice, row = Random(seed), np.zeros(sum(int(np.prod(shape)) for shape in SHAPES))
    reaches = {"embedding": 0.7, "query": 0.15, "key": 0.15, "outer": 0.2, "said": 0.2}
    for name, layer in layers(row)._asdict().items():
        if layer.ndim == 2:
            drawn = np.array([dice.random() for _ in range(layer.size)])
            reach = reaches.get(name, (6 / sum(layer.shape)) ** 0.5)
            layer[:] = ((2 * drawn - 1) * reach).reshape(layer.shape)
    return row


def windows(texts, end=0):
    padded = np.concatenate([np.full((len(texts), BACK), end), texts], axis=1)
    return np.stack([padded[:, i : i + texts.shape[1]] for i in range(BACK)], axis=2)


#: attention.allowed
def allowed(texts, places, hidden):
    earlier = np.arange(texts.shape[1]) < places[:, :, None]
    return earlier if hidden is None else earlier & ~np.broadcast_to(hidden, texts.shape)[:, None, :]


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


#: attention.loss
def cross_entropy(scores, after):
    scores = scores - scores.max(axis=1, keepdims=True)
    right = scores[np.arange(len(after)), after]
    return (np.log(np.exp(scores).sum(axis=1)) - right).mean()


#: attention.slopes
def write_slopes(net, texts, places, seen, errors, slopes):
    for name, came, error in (
        ("outer", seen.hidden, errors.scores),
        ("said", seen.mixture, errors.scores),
        ("inner", seen.inputs, errors.hidden),
        ("mixed", seen.mixture, errors.hidden),
        ("query", seen.inputs, errors.queries),
        ("key", seen.everywhere, errors.keys),
    ):
        getattr(slopes, name)[:] = multiply(came.T, error)
    slopes.bias[:], slopes.shift[:] = errors.scores.sum(axis=0), errors.hidden.sum(axis=0)
    here = multiply(errors.hidden, net.inner.T) + multiply(errors.queries, net.query.T)
    mixture = errors.mixture.reshape(len(texts), -1, WIDTH)
    slopes.embedding[:] = 0
    #: model.gather
    for words, found in (
        (seen.before[np.arange(len(texts))[:, None], places], here),
        (seen.before, multiply(errors.keys, net.key.T)),
        (texts, np.einsum("nmt,nmd->ntd", seen.shares, mixture)),
    ):
        np.add.at(slopes.embedding, words.ravel(), found.reshape(-1, WIDTH))
"""
STORIES = """
POOL = 1024
texts_a_step = $many
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


def loss_of(batch):
    texts, places, true = batch
    return float(cross_entropy(Seen(*forward(net, texts, places)).scores, true))
"""
READS = """\
    global count_read
    texts, places, true = together([story(count_read + i) for i in range(texts_a_step)])
    count_read += texts_a_step
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
FIGURE = 'figure, (above, below) = plt.subplots(2, figsize=(9, 5), layout="constrained")\n'
BARS = """\
below.bar(range(len(text) - 1), shares[1:], color="tab:blue")
below.set_xticks(range(len(text) - 1), [tokens[number] for number in text[1:]], rotation=90)
"""
