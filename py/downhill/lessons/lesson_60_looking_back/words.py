"""Words of the lesson on looking back."""

WORDS = {
    "title": "Looking back: attention",
    "prose": """
The network of the last lesson gets three words. What was told before them is gone, and no training brings it
back: who has the cat stands in another sentence. People look back. How can a network do that?

Here is a world of a few sentences. Somebody has something, it is windy, and in the end somebody does
something with what is theirs. The last word always stands in the text already, further back than three
words. The model has some six thousand weights. It is the network of the last lesson with one thing more:
**attention**.

At every place it works out a *query*, for what is needed here, and for every word before it a *key*, for what
stands there. Both are sixteen numbers, made of the three words before each place. Where query and key fit
well, the score is high, and softmax makes shares of one look of the scores. What comes out is a mixture of
all words before, each as much as its share. That mixture goes into the network beside the three words.

Nobody tells it where to look. Its loss is the surprise at the words of the last sentence, as ever, and
every step moves all weights a little downhill: those of queries and keys, too.
""",
    "python.attention": "Attention: from queries and keys to the shares of each look",
    "python.forward": "Forward: from a text to a score for every word that may come next",
    "python.backward": "Backward: from the errors to a slope for every weight",
    "python.look_backward": "Backward through the look: from its mixture to queries and keys",
    "task": "Teach the model where to look: first by hand, then with Train.",
    "then": """
At first the loss falls to what three words can tell, and stays there: “after *pets her* comes something that
is petted”. A look is spread over all words alike. Then, within some fifty steps, the arcs gather on one word,
and the loss falls through the line that no network of three words can cross. Watch the loss on *new pairs*:
these are owners and things that stand together in no training text. Before the fall it gets worse there,
since the weights come to fit who often has what; afterwards there is no need for that.

What the training has led to is a rule: *where did words like my last three stand before, and which word came
then?* The rule is in the weights, the facts are in the text. So it works for longer texts than any in the
training, and for owners who have changed places. Using what stands in the prompt, without a single step of
training, is called *in-context learning* (Olsson and others: In-context Learning and Induction Heads, 2022).

**What a transformer has more of.** The models that people use are built of this (Vaswani and others:
Attention Is All You Need, 2017). *Heads*: here is one; GPT-3 has 96 side by side in each layer, so that one
place can look at many things at once (Brown and others, 2020). *Layers*: here is one; Llama 3.1 has 126 on
top of each other, and what one works out the next can use (Meta: The Llama 3 Herd of Models, 2024). *Places*:
this model is handed the three words before each place; large ones are given the place of each word, and have
heads that fetch neighbors (Elhage and others: A Mathematical Framework for Transformer Circuits, 2021).
*Residuals*: here the mixture is put beside the three words; in large ones every layer adds its result to what
was there before.

**From six thousand to a trillion.** Llama 3.1 has 405 billion weights and 16,128 heads, and looks back at
128,000 tokens. The Switch Transformer was the first to have more than a trillion weights (Fedus and others,
2021). Twice as long a text takes four times as many looks, as each word may look at each before it.

**Where maps of attention mislead.** A map shows where a head looks, not what is made of it. In this model the
mixture is the words themselves, so what it looks at is all that it can use. In a model of many layers, each
place has already gathered others, and another map may lead to the same answer (Jain and Wallace: Attention is
not Explanation, 2019).
""",
    "learned": "Attention is a rule for looking, learned downhill like all else: a query fits a key, and "
    "what stands there goes into the answer. What you tell it is in the text, the rule is in the weights.",
    "picture": "The text, with arcs from the gap to the words that are looked at, and the likeliest words",
    "losses": "Loss on texts with pairs as in training and on new pairs, against steps",
    "loss": "surprise on known pairs",
    "loss.short": "surprise",
    "held": "on new pairs",
    "looks": "looks at the right word",
    "steps": "steps",
    "axis.steps": "steps",
    "mark.learned": "known pairs",
    "mark.held": "new pairs",
    "mark.window": "three words",
    "mark.least": "best of three words",
    "train": "Train",
    "pause": "Pause",
    "step": "Step",
    "reset": "Reset",
    "reseed": "Other first weights",
    "seed": "Seed: {seed}",
    "weight.role": "text",
    "weight.hint": "Point at a word to read how much of the look it gets; click it to choose it. By "
    "keyboard: arrow keys go from word to word.",
    "word.told": "After “{after}” it looks at “{word}” with {share:0} of 100.",
    "word.hidden": "“{word}” is covered: it gets nothing of the look.",
    "word.plain": "“{word}”, word {number:0} of {count:0}",
    "words": "Map of attention: where each of the last words looks, word by word",
    "words.role": "map of attention",
    "words.hint": "Each row is a word of the last sentence, each column a word before it. By keyboard: "
    "arrow keys go from cell to cell. Not every row needs to look: some words follow from the three before "
    "them.",
    "map.told": "“{row}” looks at “{word}” with {share:0} of 100.",
    "map.off": "Attention is off: there is nothing to look at.",
    "choice.eyes": "Who looks?",
    "choice.eyes.cover": "You",
    "choice.eyes.hand": "By hand",
    "choice.eyes.model": "The model",
    "choice.eyes.window": "Three words",
    "choice.attention": "Attention",
    "choice.attention.on": "on",
    "choice.attention.off": "off",
    "choice.batch": "Texts a step",
    "choice.batch.4": "4",
    "choice.batch.16": "16",
    "choice.batch.64": "64",
    "slider.score": "score of",
    "slider.sharp": "sharpness",
    "score.spoken": "{score:1}, {share:0} of 100 of the look",
    "hand.surprise": "surprise",
    "cover.hide": "Cover “{word}”",
    "cover.show": "Uncover “{word}”",
    "cover.none": "Choose a word to cover it",
    "swap": "Swap two owners",
    "rewind": "Back through the training",
    "rewind.place": "step {steps:0}",
    "own": "Names and things of your own",
    "own.hint": "Write what stands for what: {name} = Zara, {thing} = llama. It all starts over then. "
    "Things have to fit “{article}”.",
    "own.pair": "“{part}” does not say what stands for what. Write it with =, as “{name} = …”.",
    "own.unknown": "There is no “{word}” in this world. On the left stands a name or a thing of it, as "
    "“{name}” or “{thing}”.",
    "own.letters": "“{word}” is not a single word of letters.",
    "own.long": "“{word}” is too long: at most {most:0} letters have room.",
    "own.twice": "“{word}” stands for something in this world already.",
    "own.many": "At most {most:0} words can be exchanged.",
    "prompt.label": "The text",
    "prompt.hint": "The model goes on from here. Its words are listed under “All words of this world”.",
    "prompt.unknown": "There is no “{word}” in this world. It has {count:0} words and signs: see “All "
    "words of this world”.",
    "prompt.nearest": "Write “{word}” instead",
    "prompt.long": "This is too long: the text may have {most:0} words and signs.",
    "prompt.words": "All words of this world",
    "prompt.near": "Known words that look like it:",
    "prompts": "Texts to try",
    "prompts.known": "Known pair",
    "prompts.swapped": "Swapped",
    "prompts.new": "New pair",
    "prompts.long": "Six facts",
    "prompts.nobody": "Nobody’s",
    "guess20": "Which word is covered?",
    "guess20.hit": "Right: {name} has it. It stands in the text, many words back.",
    "guess20.miss": "Look again: whose is it? “{word}” belongs to somebody else.",
    "writes": "It writes",
    "table": "What it wrote on the way",
    "column.1": "Steps",
    "column.2": "Known pairs",
    "column.3": "New pairs",
    "column.4": "What it wrote",
    "now.cover": "The last word is covered. Which one is it? Click the word of the text that tells you.",
    "now.told": "“{picked}”, next to “{name}”: you looked back over {back:0} words to find it.",
    "now.astray": "“{picked}” does not tell. Where else does “{name}” stand, and what comes then?",
    "now.open": "This text does not ask for anybody’s thing yet. Write on, or take one of the texts to try.",
    "now.window": "Given: “{three}”. “{said}” gets {chance:0} of 100, whoever has what.",
    "now.luck": "Given: “{three}”. “{said}” with {chance:0} of 100 is luck: it comes out whoever has what.",
    "now.hand.even": "Each of {words:0} words gets the same share, {share:0} of 100: the surprise is "
    "{surprise:2}.",
    "now.hand": "“{right}” gets {share:0} of 100 and is said as often: the surprise is {surprise:2}.",
    "now.hand.right": "“{right}” gets {share:0} of 100: surprise {surprise:2}. Another text needs other "
    "scores.",
    "now.hand.other": "“{most}” gets {most_share:0} of 100. The text does not tell what is right.",
    "now.start": "Untrained: “{after}” looks at all words nearly alike, “{right}” gets {share:0} of 100.",
    "now.even": "What follows “{after}” gets likelier, but not yet the look: {looks:0} of 100 on the right "
    "word.",
    "now.forming": "The look gathers: on average {looks:0} of 100 on the right word, in texts kept out of "
    "the training.",
    "now.sharp": "It looks back: {looks:0} of 100 on the right word, {answers:0} of 100 answers right, in "
    "new pairs.",
    "now.off": "Without attention three words are left: “{said}” with {chance:0} of 100.",
    "now.hidden": "“{right}” is covered. It looks at “{most}” most, and gives “{said}” {chance:0} of 100.",
    "now.sharpness": "{sharp:2} times as sharp: “{right}” gets {share:0} of 100; “{said}” with {chance:0} "
    "of 100.",
    "now.nobody": "In this text {name} has no such thing. “{said}” comes out anyway: {chance:0} of "
    "100. Weights changed by asking: {changed:0} of {weights:0}.",
    "now.goes.on": "It goes on with “{said}”: {chance:0} of 100. It looks at “{most}” most.",
    "now.wild": "Too far: a surprise of {loss:f} is more than before. Take a smaller rate, or Reset.",
    "said.wild": "Stopped: the learning rate is too high, the steps make things worse. Try a smaller one.",
    "said.broken": "Stopped: the next step would make the weights too large to count with. Take a smaller "
    "learning rate, or Reset.",
    "said.behind": "First it is trained up to step {target:0}. Now it is at step {steps:0}.",
    "said.paused": "Paused at step {steps:0}. It writes: {text}",
    "said.paused.own": "Paused at step {steps:0}. It writes: {text} A link ends at step {since:0}, where "
    "your Python came in.",
    "landmark.fall": "The fall, at step {steps:0}: new pairs are below what three words can tell. Press "
    "Train to go on.",
    "landmark.learned": "At step {steps:0} it looks right: {looks:0} of 100 on the right word. Press Train "
    "to go on.",
    "pin.fall": "the fall",
    "pin.learned": "looks right",
    "link.short": "So much was changed by hand that a link holds only seed and text.",
}
