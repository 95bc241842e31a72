"""The story of the lesson on a hill: titles, sentences and labels of its shots, and what is said in the
picture.
"""

from collections.abc import Mapping

CHOICES: Mapping[str, Mapping[str, str]] = {"try": {"shape": "two-valleys", "fog": "fog"}}
"""What the story begins with: two valleys, of which the higher one is nearer, in fog."""

WORDS: dict[str, str] = {
    "beat.try.title": "Down the hill in fog",
    "beat.try": "You’re on a hill in thick fog. You can see only the ground at your feet. Move the slider "
    "to walk. Find the lowest point.",
    "beat.try.go": "Walk downhill",
    "beat.try.2": "It’s level here, and uphill on both sides. Is this the lowest point of the hill?",
    "beat.try.go.2": "This is the bottom",
    "beat.name.title": "The fog lifts",
    "beat.name": "All you had was the ground at your feet. You felt which side goes down, and how steeply. "
    "That one number is the slope. At the bottom it is zero.",
    "beat.name.go": "Show the slope",
    "beat.machine.title": "The machine in the fog",
    "beat.machine": "The machine is in the fog, too. It gets the slope, nothing else, and steps downhill: "
    "big steps where it’s steep, small ones where it’s nearly flat. Where will it stop?",
    "beat.machine.go": "Let it walk",
    "beat.machine.card.near": "in the near valley",
    "beat.machine.card.deep": "in the deep valley",
    "beat.machine.card.top": "up on the hill",
    "beat.what-if.title": "How big a step?",
    "beat.what-if": "One setting makes every step longer or shorter: the learning rate. What if it’s tiny?",
    "beat.what-if.go": "Tiny steps",
    "beat.what-if.2": "And huge? Will the machine get there sooner?",
    "beat.what-if.go.2": "Huge steps",
    "beat.what-if.card.sooner": "sooner",
    "beat.what-if.card.later": "later",
    "beat.what-if.card.never": "never",
    "beat.what-if.3": "So mix them: start big, end small.",
    "beat.what-if.go.3": "Big steps, then small",
    "beat.challenge.title": "Where does it land next?",
    "beat.challenge": "Now you are the machine. New place = old place − learning rate × slope. Work out "
    "where the next step lands, and say it before it moves. More challenges wait: a speed limit, a wrong "
    "valley, a flat slope.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Learning is walking downhill",
    "beat.take-away": "Feel the slope, take a step, repeat. A chatbot’s sliders are set like this, too. But "
    "what is its hill? How can a mistake be a hill?",
    "beat.take-away.go": "Next: two sliders",
    "film.level": "Level.",
    "film.still-falls": "It still goes down here.",
    "film.lowest": "You found it: the lowest point.",
    "film.not-lowest": "Not the lowest.",
    "film.lower": "{gap:2} lower",
    "film.riding": "Slope {slope:1}",
    "film.slope-zero": "Slope 0: level",
    "film.slope": "Slope {slope:1}: not level",
    "film.same-trap": "The same trap.",
    "film.its-own-trap": "It stops here. You went elsewhere.",
    "film.machine-lowest": "It reached the lowest point.",
    "film.only-slope": "All it got was the slope here.",
    "film.not-there": "{steps:0} steps, and still not there.",
    "film.there-after": "There, at step {steps:0}.",
    "film.leap": "Step {n:0}: {x:1}",
    "film.gone-left": "Gone: {far:1} billion to the left.",
    "film.gone-right": "Gone: {far:1} billion to the right.",
    "film.hill-is-here": "The hill is here, too small to see.",
    "film.the-lowest": "The lowest point.",
    "film.by-luck": "By luck, over the hill. Real training starts with bigger steps, too.",
    "film.not-there-either": "Not the lowest this time.",
    "film.both-here": "You and the machine, one valley.",
    "film.two-places": "You and the machine, two valleys.",
}
