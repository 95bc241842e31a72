"""What the file to take home needs of the lesson on the temperature."""

from __future__ import annotations

from downhill.lessons.lesson_40_choose_word.people import PEOPLE, SCORES
from downhill.lessons.lesson_40_choose_word.token_text import named
from downhill.source.home import AtWork, Home, Part, Said, Walk, of_sliders
from downhill.source.home.literals import array, label, texts

WORDS = {
    "choose-word.data": "The words, how many of a hundred people wrote each, and the model’s scores",
    "choose-word.people": "what people wrote",
}
DATA = """
words = $words
people = $people
people = people / people.sum()
scores = $scores
"""
PICTURE = """
columns = np.arange(len(words))
before, after = (softmax(scores, temperature) for (temperature,) in (path[0], path[-1]))
axes.bar(columns - 0.2, before, 0.4, color="tab:orange", label=<<mark.start>>)
axes.bar(columns + 0.2, after, 0.4, color="tab:blue", label=<<mark.end>>)
axes.plot(columns, people, "k_", markersize=25, label=<<choose-word.people>>)
axes.set_xticks(columns, words)
axes.legend()
"""


def home(state: AtWork) -> Home:
    """People's words, the model's scores, and the descent of the temperature."""
    say, said = Said(WORDS), state.lesson.words
    words, up = [named(said, (), word) for word in PEOPLE], said["axis.probability"]
    walk = Walk(
        names=("T",),
        loss="loss(people, scores, T)",
        slopes="[slope(people, scores, T)]",
        picture=f"{say.code(PICTURE)}axes.set_ylabel({label(up)})\n",
    )
    data = say.code(DATA, words=texts(words), people=array([*PEOPLE.values()]), scores=array(SCORES))
    shows = (*words, up, say("mark.start"), say("mark.end"), say("choose-word.people"))
    return of_sliders(state, say, walk, Part(say("choose-word.data"), data), shows=shows)
