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
    "editing.experiments.hint": "A hint",
    "editing.experiments.done": "done",
    "editing.label": "The Python of this lesson, to change",
    "editing.keys": "Tab indents. Press Escape, then Tab, to leave. Control or Command with Enter runs it.",
    "editing.printed": "What print has written",
    "editing.line": "Line {line}: {what} {hint}",
    "editing.noline": "{what} {hint}",
    "editing.changed": "Your Python runs.",
    "editing.restored": "The page’s own Python runs again.",
    "editing.anew": "Python starts afresh, so that nothing of your code is left in it…",
    "editing.left": "The page’s own Python runs again, in a fresh start. Your code is kept.",
    "editing.bring": "Bring my code back",
    "editing.untrained": "For this Python has to start afresh, and steps of a trained model are lost: a link "
    "can’t hold them. Press the button once more to do it.",
    "editing.running": "It runs…",
    "editing.long": "This takes long. Stop it, or wait a moment: it is stopped by itself.",
    "editing.stopped": "The code ran for too long and was stopped. It is here as it was, and does not "
    "run. Is there a loop that never ends?",
    "editing.unlinked": "A link has no room for your code: it would take {count} characters, and there are "
    "{room}. Save it as a file instead.",
    "editing.unread": "Whoever made the link wrote it: read it before you run it.",
    "editing.linked": "This code came with a link. The page did not write it, and it does not run. Read it "
    "first; it runs when you press Run.",
    "editing.kept": "This code is from last time, as it was left on this device. It does not run yet.",
    "editing.pasted": "Some of this code was pasted. Read it before you run it.",
    "editing.foreign": "Code that was not written here can change what this page shows until you press Reset "
    "code or reload the page; it can’t send or store anything, or reach anything beyond this tab. Until "
    "then, challenges don’t count.",
    "editing.same": "Nothing is changed.",
    "editing.gone": "taken out",
    "editing.new": "put in",
}


PYTHON: dict[str, str] = {
    "python": "The Python",
    "python.back": "Back to the story",
    "python.intro": "This is what runs here. Beside each line stands what it has just worked out.",
    "python.step": "One step of gradient descent",
    "python.own": "Your own function is worked out from your text, and its slope from the rules of calculus: "
    "for that there is no Python to show.",
    "python.rewritten": "Your own Python runs here. The loss is {loss:f}.",
    "python.off": "Your gradient says {said} for {name}, the loss itself says {measured}.",
    "python.edit": "Change it",
    "python.loss": "your own loss",
    "python.loss.short": "your loss",
    "python.copy": "Copy",
    "python.copied": "Copied.",
    "python.uncopied": "The browser does not let this page copy. Select the lines instead.",
    "python.unfetched": "The editor could not be fetched. Try again when there is a network.",
    "python.lines": "{title}: lines of Python",
    "python.value": "{name} = {value}",
    "python.returned": "→ {value}",
    "python.numbers": "[{listed}; …], {count:0} numbers",
    "python.table": "{rows:0} × {columns:0} numbers",
}


MAKING: dict[str, str] = {
    "making.title": "Make a lesson",
    "making.intro": "Here is a whole lesson in Python: a few words, a slider, what is measured, a picture. "
    "Change any of it and press Run: sliders, picture and machine become those of your lesson.",
    "making.label": "The Python of your lesson",
    "making.stage": "Your lesson",
    "making.changed": "Your lesson runs.",
    "making.restored": "The lesson that this page begins with runs again.",
    "making.save": "Save as a file",
    "making.saved": "Saved as {name}. In the folder py/downhill/lessons of the sources it becomes a lesson "
    "of the essay.",
    "making.unsaved": "It was not saved. Put right first what is told above.",
    "making.nowhere": "Here your code gives no loss.",
    "making.unsolved": "With the good learning rate, 1,000 steps do not reach the goal. Try another rate, or "
    "an easier goal.",
    "making.endless": "With the good learning rate, the machine does not come to rest. Try another rate.",
    "making.untold": "The sentence “{name}” is never told. Let describe return its name somewhere, or take "
    "it out.",
    "making.still": "The picture does not change when the slider “{name}” moves. Let show move something "
    "with it.",
}
