"""The story of the lesson on a curve, in six beats: titles, texts and labels of buttons."""

from collections.abc import Mapping

CHOICES: Mapping[str, Mapping[str, str]] = {
    "try": {"shape": "two-valleys", "fog": "fog"},
    "name": {"fog": "clear"},
    "machine": {"shape": "bowl", "fog": "fog"},
    "what-if": {"fog": "clear"},
}
"""What beats begin with: the hand is lost in the higher valley, and the machine sees no more than it."""

WORDS: dict[str, str] = {
    "beat.try.title": "Down the hill in fog",
    "beat.try": "You stand on a hill in thick fog and see only the ground around your feet. Move the "
    "slider to walk. Find the lowest place there is.",
    "beat.try.go": "I’m at the bottom",
    "beat.name.title": "What did you feel?",
    "beat.name": "The fog lifts. Is it really the lowest place? And how did you know which way to go? You "
    "felt which side falls, and how steeply: that is the slope. It is one number, and it tells only of "
    "the ground under your feet.",
    "beat.name.go": "Let the machine try",
    "beat.machine.title": "The machine takes over",
    "beat.machine": "The machine is in the fog, too. All it gets is one number: the slope where it "
    "stands. It steps against the slope: far where it is steep, a little where it is nearly level. Guess "
    "where it will come to rest. Then let it walk.",
    "beat.machine.go": "Let it walk",
    "beat.what-if.title": "What if steps are huge?",
    "beat.what-if": "This walk is called gradient descent. One more number says how long all its steps "
    "are: the learning rate. Too small, and the machine crawls. Guess: too big, does it arrive sooner? "
    "Try it in the bowl, in two valleys and on the long flat slope.",
    "beat.what-if.go": "Try too big",
    "beat.what-if.ways": "Roll out of a valley: momentum",
    "beat.challenge.title": "Where does it land next?",
    "beat.challenge": "Now you are the machine. New place = old place − learning rate × slope. Work out "
    "where the next step lands, and say it before it moves. More challenges wait: a speed limit, a wrong "
    "valley, a flat slope.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "To learn is to descend",
    "beat.take-away": "Feel the slope, step against it, repeat until the ground is level. That is all, "
    "and chatbots have learned like this, too. If there are two trails, compare them: orange is your hand, "
    "blue the machine. Which has fewer moves? The machine never saw the hill.",
    "beat.take-away.go": "Next: two sliders",
}
