"""Sentences in the files that a reader takes home; the room `home`, which comes late.

Those that one lesson alone needs stand in the lesson's own `take_home.py`.
"""

HOME: dict[str, str] = {
    "intro": "This was taken home from Downhill, an interactive essay on gradient descent. It is yours: "
    "change what you like, and run it again.",
    "needs": "It needs Python 3 with numpy and matplotlib: python3 -m pip install numpy matplotlib",
    "chosen": "Chosen on the page – {name}: {option}",
    "switched": "Switched on: {name}",
    "functions": "The functions, as they stood on the page",
    "start": "Where the sliders stood, where they end, and the learning rate",
    "descent": "Gradient descent: step by step downhill",
    "ends": "No slider leaves its ends: what lies beyond is cut off, as on the page.",
    "memory": "What is remembered of earlier slopes: nothing before the first step.",
    "at_rest": "What has run against an end of its slider is at rest there.",
    "refused": "The next step would lead where there is no number. It is not taken.",
    "picture": "The picture",
    "steps": "steps",
    "mark.start": "where it began",
    "mark.end": "after the last step",
    "display": "Without a display, the picture is saved beside this file.",
    "saved": "The picture is saved as",
    "model.weights": "The weights, all in one row, and what the functions need beside them",
    "model.layers": "The layers are views of that row: what changes there changes here.",
    "model.first": "The first weights are drawn by lot. The same seed gives the same weights everywhere.",
    "model.gather": "What the embeddings get: a word may stand in several places.",
    "model.start": "Where the training stood",
    "model.seed": "The seed, how many steps the page had taken, and how many more to take here",
    "model.changes": "What was changed on the page: after how many steps, to which value, and which weight; "
    "None is the learning rate.",
    "model.anew": "On the page another way downhill was chosen: here the training starts over, in the way "
    "that was chosen last.",
    "model.far": "A step as long as that leads out of all numbers: it is not taken.",
    "model.again": "The steps that the page had taken are taken again: they lead to the same weights.",
    "typefaces": "A typeface for the signs in this picture, if this computer has one.",
}
