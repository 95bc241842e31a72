"""The glossary for students, and the questions that come back from earlier lessons.

The build alone reads them. In the order of the list, no meaning needs a later term; everyone should have used
the `CORE` terms once. `again.<lesson>` is a question for that lesson from an earlier one: `.right` is right,
`.wrong` and `.off` are other answers, and `.why` shows after any of them.
"""

ROOM = "glossary"  # of a translation
CORE = (
    "slope step descent rate error model training weight probability language training-text held-out".split()
)
GLOSSARY: dict[str, str] = {
    "glossary.how": "Stars mark the twelve words that matter most. Write an example of your own under each.",
    "glossary.all": "All words",
    "glossary.close": "Close",
    "again": "Lesson {number}: do you remember?",
    "again.look": "Look at it again: {title}",
    "term.slope": "slope",
    "term.slope.means": "How steep it is where you stand, as one number. Above zero it goes up to the right, "
    "below zero it goes down.",
    "term.step": "step",
    "term.step.means": "One move downhill. Where the slope is steep the move is long, where it is flat, "
    "short.",
    "term.descent": "gradient descent",
    "term.descent.means": "Work out the slope, take a step downhill, and repeat until it is level.",
    "term.rate": "learning rate",
    "term.rate.means": "The number that makes all steps longer or shorter.",
    "term.diverge": "diverge",
    "term.diverge.means": "To leap farther and farther away, instead of arriving.",
    "term.minimum": "minimum",
    "term.minimum.means": "A place lower than everything around it. There may be a lower one elsewhere.",
    "term.model": "model",
    "term.model.means": "A rule with numbers in it: something goes in, and a prediction comes out.",
    "term.error": "error",
    "term.error.means": "One number for how wrong a model is; the smaller the better. Also called loss.",
    "term.outlier": "outlier",
    "term.outlier.means": "A data point far away from all the others.",
    "term.gradient": "gradient",
    "term.gradient.means": "All the slopes together, one for each slider. It points uphill.",
    "term.training": "training",
    "term.training.means": "Changing a model’s numbers, step by step, to make its error small.",
    "term.weight": "weight",
    "term.weight.means": "One of the numbers in a model that training changes. On this page, it is a slider.",
    "term.probability": "probability",
    "term.probability.means": "How often something happens in many tries, as a number from 0 (never) to 1 "
    "(always).",
    "term.language": "language model",
    "term.language.means": "A model that works out a probability for each word that could come next in a "
    "text.",
    "term.prompt": "prompt",
    "term.prompt.means": "The beginning of a text, which a language model then continues.",
    "term.token": "token",
    "term.token.means": "A piece of text that a language model works with: a word, part of a word, or a "
    "punctuation mark.",
    "term.score": "score",
    "term.score.means": "The number that a language model computes for each word that could come next.",
    "term.softmax": "softmax",
    "term.softmax.means": "The rule that turns scores into probabilities: a higher score gets a larger "
    "share.",
    "term.temperature": "temperature",
    "term.temperature.means": "The number that makes differences in score count more (cold) or less (hot).",
    "term.surprise": "surprise",
    "term.surprise.means": "A number: the less probability the word got that really came, the larger it is. "
    "Zero means certain.",
    "term.training-text": "training text",
    "term.training-text.means": "The text that a language model is trained on. People choose it.",
    "term.held-out": "held-out text",
    "term.held-out.means": "Text kept out of training, to test the model on something new.",
    "term.overfitting": "overfitting",
    "term.overfitting.means": "Getting better on the training text and worse on any new text.",
    "term.network": "neural network",
    "term.network.means": "A model made of layers of numbers, each worked out from the layer before.",
    "term.embedding": "embedding",
    "term.embedding.means": "The list of numbers that stands for a word inside a model.",
    "term.query": "query",
    "term.query.means": "Numbers for what is needed at a place in the text.",
    "term.key": "key",
    "term.key.means": "Numbers for what stands at a place in the text. The better it fits a query, the "
    "higher the score.",
    "term.attention": "attention",
    "term.attention.means": "Working out how much each earlier word counts for the next one.",
    "term.hallucination": "hallucination",
    "term.hallucination.means": "The usual name for a made-up answer: a likely word that nobody checked.",
    "term.bias": "bias",
    "term.bias.means": "What one-sided training text does to a model: it treats some people worse, or "
    "leaves them out.",
    "again.line": "You are on the hill, and the slope is above zero: uphill to the right. Which way does the "
    "machine step?",
    "again.line.right": "to the left",
    "again.line.wrong": "to the right",
    "again.line.off": "nowhere",
    "again.line.why": "To the left. Above zero means uphill to the right, and each step goes against the "
    "slope.",
    "again.next-word": "You fitted a line to the homes. What did the error add up?",
    "again.next-word.right": "how far off each price is",
    "again.next-word.wrong": "how many homes there are",
    "again.next-word.off": "how long the line is",
    "again.next-word.why": "How far off each price is: the length of every bar. A perfect line would have an "
    "error of zero.",
    "again.choose-word": "Raising the score of “plane” fixed one sentence. Why did the other one change?",
    "again.choose-word.right": "both use the same sliders",
    "again.choose-word.wrong": "the words are alike",
    "again.choose-word.off": "by chance",
    "again.choose-word.why": "Both use the same sliders: move one, and every score that it works on changes.",
    "again.ten-thousand": "Same model, same beginning, same scores: why did it write another sentence each "
    "time?",
    "again.ten-thousand.right": "chance picks each word",
    "again.ten-thousand.wrong": "it was trained in between",
    "again.ten-thousand.off": "the scores changed",
    "again.ten-thousand.why": "Chance picks each word, and a higher score comes up more often. The scores "
    "stayed the same.",
    "again.attention": "You asked the trained model many things. How many of its sliders did that change?",
    "again.attention.right": "none",
    "again.attention.wrong": "a few",
    "again.attention.off": "all, a little",
    "again.attention.why": "None. Writing leaves every slider as it is; training is what changes them.",
}
