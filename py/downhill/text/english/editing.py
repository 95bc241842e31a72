"""The page's sentences on Python: shown, changed, and a whole lesson that a reader writes; part of `PAGE`."""

EDITING: dict[str, str] = {
    "editing.run": "Run",
    "editing.stop": "Stop",
    "editing.restore": "Reset code",
    "editing.difference": "What I changed",
    "editing.save": "Take it home:",
    "editing.experiments": "Experiments",
    "editing.experiments.intro": "Choose one. Guess first, then change the code and run it.",
    "editing.experiments.answers": "What will happen?",
    "editing.experiments.hint": "Hint",
    "editing.experiments.done": "done",
    "editing.label": "This lesson’s Python, for you to change",
    "editing.keys": "Tab indents. To leave, press Escape, then Tab. Control or Command with Enter runs the "
    "code.",
    "editing.printed": "What print wrote",
    "editing.line": "Line {line}: {what} {hint}",
    "editing.noline": "{what} {hint}",
    "editing.changed": "Your Python is running.",
    "editing.restored": "The page’s own Python is running again.",
    "editing.anew": "Restarting Python, so that nothing of your code is left in it…",
    "editing.left": "Python has restarted with the page’s own code. Yours is kept.",
    "editing.bring": "Bring my code back",
    "editing.untrained": "Python has to restart for this, and the steps of a trained model will be lost: a "
    "link can’t hold them. Press the button once more to go ahead.",
    "editing.running": "Running…",
    "editing.long": "This is taking a long time. Stop it, or wait a moment: it will stop automatically.",
    "editing.stopped": "The code ran for too long and was stopped. It is still here, but it isn’t running. "
    "Is there a loop that never ends?",
    "editing.unlinked": "Your code is too long for a link: it would take {count} characters, and there is "
    "room for {room}. Save it as a file instead.",
    "editing.unread": "It was written by whoever made the link: read it before you run it.",
    "editing.linked": "This code came with a link. It isn’t part of the page, and it isn’t running. Read it "
    "first; it runs when you press Run.",
    "editing.kept": "This code is from last time and was kept on this device. It isn’t running yet.",
    "editing.pasted": "Some of this code was pasted. Read it before you run it.",
    "editing.foreign": "Until you press Reset code or reload the page, code from somewhere else can change "
    "what this page shows. It can’t send or store anything, or reach anything outside this tab. Until "
    "then, challenges don’t count.",
    "editing.same": "Nothing has changed.",
    "editing.gone": "removed",
    "editing.new": "added",
}


PYTHON: dict[str, str] = {
    "python": "The Python",
    "python.back": "Back to the story",
    "python.intro": "This is the code that runs here. Next to each line is what it just computed.",
    "python.step": "One step of gradient descent",
    "python.own": "Your own function is computed from what you typed, and its slope from the rules of "
    "calculus, so there is no Python to show.",
    "python.rewritten": "Your own Python is running. The loss is {loss:f}.",
    "python.off": "Your gradient says {said} for {name}, but the loss itself gives {measured}.",
    "python.edit": "Change it",
    "python.loss": "your own loss",
    "python.loss.short": "your loss",
    "python.copy": "Copy",
    "python.copied": "Copied.",
    "python.uncopied": "Your browser doesn’t let this page copy. Select the lines instead.",
    "python.unfetched": "The editor couldn’t be downloaded. Try again when you are online.",
    "python.lines": "{title}: lines of Python",
    "python.value": "{name} = {value}",
    "python.returned": "→ {value}",
    "python.numbers": "[{listed}; …], {count:0} numbers",
    "python.table": "{rows:0} × {columns:0} numbers",
}


MAKING: dict[str, str] = {
    "making.title": "Make a lesson",
    "making.intro": "Here is a whole lesson in Python: a few words, a slider, what is measured, a picture. "
    "Change any of it and press Run: the sliders, the picture, and gradient descent will be your lesson’s.",
    "making.label": "The Python of your lesson",
    "making.stage": "Your lesson",
    "making.changed": "Your lesson is running.",
    "making.restored": "The lesson that this page started with is running again.",
    "making.save": "Save as a file",
    "making.saved": "Saved as {name}. Put it into the folder py/downhill/lessons of the source code, and it "
    "becomes a lesson of the essay.",
    "making.unsaved": "It wasn’t saved. First fix the mistake described above.",
    "making.nowhere": "Your code returns no loss here.",
    "making.unsolved": "With the good learning rate, 1,000 steps aren’t enough to reach the goal. Try "
    "another rate, or an easier goal.",
    "making.endless": "With the good learning rate, gradient descent never settles. Try another rate.",
    "making.untold": "The sentence “{name}” is never shown. Let describe return its name somewhere, or "
    "remove it.",
    "making.still": "The picture doesn’t change when the slider “{name}” moves. Make show move something "
    "with it.",
}
