"""Sentences of all experiments with a lesson's Python; the room `experiments`, which comes late.

Those of each experiment stand in `experiments.py` of its lesson.
"""

EXPERIMENTS: dict[str, str] = {
    "lines": "These are the lines:",
    "open": "Not there yet: your code does not do it.",
    "right": "You foretold it.",
    "wrong": "It came otherwise than you foretold:",
}
