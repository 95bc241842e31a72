"""The story of the lesson on the next word, in six beats: titles, texts and labels of buttons."""

WORDS: dict[str, str] = {
    "beat.try.title": "Make it say “cat”",
    "beat.try": "After “I pet the…” this tiny language model should say cat, not plane. Each word has a "
    "score, and the higher one is said. Move the four sliders until cat scores higher.",
    "beat.try.go": "It says cat",
    "beat.name.title": "And now “I flew the…”",
    "beat.name": "After “I flew the…” it should say plane. Make that work, too. Does the first one still "
    "hold? The sliders are called weights, and every one of them serves both prompts: what mends one can "
    "spoil the other. How far all scores are off is the error.",
    "beat.name.go": "Let the machine try",
    "beat.machine.title": "Four weights, one moment",
    "beat.machine": "Each weight has a slope of its own, and calculus gives all of them at the same moment. "
    "Guess: will all four bars get closer to their targets at every step, or will one go the wrong way at "
    "first? Then let it walk.",
    "beat.machine.go": "Let it walk",
    "beat.what-if.title": "What if it hurries?",
    "beat.what-if": "Guess: does a learning rate that is too big spoil this, too? Try it. Then switch to "
    "probabilities: the scores become slices of a cake, a larger slice for a higher score. Certainty "
    "would be the whole cake for the right word. Does it ever get there?",
    "beat.what-if.go": "Try too big",
    "beat.challenge.title": "Both words, your hand",
    "beat.challenge": "By hand, make the error small for both prompts at once, in only a few moves. Guess "
    "before each move which bar it will spoil. Other challenges let you foretell where a weight goes, or "
    "ask how fast the machine can walk and still arrive.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Same weights, every prompt",
    "beat.take-away": "A language model gives a score to every word that may come next. The same weights "
    "make all these scores, so they must move together, and the gradient knows every direction at once. "
    "But is the word with the highest score always the one that is said?",
    "beat.take-away.go": "Next: pick a word",
}
