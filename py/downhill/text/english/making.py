"""The page's sentences on a lesson that a reader writes; part of `PAGE`, needed on the page `make` alone."""

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
