"""What the page asks of *One class, one model*, by the name in `do`; the answers are plain data.

Nothing is kept here but what is slow to train: the page brings all codes with each request.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from downhill.text import language
from downhill.text.english.together import ROOM, TOGETHER
from downhill.text.format import fill, percent
from downhill.text.mistake import Mistake
from downhill.together import collecting, joining, own_way, own_words
from downhill.together.at_home import HONEST, LIES, at_home
from downhill.together.class_text import ROUND
from downhill.training.trainer import Trainer


def answer(trainer: Trainer, request: str) -> dict[str, Any]:
    """Answer a request, an object as JSON. Raises `KeyError`, listing all, for one that isn't known."""
    asked = json.loads(request)
    name = asked.pop("do")
    if name not in ASKED:
        raise KeyError(f"no request {name!r}, only {[*ASKED]}")
    return ASKED[name](trainer, **asked)


def words() -> dict[str, str]:
    """Return the sentences in the current language."""
    return language.spoken(ROOM, TOGETHER)


def begin(trainer: Trainer, told: Mapping[str, str]) -> dict[str, Any]:
    """Take the sentences in the page's language, and return what the page shows before anything else."""
    language.bring({ROOM: told})
    lie = joining.text_of(trainer).text.tokens_in(trainer.lesson.words["lie"])
    gaps = {"lie": trainer.lesson.words["lie"], "lies": str(LIES), "word": lie[-2], "steps": str(ROUND)}
    names = ("home.how", "mine.train", "poison.how", "poison.lie", "poison.true")
    said = {name: fill(words()[name], gaps) for name in names}
    return {"said": said, "honest": HONEST, "steps": ROUND}


def topic(trainer: Trainer, group: int, seed: int) -> dict[str, Any]:
    """Return the sentence on what a group learns."""
    text = joining.text_of(trainer)
    part = text.topics[text.topic(group)]
    gaps = {"topic": words()[f"topic.{text.topic(group) + 1}"], "seed": str(seed)}
    count = int((part.before == text.text.end).all(axis=1).sum())
    return {"said": fill(words()["mine.text"], gaps | {"sentences": count})}


def mean(trainer: Trainer, text: str, seed: int, listed: str = "") -> dict[str, Any]:
    """Return the mean of a class that is in a text; a class with its own words has a list."""
    of = own_words.blank(own_words.unpacked(listed)) if listed else joining.text_of(trainer)
    return joining.mean_in(of, text, seed, words())


def bring(trainer: Trainer, listed: str, seed: int) -> dict[str, Any]:
    """Return what a link's list of words is, or with `isBroken` that it isn't one."""
    try:
        gaps = {"words": len(own_words.unpacked(listed)), "seed": str(seed)}
    except Mistake as mistake:
        return {"said": _mistaken(trainer, mistake), "isBroken": True}
    return {"said": fill(words()["words.list"], gaps), "isBroken": False}


def own(trainer: Trainer, listed: str, text: str) -> dict[str, Any]:
    """Return what a group's own text is with the class's words, and whether it `isFit` to learn from."""
    if not text.strip():
        return {"said": "", "isFit": False}
    try:
        found = own_words.learned(text, own_words.unpacked(listed))
    except Mistake as mistake:
        return {"said": _mistaken(trainer, mistake), "isFit": False}
    is_fit = found.known >= own_words.FEW_WORDS
    shown = ", ".join(found.unknown[: own_words.SHOWN]) + " …" * (len(found.unknown) > own_words.SHOWN)
    gaps = {"known": found.known, "count": found.total, "unknown": shown, "least": own_words.FEW_WORDS}
    said = [words()["words.known"]] + [words()["words.unknown"]] * bool(shown)
    said.append(words()["words.enough" if is_fit else "words.little"])
    return {"said": " ".join(fill(each, gaps) for each in said), "isFit": is_fit}


def teach(trainer: Trainer, text: str) -> dict[str, Any]:
    """Return the list of a teacher's text as a link has it, '' if there is none, and what was read."""
    if not text.strip():
        return {"listed": "", "said": "", "isFit": True}
    try:
        found = own_words.taught(text)
    except Mistake as mistake:
        return {"listed": "", "said": _mistaken(trainer, mistake), "isFit": False}
    gaps = {"words": len(found.words), "sentences": found.sentences}
    return {
        "listed": own_words.packed(found.words),
        "said": fill(words()["words.read"], gaps),
        "isFit": True,
    }


def _mistaken(trainer: Trainer, mistake: Mistake) -> str:
    return fill({**trainer.lesson.words, **words()}[mistake.key], mistake.numbers)


