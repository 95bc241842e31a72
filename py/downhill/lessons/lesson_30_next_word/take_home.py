"""What the file to take home needs of the lesson with four weights."""

from __future__ import annotations

from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, TARGETS
from downhill.source.home import AtWork, Home, Part, Said, Walk, of_sliders
from downhill.source.home.literals import array, label, texts

WORDS = {
    "next-word.data": "The two prompts, and what should come after each",
    "next-word.prompts": "How much each prompt is about animals, and how much about machines.",
    "next-word.targets": "What each word should get after each prompt.",
    "next-word.matrix": "The four weights as a matrix: a row for animals, a row for machines; a column for "
    "each word.",
}
DATA = """
asked = $asked
words = $words
#: next-word.prompts
prompts = $prompts
#: next-word.targets
targets = $targets


#: next-word.matrix
def matrix(values):
    w1, w2, w3, w4 = values
    return np.array([[w1, w3], [w2, w4]])
"""
PICTURE = """
before, after = (np.ravel(predict(prompts, matrix(values))) for values in (path[0], path[-1]))
rows = np.arange(len(after))
axes.barh(rows - 0.2, before, 0.4, color="tab:orange", label=<<mark.start>>)
axes.barh(rows + 0.2, after, 0.4, color="tab:blue", label=<<mark.end>>)
axes.plot(targets.ravel(), rows, "k|", markersize=18, label=$target)
axes.set_yticks(rows, [f"{prompt} {word}" for prompt in asked for word in words])
axes.invert_yaxis()
axes.set_xlabel($across)
axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3, frameon=False)
"""


def home(state: AtWork) -> Home:
    """Prompts, targets, and the descent of four weights."""
    say, said = Said(WORDS), state.lesson.words
    across, target = said[f"choice.output.{state.choices['output']}"], said["column.2"]
    asked = [" ".join(said[f"prompt.{prompt}"].split()) for prompt in ("pet", "flew")]
    words = [said["word.cat"], said["word.plane"]]
    walk = Walk(
        names=("w1", "w2", "w3", "w4"),
        loss="loss(prompts, targets, matrix(values))",
        slopes="gradient(prompts, targets, matrix(values)).T.ravel()",
        picture=say.code(PICTURE, across=label(across), target=label(target)),
    )
    data = say.code(
        DATA, asked=texts(asked), words=texts(words), prompts=array(PROMPTS), targets=array(TARGETS)
    )
    shows = (across, target, *asked, *words, say("mark.start"), say("mark.end"))
    return of_sliders(state, say, walk, Part(say("next-word.data"), data), shows=shows)
