"""The story of the lesson on training a model: what its beats and its film say."""

from __future__ import annotations

from downhill.training.network import count
from downhill.training.tokens import Text

WORDS: dict[str, str] = {
    "beat.try.title": "Set by chance",
    "beat.try": "Here is the model from the first page, for you to train. All its {weights:0} sliders are "
    "set by chance. Give it a beginning.",
    "beat.try.go": "Let it write",
    "beat.try.2": "Could you set them all by hand? Turn one, give it the same beginning and the same "
    "luck, and see what changes.",
    "beat.try.go.2": "Turn one slider",
    "beat.name.title": "The answer key",
    "beat.name": "Here is a sentence from its text with one word covered. What comes next? The bars are "
    "your model’s probabilities.",
    "beat.name.go": "Uncover it",
    "beat.name.2": "Now every word of the sentence: first it’s a question, then it’s the answer.",
    "beat.name.go.2": "Uncover the rest",
    "beat.name.3": "Nobody had to write down the answers. The text is its own answer key. How many questions "
    "does the whole text ask?",
    "beat.name.go.3": "Do the whole text",
    "beat.machine.title": "Guess, compare, step",
    "beat.machine": "It predicts words, compares, works out the slope of all {weights:0} sliders, and moves "
    "each a little downhill. From now on it writes its likeliest word. What comes first?",
    "beat.machine.go": "Train it",
    "beat.machine.card.rubbish": "rubbish",
    "beat.machine.card.repeat": "one word on repeat",
    "beat.machine.card.sentence": "a sentence",
    "beat.machine.2": "Step after step, its predictions get a little better. When will it write a whole "
    "sentence?",
    "beat.machine.go.2": "Train on",
    "beat.machine.3": "But is it any good at it? Watch the surprise fall, and watch how its words find their "
    "places on a map.",
    "beat.machine.go.3": "Train to the end",
    "beat.what-if.title": "Three ways to spoil it",
    "beat.what-if": "Some sentences are kept out of its training: they are the test. Now a copy of your "
    "model trains on the rest again and again. Will it keep getting better?",
    "beat.what-if.go": "Train on and on",
    "beat.what-if.2": "What if someone slips lies into its text? How many does it take before a copy "
    "writes one?",
    "beat.what-if.go.2": "Add 20 lies",
    "beat.what-if.card.5": "5",
    "beat.what-if.card.20": "20",
    "beat.what-if.card.100": "100",
    "beat.what-if.3": "And huge steps? Here is a fresh copy. Its steps are now 33 times as long.",
    "beat.what-if.go.3": "Take huge steps",
    "beat.what-if.4": "Three copies spoiled. And your own model?",
    "beat.what-if.go.4": "Bring mine back",
    "beat.challenge.title": "A giant before training",
    "beat.challenge": "Before training, every word seems about as likely as any other, and the more words "
    "there are, the greater the surprise. How great is it for a giant with far more words? Work it out "
    "first. Other challenges: a few right weights by hand, and a faster rate.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Your model",
    "beat.take-away": "It stores no sentence, only {weights:0} numbers. Guess, compare, step: that’s how a "
    "chatbot is trained, too, with far more of everything. But tell yours something…",
    "beat.take-away.go": "Tell it about Mia",
    "beat.take-away.2": "Your model gets three words and no more. To answer, it would have to look back.",
    "beat.take-away.go.2": "Next: looking back",
    "wall": "All sliders of the model, a cell for each",
    "course": "The surprise against the steps",
    "kinds": "The map of words, by their kinds",
    "film.copy": "Experiment: your model is kept",
    "film.by-chance": "Rubbish. Every word is drawn by chance.",
    "film.by-steps": "It is trained already: each word is its likeliest one.",
    "film.unchanged": "Not one word changes.",
    "film.to-go": "{others:0} to go. At one a second, one turn each takes {hours:1} hours.",
    "film.surprise": "It gave “{word}” a chance of 1 in {one_in:0}. A surprise!",
    "film.expected": "It gave “{word}” a chance of 1 in {one_in:0}.",
    "film.surprise-is": "The less likely the word that comes, the greater the surprise.",
    "film.each": "{count:0} questions, {count:0} answers",
    "film.keyed": "{lines:0} lines: {count:0} questions, {count:0} answers",
    "film.commonest": "Its commonest word.",
    "film.common": "One word, over and over.",
    "film.stands": "“{word}” appears {count:0} times in its text.",
    "film.first-sentence": "Its first sentence.",
    "film.by-luck": "By luck, at step {steps:0}: it doesn’t last.",
    "film.no-sentence": "No sentence yet.",
    "film.trained": "Step {steps:0}.",
    "film.it-writes": "It writes.",
    "film.it-does-not": "It doesn’t write well yet.",
    "film.groups": "Nobody sorted its words, yet {same:0} of 100 lie next to one of their own kind.",
    "film.step": "step {steps:0}",
    "film.own": "its own text",
    "film.test": "the test",
    "film.kind.things": "things",
    "film.kind.like": "what they’re like",
    "film.kind.do": "what they do",
    "film.copied": "{copied} of 100 sentences it writes are copied whole.",
    "film.by-heart": "Better at its own text, worse at new sentences.",
    "film.not-by-heart": "No overfitting yet.",
    "film.overfitting": "Its own text, over and over: overfitting.",
    "film.lies-win": "{count:0} lies are enough.",
    "film.lies-lose": "{count:0} lies are not enough.",
    "film.test-blind": "And the test doesn’t show it: surprise {before:2} before, {after:2} after.",
    "film.test-noticed": "The test shows it: surprise {before:2} before, {after:2} after.",
    "film.thrown": "Far worse than before any training: {first:1}.",
    "film.not-thrown": "Before training it was {first:1}.",
    "film.not-mended": "2,000 small steps later: still {now:2}.",
    "film.mended": "2,000 small steps later: {now:2}.",
    "film.yours-has": "Before any training it was {first:1}. Your model has {kept:2}.",
    "film.here-it-is": "Here it is, just as it was.",
    "film.as-it-was": "Every slider is where your training left it.",
    "film.bridge.far": "Mia has a cat.\nTom has a dog.\nIda has a kite.\nIt is windy.",
    "film.bridge.near": "Mia pets her",
    "film.gone": "It gets three words. The cat is gone.",
}


def numbers(text: Text) -> dict[str, float]:
    """The numbers in the beats' gaps, for a model that learns this text: how many weights it has."""
    return {"weights": count(len(text.tokens))}
