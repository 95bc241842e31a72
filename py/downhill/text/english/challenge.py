"""The page's sentences about challenges, whichever they are, and about the race; part of `PAGE`."""

CHALLENGES: dict[str, str] = {
    "challenges": "Challenges",
    "challenges.intro": "Choose one: it puts the sliders in place and tells you what to reach. There are "
    "hints, and you may leave it at any time.",
    "challenges.kept": "What you have done is marked ✓. The marks are kept on this device only.",
    "challenges.unkept": "What you have done is marked ✓. This browser keeps nothing, so the marks go when "
    "the page is closed.",
    "challenges.forget": "Forget my marks, in all lessons",
    "challenges.forgotten": "All marks are forgotten.",
    "challenge": "Challenge: {title}",
    "challenge.again": "Start again",
    "challenge.leave": "Leave the challenge",
    "challenge.isdone": "done",
    "challenge.hint1": "Hint 1",
    "challenge.hint2": "Hint 2",
    "challenge.answer": "Show the answer",
    "challenge.answered": "Answer",
    "challenge.guess": "Where will the next step put {name}?",
    "challenge.say": "That’s my guess",
    "challenge.nan": "“{text}” is not a number.",
    "challenge.moves": "{used:0} of {most:0} moves",
    "challenge.steps": "{used:0} of {most:0} steps",
    "challenge.guesses": "{used:0} of {most:0} guesses",
    "challenge.moves.rule": "A drag, a click on a picture, a typed number and arrow keys pressed one after "
    "the other are one move each. Rewinding takes no move back.",
    "challenge.steps.rule": "Rewinding takes no step back.",
    "challenge.guesses.rule": "The arrow that shows the next step is covered meanwhile.",
    "challenge.wrong": "Not there. Look at the sign of the slope, and at how far the learning rate lets it "
    "go.",
    "challenge.lost.moves": "That was the last move. Start again: now you know the ground.",
    "challenge.lost.steps": "That was the last step. Start again with another learning rate.",
    "challenge.lost.guesses": "That was the last guess. Press Step to see where it goes, or start again.",
    "challenge.lost.machine": "The machine has taken a step: this challenge is for your hand alone. Start "
    "again.",
    "challenge.lost.hand": "You have moved a slider: this challenge is for the machine alone. Start again.",
    "challenge.lost.early": "Something moved before you said where it would go. Start again.",
    "challenge.lost.slow": "That step’s learning rate was too far below the largest one that still works. "
    "Start again with a larger one.",
    "challenge.lost.astray": "This run will not arrive anymore. Start again with another learning rate.",
    "challenge.lost.variant": "This is no longer the ground that the challenge began on. Start again, or "
    "leave it.",
    "race": "You against gradient descent",
    "race.intro": "From the place where your last moves began, the machine walks too, at its good learning "
    "rate.",
    "race.compare": "Compare",
    "race.who": "Who",
    "race.count": "Moves or steps",
    "race.loss": "{loss} then",
    "race.you": "You",
    "race.same": "Gradient descent, after as many steps",
    "race.needed": "Gradient descent, once as low as you",
    "race.none": "Move the sliders first: there is nothing of yours to compare yet.",
    "race.higher": "You ended no lower than you began, so there is nothing for gradient descent to catch up "
    "with.",
    "race.never": "Even after {steps:0} steps gradient descent is not as low as you are.",
    "race.sooner": "Gradient descent gets as low as you with fewer steps ({steps:0}) than you made moves "
    "({moves:0}).",
    "race.later": "Gradient descent needs more steps ({steps:0}) than you made moves ({moves:0}): it gets "
    "only the slope where it stands, and every step depends on that.",
    "race.level": "Gradient descent needs as many steps as you made moves: {steps:0}.",
}
