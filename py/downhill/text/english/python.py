"""The page's sentences on the Python of a lesson; part of `PAGE`."""

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
