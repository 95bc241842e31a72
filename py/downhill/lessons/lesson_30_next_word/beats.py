"""The story of the lesson on the next word: what its beats and its film say."""

WORDS: dict[str, str] = {
    "beat.try.title": "I pet the… plane?",
    "beat.try": "This tiny language model has only two words. It gives each one a score and writes the "
    "word with the higher score. Right now it pets planes. Drag the slider until it writes “cat”.",
    "beat.try.go": "Raise “cat”",
    "beat.name.title": "The same four sliders",
    "beat.name": "Good. Now ask the same model, with the same sliders, about flying.",
    "beat.name.go": "Ask: I flew the…",
    "beat.name.2": "Fix that one, too. What happens to the first sentence?",
    "beat.name.go.2": "Raise “plane”",
    "beat.name.card.both": "both are right",
    "beat.name.card.breaks": "the first one breaks",
    "beat.name.3": "Every slider works on every sentence. The right word should score 1, the other word "
    "0. How far off all four scores are is the error.",
    "beat.name.go.3": "Show the error",
    "beat.machine.title": "All four at once",
    "beat.machine": "Each slider has a slope, and calculus gives all four at once. So move all four, each "
    "a little, downhill. Will every bar get better at every step?",
    "beat.machine.go": "Let it walk",
    "beat.machine.card.every": "every bar, every step",
    "beat.machine.card.one": "one gets worse at first",
    "beat.what-if.title": "What if it hurries?",
    "beat.what-if": "Guess: does a learning rate that is too big spoil this, too? Try it. Then switch to "
    "probabilities: the scores become slices of a pie, a larger slice for a higher score. Certainty would "
    "be the whole pie for the right word. Does it ever get there?",
    "beat.what-if.go": "Try too big",
    "beat.challenge.title": "Both words, by hand",
    "beat.challenge": "By hand, make the error small for both prompts at once, in only a few moves. "
    "Before each move, guess which bar it will spoil. In other challenges you predict where a weight ends "
    "up, or find how fast the machine can walk and still get there.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "One set of sliders",
    "beat.take-away": "A chatbot scores tens of thousands of words and pieces of words, with one set of "
    "sliders that nobody could set by hand. But does it always write the highest score?",
    "beat.take-away.go": "Next: let chance choose",
    "film.pets-cats": "It writes “cat”.",
    "film.still-pets-planes": "It still pets planes.",
    "film.flies-cats": "It flies cats.",
    "film.flies-planes": "It flies planes.",
    "film.broke-the-other": "Fixed one, broke the other.",
    "film.both-right": "Both are right.",
    "film.both-wrong": "Now both are wrong.",
    "film.still-flies-cats": "It still flies cats.",
    "film.error": "error {error:2}",
    "film.error-made": "each pink piece, squared, all added up",
    "film.all-right": "Both sentences are right.",
    "film.not-yet": "Not there yet.",
    "film.error-fell": "error {first:2} → {error:2}",
}
