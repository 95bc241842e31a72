"""The sentences of the worksheet, its answers and the lesson plan; part of `PAGE`, and on these pages alone.

`{step}`, `{play}`, `{race}` are what the page's own buttons are called, `{valley}`, `{line}`, `{next_word}`
the lessons' titles.
"""

SHEETS: dict[str, str] = {
    "sheet.teachers": "For teachers",
    "sheet.worksheet": "Worksheet",
    "sheet.answers": "Answers to the worksheet",
    "sheet.plan": "Plan for a lesson of 30 minutes",
    "sheet.print": "Made for paper, A4 or Letter: print this page from the browser’s menu.",
    "sheet.name": "Name",
    "sheet.date": "Date",
    "sheet.open": "Open the page at this address:",
    "sheet.how": "Play each lesson first: do its task with your own hand, then press {play}. The challenges "
    "wait below the sliders, under “{challenges}”. Write down what you found, and why you think it is so.",
    "sheet.task": "Task",
    "sheet.reached": "Where do the sliders stand when you are done, and what is the {loss}?",
    "sheet.written": "What does the model write when you are done, and what is the {loss}?",
    "sheet.challenge": "Challenge {number}: {title}",
    "sheet.tried": "What I tried",
    "sheet.why": "What happened, and why",
    "sheet.learned": "What I have learned, in one sentence",
    "sheet.answer": "Answer",
    "sheet.explained": "Why",
    "sheet.checked": "Played by the model itself: {counts}, and the {loss} is then {value}.",
    "sheet.guessed": "Checked with the model itself: a guess of {value} counts as right.",
    "sheet.first": "The {loss} begins at {start}. The task is done at {goal} or below; gradient descent, at "
    "its good learning rate, gets there in {steps:0} steps.",
    "sheet.trained": "The {loss} begins at {start}. Gradient descent, at its good learning rate, has done "
    "the task after {steps:0} steps: it is then at {end}, and the model writes: {text}",
    "sheet.takeaway": "What to take away",
    "sheet.numbers": "All numbers here come from the same model that runs on the page; other ways than the "
    "ones shown can be just as right.",
    "plan.aim": "What your class will be able to do",
    "plan.aim.1": "Say what a model, an error and a learning rate are, in words of their own.",
    "plan.aim.2": "Explain why a machine that only feels the slope under its feet still gets down, and where "
    "it gets stuck.",
    "plan.aim.3": "Predict the next step of gradient descent from slope and learning rate.",
    "plan.need": "What you need",
    "plan.need.1": "A device for every two pupils: laptop, tablet or phone, with a current browser. Nothing "
    "is installed, nobody signs in.",
    "plan.need.2": "A projector, and the worksheet on paper.",
    "plan.need.3": "Open the page once on one device before the lesson, in the same network: if the sliders "
    "answer there, they will in class.",
    "plan.minutes": "Minutes",
    "plan.what": "What happens",
    "plan.ask": "What you may ask",
    "plan.1": "On the projector, “{valley}”. Hide the curve with a sheet of paper and move the slider with "
    "only the number in view.",
    "plan.1.ask": "You are on a hill in thick fog and want to get down. What can you still feel?",
    "plan.2": "In pairs, “{valley}” by hand: one moves, one notes the moves. Who needs the fewest?",
    "plan.2.ask": "Which way did you go first, and how did you know?",
    "plan.3": "In pairs: {step}, then {play}, with the learning rates “{small}”, “{good}” and “{big}”. Press "
    "“{reset}” before each.",
    "plan.3.ask": "What does a rate that is too big do, and why does it not help to wait?",
    "plan.4": "In pairs, the first challenge of the worksheet: calculate the next step on paper, then press "
    "{step} and compare.",
    "plan.4.ask": "What becomes of the step when the slope is half as steep?",
    "plan.5": "In pairs, “{line}”: two sliders, by hand, then by machine; “{race}” compares both.",
    "plan.5.ask": "Why is moving one slider after the other slower than moving both at once?",
    "plan.6": "On the projector, “{next_word}”: let the class set the four weights, then press {play}.",
    "plan.6.ask": "Where in these four numbers is it written that one pets a cat?",
    "plan.7": "Everyone writes the last line of the worksheet: what I have learned, in one sentence.",
    "plan.7.ask": "A large model does the same with a trillion sliders. What changes, and what does not?",
    "plan.shorter": "With less time, leave out the challenge and do it as homework. With more, let your "
    "class do the other challenges, or put data of their own into “{line}”.",
    "plan.after": "Common misunderstandings",
    "plan.after.1": "“The machine sees the whole curve.” It does not: all it gets is the slope where it "
    "stands. Cover the picture to show it.",
    "plan.after.2": "“A smaller learning rate is always safer, so it is better.” It is safer and may take "
    "ten times as long.",
    "plan.after.3": "“At the end the error is zero.” It is as small as this model can make it on these data.",
}
