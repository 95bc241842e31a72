"""Every idea that this essay is to tell is told, where it belongs, and in every language."""

import pytest

from tools.languages import translations

# A name and what the idea says; below it places, as room/key, each with stems that must be found there.
TABLE = """
root: Gradient descent is what language models, neural networks and the rest of AI learn by.
    essay/opening: chatbots | gradient descent | artificial intelligence | neural networks | deep learning
    valley/then: gradient descent
    ten-thousand/prose: neural network
    valley/beat.take-away: chatbot’s sliders are set like this
error: A model learns by making the difference between its predictions and known answers small.
    essay/opening: guess | compared with the right answer | error | smaller
    line/learned: error | train a model
    ten-thousand/beat.machine: predicts words | compares
    ten-thousand/beat.take-away: Guess, compare, step | how a chatbot is trained
calculus: Computers find the way with derivatives; here it is felt by hand.
    valley/then: Calculus gives it that number | slope | gradient
    valley/beat.name: slope | felt
descending: One should get a feeling for what it is that descends.
    essay/opening: descends | your own hands
    valley/prose: descending
    valley/beat.try: hill in thick fog | Move the slider to walk | lowest point
function: First a function of one slider is to be made as small as it gets.
    valley/prose: lowest | minimize a function
    valley/task: Move the slider | minimize
trace: A second plot shows the value of the function while the slider moves.
    page/picture.trace: after every move
    page/axis.moves: moves
fit: A line through points estimates the price of a home from its size.
    line/prose: homes | size | price | straight line | predicts
    line/beat.try: home | The line predicts prices
measure: How good a line is has to be said by one number.
    line/prose: single number | how | good
    line/beat.name: How good is your line | one number tells you
bars: The vertical distances between points and line are added up.
    line/prose: vertical bar | Add up the lengths
    line/beat.name: Add up all the bars
    line/loss: sum of absolute errors
landscape: The best model is the lowest point of a function again: the error over slope and intercept.
    line/prose: landscape again | best line is | lowest point
    line/map: error over slope and intercept
    line/beat.name.2: every spot on the hill had a height | all lines together make a landscape
    line/beat.take-away: Its error is a landscape | walk downhill
two: Two sliders, slope and intercept, make the sum of absolute errors small.
    line/prose: slope | intercept
    line/task: sliders | sum of absolute errors
next: A language model predicts what comes next in a text, in place of a price.
    next-word/prose: predicts too | price | what comes next in a text
    line/beat.take-away: predicts prices | predict a word
probability: What it gives each possible next piece is a probability; a higher value means a higher one.
    next-word/then: probabilities | the more for | the higher score
    choose-word/prose: softmax | probabilities | add up to 1
    choose-word/beat.name: softmax turns scores into slices | the higher the score, the wider the slice
tokens: The pieces are tokens: words, parts of words, groups of signs.
    next-word/prose: tokens | words | parts of words | punctuation
cat: After “I pet the…” a trained model gives cat a higher value than plane.
    next-word/prose: I pet the | higher score | cat | plane
    next-word/beat.try.title: I pet the… plane?
    next-word/beat.try: word with the higher score | writes “cat”
again: The piece with the highest value is chosen, joins the text, and everything runs again.
    next-word/prose: the one with the highest score | runs again | I pet the cat
    choose-word/beat.try: joins the text | the model scores again
    choose-word/beat.take-away: one piece at a time
    ten-thousand/then: one token is chosen | it all runs again
chance: Not always the highest is taken: where values are close, as 1 for cat and 0.98 for dog, chance helps.
    next-word/prose: partly to chance | 0.98 | sometimes *dog*
    choose-word/prose: draws lots | temperature
    choose-word/beat.try: nearly the same score | chance picks the next word
    choose-word/beat.name: by chance | The slice it hits is the next word
    choose-word/beat.name.2: hit often, a narrow one seldom
same: The same weights must give plane the higher value after “I flew the…”.
    next-word/prose: I flew the | same four weights must serve both prompts
    next-word/beat.name: same model, with the same sliders | flying
    next-word/beat.name.go: I flew the
    next-word/beat.name.go.2: plane
    next-word/film.broke-the-other: Fixed one, broke the other
    next-word/learned: same weights serve every prompt
targets: Four sliders are to give the right word 1 and the wrong one 0, and the error follows at once.
    next-word/prose: Four sliders | score 1 | 0 | squared
    next-word/task: minimize the total error
    next-word/beat.name.3: right word should score 1, the other word 0
    next-word/beat.name.3: How far off all four scores are is the error
table: A table holds prompts, targets, predictions and errors.
    next-word/column.1: Training input
    next-word/column.2: Target
    next-word/column.3: prediction
    next-word/column.4: Error
    next-word/row.total: Total error
many: Large models have billions or trillions of weights.
    essay/closing: billions | more than a trillion
    ten-thousand/then: billion weights
    ten-thousand/beat.take-away: {weights:0} numbers | far more of everything
texts: They learn from a vast number of texts: books, encyclopedias, what people write online, programs.
    essay/closing: books | encyclopedias | posts | programs
    essay/scale: trillion tokens
    ten-thousand/then: read 300 billion tokens | 15.6 trillion
    ten-thousand/beat.name.3: text is its own answer key
context: From prompt and conversation so far, values for tens of thousands of tokens are worked out.
    essay/closing: conversation so far | tens of thousands of tokens | One is chosen
    choose-word/then: all** the text so far
hopeless: No human could tune a trillion sliders by hand.
    essay/closing: No hand could ever tune | thirty thousand years
    ten-thousand/beat.try.2: set them all by hand
    ten-thousand/film.to-go: At one a second | takes {hours:1} hours
direction: Calculus tells at once, for all sliders at the same moment, in which direction to nudge each.
    essay/closing: Calculus tells of every weight | same moment | which way is downhill
    next-word/then: all at the same moment | which way is downhill
    next-word/beat.machine: calculus gives all four at once | downhill
nudge: Each nudge makes the model a tiny bit better.
    essay/closing: Nudge | tiny bit less wrong
    ten-thousand/beat.machine: slope of all {weights:0} sliders | moves each a little downhill
    ten-thousand/beat.machine.2: predictions get a little better
repeat: This is repeated very many times.
    essay/opening: again, and again, millions of times
    essay/closing: repeat
    valley/learned: repeat
walk: One slider, two, four, ten thousand, a trillion: it is the same walk downhill each time.
    essay/back: one | two | four | ten thousand | same walk | downhill
    essay/closing: a trillion
outlook: What the essay leaves out is told: people's judgement, where text comes from, energy, mistakes.
    essay/left: judgement | text | Energy | made-up answers
outcome: What comes out writes essays and programs and talks with people.
    essay/end: writes essays and programs | answers you
"""


TOLD = [line.strip().split(": ", 1) for line in TABLE.strip().splitlines()]
PLACES = [(*place.split("/"), stems) for place, stems in TOLD if "/" in place]


@pytest.mark.parametrize(("room", "key", "stems"), PLACES)
def test_an_idea_is_told_where_it_belongs(room: str, key: str, stems: str) -> None:
    text = " ".join(translations.english()[room][key].split())
    assert [stem for stem in stems.split(" | ") if stem not in text] == []


@pytest.mark.parametrize("code", translations.codes())
def test_every_idea_is_told_in_every_language(code: str) -> None:
    there = translations.catalogue(code)
    assert [(room, key) for room, key, _ in PLACES if key not in there[room]] == []
