"""Challenges with a model that looks back, and an attempt at one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log
from types import MappingProxyType
from typing import Any

from downhill.lesson.challenge import DONE, OPEN, ByHand, Challenge, Facts, LargestRate, Predict
from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND, MODEL
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.lessons.lesson_60_looking_back.world import EACH
from downhill.training.trainer_attempt import TrainerAttempt

SLOWEST, CLIFF = 3.0, 4.0  # rates: the smallest that counts, and one that is seldom stable any more
SAYS = "says"  # 1 where the model says the wanted word and its question is as it was, else 0
TRAINED: Mapping[str, int] = MappingProxyType({"say": 300})  # steps that are taken before a challenge begins
OPEN_EYES: Mapping[str, str] = MappingProxyType({"three": COVER, "hand": HAND, "rate": MODEL, "say": MODEL})

WORDS = {
    "challenges.intro": "Choose one: it starts from the first weights, on a copy, and tells you what to "
    "reach. Your own model is kept. There are hints, and you may leave it at any time.",
    "challenge.moves.rule": "A drag, a typed number, a change of the text are one move each. Choosing a word "
    "is none.",
    "challenge.steps.rule": "The training stops by itself as soon as the challenge is decided.",
    "challenge.guesses.rule": "Guess before you move or train anything.",
    "challenge.guess": "How small can the surprise become?",
    "challenge.wrong": "Not there. How likely is each of those things, if nothing tells which one it is?",
    "challenge.lost.guesses": "That was the last guess. The hints tell the way; then start again.",
    "challenge.lost.early": "Something has moved before your guess was made. Start again.",
    "challenge.lost.variant": "These are other first weights than those that the challenge began with. Start "
    "again, or leave it.",
    "challenge.three.title": "The best of three words",
    "challenge.three.task": "Three words give away the name and what is done, but not what the facts tell. "
    "{things:0} things are left, and each is equally likely. How small can the surprise at the asked word "
    "be on average? {tolerance:2} more or less is close enough.",
    "challenge.three.hint1": "Surprise is −ln of the probability that was given to the word that really "
    "comes.",
    "challenge.three.hint2": "Each of {things:0} things has the probability 1 / {things:0}.",
    "challenge.three.answer": "ln {things:0} = {even:2}.",
    "challenge.three.done": "No network of three words gets below that, however large it is. What is missing "
    "is not weights, but a look at the text.",
    "challenge.hand.title": "Where to look",
    "challenge.hand.task": "By hand: bring the surprise at the asked word below {loss:2} in at most "
    "{most:0} moves.",
    "challenge.hand.hint1": "Which word of the text is the answer? All others take shares away from it.",
    "challenge.hand.hint2": "A share is the softmax of the scores: what counts is how far one score is "
    "above the others.",
    "challenge.hand.answer": "Set the score of “{right}” to {score:0}, and leave all others at 0.",
    "challenge.hand.done": "One score is enough. For the next sentence it would have to be another one: so "
    "training has to arrive at a rule that works out the scores.",
    "challenge.rate.title": "As fast as you dare",
    "challenge.rate.task": "Bring the surprise below {loss:1} in at most {most:0} steps, none of them with a "
    "learning rate of less than {slowest:1}.",
    "challenge.rate.hint1": "The good rate, {rate:1}, is too small for that. Try one that is larger by half.",
    "challenge.rate.hint2": "From about {cliff:0} on, steps are so long that the numbers run away. Stay "
    "below.",
    "challenge.rate.answer": "The smallest rate that counts does it: set {slowest:1} and press Train.",
    "challenge.rate.done": "The sooner the loss falls, the sooner the model looks back: it is the same "
    "moment. A little faster, and the training would have led nowhere.",
    "challenge.say.title": "Steer it to one word",
    "challenge.say.task": "The model is trained first. Then make “{wanted}” come out in the gap, in at most "
    "{most:0} moves, and without touching a word of the last sentence.",
    "challenge.say.hint1": "Its weights don’t hold who has what. Where does that stand?",
    "challenge.say.hint2": "Change the facts: whose is “{wanted}” now?",
    "challenge.say.answer": "Let the two owners change places, or write it so yourself.",
    "challenge.say.done": "What comes out is what stands in the text: the weights hold the rule for "
    "looking, the text holds the facts.",
    "challenge.lost.said": "That was the last move, and another word comes out. Start again.",
}


@dataclass(frozen=True)
class Says:
    """Check whether the model says a wanted word within `most` moves."""

    most: int
    counts: str = field(default="moves", init=False)
    covers: bool = field(default=False, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done where it says so; lost with the last move."""
        if not facts.hand_moves or not facts.resting:
            return OPEN
        if facts.landing.get(SAYS):
            return DONE
        return "said" if facts.hand_moves >= self.most else OPEN


