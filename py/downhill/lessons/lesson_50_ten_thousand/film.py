"""The film of the lesson on ten thousand weights: what its filled button does, and what is said of it."""

from __future__ import annotations

from downhill.lesson import Film, Payoff, Said, Shot
from downhill.lesson.film import (
    NEXT,
    Step,
    ask,
    bring_back,
    earn,
    fact,
    fold,
    hero,
    hush,
    on_a_copy,
    reel,
    say,
    train,
    unfold,
    wait,
)
from downhill.lessons.lesson_50_ten_thousand.stage_pictures import GROUPS, LIES, PAGE
from downhill.training.landmarks import REPEATS, RIGHT
from downhill.training.model_lesson import ModelScene

EARLY, SOON, STOP, LONG = 20, 300, 1800, 1_000_000  # steps
FAR = 1.5  # times the surprise before all training: far worse
AS_IT_IS = ask("film", "", 1)
COVERED: Step = ("uncover", "first")
REST: Step = ("uncover", "rest")
TURN: Step = ("turn",)
TRAINED = (AS_IT_IS, ask("choose", "writing", "likeliest"), train(STOP, (), 0.0, 1.0))

SHOTS = {
    "try": (
        Shot(
            enter=(AS_IT_IS, ask("choose", "writing", "chance"), hero("blank")),
            deed=(hero("words"), say("nonsense"), earn("nonsense")),
            shows=("wall", "sentence"),
        ),
        Shot(
            deed=(
                hush(),
                on_a_copy("turn"),
                fact("turn"),
                unfold("cell"),
                wait(0.9),
                TURN,
                say("unchanged"),
                bring_back(),
            )
        ),
    ),
    "name": (
        Shot(
            enter=(AS_IT_IS, fact("key")),
            deed=(COVERED, say("surprise"), earn("surprise")),
            shows=("tape", "options"),
            hides=("cell", "sentence"),
        ),
        Shot(deed=(hush(), fold("options"), REST, say("each"))),
        Shot(
            deed=(
                hush(),
                fold("tape"),
                unfold(PAGE),
                reel(PAGE, 4.0, counts="keyed"),
                say("keyed"),
                earn("answer-key"),
            )
        ),
    ),
    "machine": (
        Shot(
            enter=(AS_IT_IS, ask("choose", "writing", "likeliest"), hero("now")),
            deed=(unfold("course"), train(EARLY, (REPEATS, RIGHT), 0.19), say("first-words")),
            shows=("sentence", "reading"),
            hides=(PAGE,),
            cards=("rubbish", "repeat", "sentence"),
        ),
        Shot(deed=(hush(), train(SOON, (RIGHT,), 0.15), say("first-sentence"), earn("first-sentence"))),
        Shot(
            deed=(
                hush(),
                unfold("map"),
                train(STOP, (), 0.13, 0.12),
                fact("groups"),
                unfold(GROUPS),
                say("writes"),
                earn("it-writes"),
            )
        ),
    ),
    "what-if": (
        Shot(
            enter=(*TRAINED, on_a_copy("on"), fact("heart")),
            deed=(train(LONG, ("stop",), 0.1, 0.03), fact("heart"), say("by-heart"), earn("overfit")),
            shows=("heart", "course"),
            hides=("reading", "map", GROUPS),
        ),
        Shot(
            deed=(
                hush(),
                fold("heart", "course", "sentence"),
                on_a_copy("lies"),
                unfold(PAGE),
                reel(LIES, 2.4),
                wait(0.5),
                unfold("odds", "sentence"),
                train(LONG, ("stop",), 0.13, told="lies"),
                say("lies"),
                earn("poisoned"),
            ),
            cards=("5", "20", "100"),
        ),
        Shot(
            deed=(
                hush(),
                fold("odds", PAGE),
                on_a_copy("huge"),
                AS_IT_IS,
                unfold("plate", "sentence"),
                train(LONG, ("stop",), 0.3, 0.006, told="huge"),
                say("thrown"),
                wait(1.2),
                train(LONG, ("stop",), 0.12, told="huge"),
                say("wild"),
                earn("wild"),
            )
        ),
        Shot(deed=(hush(), bring_back(), fact("huge"), hero("now"), say("kept"), earn("kept"))),
    ),
    "take-away": (
        Shot(
            enter=(*TRAINED, fact("five"), earn("your-model")),
            deed=(fold("five"), unfold("bridge"), wait(2.6), say("gone")),
            shows=("five",),
            hides=("sentence", "plate", "heart", "course", "odds", PAGE),
        ),
        Shot(deed=(NEXT,)),
    ),
}


def nonsense(scene: ModelScene) -> Payoff:
    """How the words came about: by chance before all training, later as the likeliest ones."""
    return Payoff(
        (Said("film.by-steps" if scene.trainer.steps else "film.by-chance", at="under", kind="note"),)
    )


def unchanged(scene: ModelScene) -> Payoff:
    """What one turned weight has changed, and how many there are besides."""
    return Payoff(
        (Said("film.unchanged", at="low"), Said("film.to-go", scene.trainer.told["turn"], "low", "note"))
    )


def surprise(scene: ModelScene) -> Payoff:
    """How little the model had expected the covered word."""
    told = scene.trainer.told["key"]
    asked = told["questions"][told["at"]]
    even = 1 / len(scene.trainer.training.text.tokens)
    key = "film.surprise" if asked["chance"] < 2 * even else "film.expected"
    numbers = {"one_in": asked["one_in"], "word": asked["covered"]}
    return Payoff(
        (
            Said(key, numbers, "low", tone="error" if key == "film.surprise" else "machine"),
            Said("film.surprise-is", at="low", kind="note"),
        )
    )