def mine(trainer: Trainer, name: str = "") -> dict[str, Any]:
    """Return the code of the group's model that is trained now."""
    return joining.handed_in(trainer, name, words())


def collect(
    trainer: Trainer,
    codes: Sequence[str],
    text: str,
    begun: str,
    seed: int,
    way: str,
    own: str = "",
    code: str = "",
) -> dict[str, Any]:
    """Return a class's models, those of known `codes` and those in a text, and what they make together.

    With the teacher's `own` text they are measured on it. With a reader's `code` it puts them together.
    """
    class_text = own_words.taught(own).test if own else joining.text_of(trainer)
    prompt = own_words.taught(own).begin if own else trainer.lesson.words["prompt"]
    found = collecting.collected(codes, text, begun, class_text, seed)

    def made() -> dict[str, Any]:
        return collecting.told(found, class_text, seed, way, prompt, words(), own_way.made(code))

    return own_way.tried(made, words())


def group(trainer: Trainer, number: int, begun: str, seed: int) -> dict[str, Any]:
    """Return the code of a group that is trained in this page."""
    return {"model": at_home(joining.parts_of(trainer)).code(number, begun, seed)}


def alone(trainer: Trainer, group: int, steps: int, seed: int) -> dict[str, Any]:
    """Return what comes of a group that never shares; group 0 has all texts."""
    home = at_home(joining.parts_of(trainer))
    title = words()["row.all"] if not group else ""
    weights = home.alone(group, steps, seed)
    return collecting.row(home.text, weights, trainer.lesson.words["prompt"]) | {"title": title}


def apart(trainer: Trainer, seed: int, guess: str) -> dict[str, Any]:
    """Return what comes of other first weights, whether it was guessed, and why."""
    groups, said = at_home(joining.parts_of(trainer)), words()
    found, why = groups.apart(seed), groups.reordered(seed)
    other = found["other"]
    best, worst = min(other["losses"]), max(other["losses"])
    kind = "better" if other["mean"] < best else "worse" if other["mean"] > worst else "between"
    gaps = {"best": best, "worst": worst, "mean": other["mean"], "kind": said[f"apart.{kind}"]}
    told = [fill(said["apart.told"], gaps), said["apart.right" if kind == guess else "apart.wrong"]]
    names = [(name, fill(said[f"apart.{name}"], {"count": found[name]["matched"]})) for name in found]
    pictures = [{"said": text, "alike": found[name]["alike"]} for name, text in names]
    return {"said": " ".join(told), "why": fill(said["apart.why"], why), "pictures": pictures}


def code(trainer: Trainer, text: str, told: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Try a reader's `together`; `told` has the sentences on mistakes in the page's language."""
    own_way.explained.update(told.get("code", {}))

    def made() -> dict[str, Any]:
        own_way.made(text)
        return {"said": words()["code.runs"]}

    return own_way.tried(made, words())


def taken_home(
    trainer: Trainer, functions: str, together: str, told: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """Return the notebook of averaging, with the texts of the functions as they stand on the page.

    `told` has the sentences of files to take home in the page's language.
    """
    language.bring({room: dict(texts) for room, texts in told.items()})
    from downhill.together.take_home import one_class

    return {"text": one_class(trainer, functions, together, words())}


def poison(trainer: Trainer, honest: int, way: str, seed: int, code: str = "") -> dict[str, Any]:
    """Return how likely the word of a lie is, and a true one, with one group that lies and honest ones."""
    text = joining.text_of(trainer)
    numbers = [text.text.number(token) for token in text.text.tokens_in(trainer.lesson.words["lie"])]
    lie = [number for number in numbers if number is not None]

    def made() -> dict[str, Any]:
        put = own_way.made(code)
        found = at_home(joining.parts_of(trainer)).poisoned(honest, way, lie, seed, put)
        return found | {"shown": [percent(found["true"]), percent(found["lie"])]}

    return own_way.tried(made, words())


def poisoned(trainer: Trainer, least: int, guess: int, way: str) -> dict[str, Any]:
    """Return the sentence on how many honest groups it took; 0 means that none were enough."""
    said = words()
    gaps = {"way": said[f"way.{way}"].partition(":")[0], "least": least, "most": HONEST, "guess": guess}
    return {"said": fill(said["poison.found" if least else "poison.never"], gaps)}


ASKED: dict[str, Callable[..., dict[str, Any]]] = {
    each.__name__: each
    for each in (
        begin,
        topic,
        mean,
        bring,
        own,
        teach,
        mine,
        code,
        taken_home,
        collect,
        group,
        alone,
        apart,
        poison,
        poisoned,
    )
}
