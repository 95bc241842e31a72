"""The story of the lesson on training a model, in six beats: titles, texts and labels of buttons."""

from __future__ import annotations

from downhill.training.network import count
from downhill.training.tokens import Text

WORDS: dict[str, str] = {
    "beat.try.title": "It knows nothing yet",
    "beat.try": "Type the beginning of a sentence: the model goes on, at first with nonsense. Now turn "
    "one of its weights and watch the surprise. At one second each, turning all of them once would take "
    "{hours:1} hours.",
    "beat.try.go": "That takes too long",
    "beat.name.title": "Text holds the answers",
    "beat.name": "Cover the next word of any sentence and guess it. Then look: the text itself holds the "
    "answer, and nobody has to write one down. The model learns in the same way. How little it expected "
    "the word that really came is its surprise: the smaller, the better.",
    "beat.name.go": "Let the machine try",
    "beat.machine.title": "All weights at once",
    "beat.machine": "At every step the machine guesses words in the text, compares, works out the slope "
    "of all weights at once, and moves each of them a little downhill. Guess what it will write first: "
    "noise, one word over and over, or a sentence? Then train it.",
    "beat.machine.go": "Train",
    "beat.what-if.title": "What if it never stops?",
    "beat.what-if": "Some sentences are held out: the model never learns from them. Watch the "
    "surprise on held-out text: trained too long, it rises, though that on training text falls. The model "
    "learns by heart: overfitting. So stop in time. And guess: what do steps do that are too big?",
    "beat.what-if.go": "Try too big",
    "beat.challenge.title": "A giant before training",
    "beat.challenge": "Before training, every word seems about as likely as any other, and the more words "
    "there are, the greater the surprise. How great is it for a giant with far more words? Work it out "
    "first. Other challenges: a few right weights by hand, and a faster rate.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "From here to a trillion",
    "beat.take-away": "This is how chatbots learn: guess the next word, compare, move every weight a "
    "little downhill, repeat. There is only far more of it: the largest have more than a trillion "
    "weights, and read more text than anyone could. Which was the best sentence of your model?",
    "beat.take-away.go": "Next: looking back",
}


def numbers(text: Text) -> dict[str, float]:
    """The numbers in the beats' gaps, for a model that learns this text.

    `hours` is how long a hand needs to turn each of its weights once, at one a second.
    """
    return {"hours": count(len(text.tokens)) / 3600}
