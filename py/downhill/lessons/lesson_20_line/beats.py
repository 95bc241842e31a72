"""The story of the lesson on a line: what its beats and its film say."""

WORDS: dict[str, str] = {
    "beat.try.title": "Draw a line",
    "beat.try": "Each little house is a home: further right is bigger, higher up costs more. The line "
    "predicts prices. Move the sliders to make its mistakes, the pink bars, short.",
    "beat.try.go": "Tilt it for me",
    "beat.try.2": "The line guesses a price for every size, and each pink bar is how far off it is. Make "
    "them as short as you can.",
    "beat.try.go.2": "My line is ready",
    "beat.name.title": "One number",
    "beat.name": "How good is your line? Add up all the bars, and one number tells you: the error.",
    "beat.name.go": "Add up the bars",
    "beat.name.2": "Every setting of the two sliders has its own error, just as every spot on the hill had "
    "a height. So all lines together make a landscape.",
    "beat.name.go.2": "Unroll the landscape",
    "beat.machine.title": "Both sliders at once",
    "beat.machine": "Two sliders, two slopes. Together they’re called the gradient, and it points uphill. "
    "So the machine goes the other way, with both sliders at once. Will it beat your line?",
    "beat.machine.go": "Let it walk",
    "beat.machine.card.beats": "it will",
    "beat.machine.card.mine": "mine is better",
    "beat.what-if.title": "One wrong price",
    "beat.what-if": "Here is the best line. Now a typing mistake: the most expensive home, at the far right, "
    "loses a zero from its price. How much will the best line turn?",
    "beat.what-if.go": "Drop the zero",
    "beat.what-if.card.same": "not at all",
    "beat.what-if.card.little": "a little",
    "beat.what-if.card.flat": "till it’s nearly flat",
    "beat.what-if.2": "Now let big mistakes count more: square every bar, and add up the squares. Where will "
    "the best line go?",
    "beat.what-if.go.2": "Square the bars",
    "beat.what-if.3": "The price is right again, the squares stay, and now the machine takes huge steps: the "
    "bigger the mistake, the bigger the step. Where will the line go?",
    "beat.what-if.go.3": "Take huge steps",
    "beat.challenge.title": "How sure is your hand?",
    "beat.challenge": "By hand, bring the sum of all bars close to the best there is, in only a few "
    "moves. Guess before each move which slider it needs. Other challenges are for the machine: how fast "
    "can it walk and still arrive?",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "The error is a landscape",
    "beat.take-away": "A model is a rule with sliders. Its error is a landscape, and to train it is to walk "
    "downhill there. This one predicts prices. Could another one predict a word?",
    "beat.take-away.go": "Next: four sliders",
    "film.slider.m": "how steep (m)",
    "film.slider.b": "how high (b)",
    "film.error": "${error:0}k off in all",
    "film.least": "The best possible line: ${least:0}k.",
    "film.each-place": "Each place is a line.",
    "film.darker": "Darker: a smaller error.",
    "film.lowest": "lowest",
    "film.steeper": "steeper",
    "film.higher": "higher",
    "film.off": "${error:0}k off.",
    "film.your-line": "Your line: ${error:0}k.",
    "film.you-win": "Your line: ${error:0}k. You win.",
    "film.tag": "$470k",
    "film.tag-wrong": "$47k",
    "film.slope": "${m:0} for each square foot",
    "film.slope-down": "−${m:0} for each square foot",
    "film.turned-same": "It was ${m:0}. It stayed.",
    "film.turned-little": "It was ${m:0}. Only a little less steep.",
    "film.turned-flat": "It was ${m:0}.",
    "film.nearly-flat": "One wrong price, and it’s nearly flat.",
    "film.still-steep": "It’s still steep.",
    "film.was": "{m:0} dollars for each square foot; it was {before:0}.",
    "film.longer": "Each step is longer than the last.",
}
