"""The numbers under a point: texts that tell what lies there, and walking from point to point."""

import pytest

from downhill.lesson import Lesson
from downhill.lessons import all_models
from downhill.studio.picture import WORDS, pictures
from downhill.studio.reader import Reader
from downhill.studio.studio import Studio
from tests.support.player import Player
from tests.support.states import LESSONS

pytestmark = pytest.mark.usefixtures("typefaces")
EVERY_VIEW = [
    (lesson.id, p.name)
    for lesson in LESSONS
    for p in pictures(lesson)
    if p.name != "picture" and not p.at_need
]
FAR = 1e6
MODEL = all_models()[0].id


@pytest.fixture
def reader(request: pytest.FixtureRequest) -> Reader:
    """A reader of pictures that are drawn: of the one that a test is about, its lesson, or two lessons."""
    about = getattr(request.node, "callspec", None)
    wanted = about.params if about else {}
    names = [wanted["lesson"]] if wanted else ["valley", "line"]
    studio = Studio(Player([lesson_of(name) for name in names]))
    for (lesson, picture), stand in studio.easels.items():
        if wanted.get("picture", picture) == picture:
            stand.paint(studio.session.state(lesson).scene())
    return Reader(studio)


def player(reader: Reader) -> Player:
    """The session that is read, to be played."""
    session = reader.studio.session
    assert isinstance(session, Player)
    return session


def lesson_of(name: str) -> Lesson:
    return next(lesson for lesson in LESSONS if lesson.id == name)


def test_a_point_on_the_map_tells_both_values_and_the_loss_there(reader: Reader) -> None:
    reader.studio.point("line", "map", 200, 100)
    view = reader.studio.session.view("line")
    m, b = view.rows["m"].spoken, view.rows["b"].spoken
    expected = f"{m.replace(':', '')}, {b.replace(':', '')}: sum of absolute errors {view.loss_shown}"
    assert reader.read("line", "map", 200, 100) == expected


def test_a_point_on_the_trace_tells_the_move_whose_it_was_and_the_loss(reader: Reader) -> None:
    session = player(reader)
    losses = [session.look("line"), session.move("line", "m", 100.0), session.step("line")]
    texts = [reader.walk("line", "trace", -FAR, 0), *(reader.walk("line", "trace", 1, 0) for _ in range(2))]
    assert texts == [
        f"{move}: sum of absolute errors {view.loss_shown}"
        for move, view in zip(("start", "move 1, you", "move 2, machine"), losses, strict=True)
    ]


@pytest.mark.parametrize(("lesson", "picture"), EVERY_VIEW)
def test_a_walk_begins_where_things_stand_and_ends_at_the_ends_and_nothing_is_read_off_the_axes(
    reader: Reader, lesson: str, picture: str
) -> None:
    low = {slider.name: slider.low for slider in lesson_of(lesson).sliders}
    player(reader).point_at(lesson, low)
    here = reader.walk(lesson, picture, 0, 0)
    assert player(reader).look(lesson).loss_shown in here
    first, last = reader.walk(lesson, picture, -FAR, -FAR), reader.walk(lesson, picture, FAR, FAR)
    assert reader.walk(lesson, picture, 1, 1) == last != first
    assert reader.read(lesson, picture, 3, 3) == ""
    assert reader.read(lesson, picture, 200, 100) != ""
    reader.forget(lesson, picture)
    assert reader.walk(lesson, picture, 0, 0) == here


def test_every_stride_on_the_map_leads_to_another_place(reader: Reader) -> None:
    for way in ((1, 0), (0, 1)):
        reader.walk("line", "map", -FAR, -FAR)
        assert len({reader.walk("line", "map", *way) for _ in range(20)}) == 20


def test_a_move_that_is_gone_after_a_reset_is_not_read(reader: Reader) -> None:
    player(reader).step("valley", 8)
    reader.walk("valley", "trace", 0, 0)
    player(reader).reset("valley")
    assert reader.walk("valley", "trace", 0, 0).startswith("start")


@pytest.mark.parametrize("lesson", [lesson.id for lesson in LESSONS])
def test_reading_moves_nothing(reader: Reader, lesson: str) -> None:
    before = player(reader).look(lesson)
    for picture in pictures(lesson_of(lesson)):
        reader.read(lesson, picture.name, 200, 100)
        reader.walk(lesson, picture.name, 3, 2)
    assert player(reader).look(lesson) == before
    assert len(reader.studio.session.state(lesson).trail) == 1


@pytest.fixture
def words() -> Reader:
    """A reader of the map of words of a model that is trained."""
    session = Player([], all_models())
    session.step(MODEL, 600)
    studio = Studio(session)
    studio.easels[MODEL, WORDS].paint(session.at_work(MODEL).scene())
    return Reader(studio)


def places_of(words: Reader) -> dict[str, tuple[float, float]]:
    """Where each word is seen, from the top left."""
    scene = words.studio.session.trainer(MODEL).words_scene()
    seen = words.studio.easels[MODEL, WORDS].seen(scene.places.tolist())
    return dict(zip(scene.names, seen, strict=True))


def test_the_word_under_the_pointer_is_read_with_those_that_are_most_like_it(words: Reader) -> None:
    places = places_of(words)
    for word in ("cat", "we", "rain"):
        told = words.read(MODEL, WORDS, *places[word])
        assert told.startswith(f"“{word}” is most like “")
    assert words.read(MODEL, WORDS, -50, -50) == ""


def test_arrow_keys_walk_over_all_words_from_the_left_to_the_right_and_upwards(words: Reader) -> None:
    places = places_of(words)
    for way, axis in (((1, 0), 0), ((0, -1), 1)):  # up is less, from the top
        begin = words.walk(MODEL, WORDS, *(-FAR * each for each in way))
        told = [begin] + [words.walk(MODEL, WORDS, *way) for _ in range(len(places) - 1)]
        assert len(set(told)) == len(places)
        order = [places[text.split("”")[0][1:]][axis] for text in told]
        assert order == sorted(order)
        assert words.walk(MODEL, WORDS, *way) == told[-1]
    words.forget(MODEL, WORDS)
    here = words.studio.session.trainer(MODEL).words_scene()
    assert words.walk(MODEL, WORDS, 0, 0).startswith(f"“{here.names[here.written[0]]}”")
