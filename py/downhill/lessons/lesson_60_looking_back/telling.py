"""What the page tells of a model that looks back, besides its numbers: words, cards, sliders, the log."""

from __future__ import annotations

from typing import Any

from downhill.lessons.lesson_60_looking_back.at_text import AtText
from downhill.lessons.lesson_60_looking_back.looks import HIGHEST, SCORES, SHARPEST, by_hand
from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND
from downhill.lessons.lesson_60_looking_back.texts import BEHIND, TEXTS
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.lessons.lesson_60_looking_back.world import world_of
from downhill.text.format import fill, number, percent
from downhill.training.trainer_view import Telling


def share_text(trainer: Looking, text: AtText, index: int) -> str:
    """How much of the look goes to the word at a place of the text, in a sentence."""
    words, word = trainer.lesson.words, text.world.tokens[text.tokens[index]]
    after = text.world.tokens[text.tokens[-1]]
    if index in trainer.looks.hidden:
        return fill(words["word.hidden"], {"word": word})
    if trainer.looks.eyes not in ("hand", "model"):
        return fill(words["word.plain"], {"word": word, "number": index, "count": len(text.tokens) - 1})
    return fill(words["word.told"], {"after": after, "word": word, "share": 100 * float(text.shares[index])})


def cell_text(trainer: Looking, index: int) -> str:
    """How much of one of the last words' look goes to a word before, in a sentence."""
    text, words = trainer.at_text(), trainer.lesson.words
    names, shares = text.rows()
    if not shares.size:
        return words["map.off"]
    row, column = divmod(min(max(index, 0), shares.size - 1), shares.shape[1])
    numbers = {"row": names[row], "word": text.world.tokens[text.tokens[column + 1]]}
    return fill(words["map.told"], {**numbers, "share": 100 * float(shares[row, column])})


def weight(trainer: Looking) -> dict[str, Any]:
    """The word that is chosen: its place in the text, or -1, and what it is."""
    text = trainer.at_text()
    chosen = trainer.chosen if 0 < trainer.chosen < len(text.tokens) else -1
    return {"index": chosen, "told": share_text(trainer, text, chosen) if chosen > 0 else ""}


def pages(trainer: Looking) -> list[list[str]]:
    """Steps, both losses, and what was written, at the milestones and, as the last row, now."""
    steps, tokens = trainer.last_written()
    rows = [
        [number(page.steps, 0), number(page.loss, 2), number(page.held, 2), page.text]
        for page in trainer.pages
        if page.steps < steps
    ]
    measured = not (trainer.is_training and trainer.moved)
    losses = [number(loss, 2) if measured else "" for loss in trainer.latest_losses()]
    return [*rows, [number(steps, 0), *losses, trainer.in_words(tokens)]]


def map_said(trainer: Looking) -> str:
    """What the map shows, in a sentence: which word it looks at most, from the gap."""
    names, shares = trainer.at_text().rows()
    if not shares.size:
        return trainer.lesson.words["map.off"]
    return cell_text(trainer, (len(names) - 1) * shares.shape[1] + int(shares[-1].argmax()))


def cards(trainer: Looking) -> dict[str, Any]:
    """The cards: which word each has, which is chosen, whether they are `open`, what came true."""
    text, words = trainer.at_text(), trainer.lesson.words
    found = {kind: text.world.tokens[token] for kind, token in text.cards.items()}
    said = ""
    if trainer.guessed in found and text.right:
        right = text.world.tokens[text.tokens[text.right[0]]]
        key = "guess20.hit" if found[trainer.guessed] == right else "guess20.miss"
        name = text.world.tokens[text.tokens[text.right[0] - BEHIND]]
        said = fill(words[key], {"word": found[trainer.guessed], "name": name})
    shown = [{"id": kind, "text": word} for kind, word in found.items()]
    return {"cards": shown, "state": trainer.guessed, "open": trainer.looks.eyes == COVER, "said": said}


def more(trainer: Looking) -> dict[str, Any]:
    """What is told of this lesson alone.

    `looks` is the mean share of the look on the right word in texts with new pairs, `eyes`, `attention` and
    `batch` are the choices, `scores` the sliders of a look by hand, each with its word and the share that it
    has, `sharp` the one of the model's; `surprise` is that of the hand. `place` is where the training stands
    among `places` of its past. `own` are the reader's own words; `cover` is what the button says that hides
    the chosen word.
    """
    words, looks, text = trainer.lesson.words, trainer.looks, trainer.at_text()
    told, place = text.told(), trainer.place
    key = "cover.show" if trainer.chosen in looks.hidden else "cover.hide"
    chosen = text.world.tokens[text.tokens[trainer.chosen]] if 0 < trainer.chosen < len(text.tokens) else ""
    return {
        "looks": trainer.mean_look,
        "looks_shown": number(100 * trainer.mean_look, 0),
        "choices": {
            "eyes": looks.eyes,
            "attention": "off" if looks.off else "on",
            "batch": str(trainer.many),
        },
        "scores": scores(trainer),
        "sharp": looks.sharp,
        "sharp_shown": number(looks.sharp, 2),
        "surprise": number(told["surprise"], 2),
        "measured": {"name": words["hand.surprise"], "value": number(told["surprise"], 3)}
        if looks.eyes == HAND
        else {},
        "share": number(told["share"], 0),
        "place": place,
        "places": len(trainer.places),
        "place_spoken": fill(words["rewind.place"], {"steps": trainer.places[place]}),
        "own": trainer.own,
        "cover": fill(words[key], {"word": chosen}) if chosen else words["cover.none"],
        "chosen": trainer.chosen if chosen else -1,
        "texts": [{"id": key, "text": trainer.text_of(key)} for key in TEXTS],
        "ends": ENDS,
        "own_hint": own_hint(trainer),
    }


def scores(trainer: Looking) -> dict[str, dict[str, Any]]:
    """The sliders of a look by hand that the text has words for, by name, each with the share that it has."""
    text, size = trainer.at_text(), len(trainer.begun())
    shares = by_hand(trainer.looks.scores, text.candidates, size)
    words = trainer.lesson.words
    rows = zip(SCORES, text.candidates, trainer.looks.scores, strict=False)
    return {
        name: {
            "label": text.world.tokens[text.tokens[place]],
            "value": score,
            "shown": number(score, 1),
            "share": percent(float(shares[place])),
            "spoken": fill(words["score.spoken"], {"score": score, "share": 100 * float(shares[place])}),
        }
        for name, place, score in rows
    }


def own_hint(trainer: Looking) -> str:
    """How a reader writes words of their own, with words of the world that is spoken."""
    world = world_of(trainer.lesson.words)
    before = dict.fromkeys(fact[fact.index("{thing}") - 1] for fact in world.facts)
    numbers = {"name": world.names[0], "thing": world.things[0], "article": " / ".join(before)}
    return fill(trainer.lesson.words["own.hint"], numbers)


TELLING = Telling(weight, pages, map_said, lambda trainer: {}, cards, more)
ENDS = {"score": HIGHEST, "sharp": SHARPEST}  # the upper ends of the sliders, which begin at 0
