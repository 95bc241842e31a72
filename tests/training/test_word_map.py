"""The map of words: its axes against a library's, its sentence against the numbers, in every language."""

from itertools import pairwise

import numpy as np
import pytest
from matplotlib.colors import to_hex

from downhill.drawing.strokes import Marks
from downhill.drawing.themes import COLOURS, look
from downhill.lessons import all_models
from downhill.studio.picture import easel, pictures
from downhill.text.format import fill
from downhill.training.trainer import Trainer
from downhill.training.training_texts import map_said, word_text
from downhill.training.word_map_picture import NARROW, fitted, named
from tests.drawing.test_themes import contrast
from tests.support.often import slow

MODEL = all_models()[0]
NAME = MODEL.id


def trainer(seed: int = 1, rate: float = 0.3, steps: int = 0) -> Trainer:
    """A training run after `steps` steps."""
    made = Trainer(MODEL)
    made.seed = seed
    made.restart()
    made.set_rate(rate)
    for _ in range(steps):
        assert made.step()
    return made


def directions(made: Trainer) -> np.ndarray:
    """The words' output vectors, centred and of length 1, shape (n, 48)."""
    vectors = np.array([made.training.net.outer[:, word] for word in made.map.words])
    vectors = vectors - vectors.mean(axis=0)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1)[:, None])


@slow
@pytest.mark.parametrize(("seed", "rate", "steps"), [(1, 0.3, 500), (2, 0.3, 1000), (3, 1.0, 300)])
def test_the_axes_become_the_first_two_principal_components(seed: int, rate: float, steps: int) -> None:
    made = trainer(seed, rate, steps)
    found = directions(made)
    _, _, components = np.linalg.svd(found - found.mean(axis=0))
    shared = np.linalg.svd(components[:2] @ made.map.axes.T)[1]  # cosines between the two planes
    assert shared.min() > 0.98
    np.testing.assert_allclose(made.map.axes @ made.map.axes.T, np.eye(2), atol=1e-9)
    expected = (found - found.mean(axis=0)) @ made.map.axes.T
    np.testing.assert_allclose(made.map.places(made.training.net.outer), expected, atol=1e-12)


@slow
@pytest.mark.parametrize("rate", [0.3, 1.0])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_from_step_to_step_no_axis_turns_over_or_jumps(seed: int, rate: float) -> None:
    made, axes = trainer(seed, rate), []
    for _ in range(600):
        axes.append(made.map.axes)
        assert made.step()
    turns = [np.einsum("ij,ij->i", before, after) for before, after in pairwise(axes)]
    assert np.min(turns) > 0
    assert np.min(turns[100:]) > 0.9


@slow
def test_after_training_words_of_a_kind_are_most_alike() -> None:
    made = trainer(steps=1000)
    tokens = made.training.text.tokens
    for word, kind in (("I", {"we", "He", "She", "My"}), ("cat", {"dog", "hamster", "horse"})):
        found = made.map.alike(made.training.net.outer, tokens.index(word))
        assert tokens[found.nearest[0]] in kind


@slow
@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(("seed", "rate"), [(1, 0.3), (2, 1.0), (3, 3.0)])
def test_the_sentence_of_the_map_names_the_words_that_are_nearest_by_all_48_numbers(
    seed: int, rate: float
) -> None:
    made = trainer(seed, rate)
    assert map_said(made) == MODEL.words["words.chance"]
    tokens, words = made.training.text.tokens, made.map.words.tolist()
    for _ in range(60):
        made.step()
        new = [token for token in made.write().new if token in words]
        told = new[0] if new else next(t for t in reversed(made.begun()) if t in words)
        found = directions(made)
        cosines = {word: float(found[i] @ found[words.index(told)]) for i, word in enumerate(words)}
        del cosines[told]
        first, second, third = sorted(cosines, key=cosines.__getitem__, reverse=True)[:3]
        said = map_said(made)
        numbers = {"likeness": cosines[first], "word": tokens[told]}
        nearest = {"first": tokens[first], "second": tokens[second], "third": tokens[third]}
        assert said == fill(MODEL.words["words.near"], {**numbers, **nearest})
        assert word_text(made, told) == fill(MODEL.words["words.told"], {**numbers, **nearest})


@slow
def test_words_of_the_prompt_and_what_is_written_are_marked() -> None:
    made = trainer(steps=1000)
    scene = made.words_scene()
    assert [scene.names[i] for i in scene.asked] == ["I", "pet", "the"]
    assert scene.names[scene.written[0]] == "cat"
    assert len(scene.names) == len(scene.places) == len(made.map.words)
    assert "." not in scene.names


def test_the_map_is_as_large_as_there_is_room_at_every_step() -> None:
    made = trainer()
    for _ in range(30):
        places = fitted(made.words_scene().places)
        assert np.abs(places).max() == pytest.approx(1)
        made.step()
    assert not fitted(np.zeros((3, 2))).any()


@pytest.mark.parametrize("steps", [0, 20, 300])
@pytest.mark.parametrize("prompt", ["I pet the", "The cat", "We flew the plane to the"])
def test_one_word_of_each_mark_tells_what_the_mark_means(prompt: str, steps: int) -> None:
    made = trainer(steps=steps)
    made.enter("prompt", prompt)
    scene, drawn = made.words_scene(), look("light", MODEL.words)
    texts, some, colours = named(scene, 24, drawn)
    assert len({*some}) == len(some) == len(texts) >= 24
    assert {*scene.asked, *scene.written} <= {*some}
    both, told = {*scene.asked} & {*scene.written}, {}
    for at, (text, i) in enumerate(zip(texts, some, strict=True)):
        name, _, meaning = text.partition(" · ")
        assert name == scene.names[i]
        if meaning:
            told[meaning] = i
            assert colours[at] == (drawn.hand if i in scene.asked else drawn.machine)
            assert at < 2
    expected = {"mark.asked": {*scene.asked} - both, "mark.written": {*scene.written} - both}
    assert {*told} == {MODEL.words[key] for key, marked in expected.items() if marked}
    assert all(told[MODEL.words[key]] in marked for key, marked in expected.items() if marked)


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("theme", COLOURS)
def test_dots_of_a_narrow_map_are_smaller_and_quieter_than_names_and_still_seen(theme: str) -> None:
    picture = next(each for each in pictures(MODEL) if each.name == "words")
    dots = []
    for width in (2 * NARROW, NARROW - 1):
        stand = easel(MODEL, picture._replace(width=width, height=120.0), theme)
        stand.paint(trainer().scene())
        dots.append(next(each for each in stand.figure.axes[0].get_children() if isinstance(each, Marks)))
    usual, small = dots
    assert small.size < usual.size
    paper, text = (str(COLOURS[theme][ink]) for ink in ("paper", "text"))
    assert 3 <= contrast(to_hex(small.rgba), paper) < 0.7 * contrast(text, paper)
