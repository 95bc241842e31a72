"""The story of the lesson on choosing a word, in six beats: titles, texts and labels of buttons."""

WORDS: dict[str, str] = {
    "beat.try.title": "What comes next?",
    "beat.try": "“I pet the…” Which word comes next? Guess one. Then draw a word, again and again. Is it "
    "always the same? Add it to the text and run again, up to the full stop.",
    "beat.try.go": "Draw a word",
    "beat.name.title": "Why not always the same?",
    "beat.name": "The model has a score for each of these words. Softmax turns the scores into "
    "probabilities: slices of a cake, drawn as bars, a larger slice for a higher score. Then chance draws "
    "a word: a long bar wins often, a short one seldom.",
    "beat.name.go": "On to temperature",
    "beat.machine.title": "Cold or hot?",
    "beat.machine": "Between scores and chance stands one slider, the temperature. Cold, the highest "
    "scores share nearly the whole cake. Hot, odd words get a good slice, too. Guess what it writes at "
    "each end. Move the slider there, then let it write.",
    "beat.machine.go": "Let it write",
    "beat.what-if.title": "What would people write?",
    "beat.what-if": "People went on from the same beginning: the marks show how often they wrote each "
    "word. The better the bars fit the marks, the less people surprise the model. Guess which temperature "
    "fits best. Look for it with the slider, or let the machine walk downhill.",
    "beat.what-if.go": "Now a challenge",
    "beat.challenge.title": "As unsure as people",
    "beat.challenge": "By hand, find the temperature at which the model is as unsure as people are, in "
    "only a few moves. Too cold, and rare words get too little; too hot, and odd ones get too much. Other "
    "challenges are for the machine.",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "Scores, slices, chance, again",
    "beat.take-away": "Scores become slices, chance draws a word, it joins the text, and everything runs "
    "again: so a chatbot writes, piece by piece. But where do the scores come from? Here we made them up. "
    "Next, the machine finds its own, from nothing but text.",
    "beat.take-away.go": "Next: ten thousand sliders",
}
