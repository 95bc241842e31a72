"""The story of the lesson on looking back, in six beats: titles, texts and labels of buttons."""

from __future__ import annotations

from typing import Any

from downhill.lessons.looking_back.attention import count

WORDS: dict[str, str] = {
    "beat.try.title": "The word is in the text",
    "beat.try": "Read the text and say the covered word. Then click the word that told you. Easy: you "
    "looked back. Now see what a network says that knows the last three words only, as in the lesson before.",
    "beat.try.go": "Let three words try",
    "beat.name.title": "Share out your look",
    "beat.name": "Now you decide where to look. Each word gets a score; softmax turns the scores into "
    "shares of one look. The more of it a word gets, the thicker its arc, and the likelier it is said. "
    "Bring the surprise down. Then take another text: it all has to be done again. What is wanted is a "
    "rule for looking.",
    "beat.name.go": "A rule for looking",
    "beat.machine.title": "Attention learns where to look",
    "beat.machine": "Each place asks a question, its query: what am I looking for? Each word has a key: "
    "what stands here? How well they fit is the score. Both are worked out by weights, and weights learn "
    "downhill, as ever. Guess: will it also look right where it never saw the pair? Train it, and watch "
    "the arcs.",
    "beat.machine.go": "Train",
    "beat.what-if.title": "What if it can't look?",
    "beat.what-if": "Cover the word that it looks at. Let two owners change places. Switch attention off, "
    "make it dull or sharp, give it three facts more than it ever read. Guess each time what it will say. "
    "And ask about somebody who is not in the text: it answers all the same. How about steps that are too "
    "big?",
    "beat.what-if.go": "Try too big",
    "beat.challenge.title": "Better than three words",
    "beat.challenge": "How good can a network be at best that sees three words only? Guess first. Other "
    "challenges: the right look in two moves, a rate with which it learns to look sooner, and a word that "
    "you put into its mouth.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Attention, and a trillion",
    "beat.take-away": "This is attention, the heart of what chatbots are made of: transformers. They have "
    "thousands of such heads, layer upon layer, each with a rule of its own for looking. Yours has one "
    "head and {weights:0} weights. The facts are not in its weights: they are in the text, and it knows "
    "where to look.",
    "beat.take-away.go": "On to a trillion",
}
CHOICES: dict[str, dict[str, str]] = {
    "name": {"eyes": "hand"},
    "machine": {"eyes": "model"},
    "what-if": {"eyes": "model"},
    "take-away": {"eyes": "model"},
}


def numbers(world: Any) -> dict[str, float]:
    """The numbers in the beats' gaps, for a model of that world: how many `weights` it has."""
    return {"weights": count(len(world.tokens))}
