"""The QR codes that a worksheet draws itself are those of the standard: held against another program's."""

import json
import sys

import pytest

from tests.support.node import ask
from tools.common.paths import ROOT
from tools.setup.runtime import Runtime

SCRIPT = ROOT / "web" / "boot" / "page" / "sheet-codes.js"


@pytest.mark.parametrize("length", [1, 17, 18, 53, 54, 78, 106])
def test_a_code_is_module_by_module_that_of_another_program(
    cached: Runtime, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    monkeypatch.setattr(sys, "path", [str(cached.segno), *sys.path])
    from segno import encoder

    def fill(buffer: list[int], _version: int, length: int) -> None:
        """Fill a codeword; the program's own way adds one of zeros where none is begun."""
        buffer.extend([0] * (-length % 8))

    monkeypatch.setattr(encoder, "write_padding_bits", fill)
    text = (
        ("https://example.org/é?challenge=valley/escape#valley" * 3).encode()[:length].decode(errors="ignore")
    )
    rows = json.loads(ask(SCRIPT, "code", f"said(JSON.stringify(code({json.dumps(text)})))"))
    told = {
        "error": "L",
        "mask": 0,
        "mode": "byte",
        "encoding": "utf-8",
        "micro": False,
        "boost_error": False,
    }
    assert [[*map(int, row)] for row in rows] == [[*row] for row in encoder.encode(text, **told).matrix]


def test_an_address_that_is_too_long_has_no_code() -> None:
    assert ask(SCRIPT, "code", 'said(code("x".repeat(107)))') == "null"