def challenges(things: int) -> tuple[Challenge, ...]:
    """Return the challenges for a world in which each person has one of these things."""
    return (
        Challenge(
            "three",
            Predict("three", tolerance=0.05),
            solution=(("guess", round(log(things), 2)),),
            numbers={"even": log(things)},
        ),
        Challenge(
            "hand",
            ByHand(0.05, most=2),
            solution=(("move", "score1", 8.0), ("settle",)),
            numbers={"score": 8},
        ),
        Challenge(
            "rate",
            LargestRate(0.3, percent=100 * SLOWEST / CLIFF, most=200),
            solution=(("set_rate", SLOWEST), ("step", 200)),
            numbers={"slowest": SLOWEST, "cliff": CLIFF},
        ),
        Challenge(
            "say",
            Says(most=3),
            solution=(("step", TRAINED["say"]), ("choose", "swap", "1"), ("settle",)),
        ),
    )


class LookAttempt(TrainerAttempt):
    """A challenge at work: by hand, it is about the surprise of a look by hand; else about the loss, in nats.

    It begins with the weights that the present seed draws, and with the first text.
    """

    trainer: Looking

    def put(self) -> None:
        """Back to the first weights, the first text, and the challenge's rate; what is asked for is in view.

        Where it is about a trained model, the steps are taken as those that a link tells of.
        """
        trainer = self.trainer
        trainer.own_prompt = None
        trainer.looks.eyes = OPEN_EYES.get(self.challenge.id, MODEL)
        trainer.restart()
        if self.challenge.rate:
            trainer.set_rate(self.challenge.rate)
        trainer.target = TRAINED.get(self.challenge.id, 0)
        self.first = trainer.losses[0]
        text = trainer.at_text()
        self.last, self.wanted = self._question(), trainer.world.tokens[text.cards["2"]]
        self.right = text.told()["right"]

    def _question(self) -> tuple[int, ...]:
        """The last sentence of the text, as far as it is given."""
        tokens = self.trainer.begun()
        return tuple(tokens[len(tokens) - tokens[::-1].index(self.trainer.world.end) :])

    def word_numbers(self) -> dict[str, Any]:
        """All that its words tell; losses are in nats, not shares."""
        numbers = super().word_numbers()
        numbers["loss"] = getattr(self.challenge.check, "loss", 1.0)
        return {**numbers, "things": EACH - 1, "wanted": self.wanted, "right": self.right}

    def facts(self) -> Facts:
        """What a check may know of the attempt."""
        trainer, text = self.trainer, self.trainer.at_text()
        by_hand = self.challenge.check.counts == "moves"
        said = trainer.world.tokens[text.likeliest] == self.wanted
        kept = self._question() == self.last
        return Facts(
            loss=text.told()["surprise"] if by_hand else trainer.training.loss(),
            hand_moves=self.hand_moves,
            machine_steps=self.machine_steps,
            resting=not trainer.holding and not trainer.behind,
            slowest=self.slowest,
            limit=CLIFF,
            rate_kept=trainer.rate == self.rate,
            landing={"three": log(EACH - 1), SAYS: float(said and kept and not trainer.behind)},
            guesses=self.guesses,
        )
