"""What the teacher's table says of a class before and after: rows of counts, and the sentences they allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

from downhill.evidence.items import IDS, MISCONCEPTIONS, OCCASIONS
from downhill.evidence.statistics import difference, gain
from downhill.session.evidence import Answered, Counts, Person, misconceptions, near_words, right, sums
from downhill.text.format import fill, number, percent

FEW, ENOUGH = 5, 10
"""The least number of pairs for which counts, and then everything else, are shown."""
KNOWN = 6.3  # of 7 right before: nothing is left to gain
PARTS = ("try", "name", "machine", "what-if", "challenge", "take-away")
Words = Mapping[str, str]


def told(
    answered: Answered, codes: Mapping[str, str], words: Words, lessons: Sequence[str]
) -> dict[str, Any]:
    """Return everything to show as plain data; nothing but who answered below `FEW` pairs.

    `codes` are those of open answers by their ids, `lessons` the ids of all lessons in order.
    """
    pairs = answered.pairs
    found: dict[str, Any] = {"pairs": len(pairs), "gain": ""}
    found |= {"none": not answered.persons and not (answered.clashes or answered.newer or answered.wordless)}
    found |= {"who": who(answered, words), "near": _near(answered, words)}
    if len(pairs) < FEW:
        return found | {"who": [*found["who"], words["told.few"]]}
    verdict, said, shown_gain = compared(pairs, words)
    return found | {
        "gain": shown_gain,
        "items": _rows(right(pairs), "{}.name", len(pairs), words, by_missing=True),
        "beliefs": [
            row | {"beat": _beat(row["id"], words, lessons)}
            for row in _rows(misconceptions(pairs), "belief.{}", len(pairs), words)
        ],
        "verdict": verdict,
        "said": [*said, words["told.control"]],
        "answers": open_answers(pairs),
        "why": why_rows(pairs, codes, words),
    }


def who(answered: Answered, words: Words) -> list[str]:
    """Say who answered when, and what is left out and why."""
    counts = {each: sum(each in person.tests for person in answered.persons) for each in OCCASIONS}
    fast = sum(test.minutes == "0" for person in answered.pairs for test in person.tests.values())
    left = {"told.fast": fast, "told.newer": answered.newer, "told.wordless": answered.wordless}
    return [
        fill(words["told.who"], counts | {"both": len(answered.pairs)}),
        *(fill(words[key], {"count": count}) for key, count in left.items() if count),
        *(fill(words["told.clash"], {"word": word}) for word in answered.clashes),
    ]


def _near(answered: Answered, words: Words) -> list[dict[str, Any]]:
    return [
        {"one": one, "other": other, "said": fill(words["told.near"], {"one": one, "other": other})}
        for one, other in near_words(answered.persons)
    ]


def _rows(
    counts: Mapping[str, Counts], key: str, all_: int, words: Words, by_missing: bool = False
) -> list[dict[str, Any]]:
    """Return a row of counts and texts for each name; what to teach again comes first."""
    order = sorted(counts, key=lambda name: counts[name][1] * (1 if by_missing else -1))
    return [
        {
            "id": name,
            "name": words[key.format(name)],
            "counts": [*counts[name]],
            "shares": [count / all_ for count in counts[name]],
            "texts": [_share(count, all_, words) for count in counts[name]],
        }
        for name in order
    ]


def _share(count: int, all_: int, words: Words) -> str:
    """Say how many of all: in percent, too, where there are enough of them."""
    gaps = {"count": count, "all": all_}
    if all_ < ENOUGH:
        return fill(words["told.count"], gaps)
    return fill(words["told.percent"], gaps | {"percent": percent(count / all_)})


def _beat(name: str, words: Words, lessons: Sequence[str]) -> dict[str, str]:
    """Return the link to the part of the essay that refutes a misconception, and its text."""
    lesson, part = MISCONCEPTIONS[name]
    at = PARTS.index(part) + 1
    gaps = {"lesson": str(lessons.index(lesson) + 1), "part": str(at)}
    return {"lesson": lesson, "part": part, "said": fill(words["told.beat"], gaps)}


def compared(pairs: Sequence[Person], words: Words) -> tuple[str, list[str], str]:
    """Return which of four sentences holds, what else is said of the sums, and the gain or ''."""
    before, after = sums(pairs)
    first, last = sum(before) / len(before), sum(after) / len(after)
    said = [fill(words["told.sum"], {"before": first, "after": last})]
    if len(pairs) < ENOUGH:
        return words["verdict.few"], said, ""
    found = difference(before, after)
    said.append(fill(words["told.interval"], found._asdict()))
    verdict = words[f"verdict.{'rise' if found.low > 0 else 'fall' if found.high < 0 else 'none'}"]
    if first > KNOWN:
        return verdict, [*said, words["told.known"]], ""
    won = gain(first, last, len(IDS) - 1)
    return verdict, [*said, fill(words["told.gain"], {"gain": won})], number(won)


def open_answers(pairs: Sequence[Person]) -> list[dict[str, str]]:
    """Return the open answers of pairs, mixed: their order tells neither the word nor the occasion."""
    every = ((f"{person.word} {each}", test) for person in pairs for each, test in person.tests.items())
    found = {id_: test.why for id_, test in every if test.why.strip()}
    return [{"id": id_, "text": found[id_]} for id_ in sorted(found, key=lambda id_: crc32(id_.encode()))]


def why_rows(pairs: Sequence[Person], codes: Mapping[str, str], words: Words) -> list[dict[str, Any]]:
    """Return how many open answers say what, of the pairs whose answers both have a code; [] without any."""
    every = [[codes.get(f"{person.word} {each}", "9") for each in OCCASIONS[:2]] for person in pairs]
    both = [pair for pair in every if "9" not in pair]
    if len(both) < FEW:
        return []
    kinds = {"data": "13", "model": "23", "neither": "0"}
    counts = {
        kind: (sum(pair[0] in signs for pair in both), sum(pair[1] in signs for pair in both))
        for kind, signs in kinds.items()
    }
    rows = {row["id"]: row for row in _rows(counts, "told.why.{}", len(both), words)}
    return [rows[kind] for kind in kinds]
