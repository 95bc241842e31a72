"""The story of the lesson on looking back, in six beats: titles, texts and labels of buttons."""

from __future__ import annotations

from typing import Any

from downhill.lessons.lesson_60_looking_back.attention import count

WORDS: dict[str, str] = {
    "beat.try.title": "Whose?",
    "beat.try": "Read the five sentences. One word is covered. Which one is it, and how do you know?",
    "beat.try.go": "Uncover it",
    "beat.try.card.cat": "cat",
    "beat.try.card.dog": "dog",
    "beat.try.card.kite": "kite",
    "beat.try.2": "A network like yours gets only three words. Train one on 800 such stories. What will it "
    "write here?",
    "beat.try.go.2": "Let three words try",
    "beat.name.title": "Where to look",
    "beat.name": "So let it look back. Each of these words gets a score. Softmax turns the scores into "
    "shares of one look: thicker arc, bigger share.",
    "beat.name.go": "Look at “cat”",
    "beat.name.2": "That’s a place you chose. Now try another story, and leave the sliders as they are.",
    "beat.name.go.2": "Try another story",
    "beat.machine.title": "A rule for looking",
    "beat.machine": "Each word gets a key: what stands here. The gap gets a query: what is needed. Sliders "
    "compute both, and descent sets these, too.",
    "beat.machine.go": "Train it",
    "beat.machine.2": "In its training stories, Mia never had a hamster. Will it look at the right word all "
    "the same?",
    "beat.machine.go.2": "Train on",
    "beat.what-if.title": "Fool it",
    "beat.what-if": "Now try to fool it. Let the first two owners trade pets.",
    "beat.what-if.go": "Trade pets",
    "beat.what-if.2": "Now cover the word it looks at. What will it write?",
    "beat.what-if.go.2": "Cover it",
    "beat.what-if.3": "Every training story had three facts. Give it six.",
    "beat.what-if.go.3": "Give it six",
    "beat.what-if.4": "Now ask about somebody who isn’t in the story at all. What will it write?",
    "beat.what-if.go.4": "Ask about Ben",
    "beat.what-if.card.nothing": "nothing",
    "beat.what-if.card.makes-up": "it makes something up",
    "beat.challenge.title": "Better than three words",
    "beat.challenge": "How good can a network be at best if it gets three words only? Guess first. Other "
    "challenges: the right look in two moves, a rate as large as you dare, and a word that you make come "
    "out.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Looking back",
    "beat.take-away": "This is attention. The rule is in its {weights:0} sliders; what you tell it is in the "
    "text. A chatbot has thousands of such looks, layer on layer, and also facts from its training.",
    "beat.take-away.go": "On to a trillion",
    "film.back": "You looked back {back:0} words.",
    "film.back.note": "Nobody showed you where “{word}” was.",
    "film.always": "Always “{said}”.",
    "film.always.note": "It gets “{three}” and nothing else: the same word, whatever the story says.",
    "film.hand-right": "{share:0}% of the look is on the right word.",
    "film.hand-wrong": "Only {share:0}% of the look is on the right word.",
    "film.wrong": "Wrong word.",
    "film.wrong.note": "“{said}” is {whose}’s now. You need a rule, not a place.",
    "film.hand-luck": "Right, this time.",
    "film.rule": "But only this time: you need a rule, not a place.",
    "film.fall": "It beats any three-word network.",
    "film.not-yet": "No better than a three-word network.",
    "film.fall.note": "Step {step:0}. Nobody told it where to look.",
    "film.answers": "Right in {new:0} of {texts:0} new stories.",
    "film.learned": "Here, too: “{right}”, which {asked} never had in its training.",
    "film.missed": "Not in this one: it should be “{right}”.",
    "film.follows": "It follows.",
    "film.lost": "Fooled.",
    "film.follows.note": "Other owners, same rule.",
    "film.takes": "It takes {whose}’s {said}.",
    "film.guesses": "Its likeliest word: “{said}”.",
    "film.luck": "“{said}”: right, by luck.",
    "film.hidden.note": "“{right}” is out of sight, so it looks elsewhere and gives "
    "“{said}” {chance:0} of 100.",
    "film.still": "Still right.",
    "film.six.note": "{facts:0} facts: twice as many as in any training story.",
    "film.made-up": "It made that up.",
    "film.made-up.note": "Nobody said what {asked} has. It’s called a hallucination: a likely word that "
    "nobody checked.",
    "film.made-up.sure.note": "Nobody said what {asked} has, yet it gives “{said}” {chance:0} of 100. That’s "
    "a hallucination: a likely word that nobody checked.",
}
CHOICES: dict[str, dict[str, str]] = {
    "try": {"eyes": "cover"},
    "name": {"eyes": "hand"},
    "machine": {"eyes": "model"},
    "what-if": {"eyes": "model"},
    "take-away": {"eyes": "model"},
}


def numbers(world: Any) -> dict[str, float]:
    """The numbers in the beats' gaps, for a model of that world: how many `weights` it has."""
    return {"weights": count(len(world.tokens))}
