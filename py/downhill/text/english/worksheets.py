"""The sentences of the worksheet, its answers and the lesson plan; part of `PAGE`, and on these pages alone.

`{step}`, `{play}`, `{race}` are what the page's own buttons are called, `{valley}`, `{line}`, `{next_word}`,
`{ten_thousand}` the lessons' titles.
"""

SHEETS: dict[str, str] = {
    "sheet.teachers": "For teachers",
    "sheet.guide": "Teacher’s guide",
    "sheet.claims": "Five claims, five tests",
    "sheet.glossary": "Glossary",
    "sheet.worksheet": "Worksheet",
    "sheet.more": "More tasks",
    "sheet.answers": "Answers to the worksheet",
    "sheet.plan": "Plan for a lesson of 45 or 30 minutes",
    "sheet.print": "Made for paper, A4 or Letter: print this page from the browser’s menu.",
    "sheet.name": "Name",
    "sheet.date": "Date",
    "sheet.open": "Open the page at this address:",
    "sheet.how": "Play each lesson first: do its task with your own hand, then press {play}. The challenges "
    "wait below the sliders, under “{challenges}”. Write down what you found, and why you think it is so.",
    "sheet.guess": "Draw your guess into each picture first. Then open the task on the page, try it, and "
    "draw what happened, in another color.",
    "sheet.number": "{number}. {title}",
    "sheet.picture": "Picture to draw in: {title}",
    "sheet.code": "QR code of the task: {link}",
    "sheet.draw.valley.escape": "Fog hides all but a little of the curve. Draw how it goes on to both "
    "sides, and a flag where you expect its lowest point.",
    "sheet.draw.valley.predict": "Draw a flag on the curve where the next step will land.",
    "sheet.draw.line.hand": "Draw the line that you would lay through these points, and a bar from each "
    "point to it.",
    "sheet.draw.next-word.predict": "Draw at each bar an arrow to where it will end after one step.",
    "sheet.draw.choose-word.hand": "Draw how long each bar will be when the temperature is very low.",
    "sheet.draw.ten-thousand.steps": "Draw how the surprise will fall in 200 steps. At which step does the "
    "model write its first right sentence? Mark it.",
    "sheet.draw.attention.three": "Draw an arrow from the gap to the word that it needs. Underline the three "
    "words that a network gets if it doesn’t look back.",
    "sheet.word": "My code word",
    "sheet.task": "Task",
    "sheet.reached": "Where do the sliders stand when you are done, and what is the {loss}?",
    "sheet.written": "What does the model write when you are done, and what is the {loss}?",
    "sheet.challenge": "Challenge {number}: {title}",
    "sheet.tried": "What I tried",
    "sheet.why": "What happened, and why",
    "sheet.learned": "What I have learned, in one sentence",
    "sheet.class": "One class, one model: four weights from each group",
    "sheet.class.how": "Train on one of the two prompts, as your teacher says. Call out your weights. Then "
    "write down the mean of all groups.",
    "sheet.class.ours": "Ours:",
    "sheet.class.mean": "Mean:",
    "sheet.answer": "Answer",
    "sheet.explained": "Why",
    "sheet.checked": "Played by the model itself: {counts}, and the {loss} is then {value}.",
    "sheet.guessed": "A guess of {value} counts as right: checked with the model itself.",
    "sheet.first": "The {loss} begins at {start}. The task is done at {goal} or below; gradient descent, at "
    "its good learning rate, gets there in {steps:0} steps.",
    "sheet.trained": "The {loss} begins at {start}. Gradient descent, at its good learning rate, has done "
    "the task after {steps:0} steps: it is then at {end}, and the model writes: {text}",
    "sheet.takeaway": "What to take away",
    "sheet.numbers": "All numbers here come from the same model that runs on the page; other ways than the "
    "ones shown can be just as right.",
    "plan.minutes": "Minutes of {minutes}",
    "plan.1": "On the projector, “{valley}”. Only a little around the ball may be seen: fog, or a sheet of "
    "paper, hides the rest. The class calls out which way to go. Then everyone draws the first guess on the "
    "worksheet.",
    "plan.1.ask": "You are on a hill in thick fog and want to get down. What can you still feel?",
    "plan.2": "In pairs, “{valley}”: down by hand, then {step} and {play}, with the learning rates "
    "“{small}”, “{good}” and “{big}”. Press “{reset}” before each. On the worksheet: the flag.",
    "plan.2.ask": "What becomes of the step when the slope is half as steep? What does a rate that is too "
    "big do?",
    "plan.3": "In pairs, “{line}”: draw a line on paper, lay it by hand, then let the machine do it; "
    "“{race}” compares both.",
    "plan.3.ask": "Why is moving one slider after the other slower than moving both at once?",
    "plan.4": "“{next_word}”: guess on paper which bars get better with one step, then press {step}, then "
    "{play}.",
    "plan.4.ask": "Where in these four numbers is it written that one pets a cat?",
    "plan.5": "In pairs, “{ten_thousand}”: type a prompt, guess what the model writes after 20 steps, press "
    "{train}, stop at 20, at 100 and later, and read what it writes.",
    "plan.5.ask": "Nobody wrote down a right answer for it. Where does it get them from?",
    "plan.6": "Exit ticket: everyone writes the last line of the worksheet, or answers the three questions "
    "at the end of the essay. Hand in the code of “{result}”; “{collect}” makes a table of "
    "them, with the answers.",
    "plan.6.ask": "A large model does the same with a trillion sliders. What changes, and what does not?",
    "plan.shorter": "In 30 minutes, do parts 2 to 4 with one learning rate and without the worksheet’s "
    "tasks, and give these as homework; part 5 stays. With more time, let your class do “{more}”, go on "
    "to “{attention}”, or put data of their own into “{line}”.",
    "plan.project": "A class project: a lesson of their own",
    "plan.project.need": "For a class that has written a little Python; two or three periods, in pairs. The "
    "page “{make}” has a whole lesson in some fifty lines, and runs what becomes of it.",
    "plan.project.1": "Play. Five friends who live on one street look for a place to meet. First by "
    "hand, then with {step} and {play}: where in the Python is what is measured, and where the picture?",
    "plan.project.2": "Change numbers. Into HOMES go the ways to school of the class, in kilometres; the "
    "slider has to reach the longest of them. Let the machine find the least loss, and put GOAL a little "
    "above it.",
    "plan.project.3": "Change the question. A way counts as it is, not squared: abs(HOMES - x) in the "
    "place of (HOMES - x) ** 2. {run} then says what does not fit any more, and in which line: GOAL. "
    "Where is the best place now? The average has become the median: whoever lives at the end may move "
    "away as far as they like, and it stays where it is.",
    "plan.project.4": "Invent. Something that one slider or two can make small: the place of a second bus "
    "stop, the price at which the cakes of the school fair earn most, the angle of a throw that should land "
    "in the basket. First on paper: what are the sliders, what is the loss, what does the picture show?",
    "plan.project.5": "Show. Every pair hands round the link to its lesson. The others play it, and look "
    "for a learning rate at which it goes wrong. Saved as a file, a good one can join the essay.",
}
