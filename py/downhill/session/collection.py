"""The results of a class: codes put together, each student once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from downhill.session.code_finder import Found, search, told
from downhill.session.result import TEST, Result
from downhill.session.result_code import BROKEN, MISFIT, NEWER, decode
from downhill.session.result_fit import Known, misfits
from downhill.text.format import PAGE, enumerated, fill

MOST_TOLD = 12  # at most this many sentences about codes that can't be read, or ranges of lines


class Collection(NamedTuple):
    """Codes and their results in order; how many are new, were there already, or replaced an older one."""

    results: dict[str, Result]
    added: int = 0
    again: int = 0
    replaced: int = 0


def gather(known: Iterable[str], found: Iterable[tuple[str, Result]]) -> Collection:
    """Merge the results of the codes already known with those just found.

    Two from the same visit, under the same name, belong to one student: the one with more in it takes the
    older one's place.
    """
    read = ((code, decode(code)) for code in known)
    pupils = {_pupil(code, result): (code, result) for code, result in read if isinstance(result, Result)}
    counts = {"added": 0, "again": 0, "replaced": 0}
    for code, result in found:
        pupil = _pupil(code, result)
        before = pupils.get(pupil)
        if before and (code == before[0] or _much(result) <= _much(before[1])):
            counts["again"] += 1
        else:
            counts["replaced" if before else "added"] += 1
            pupils[pupil] = code, result
    return Collection(dict(pupils.values()), **counts)


def _pupil(code: str, result: Result) -> tuple[str, str]:
    return result.visit or code, result.name


def _much(result: Result) -> int:
    """Return how much is in a result: a visit's counts only grow, though an answer may get shorter."""
    played = (each.moves + each.steps + len(each.done + each.before) for each in result.lessons.values())
    letters = "".join(text for name, text in result.more.items() if name.startswith(TEST))
    return sum(played) + result.changed + len(letters) - letters.count("-")


def collected(known: Sequence[str], text: str, lessons: Known) -> tuple[Collection, list[str]]:
    """Return the known codes plus those in a text, and sentences: what is new, what can't be read and why."""
    looked = search(text)
    good = [(each.code, each.result) for each in looked.found if isinstance(each.result, Result)]
    wrong = {code: what for code, result in good if (what := [*misfits(result, lessons)])}
    collection = gather(known, [pair for pair in good if pair[0] not in wrong])
    problems = [said for each in looked.found if (said := _problem(each, wrong.get(each.code)))]
    sentences = [*_came(collection, bool(text.strip())), *problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        sentences.append(fill(PAGE["collect.more"], {"count": len(problems) - MOST_TOLD}))
    rest = [fill(PAGE["collect.rest"], {"line": str(looked.rest)})] if looked.rest else []
    return collection, sentences + rest + _empty(looked.empty)


def _came(collection: Collection, asked: bool) -> list[str]:
    """Say how many results a text has added."""
    counts = {name: getattr(collection, name) for name in ("added", "replaced", "again")}
    told = [fill(PAGE[f"collect.{name}"], {"count": count}) for name, count in counts.items() if count]
    return told or [PAGE["collect.nothing"]] * asked


def _problem(found: Found, wrong: Sequence[str] | None) -> str:
    """Say why a code isn't a result; '' if it is one."""
    where = {"line": str(found.line), "code": told(found.code)}
    if isinstance(found.result, Result) and not wrong:
        return ""
    reason = found.result if found.result in (BROKEN, NEWER) else MISFIT
    return fill(PAGE[f"collect.why.{reason}"], where)


def _empty(lines: Sequence[int]) -> list[str]:
    """Say which lines have no code."""
    if not lines:
        return []
    ranges = [*_ranges(lines)]
    shown = enumerated(ranges[:MOST_TOLD])
    more = "…" if len(ranges) > MOST_TOLD else ""
    return [fill(PAGE["collect.why.none"], {"lines": shown + more})]


def _ranges(lines: Sequence[int]) -> Iterable[str]:
    """Yield consecutive numbers as `5–9`, single ones as `3`."""
    first = last = lines[0]
    for line in (*lines[1:], 0):
        if line == last + 1:
            last = line
            continue
        yield str(first) if first == last else f"{first}–{last}"
        first = last = line
