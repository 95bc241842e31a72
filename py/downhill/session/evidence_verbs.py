"""The questions of the part *Before and after* in a teacher's table; what they need is loaded when needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from downhill.session.collection import gather
from downhill.session.session import Session
from downhill.text import language


def evidence(
    session: Session,
    codes: Sequence[str],
    joined: Mapping[str, str],
    coded: Mapping[str, str],
    words: str = "{}",
) -> dict[str, Any]:
    """Return what is told of a class before and after (`evidence_told.told`).

    `joined` are words that stand for others, `coded` the codes of open answers by their ids, `words` the
    sentences in the page's language as JSON.
    """
    from downhill.session.evidence import persons
    from downhill.session.evidence_told import told
    from downhill.text.english.evidence_told import EVIDENCE_TOLD

    language.bring({"evidence": json.loads(words)})
    spoken = language.spoken("evidence", EVIDENCE_TOLD)
    results = gather(codes, ()).results.values()
    lessons = [lesson.id for lesson in session.lessons]
    return told(persons([result.more for result in results], joined), coded, spoken, lessons)
