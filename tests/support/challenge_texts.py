"""What the words of every challenge must keep."""

from collections.abc import Mapping, Sequence

from downhill.lesson.challenge import PARTS


def check(texts: Mapping[str, str], hints: Sequence[str]) -> None:
    """All parts are there, none says what another says, no gap is left open; the page shows these `hints`."""
    assert tuple(texts) == PARTS
    assert len(set(texts.values())) == len(PARTS), texts
    for text in texts.values():
        assert text.strip() == text != ""
        assert "{" not in text
        assert "–" not in text, text  # what is not finite is shown as a dash
    assert list(hints) == [texts[part] for part in ("hint1", "hint2", "answer")]
