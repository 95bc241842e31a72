"""The English sentences that aren't loaded with the page, by the room that a catalogue has for them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from downhill.evidence.asked import ROOM as ASKED
from downhill.lesson.experiment import ROOM as TRIED
from downhill.lessons import every_lesson
from downhill.source.home.said import ROOM
from downhill.text.english import glossary, guide
from downhill.text.english.asking import ASKING
from downhill.text.english.evidence import EVIDENCE
from downhill.text.english.evidence_told import EVIDENCE_TOLD
from downhill.text.english.experiments import EXPERIMENTS
from downhill.text.english.take_home import HOME
from downhill.text.english.together import ROOM as CLASS
from downhill.text.english.together import TOGETHER
from downhill.text.language import Catalogue

WITH_CODE = (ROOM, TRIED)
"""The rooms that come with a reader's code."""


def english() -> Catalogue:
    """Return these sentences: those of all files, and those of individual lessons."""
    lessons = every_lesson()
    return {
        ROOM: {**HOME, **_own(lesson.home for lesson in lessons)},
        ASKED: {**EVIDENCE, **EVIDENCE_TOLD, **ASKING},
        CLASS: dict(TOGETHER),
        guide.ROOM: guide.GUIDE,
        glossary.ROOM: glossary.GLOSSARY,
        TRIED: {**EXPERIMENTS, **_own(lesson.experiments for lesson in lessons)},
    }


def _own(modules: Iterable[str]) -> dict[str, str]:
    """Return the sentences of lessons' modules, by the modules' names."""
    return {key: text for name in modules if name for key, text in import_module(name).WORDS.items()}
