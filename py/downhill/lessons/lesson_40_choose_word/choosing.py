"""Words of the lesson on choosing the next word by chance."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from downhill.lessons.lesson_40_choose_word.token_text import TOKENS, listed
from downhill.lessons.lesson_40_choose_word.writing import UNKNOWN
from downhill.text.format import enumerated, number, percent

WORDS = {
    "title": "One slider: choose the next word by chance",
    "prose": """
The model has scores now. But which word does it *write*? It could always take the highest score. Then the
same prompt gets the same answer for ever, and *dog*, with 0.98 only a hair behind *cat* with 1, never has its
turn.

So a chatbot mostly draws lots. First it turns the scores into **probabilities**: numbers between 0 and 1 that
add up to 1, like the slices of a cake. The recipe is called **softmax**. Divide every score by a number $T$,
the **temperature**; raise the number $e$, which is about 2.718, to that power; then share the cake out in
proportion:

$$p_{\\text{cat}} = \\frac{e^{\\text{cat}/T}}{e^{\\text{cat}/T} + e^{\\text{dog}/T} + \\ldots}$$

The temperature says how much a difference in scores counts. **Towards 0** the smallest difference becomes
huge, and the highest score takes the whole cake. At 0 itself nothing is left to chance; only scores that are
exactly equal would share. **Towards infinity** no difference counts any more, and every word gets an equal
slice, *plane* as much as *cat*.

Which temperature is right? Suppose a hundred people went on writing after “I pet the…”: 46 wrote *cat*, 38
*dog*, 9 *hamster*, 5 *horse*, one *cloud* and one *plane*. (We made these numbers up.) For every person, look
at the probability that the model gave to that person’s word, and take minus its logarithm: 0 if the word was
certain, large if it was next to impossible. That number is the model’s *surprise*. The average over all
hundred is called **cross-entropy**, and it is what we want to be small.
""",
    "task": "Move the slider to minimize the surprise.",
    "then": """
Choosing the temperature in this way is called *temperature scaling*, and it is done with real models, too
(Guo and others, 2017). The surprise never gets to 0, because people do not agree with each other: no
probabilities at all get it below 1.183 here, and these scores get it down to 1.191.

Now let it write. *Draw a word* draws one lot. *Draw 1,000* draws a thousand, and you can see the counts come
close to the probabilities. *Add it, run again* puts the word behind the text and lets the model run once
more, with the longer text, and so on **until it draws a period**. A chatbot writes a whole page like that,
token by token. Try it cold at 0.05 and hot at 3.

The lots come from a *seed*: a number from which the computer works out a row of numbers that look like
chance. The same seed at the same temperature gives the same words, on every computer. Our model is just a
small table that we made up, of what may follow the last few words. A real one works out its scores anew each
time, from **all** the text so far.
""",
    "learned": "Softmax turns scores into probabilities, the temperature says how much differences count, "
    "and chance chooses. Then it all runs again with one word more.",
    "picture": "The probability of every next word, what a hundred people wrote, and how often it was drawn",
    "python.softmax": "From scores to probabilities",
    "python.loss": "The loss: the surprise at what people wrote",
    "python.slope": "How the surprise changes with T",
    "loss": "surprise (cross-entropy)",
    "loss.short": "surprise",
    "entry.seed": "Seed",
    "entry.drawn": "Words drawn",
    "entry.sentence": "Sentence so far",
    "entry.temperatures": "Chosen at temperatures",
    "seed.odd": "A seed is a whole number from 1 to 9,999, not “{text}”.",
    "drawn.odd": "From 0 to 20,000 words can be drawn, not “{text}”.",
    "sentence.odd": "The table does not know “{word}” in this place.",
    "temperatures.odd": "“{text}” is no temperature that a word can be chosen at here.",
    "actions": "Let it write",
    "action.draw": "Draw a word",
    "action.many": "Draw 1,000",
    "action.add": "Add it, run again",
    "action.begin": "Start over",
    "action.reseed": "Another seed",
    "outcome.none": "“{text}” Nothing is drawn yet.",
    "outcome.drawn": "“{text}” The word drawn last is {word}. So far: {tally}.",
    "outcome.within": "Every count lies within three standard deviations of what its probability promises.",
    "outcome.beyond": "Counts further than three standard deviations from what their probability promises: "
    "{off:0}. That is rare, but chance does it now and then.",
    "outcome.highest": "The highest score wins, however close the others are: always {word}.",
    "outcome.end": "“{text}” A period: the sentence is finished. The picture shows the beginning again.",
    "outcome.most": "No more than {most:0} words are drawn in one place.",
    "axis.probability": "probability",
    "word.stop": "period",
    "word.drawn": "{word} {drawn}",
    "word.likely": "{word} {likely}",
    "mark.people": "{count:0} of 100 people",
    "mark.drawn": "drawn: {count:0}",
    "column.1": "Text so far",
    "column.2": "Probabilities of the next word",
    "column.3": "Chosen",
    "column.4": "At temperature",
    "temperature.known": "{temperature:2}",
    "temperature.unknown": "not known, shown for {temperature:2}",
    "table": "The sentence, word by word",
    "table.open": "yes",
    "now.best": "At temperature {temperature:2} the model answers much as the hundred people do: "
    "cat {cat:0}%, dog {dog:0}%.",
    "now.cold": "Too sure of itself: it gives cat and dog {pets:0}% together, though 16 of a hundred people "
    "wrote something else.",
    "now.warm": "Too undecided: it gives cloud and plane {odd:1}% together, though only 2 of a hundred "
    "people wrote one of them.",
    "now.hot": "So hot that scores hardly count: cloud and plane get {odd:0}% together, cat no more than "
    "{cat:0}%.",
    "now.next": "Likeliest next word after {after}: {likeliest}, with {share:0}%. The surprise is about the "
    "beginning alone.",
    "now.only": "After {after} only one can follow: {likeliest}. The surprise is about the beginning alone.",
    **TOKENS,
}


def tally(said: Mapping[str, str], tokens: Sequence[str], words: Sequence[str], found: np.ndarray) -> str:
    """How often each of the words that may come next was drawn, but for those that never were."""
    pairs = zip(words, found.tolist(), strict=True)
    return listed(said, tokens, {word: number(times, 0) for word, times in pairs if times}, "drawn")


def likelihoods(
    said: Mapping[str, str], tokens: Sequence[str], words: Sequence[str], given: np.ndarray
) -> str:
    """How likely each of the words is that may come next."""
    pairs = zip(words, given.tolist(), strict=True)
    return listed(said, tokens, {word: percent(share) for word, share in pairs}, "likely")


def told(temperatures: str) -> str:
    """The temperatures at which words were chosen, as they are read; a dash for one that nobody knows."""
    known = (float(part) if part != UNKNOWN else math.nan for part in temperatures.split())
    return enumerated(map(number, known)) if temperatures else ""
