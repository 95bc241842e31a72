"""The film of the lesson on looking back: eleven presses, and what is said of them."""

from __future__ import annotations

from downhill.lesson import Film, Payoff, Said, Shot
from downhill.lesson.film import NEXT, ask, choose, earn, fact, hush, learn, reel, say, slide, unfold, wait
from downhill.lessons.lesson_60_looking_back import story
from downhill.lessons.lesson_60_looking_back.looks import SCORES
from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND, MODEL, WINDOW, LookScene
from downhill.lessons.lesson_60_looking_back.stage_picture import ANSWER, BACK, MIST, TURN
from downhill.lessons.lesson_60_looking_back.texts import WINDOW as LEAST

STEPS = 300  # after which all of it holds
HIGH = 8.0  # where the button takes the slider of the first word
SURE = 0.9
ON_PATH = ask("film", "", 1)
TURNS = ask("film", TURN, 0)
TRAINED = (choose("eyes", MODEL), learn(STEPS, 0))

SHOTS = {
    "try": (
        Shot(
            enter=(ON_PATH, choose("eyes", COVER), choose("text", "known")),
            deed=(reel(BACK, 1.1), say("back")),
            cards=("cat", "dog", "kite"),
        ),
        Shot(
            deed=(
                hush(),
                reel(MIST, 1.2),
                choose("eyes", WINDOW),
                wait(0.5),
                unfold(ANSWER),
                wait(0.4),
                say("always"),
                earn("hamster"),
            )
        ),
    ),
    "name": (
        Shot(
            enter=(
                ON_PATH,
                choose("eyes", HAND),
                choose("text", "known"),
                *(ask("move", score, 0) for score in SCORES),
            ),
            deed=(slide(SCORES[0], HIGH, 1.9), wait(0.4), say("by-hand")),
            until="looked",
            shows=("scores",),
        ),
        Shot(deed=(hush(), choose("text", "swapped"), wait(1.3), say("wrong"), earn("wrong-word"))),
    ),
    "machine": (
        Shot(
            enter=(ON_PATH, choose("eyes", MODEL), choose("text", "new")),
            deed=(learn(STEPS, 0.16, "fall"), say("fall"), earn("fall")),
            shows=("views",),
            hides=("scores",),
        ),
        Shot(deed=(hush(), learn(STEPS, 0.16), say("learned"))),
    ),
    "what-if": (
        Shot(
            enter=(ON_PATH, *TRAINED, choose("text", "new")),
            deed=(TURNS, choose("swap", "1"), wait(0.6), reel(TURN, 0.9), say("follows"), earn("follows")),
            hides=("views",),
        ),
        Shot(deed=(hush(), TURNS, choose("hide", "right"), wait(0.7), reel(TURN, 0.9), say("hidden"))),
        Shot(deed=(hush(), TURNS, choose("text", "long"), wait(1.3), reel(TURN, 1.0), say("six"))),
        Shot(
            deed=(
                hush(),
                TURNS,
                choose("text", "nobody"),
                wait(1.3),
                reel(TURN, 1.0),
                say("nobody"),
                fact("made_up"),
                earn("made-up"),
            ),
            cards=("nothing", "makes-up"),
        ),
    ),
    "take-away": (Shot(enter=(ON_PATH, *TRAINED, choose("text", "known")), deed=(hush(), NEXT)),),
}


def _told(key: str, note: str, tone: str = "", came: str = "", **numbers: float | str) -> Payoff:
    """A verdict beside the text, and a sentence under it."""
    return Payoff(
        (Said(f"film.{key}", numbers, "side", tone=tone), Said(f"film.{note}", numbers, "side", "note")),
        came,
    )


def back(scene: LookScene) -> Payoff:
    """How far back the word stands that tells, and what it is."""
    found = story.back(scene.trainer)
    return _told("back", "back.note", came="cat", back=found["back"], word=found["word"])


def always(scene: LookScene) -> Payoff:
    """What a network of three words says, whatever came before."""
    found = story.always(scene.trainer)
    three = scene.trainer.at_text().told()["three"]
    return _told("always", "always.note", "error", three=three, said=found["said"])


def by_hand(scene: LookScene) -> Payoff:
    """What a look by hand has come to."""
    found = story.telling(scene.trainer)
    right = found["said"] == found["right"]
    key = "hand-right" if right else "hand-wrong"
    return Payoff((Said(f"film.{key}", {"share": 100 * found["share"]}, "side", "note"),))


def wrong(scene: LookScene) -> Payoff:
    """What the same sliders say of another text."""
    found = story.telling(scene.trainer)
    if found["said"] == found["right"]:
        return _told("hand-luck", "rule")
    return _told("wrong", "wrong.note", "error", said=found["said"], whose=found["whose"])


def fall(scene: LookScene) -> Payoff:
    """Return whether the model has become better than any that gets three words."""
    standing = scene.trainer.standing()
    return _told("fall" if standing.held < LEAST else "not-yet", "fall.note", step=standing.steps)


def learned(scene: LookScene) -> Payoff:
    """How many new texts it answers right, and whether the one on the stage is among them."""
    found, answers = story.telling(scene.trainer), story.answers(scene.trainer)
    key = "learned" if found["said"] == found["right"] else "missed"
    numbers = {"new": answers["new"], "texts": answers["texts"], "right": found["right"]}
    return _told("answers", key, "machine", asked=found["asked"], **numbers)


def follows(scene: LookScene) -> Payoff:
    """Return whether the look went along when two owners changed places."""
    found = story.telling(scene.trainer)
    right = found["said"] == found["right"]
    return _told("follows" if right else "lost", "follows.note", "machine" if right else "error")


def hidden(scene: LookScene) -> Payoff:
    """What is said where the word that tells is covered: by luck that word, somebody else's, or another."""
    found = story.telling(scene.trainer)
    key = "luck" if found["said"] == found["right"] else "takes" if found["whose"] else "guesses"
    numbers = {name: found[name] for name in ("said", "whose", "right")}
    return _told(key, "hidden.note", "error", chance=100 * found["chance"], **numbers)


def six(scene: LookScene) -> Payoff:
    """Return whether it finds the right one of six facts."""
    found = story.telling(scene.trainer)
    right = found["said"] == found["right"]
    return _told("still" if right else "lost", "six.note", "machine" if right else "error", facts=story.SIX)


def nobody(scene: LookScene) -> Payoff:
    """What is said of somebody who isn't in the text."""
    found = story.telling(scene.trainer)
    key = "made-up" if found["chance"] < SURE else "made-up.sure"
    chance = 100 * found["chance"]
    return _told(
        "made-up", f"{key}.note", "error", "makes-up", said=found["said"], chance=chance, asked=found["asked"]
    )


FILM = Film(
    shots=SHOTS,
    payoffs={
        "back": back,
        "always": always,
        "by-hand": by_hand,
        "wrong": wrong,
        "fall": fall,
        "learned": learned,
        "follows": follows,
        "hidden": hidden,
        "six": six,
        "nobody": nobody,
    },
    rules={"looked": lambda scene: story.telling(scene.trainer)["share"] > SURE},
)
