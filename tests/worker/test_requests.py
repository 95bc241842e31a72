"""One way through of a request: it changes something, pixels come, then the words about it."""

import importlib
import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from downhill.drawing import style
from downhill.drawing.dirty_rect import Box
from downhill.session.result import Result
from downhill.session.result_code import encode

pytestmark = pytest.mark.usefixtures("typefaces")
LINE, MODEL = "line", "ten-thousand"


class Worker:
    """A request handler, and all that it sends and paints, in order."""

    def __init__(self, requests: ModuleType) -> None:
        self.events: list[Any] = []
        self.timers: list[tuple[Callable[[], None], float]] = []
        self.waiting: list[Callable[[object], None]] = []
        ticks = count()
        ffi = SimpleNamespace(create_proxy=lambda function: function)
        js = SimpleNamespace(
            setTimeout=lambda function, ms: self.timers.append((function, ms)),
            clearTimeout=lambda timer: None,
            performance=SimpleNamespace(now=lambda: float(next(ticks))),
            MessageChannel=SimpleNamespace(new=self.channel),
            downhillListen=lambda port, answer: None,
        )
        self.handler = requests.RequestHandler(js, ffi)
        self.handler.open_port(self)
        self.session, self.studio = requests.session, requests.studio
        self.session.lock([])
        for lesson in (LINE, MODEL):
            self.studio.attach_canvas(lesson, "picture", self)
            self.ask(lesson, "look")
        self.events.clear()

    def channel(self) -> SimpleNamespace:
        """A channel that the handler sends itself messages over, to let others have their turn."""
        self.port1 = SimpleNamespace(onmessage=None)
        port2 = SimpleNamespace(postMessage=lambda message: self.waiting.append(self.port1.onmessage))
        return SimpleNamespace(port1=self.port1, port2=port2)

    def let_go_on(self) -> None:
        """Deliver the handler's messages to itself, until there is none."""
        while self.waiting:
            self.waiting.pop(0)(None)

    def let_time_pass(self) -> None:
        """Let all timers run down."""
        while self.timers:
            self.timers.pop(0)[0]()

    def postMessage(self, text: str) -> None:  # noqa: N802  the browser's name
        """Note a reply."""
        self.events.append(json.loads(text))

    def put(self, pixels: memoryview, whole: Box, changed: Sequence[Box]) -> None:
        """Note that pixels came."""
        self.events.append("pixels")

    def release(self) -> None:
        """Note that they were let go."""
        self.events.append("released")

    def ask(self, lesson: str | None, verb: str, *arguments: Any) -> list[Any]:
        """Send a request with the id 7; returns the outcome at once."""
        before = len(self.events)
        self.handler.answer(json.dumps([7, lesson, verb, *arguments]))
        return self.events[before:]


@pytest.fixture(scope="module")
def requests() -> Iterator[ModuleType]:
    """The module, with the typefaces that tests have, and no archives to fetch anything from."""
    with pytest.MonkeyPatch.context() as patch:
        archives = ModuleType("worker.archives")
        vars(archives)["finder"] = SimpleNamespace()
        patch.setitem(sys.modules, "worker.archives", archives)
        patch.setattr(style, "load_fonts", lambda *folders: None)
        yield importlib.import_module("worker.requests")
    del sys.modules["worker.requests"]


@pytest.fixture
def worker(requests: ModuleType) -> Worker:
    """A handler whose lessons have been looked at."""
    return Worker(requests)


def test_pixels_come_before_the_words_about_a_move(worker: Worker) -> None:
    pixels, reply = worker.ask(LINE, "move", "m", 100.0)
    assert pixels == "pixels"
    assert (reply["id"], reply["lesson"], reply["verb"]) == (7, LINE, "move")
    assert reply["rows"]["m"]["value"] == 100.0
    assert worker.ask(None, "owes") == [{"id": 7, "answer": True}]
    assert worker.timers[-1][1] < 10  # the other pictures follow soon


def test_while_a_hand_holds_a_point_the_other_pictures_wait_until_it_rests(worker: Worker) -> None:
    assert worker.ask(LINE, "drag", 0, (200, 100))[0] == "pixels"
    later, ms = worker.timers[-1]
    assert later == worker.studio.paint_pending
    assert ms >= 100  # a hand moves on sixty times a second
    worker.ask(LINE, "choose", "data", "homes")


def test_what_has_not_changed_is_not_sent_again(worker: Worker) -> None:
    first, second = worker.ask(LINE, "move", "m", 101.0)[1], worker.ask(LINE, "move", "m", 101.0)[1]
    assert "rows" in first
    assert set(second) == {"id", "lesson", "verb", "loss"}


def test_an_emoji_is_sent_as_it_is(worker: Worker) -> None:
    told: list[str] = []
    worker.handler.post = told.append
    worker.ask(None, "collect", [], encode(Result("Ada 😀", "v1")))
    assert "Ada 😀" in told[0]


def test_a_hand_that_lets_go_has_the_address_and_paints_nothing(worker: Worker) -> None:
    worker.ask(LINE, "move", "m", 100.0)
    (reply,) = worker.ask(LINE, "settle")
    assert "line.m=100" in reply["fragment"]


