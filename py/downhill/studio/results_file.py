"""The results of a class as a file for a spreadsheet; none of its cells can be read as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from downhill.session.collection import gather
from downhill.session.result import ANSWER, QUESTIONS, Lesson, Result
from downhill.studio.save import LINE_END, TYPES, SavedFile
from downhill.studio.studio import Studio
from downhill.training.model_lesson import AnyLesson

COLUMNS = ("moves", "steps", "solved", "challenges", "challenges_before")
TRIED = ("lies_guessed", "lies_needed", "stopped_step", "copied_percent")
"""How many lies a pupil tried first, and the fewest that were enough; where a training on an own text was
last stopped, and how much of 100 of what the model then wrote was copied from it."""
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Goes first: without it, spreadsheets don't see that the file is UTF-8."""
_LIES = re.compile(r"\b([0-9]{1,3})([+-])(?=,|$)")
_STOPS = re.compile(r"\b([0-9]{1,7}):([0-9]{1,3})(?=,|$)")
FORMULA = "=+-@\t\r＝＋－＠"
"""Characters that make a spreadsheet read a cell as a formula (OWASP, “CSV Injection”)."""
_BEGINS = re.compile(rf"""(^|[;\t\r\n])(?=[\s"']*[{re.escape(FORMULA)}])""")
"""Where one can begin: a spreadsheet that separates cells by semicolons or tabs splits ours there."""


def results_file(studio: Studio, codes: Sequence[str]) -> SavedFile:
    """Return the results of these codes as CSV."""
    lessons = {lesson.id: lesson for lesson in studio.session.lessons}
    results = gather(codes, ()).results.values()
    text = quoted_csv(rows([*results], lessons))
    return SavedFile("downhill-results.csv", TYPES["csv"], text.encode())


def evidence_file(
    studio: Studio,
    codes: Sequence[str],
    joined: Mapping[str, str],
    coded: Mapping[str, str],
    with_words: bool,
) -> SavedFile:
    """Return the questionnaires in these codes as CSV; arguments as for `evidence_rows`."""
    from downhill.session.evidence_rows import evidence_rows

    fields = [result.more for result in gather(codes, ()).results.values()]
    text = quoted_csv(evidence_rows(fields, joined, coded, with_words))
    return SavedFile("downhill-evidence.csv", TYPES["csv"], text.encode())


def rows(results: Sequence[Result], lessons: Mapping[str, AnyLesson]) -> Iterator[list[str]]:
    """Yield the column names, the same in every language, then a row for each result.

    Solved is 1 or 0; challenges are ids, separated by spaces; answers and `TRIED` come last.
    """
    named = [f"{id_}.{column}" for id_ in lessons for column in COLUMNS]
    yield ["number", "name", *named, "sentence", *(f"{ANSWER}{id_}" for id_ in QUESTIONS), *TRIED]
    for number, result in enumerate(results, 1):
        found = [result.lessons.get(id_, Lesson()) for id_ in lessons]
        sentence = next((each.text for each in reversed(found) if each.text), "")
        written = sentence, *(result.answers.get(id_, "") for id_ in QUESTIONS)
        cells = [*(cell for each in found for cell in _cells(each)), *written, *_tried(found)]
        yield [str(number), result.name, *cells]


def _cells(lesson: Lesson) -> list[str]:
    counts = [str(lesson.moves), str(lesson.steps), str(int(lesson.solved))]
    return [*counts, " ".join(lesson.done), " ".join(lesson.before)]


def _tried(lessons: Iterable[Lesson]) -> list[str]:
    """Return the cells of `TRIED`, empty where a field is missing or odd."""
    more = {name: text for each in lessons for name, text in each.more.items()}
    lies, stops = _LIES.findall(more.get("lies", "")), _STOPS.findall(more.get("stopped", ""))
    enough = [int(count) for count, sign in lies if sign == "+"]
    return [
        lies[0][0] if lies else "",
        str(min(enough)) if enough else "",
        *(stops[-1] if stops else ("", "")),
    ]


def quoted_csv(rows: Iterable[Sequence[str]]) -> str:
    """Write a table as CSV according to RFC 4180, every cell in quotation marks."""
    return MARK + "".join(",".join(map(_quoted, row)) + LINE_END for row in rows)


def _quoted(text: str) -> str:
    """Write a cell; anything that might be a formula gets an apostrophe in front."""
    return '"' + _BEGINS.sub(r"\1'", text).replace('"', '""') + '"'