def each(scene: ModelScene) -> Payoff:
    """How many questions the sentence has asked, and answered."""
    return Payoff((Said("film.each", {"count": len(scene.trainer.told["key"]["questions"])}, "under"),))


def keyed(scene: ModelScene) -> Payoff:
    """How many questions of the whole text have their answers, as far as it was read."""
    told = scene.trainer.told["key"]
    numbers = {"count": round(told["asked"] * scene.trainer.share), "lines": told["lines"]}
    return Payoff((Said("film.keyed", numbers, "middle"),))


def first_words(scene: ModelScene) -> Payoff:
    """What the model writes first: a word over and over, a sentence, or neither."""
    trainer = scene.trainer
    found = trainer.landmark
    if found and found.name == REPEATS:
        after = scene.trainer.training.text.learned.after
        count = int((after == trainer.training.text.number(found.word)).sum())
        note = Said("film.stands", {"word": found.word, "count": count}, "beside", "note")
        common = count == max(
            (after == token).sum()
            for token in set(after.tolist())
            if trainer.training.text.tokens[token][0].isalnum()
        )
        return Payoff(
            (Said("film.commonest" if common else "film.common", at="beside", tone="error"), note), "repeat"
        )
    if found and found.name == RIGHT:
        return Payoff(_luck(scene), "sentence")
    if trainer.steps > EARLY:
        return Payoff((Said("film.trained", {"steps": trainer.steps}, "beside"),))
    return Payoff((Said("film.no-sentence", at="beside", tone="error"),), "rubbish")


def _luck(scene: ModelScene) -> tuple[Said, ...]:
    return (
        Said("film.first-sentence", at="beside", tone="machine"),
        Said("film.by-luck", {"steps": scene.trainer.steps}, "beside", "note"),
    )


def first_sentence(scene: ModelScene) -> Payoff:
    """Its first sentence, where it has just been found; else where it stands."""
    found = scene.trainer.landmark
    if found and found.name == RIGHT:
        return Payoff(_luck(scene))
    return Payoff((Said("film.trained", {"steps": scene.trainer.steps}, "beside"),))


def writes(scene: ModelScene) -> Payoff:
    """That it writes, if it does, and that words of a kind lie together, where most of them do."""
    told = scene.trainer.told["groups"]
    good = scene.trainer.lesson.goal(scene.trainer.standing())
    note = Said("film.groups", {"same": told["same"]}, "left", "note")
    return Payoff((Said("film.it-writes" if good else "film.it-does-not", at="left", tone="machine"), note))


def by_heart(scene: ModelScene) -> Payoff:
    """What became of its own text and of the test while it went on and on."""
    told = scene.trainer.told["heart"]
    now, kept = told["now"], told["kept"]
    worse = now["held"] > kept["held"] and now["loss"] < kept["loss"]
    notes = (Said("film.overfitting", at="low", kind="note"),) if worse else ()
    return Payoff(
        (
            Said("film.by-heart" if worse else "film.not-by-heart", at="low", tone="error" if worse else ""),
            *notes,
        )
    )


def lies(scene: ModelScene) -> Payoff:
    """Return whether the lies were enough, and what the test said of that."""
    told = scene.trainer.told["lies"]
    won = told["now"]["lie"] > told["now"]["own"]
    noticed = told["now"]["held"] > told["kept"]["held"] + 0.1
    numbers = {"count": told["count"], "before": told["kept"]["held"], "after": told["now"]["held"]}
    key = "film.test-noticed" if noticed else "film.test-blind"
    first = Said("film.lies-win" if won else "film.lies-lose", numbers, "low", tone="error" if won else "")
    return Payoff((first, Said(key, numbers, "low", "note")), "20" if won else "100")


def thrown(scene: ModelScene) -> Payoff:
    """Where huge steps have led, beside where all training began."""
    told = scene.trainer.told["huge"]
    key = "film.thrown" if told["now"] > FAR * told["first"] else "film.not-thrown"
    return Payoff((Said(key, told, "low", tone="error" if key == "film.thrown" else ""),))


def wild(scene: ModelScene) -> Payoff:
    """What small steps made of it, and what the kept model has."""
    told = scene.trainer.told["huge"]
    key = "film.not-mended" if told["now"] > told["kept"] + 0.3 else "film.mended"
    return Payoff((Said(key, told, "low", tone="error"), Said("film.yours-has", told, "low", "note")))


def kept(scene: ModelScene) -> Payoff:
    """The reader's own model is there again."""
    return Payoff(
        (Said("film.here-it-is", at="low", tone="machine"), Said("film.as-it-was", at="low", kind="note"))
    )


def gone(scene: ModelScene) -> Payoff:
    """What three words leave out."""
    return Payoff((Said("film.gone", at="low"),))


FILM = Film(
    shots=SHOTS,
    payoffs={
        "nonsense": nonsense,
        "unchanged": unchanged,
        "surprise": surprise,
        "each": each,
        "keyed": keyed,
        "first-words": first_words,
        "first-sentence": first_sentence,
        "writes": writes,
        "by-heart": by_heart,
        "lies": lies,
        "thrown": thrown,
        "wild": wild,
        "kept": kept,
        "gone": gone,
    },
)
