"""A model's code as QR codes: parts that come in any order, twice, damaged, or of two models at once."""

import json
import random

from tests.support.node import ask
from tools.common.paths import ROOT

SCRIPT = ROOT / "web" / "boot" / "page" / "class-codes.js"
PROGRAM = """
    const seen = new Pieces();
    said(JSON.stringify(%s.map((text) => seen.take(text))));
"""


def code(sign: str, length: int) -> str:
    return "downhill-model1." + sign + "".join(random.Random(sign).choices("abcXYZ019-_", k=length))


def parts_of(code: str) -> list[str]:
    found: list[str] = json.loads(ask(SCRIPT, "pieces", f"said(JSON.stringify(pieces({json.dumps(code)})));"))
    return found


def taken(texts: list[str]) -> list[dict[str, object] | None]:
    found: list[dict[str, object] | None] = json.loads(ask(SCRIPT, "Pieces", PROGRAM % json.dumps(texts)))
    return found


def test_a_code_comes_out_of_its_parts_in_any_order_though_another_model_is_between() -> None:
    one, other = code("AAAAAAAA", 5000), code("BBBBBBBB", 700)
    texts = parts_of(one) + parts_of(other)
    assert len(texts) == 10 + 2
    assert max(map(len, texts)) < 600
    random.Random(3).shuffle(texts)
    found = [told["code"] for told in taken(texts) if told and "code" in told]
    assert sorted(map(str, found)) == [one, other]


def test_a_part_counts_once_and_what_is_no_part_counts_never() -> None:
    first, second, *_ = parts_of(code("AAAAAAAA", 900))
    strange = ["", "https://example.org", first[:25], "downhill-part1.AAAAAAAA.3.2.x", first + "<", first * 3]
    strange.append("downhill-part1.AAAAAAAA.1.99.x")
    told = taken([*strange, first, first, second])
    assert told[: len(strange)] == [None] * len(strange)
    assert told[len(strange)] == {"seen": 1, "count": 2}
    assert told[-2] is None
    assert told[-1] == {"seen": 2, "count": 2, "code": code("AAAAAAAA", 900)}
