"""Words of the lesson on training a language model."""

from downhill.lessons.lesson_50_ten_thousand.corpus import story

WORDS = {
    "title": "Ten thousand sliders: train a language model",
    "prose": """
So far you had four sliders at most, and the scores of the last lesson came from a table that we made up. Now
the scores are to come **from nothing but text**: two thousand words about pets, planes, homes and the
weather, in simple sentences that we wrote for this page.

The model is small, but a real *neural network*. It gets the last three words. For each word it has 16
numbers, its *embedding*; these 48 numbers run through a *hidden layer* of 48 units; and out comes a score for
every word on its list. Softmax makes probabilities of the scores, as in the last lesson. All in all it has
some **ten thousand weights**. The picture shows every one of them as a tiny slider: the more it stands out,
the further from zero, and the colour says on which side. At first they are drawn by lot.

What is to be made small is the surprise, the *cross-entropy*: how little probability the model gave each word
that really comes next. Try it by hand. Point at any of the ten thousand, drag it, watch the surprise. Then
press **Train**. For every step the machine takes 16 places in the text, works out the slope for *all* weights
at once, going backwards through the layers (*backpropagation*), and moves all of them a little downhill.
""",
    "python.forward": "Forward: from three words to a score for every next one",
    "python.softmax": "From scores to probabilities",
    "python.cross_entropy": "The loss: the surprise at the words that really follow",
    "python.backward": "Backward: from the errors to a slope for every weight",
    "task": "Teach the model to write: first by hand, then with Train.",
    "then": """
Its first right sentence, “I pet the cat.”, comes after 31 steps, by luck, and doesn’t last. First, frequent
words get more probability, then words that often follow each other, then words that go together: cats are
petted, planes are flown. Nobody wrote a rule for that. The map of words shows it: words of one kind come to
lie together.

Every tenth sentence is **held out**: it takes no part in the training. In the beginning both losses fall
together, since what is true of the training text is true of other sentences, too. Let it train on for some
thousand steps, and they part: the one on the training text goes on falling, the other one rises again. From
there on the model fits **its own text** better, and gets worse at everything else. That is *overfitting*.
People who train a model watch exactly this curve, and stop in time.

**What is the same** in the models that people use: tokens become numbers, numbers run through layers, out
come scores, softmax, one token is chosen, and it all runs again. They are trained as you have seen here:
predict the next token, compare, backpropagate, move every weight a little downhill, repeat.

**What differs** is first of all how much there is of it. GPT-3 has 175 billion weights and read 300 billion
tokens (Brown and others, 2020). Llama 3.1, in its largest form, has 405 billion in 126 layers, has a list of
128,000 tokens, looks back at as many, and read 15.6 trillion (Meta: The Llama 3 Herd of Models, 2024). In
between lies *attention*, with which a model works out how much each of all those earlier words counts now
(Vaswani and others: Attention Is All You Need, 2017); ours takes the last three, always. Their steps are
cleverer, too: most are trained with *AdamW*, as Llama 3.1 was. Adam gives every weight a step of about the
same length, however steep the loss is there (Kingma and Ba, 2015), and the W stands for weights that also
shrink a little at every step (Loshchilov and Hutter: Decoupled Weight Decay Regularization, 2019). In
*Tools*, Adam can train this model, too. And after all that reading they are trained once more, to answer
questions and to be of help.
""",
    "learned": "A language model is trained by descent, like your sliders: all weights at once, a little "
    "downhill, again and again. Text kept out of the training shows whether the model can do more than "
    "repeat.",
    "picture": "All weights of the model, each as a tiny slider whose color shows its value",
    "losses": "Loss on training text and on held-out text against steps",
    "loss": "surprise on training text",
    "loss.short": "surprise",
    "held": "on held-out text",
    "steps": "steps",
    "axis.steps": "steps",
    "mark.learned": "training text",
    "mark.held": "held-out text",
    "layer.embedding": "16 numbers for each word",
    "layer.outer": "from hidden units to scores",
    "layer.inner": "the hidden layer",
    "scale.low": "below zero",
    "scale.high": "above zero",
    "weight": "Weight {number:0} of {count:0}",
    "weight.embedding": "number {unit:0} of 16 for “{token}”",
    "weight.inner": "from number {unit:0} of the word {back:0} back to hidden unit {to:0}",
    "weight.shift": "what hidden unit {to:0} begins with",
    "weight.outer": "from hidden unit {unit:0} to the score of “{token}”",
    "weight.bias": "what the score of “{token}” begins with",
    "weight.told": "Weight {number:0}, {name}: {value:3}",
    "weight.hint": "Point at any weight to read it. Click or tap it to take it; drag it to the right or left "
    "to change it. By keyboard: arrow keys choose a weight, Enter leads to its slider.",
    "weight.value": "{name}, {value:3}",
    "weight.role": "map of all weights",
    "train": "Train",
    "pause": "Pause",
    "step": "Step",
    "reset": "Reset",
    "reseed": "Other first weights",
    "seed": "Seed: {seed}",
    "prompt": "I pet the",
    "prompt.label": "Your prompt",
    "prompt.hint": "The model goes on from here, always with its likeliest word. Its words are listed under "
    "“All words of the model”.",
    "prompt.unknown": "“{word}” is not in its text, so it has no weights for it. It has some for {count:0} "
    "words and signs: see “All words of the model”.",
    "prompt.nearest": "Write “{word}” instead",
    "prompt.long": "This is too long: the prompt may have {most:0} words and signs.",
    "prompt.words": "All words of the model",
    "words": "Map of the model’s words: those with similar scores lie close together",
    "words.role": "map of words",
    "words.hint": "Point at a word to read which ones are most like it. By keyboard: arrow keys go from "
    "word to word. To the model each word is 48 numbers; a flat map can show only the two directions in "
    "which they differ most.",
    "words.told": "“{word}” is most like “{first}”, then “{second}” and “{third}”",
    "words.chance": "Before all training it is chance which words lie close together.",
    "words.near": "To the model, “{word}” is most like “{first}”, then “{second}” and “{third}”. Its "
    "likeness to the first is {likeness:2}: 1 is the same, 0 is nothing in common.",
    "card.keep": "Keep it as a card",
    "card.about": "Written by a model of {weights:0} weights at step {steps:0} of its training. Its "
    "surprise is {loss:2}.",
    "mark.asked": "your prompt",
    "mark.written": "what it writes",
    "reading": "Read now:",
    "reading.none": "Each step reads 16 places in the text. One of them will be shown here, with the next "
    "word covered.",
    "reading.right": "Its likeliest word was right: “{guess}”, {chance}",
    "reading.wrong": "Its likeliest word: “{guess}”, {chance}",
    "guess20": "What will it write after 20 steps? Guess before you train.",
    "guess20.hit": "Right! {fact}: {text}",
    "guess20.near": "Nearly right! {fact}: {text}",
    "guess20.miss": "Not this time. {fact}: {text}",
    "guess20.right": "Each new word follows as in its text",
    "guess20.frequent": "All are among its {few:0} commonest words and signs",
    "guess20.jumble": "Not all so common, nor in its text’s order",
    "guess20.more": "{text}…",
    "lie": "I pet the plane.",
    "kinds.like": "happy loud cold bright wet young red late quiet warm small old big quick green tired blue "
    "clean hungry open white dark new",
    "kinds.do": "barked purred walked built drank came cleaned was is jumped sat painted pet opened slept "
    "fed fell closed went were flew landed saw heard ran waited",
    "kinds.other": "the a and in on at by to from over under all I He She My His Her Our we it",
    "prompts": "Prompts to try",
    "prompts.1": "I pet the",
    "prompts.2": "We flew the",
    "prompts.3": "The cat",
    "prompt.near": "Known words that look like it:",
    "writes": "It writes",
    "table": "What it wrote on the way",
    "table.open": "yes",
    "column.1": "Steps",
    "column.2": "Training text",
    "column.3": "Held-out text",
    "column.4": "What it wrote",
    "now.start": "Weights drawn by lot prefer no word: each of {tokens:0} words and signs is about as "
    "likely, the surprise near ln {tokens:0} = {even:2}.",
    "now.hand": "You have moved {moves:0} of {weights:0} weights; the last move changed the surprise by "
    "{change:s2}. At one a second, all take {hours:1} hours.",
    "now.lot": "Hardly better than drawing words by lot, if at all: the surprise is {loss:2}, before all "
    "training it was {first:2}.",
    "now.noise": "By now frequent words get more probability than rare ones.",
    "now.pairs": "By now words that often follow each other get more probability. What it writes sounds "
    "like a language, but means little.",
    "now.sense": "Sentences come out, and words that go together get more probability.",
    "now.fluent": "It writes as in its text, and does well on held-out sentences, too.",
    "now.overfit": "Overfitting: since step {best:0} the surprise on held-out text has risen from {least:2} "
    "to {held:2}. Only its own text fits better.",
    "now.wild": "Too far: a surprise of {loss:f} is more than before all training. Take a smaller learning "
    "rate, or start over with Reset.",
    "said.wild": "Stopped: the learning rate is too high, the steps make things worse. Try a smaller one.",
    "said.broken": "Stopped: the next step would make the weights too large to count with. Take a smaller "
    "learning rate, or Reset.",
    "said.behind": "This link was made at step {target:0} of the training. All steps are taken again now: "
    "{steps:0}.",
    "said.paused": "Paused at step {steps:0}. It writes: {text}",
    "said.paused.own": "Paused at step {steps:0}. It writes: {text} A link ends at step {since:0}, where "
    "your Python came in.",
    "landmark.repeats": "At step {steps:0} it writes “{words}”, a word over and over: it stands "
    "{count:0} times in its text. Press Train to go on.",
    "landmark.right": "Step {steps:0}: a right sentence, by luck: “{text}” Each new word follows as in its "
    "text. Press Train to go on.",
    "landmark.risen": "Worse at held-out text since step {best:0}, though better at its own. People stop "
    "here. Press Train to see what comes.",
    "pin.right": "a right sentence",
    "pin.risen": "held-out text turns up",
    "tilt.she": "She",
    "tilt.he": "He",
    "tilt.deed": "flew",
    "change.title": "Change its training text",
    "change.how": "A copy of your model is trained on the text with a few changed lines, from the same "
    "first weights. Your own model is kept.",
    "change.first": "Train your own model to the end first, so that there is something to compare with.",
    "change.lies": "Guess how many lies it takes until the copy writes one. Then try.",
    "change.count": "lines that say “{lie}”",
    "change.add": "Add them",
    "change.guessed": "You tried {guess:0} first. The fewest so far that were enough: {least:0}.",
    "change.sides": "In the text, she and he fly about equally often. What if seven lines change?",
    "change.he": "Only he flies",
    "change.she": "Only she flies",
    "change.before": "before",
    "change.now": "now",
    "change.true": "Training makes one number small, and that number can’t tell true from false.",
    "change.one-sided": "“{who}” is now {times:0} times as likely as “{other}”.",
    "change.bias": "That’s bias: {changed:0} changed lines did it. A model is as one-sided as its text, and "
    "the opposite change mends it.",
    "change.balanced": "Neither is much likelier than the other.",
    "asked.title": "Ask what its text doesn’t say",
    "asked.how": "Give the model the first words of something that its text doesn’t say. It answers all the "
    "same.",
    "asked.label": "First words",
    "asked.ask": "Let it answer",
    "asked.answer": "Its answer",
    "asked.in": "Is that in its text?",
    "asked.yes": "yes",
    "asked.no": "no",
    "asked.likely": "How likely each word was, on average",
    "asked.counted": "Questions: {asked:0}. Weights changed by them: {changed:0} of {weights:0}.",
    "asked.looks-up": "It looks nothing up, either: to answer, it has {weights:0} numbers, and none of the "
    "{letters:0} letters of its text.",
    "asked.word": "A made-up answer is called a hallucination, as if something had gone wrong. But the model "
    "did what it always does: write likely words. Nothing in it checks whether they are true.",
    "own.title": "Your own text",
    "own.how": "Paste a text or choose a file: 20 to 5,000 words, as .txt, .md or .csv. A copy of the model "
    "is trained on it from the start; your own model is kept. Your text stays on this device, and this page "
    "sends it nowhere.",
    "own.brought": "This text came with the link. It does nothing until you press the button.",
    "own.label": "Your text",
    "own.file": "Choose a file",
    "own.story": "Put in a short story",
    "own.example": story.TEXT,
    "own.full": "There is a text in the field. Clear it first.",
    "own.use": "Train a copy on it",
    "own.back": "Bring my model back",
    "own.read": "The copy reads {words:0} words in {sentences:0} sentences. It has {tokens:0} different "
    "words and signs; {once:0} words appear only once.",
    "own.cut": "The longest were cut in two until there were {pieces:0} pieces: one in ten is held out.",
    "own.rare": "The {rare:0} rarest ones became a single sign, □.",
    "own.left-out": "Left out: {signs}",
    "own.size": "So this model has {weights:0} sliders.",
    "own.little": "{words:0} of {enough:0} words: the less text, the more the copy just repeats it.",
    "own.writes": "Now it writes",
    "own.copied": "{copied:0} of 100 runs of four words and signs are copied from your text.",
    "own.challenge": "Can you stop in time? Press Pause where the copy does best on held-out sentences and "
    "copies least. Reset starts over.",
    "own.early": "At step {steps:0} its surprise at held-out sentences is the lowest so far: {held:2}. Train "
    "on to see whether it falls further.",
    "own.good": "In time! At step {steps:0} its surprise at held-out sentences is {held:2}, close to its "
    "lowest, {least:2}.",
    "own.late": "Too late. Its surprise at held-out sentences was lowest at step {best:0}: {least:2}. Now it "
    "is {held:2}. Copied runs then: {then:0} of 100. Now: {copied:0}.",
    "own.stands": "In your text:",
    "own.secret": "Type a made-up secret into your text, train, and give the model its first words: this is "
    "how things people type into some products can come out again.",
    "own.link": "Copy a link with this text",
    "own.linked": "The link is copied. Anyone who has it can read your text.",
    "own.no-link": "This text is too long for a link. Save it as a file and send that.",
    "own.save": "Save the text",
    "own.not-text": "This isn’t plain text; it may be a picture, a PDF or a Word file. Paste the words "
    "themselves, or choose a .txt, .md or .csv file.",
    "own.short": "This has {words:0} words. The model needs at least {least:0}.",
    "own.long": "This has {words:0} words, and the model takes at most {most:0}. Choose a part of it.",
    "own.same": "This has only {words:0} different words. The model needs at least {least:0}.",
    "mark.copied": "copied",
    "link.short": "So much was changed by hand that a link holds only seed and prompt.",
}
