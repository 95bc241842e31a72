"""Challenges with a language model that is trained."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from downhill.lesson.challenge import ByHand, Challenge, FewSteps, Predict

GIANT = 128_000  # tokens that Llama 3.1 knows (Meta: The Llama 3 Herd of Models, 2024)

WORDS = {
    "challenges.intro": "Choose one: it starts from the first weights, on a copy, and tells you what to "
    "reach. Your own model is kept. There are hints, and you may leave it at any time.",
    "challenge.moves.rule": "A drag, a typed number and arrow keys pressed one after the other at the "
    "slider are one move each. Taking another weight is none.",
    "challenge.steps.rule": "The training stops by itself as soon as the challenge is decided.",
    "challenge.guesses.rule": "Guess before you move or train anything.",
    "challenge.guess": "How large is its surprise?",
    "challenge.wrong": "Not there. More words mean more surprise, but not in the same proportion.",
    "challenge.lost.guesses": "That was the last guess. The hints tell the way; then start again.",
    "challenge.lost.early": "Something has moved before your guess was made. Start again.",
    "challenge.lost.variant": "These are other first weights than those that the challenge began with. Start "
    "again, or leave it.",
    "challenge.predict.title": "The surprise of a giant",
    "challenge.predict.task": "Before training, this model gives each of its {tokens:0} words and signs "
    "about the same probability, and its surprise is {first:2}. Llama 3.1 has {giant:0} tokens. How large "
    "is its surprise while each of them is equally likely? {tolerance:1} more or less is close enough.",
    "challenge.predict.hint1": "Surprise is −ln of the probability that was given to the token that really "
    "came. Which probability has every token when all are equally likely?",
    "challenge.predict.hint2": "In this model each has the probability 1 / {tokens:0}, and −ln (1 / "
    "{tokens:0}) = ln {tokens:0} = {even:2}. That is nearly what you see: drawn by lot, the weights make "
    "some tokens a little likelier than others.",
    "challenge.predict.answer": "ln {giant:0} = {giant_even:2}.",
    "challenge.predict.done": "That’s some {times:0} times as many tokens, and not even three times the "
    "surprise: a logarithm grows slowly.",
    "challenge.hand.title": "The right weights among thousands",
    "challenge.hand.task": "By hand: bring the surprise from {first:2} down to {loss:2} in at most {most:0} "
    "moves. You may choose among all {weights:0} weights.",
    "challenge.hand.hint1": "What most weights do depends on the words that came before. Which ones do the "
    "same every time?",
    "challenge.hand.hint2": "In the picture, the last row under “{layer}” holds what the score of each word "
    "begins with. The words that are most frequent stand at the left.",
    "challenge.hand.answer": "Take weight {bias:0}, what the score of “{often}” begins with, and type "
    "{far:1} into its number box. If that is not enough, do the same with weight {next:0}, right of it, for "
    "“{second}”.",
    "challenge.hand.done": "You have made frequent words likelier. Training does that first, too.",
    "challenge.steps.title": "Faster than the good rate",
    "challenge.steps.task": "Leave the weights alone. Choose a learning rate with which the machine brings "
    "the surprise from {first:2} down to {loss:2} in at most {most:0} steps.",
    "challenge.steps.hint1": "The good rate is a careful one. It gets there, too, but not in {most:0} steps.",
    "challenge.steps.hint2": "At the good rate, {rate:1}, it is too slow; at “too big”, {big:1}, it breaks. "
    "Look between the two.",
    "challenge.steps.answer": "Rates from {low:1} to {high:1} do it: set {tried:1} and press Train.",
    "challenge.steps.done": "With large steps the surprise fell quickly. In a long training they would keep "
    "it from coming to rest; so people begin with large ones and make them smaller on the way.",
}


def challenges(tokens: Sequence[str], bias: int, layer: str, big: float) -> tuple[Challenge, ...]:
    """The challenges of a model that knows these tokens, the most frequent first.

    `bias` is the number of the weight that the score of the first token begins with, that of the second comes
    next; `layer` is what the picture calls the layer that they stand under. `big` is the rate that is too
    big. Losses are shares of the loss before all training.
    """
    far = 2.5
    moves = [("choose_weight", bias), ("move", "weight", far), ("settle",)]
    moves += [("choose_weight", bias + 1), ("move", "weight", far), ("settle",)]
    return (
        Challenge(
            "predict",
            Predict("giant_even", tolerance=0.1),
            solution=(("guess", round(log(GIANT), 1)),),
            numbers={
                "giant": GIANT,
                "giant_even": log(GIANT),
                "even": log(len(tokens)),
                "times": GIANT / len(tokens),
            },
        ),
        Challenge(
            "hand",
            ByHand(0.95, most=3),
            solution=tuple(moves),
            numbers={
                "bias": bias + 1,  # the page counts from 1
                "next": bias + 2,
                "often": tokens[0],
                "second": tokens[1],
                "far": far,
                "layer": layer,
            },
        ),
        Challenge(
            "steps",
            FewSteps(0.45, most=200),
            solution=(("set_rate", 1.0), ("step", 200)),
            numbers={"low": 0.9, "high": 1.5, "tried": 1.0, "big": big},
        ),
    )
