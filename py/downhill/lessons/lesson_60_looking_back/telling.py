"""What the page says of a model that looks back: words, cards, sliders, the log; and what a pointer finds."""

from __future__ import annotations

from typing import Any

from downhill.lesson import Look
from downhill.lessons.lesson_60_looking_back.at_text import AtText
from downhill.lessons.lesson_60_looking_back.looks import HIGHEST, SCORES, SHARPEST, by_hand
from downhill.lessons.lesson_60_looking_back.map_picture import grid_of
from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND
from downhill.lessons.lesson_60_looking_back.text_layout import laid_out
from downhill.lessons.lesson_60_looking_back.texts import BEHIND, TEXTS
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.lessons.lesson_60_looking_back.world import world_of
from downhill.text.format import fill, number, percent
from downhill.training.model_lesson import Finder, Frame
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


class WordFinder:
    """The words of the text, by their places among its tokens."""

    def at(self, trainer: Looking, look: Look, frame: Frame, x: float, y: float) -> int | None:
        """The place of the word that lies there, or None."""
        scene = trainer.scene()
        layout = laid_out(scene.pieces, frame.wide, frame.high, look.width_of, scene.reel is not None)
        found = layout.at(x, y)
        return None if found is None else found + 1

    def beside(self, trainer: Looking, last: int | None, across: int, down: int) -> int:
        """Return the place of a word some words on, or at the beginning of a sentence some sentences on."""
        pieces = trainer.scene().pieces
        at = len(pieces) - 1 if last is None or not 0 < last <= len(pieces) else last - 1
        if down:
            starts = [i for i, each in enumerate(pieces) if not i or each.sentence > pieces[i - 1].sentence]
            sentence = min(max(pieces[at].sentence + down, 0), len(starts) - 1)
            at = starts[sentence]
        return min(max(at + across, 0), len(pieces) - 1) + 1

    def told(self, trainer: Looking, index: int) -> str:
        """How much of the look goes to it, in a sentence."""
        return share_text(trainer, trainer.at_text(), index)


class CellFinder:
    """The cells of the map, row after row."""

    def at(self, trainer: Looking, look: Look, frame: Frame, x: float, y: float) -> int | None:
        """The number of the cell that lies there, or None."""
        grid = grid_of(trainer.scene(), *frame, look)
        found = grid.at(x, y)
        return None if found is None else found[0] * grid.columns + found[1]

    def beside(self, trainer: Looking, last: int | None, across: int, down: int) -> int:
        """Return the number of the cell `across` and `down` from the one that the gap looks at most."""
        shares = trainer.scene().rows.shares
        rows, columns = (int(side) for side in shares.shape)
        if not shares.size:
            return 0
        start = (rows - 1) * columns + int(shares[-1].argmax())
        row, column = divmod(start if last is None or not 0 <= last < shares.size else last, columns)
        return min(max(row + down, 0), rows - 1) * columns + min(max(column + across, 0), columns - 1)

    def told(self, trainer: Looking, index: int) -> str:
        """How much of a word's look goes to another, in a sentence."""
        return cell_text(trainer, index)


FINDERS: dict[str, Finder] = {"picture": WordFinder(), "words": CellFinder()}
