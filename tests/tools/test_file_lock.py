from pathlib import Path
from threading import Event, Thread

from tools.common.file_lock import one_at_a_time


def test_the_second_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "made" / "lock"
    order: list[str] = []
    waiting = Event()

    def said(text: str) -> None:
        order.append(text)
        waiting.set()

    def second() -> None:
        with one_at_a_time(path, said):
            order.append("second")

    with one_at_a_time(path, order.append):
        thread = Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["Another Downhill is running here: waiting for it.", "first", "second"]


def test_who_comes_alone_waits_for_nobody(tmp_path: Path) -> None:
    said: list[str] = []
    for _ in range(2):
        with one_at_a_time(tmp_path / "lock", said.append):
            pass
    assert said == []
