"""The page's sentences on changing the Python of a lesson; part of `PAGE`, needed with the first change."""

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
