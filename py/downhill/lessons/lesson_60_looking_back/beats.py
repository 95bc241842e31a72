"""The story of the lesson on looking back, in six beats: titles, texts and labels of buttons."""

from __future__ import annotations

from typing import Any

from downhill.lessons.lesson_60_looking_back.attention import count

WORDS: dict[str, str] = {
    "beat.try.title": "It stands in the text",
    "beat.try": "Read the text and say the covered word. Then click the word that told you: you looked "
    "back. A network like that of the last lesson knows three words only. What will it say?",
    "beat.try.go": "Let three words try",
    "beat.name.title": "Share out your look",
    "beat.name": "Now you decide where to look. Each word has a score, and softmax makes shares of one "
    "look of the scores: thicker arc, likelier word. Bring the surprise down. Then take another text: all "
    "has to be done anew. What is wanted is a rule for looking.",
    "beat.name.go": "Find a rule",
    "beat.machine.title": "A rule for looking",
    "beat.machine": "Each place has a query: what do I look for? Each word has a key: what stands here? "
    "How well they fit is the score. Weights work out both, and learn downhill as ever. Guess: will it "
    "look right where it never saw the pair?",
    "beat.machine.go": "Train",
    "beat.what-if.title": "What if it can’t look?",
    "beat.what-if": "Cover the word that it looks at. Let two owners change places. Switch attention off, "
    "make it dull or sharp, take six facts. Guess each time what it says. Ask about somebody who is not "
    "there: it answers all the same. And steps that are too big?",
    "beat.what-if.go": "Try too big",
    "beat.challenge.title": "Better than three words",
    "beat.challenge": "How good can a network be at best that sees three words only? Guess first. Other "
    "challenges: the right look in two moves, a rate as large as you dare, and a word that you put into "
    "its mouth.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Attention, and a trillion",
    "beat.take-away": "This is attention, the heart of chatbots. Their transformers have thousands of such "
    "heads, layer upon layer, each with a rule of its own for looking. Yours has one head and {weights:0} "
    "weights. The facts are not in them: they are in the text.",
    "beat.take-away.go": "On to a trillion",
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
