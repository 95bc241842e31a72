"""The story of the lesson on a line, in six beats: titles, texts and labels of buttons."""

WORDS: dict[str, str] = {
    "beat.try.title": "Lay the line yourself",
    "beat.try": "Each point is a home: further right is larger, higher up costs more. Move two sliders "
    "and lay a line through them. Each bar shows how far off the line is. Make the bars short.",
    "beat.try.go": "My line is ready",
    "beat.name.title": "All bars, one number",
    "beat.name": "Is your line the best? Add up all the bars, and one number tells how good it is: the "
    "error. Every place of the two sliders has its own, as every place on the hill had its height. So all "
    "lines make a landscape: on a map, darker is lower.",
    "beat.name.go": "Let the machine try",
    "beat.machine.title": "Both sliders at once",
    "beat.machine": "The machine feels two slopes, one for each slider. Together they are called the "
    "gradient, and it points uphill. The machine goes the other way, with both sliders at once. Guess "
    "where the line will end. Then let it walk.",
    "beat.machine.go": "Let it walk",
    "beat.what-if.title": "What if it leaps?",
    "beat.what-if": "Guess: does a learning rate that is too big get there sooner? Try it. Then add one "
    "outlier, a home far off: where will the best line go? Last, turn the bars into squares, so that "
    "large errors weigh more, and look again.",
    "beat.what-if.go": "Try too big",
    "beat.what-if.ways": "Walk in raw units: Adam",
    "beat.challenge.title": "How sure is your hand?",
    "beat.challenge": "By hand, bring the sum of all bars close to the best there is, in only a few "
    "moves. Guess before each move which slider it needs. Other challenges are for the machine: how fast "
    "can it walk and still arrive?",
    "beat.challenge.go": "Begin",
    "beat.take-away.title": "The error is a landscape",
    "beat.take-away": "A model is a rule that takes something in and predicts something. Its error is a "
    "landscape over its sliders, and to train the model is to walk downhill there. A model can predict "
    "words in place of prices, too: that comes next.",
    "beat.take-away.go": "Next: four sliders",
}
