"""What stands at the essay's end beside its prose: a card to keep, and three questions; part of `PAGE`.

No script of a page needs them: the page has them as it is built, and the worker fills the card in.
"""

CLOSING: dict[str, str] = {
    "keepsake.title": "My way downhill",
    "keepsake.moves": "Moves by hand",
    "keepsake.moves.none": "None yet: move a slider in lesson {number}.",
    "keepsake.steps": "Steps of the machine",
    "keepsake.steps.none": "None yet: press {play} in lesson {number}.",
    "keepsake.solved": "Lessons solved",
    "keepsake.solved.none": "None yet: lesson {number} waits for you.",
    "keepsake.challenges": "Challenges solved",
    "keepsake.challenges.none": "None yet: every lesson has some.",
    "keepsake.sentence": "Last sentence of my model",
    "keepsake.sentence.none": "You have not trained it yet: lesson {number}.",
    "keepsake.about": "Counted since the page was opened; challenges that you solved earlier on this device "
    "count, too.",
    "keepsake.row": "{name}: {value}",
    "asked.title": "Three questions, and your own words",
    "asked.what": "Tell it as you would tell a friend. What you write stays on this device; it goes along in "
    "“{result}” if you hand that on. {most} characters each, at most.",
    "asked.downhill": "A machine has no feet, and there is no hill. What does “downhill” mean for it?",
    "asked.hand": "Why can no hand set ten thousand sliders, when gradient descent can?",
    "asked.sentence": "Nobody taught your model any grammar. Why does it write sentences all the same?",
    "asked.unkept": "This browser lets the page store nothing. Your answers stay here until you close the "
    "page, and go into your result all the same.",
    "asked.late": "This part could not be fetched. Your words stay here until you close the page.",
}