def test_of_a_training_the_numbers_come_first(worker: Worker) -> None:
    assert worker.ask(MODEL, "train", 50) == []
    worker.let_go_on()
    kinds = [event if event == "pixels" else event["verb"] for event in worker.events]
    assert kinds[:2] == ["train", "pixels"]
    assert worker.events[0]["steps"] > 0
    assert worker.ask(MODEL, "set_rate", 0.2)[0]["verb"] == "set_rate"  # soon to be seen anyway
    assert worker.ask(MODEL, "settle")[0]["verb"] == "settle"
    assert worker.ask(MODEL, "set_rate", 0.3)[0] == "pixels"


@pytest.mark.parametrize(("limits", "pixels"), [((), [1, 2]), ((3, True), [2, 2])])
def test_without_a_tempo_the_losses_are_painted_every_other_turn(
    worker: Worker, limits: tuple[object, ...], pixels: list[int]
) -> None:
    worker.ask(MODEL, "reset")
    worker.studio.attach_canvas(MODEL, "losses", worker)
    worker.ask(MODEL, "look")
    worker.handler.asked = -math.inf  # no hand has asked for anything of late
    painted = []
    for _ in range(4):
        worker.events.clear()
        worker.ask(MODEL, "train", 5, *limits)
        worker.let_go_on()
        painted.append(worker.events.count("pixels"))
    assert (sorted(painted[:2]), painted[2:]) == (pixels, painted[:2])


def test_a_question_is_answered_with_its_id_and_paints_nothing(worker: Worker) -> None:
    (reply,) = worker.ask(LINE, "points")
    assert set(reply) == {"id", "answer"}
    assert reply["answer"]["text"]
    assert worker.ask(None, "lock", ["line.m"]) == [{"id": 7, "answer": None}]


def test_what_is_locked_is_answered_and_nothing_changes(worker: Worker) -> None:
    worker.ask(LINE, "move", "m", 120.0)
    worker.ask(None, "lock", ["sliders", "machine"])
    assert set(worker.ask(LINE, "move", "m", 130.0)[-1]) == {"id", "lesson", "verb", "loss"}
    steps = worker.session.trainers[MODEL].steps
    worker.ask(MODEL, "train", 50)
    worker.let_go_on()
    assert worker.session.trainers[MODEL].steps == steps


@pytest.mark.parametrize("verb", ["shout", "__init__", "restart", "places"])
def test_an_unknown_verb_is_refused_by_name_with_a_sentence(worker: Worker, verb: str) -> None:
    (reply,) = worker.ask(LINE, verb)
    assert (reply["id"], reply["lesson"], reply["verb"], reply["error"]) == (7, LINE, verb, "LookupError")
    assert reply["failed"].startswith(f"unknown verb '{verb}'; the verbs are look, ")


def test_why_a_request_failed_comes_with_its_id(worker: Worker) -> None:
    for request in ((LINE, "move", "q", 1.0), ("maze", "look"), (LINE, "save", "gif", "picture", "")):
        (reply,) = worker.ask(*request)
        assert reply["id"] == 7
        assert reply["error"] == "KeyError"
        assert reply["failed"]


def test_a_mistake_in_a_text_is_told_with_the_view_and_forgotten_with_the_next(worker: Worker) -> None:
    assert worker.ask("valley", "enter", "f", "foo(x)")[-1]["mistake"]["sentence"]
    assert worker.ask("valley", "look")[-1]["mistake"] == {}


def test_the_page_hears_when_python_waits_for_an_archive(worker: Worker, requests: ModuleType) -> None:
    for fetching in (True, False):
        requests.finder.tell(fetching)
        assert worker.events[-1] == {"fetching": fetching}


def test_far_pictures_follow_when_nothing_was_asked_for_a_second(worker: Worker) -> None:
    where = (400.0, 200.0, 1.0)
    worker.ask(LINE, "resize", "picture", *where, False)
    worker.timers.clear()
    assert worker.ask(LINE, "resize", "picture", *where, True) == [{"id": 7, "answer": None}]
    assert not worker.timers  # it is as it was
    assert worker.ask(LINE, "move", "m", 100.0)[0] != "pixels"
    paint, after = worker.timers[-1]
    assert after == 1000
    worker.events.clear()
    paint()
    assert worker.events == ["pixels"]
    assert worker.ask(LINE, "points")
    assert worker.timers[-1][0] is paint  # nothing is late any more


def test_a_picture_that_comes_after_its_training_has_settled_is_followed_by_the_others(
    worker: Worker,
) -> None:
    worker.ask(MODEL, "reset")
    worker.studio.attach_canvas(MODEL, "losses", worker)
    for _ in range(3):
        worker.events.clear()
        worker.ask(MODEL, "train", 5)
        while not worker.events:
            worker.waiting.pop(0)(None)
        worker.ask(MODEL, "settle")
        worker.let_time_pass()
        worker.let_go_on()
        worker.let_time_pass()
        assert worker.ask(None, "owes")[-1]["answer"] is False
