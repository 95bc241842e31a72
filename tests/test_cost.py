"""What follows from the measured bytes of a visit."""

import re
import time

from bench import cost, packages
from bench.cost import BETWEEN, PAPER, Cost, measured
from bench.line import Line
from tools.languages.language import all_languages

COSTS = {"first visit": Cost(10_000_000, 60, 20_000_000, 64), cost.LATER: Cost(45_600, 3, 45_600, 3)}


def test_the_line_tells_what_it_carried_until_a_moment() -> None:
    line = Line()
    before = time.time()
    line.carry(100)
    line.history.append((before + 3600, 300, 1))
    assert line.until(before - 3600) == (0, 0)
    assert line.until(before + 60) == (100, 0)
    assert line.until(before + 7200) == (300, 1)


def test_the_tables_follow_from_the_measured_bytes() -> None:
    text = measured(COSTS, "Measured now:")
    for row in (
        "| first visit | 10.0 MB | 60 | 20.0 MB | 64 |",
        "| later visit | 45.6 kB | 3 | 45.6 kB | 3 |",
        "| first visit, each over the line | 4.0 min | 48.0 s | 24.0 s |",
        "| first visit, once over the line, then from the school | 8.0 s | 1.6 s | 0.80 s |",
        "| later visit, each over the line | 1.1 s | 0.22 s | 0.11 s |",
        "| first visit | 20.0 TB | 64 million |",
        "| later visit | 45.6 GB | 3 million |",
    ):
        assert row in text.splitlines()


def test_the_paper_has_a_place_for_the_tables_and_they_are_there() -> None:
    (found,) = BETWEEN.findall(PAPER.read_text(encoding="utf-8"))
    assert found.startswith("\nMeasured on ")
    assert all(f"| {name} |" in found for name in (*cost.FIRST, cost.LATER))


def test_what_there_is_to_carry_stands_in_a_table_of_its_own() -> None:
    sizes = {"en": packages.Sizes(24_200_000, 12_700_000, 9_640_000)}
    rows = packages.written((84_000_000, 512), 70_300_000, sizes, "Weighed now:").splitlines()
    assert "| the folder, 512 files | 84.0 MB |" in rows
    assert "| `downhill.zip` | 70.3 MB |" in rows
    assert "| en | 24.2 MB | 12.7 MB | 9.6 MB |" in rows


def test_the_paper_has_the_sizes_of_every_language() -> None:
    (found,) = packages.BETWEEN.findall(PAPER.read_text(encoding="utf-8"))
    assert found.startswith("\nWeighed on ")
    codes = re.findall(r"^\| (\S+) \| [\d.]+ MB \| [\d.]+ MB \| [\d.]+ MB \|$", found, flags=re.MULTILINE)
    assert codes == [language.code for language in all_languages()]
