"""The code of a model: exact enough, found in any mess, and nothing but data."""

import base64
import struct
import textwrap
import zlib

import numpy as np
import pytest

from downhill.together import model_code
from downhill.together.model_code import (
    ABSURD,
    DAMAGED,
    FIRST,
    HEAD,
    MANY,
    MOST,
    PREFIX,
    Model,
    codes_in,
    decode,
    encode,
)
from downhill.training.network import first_weights, layers

TOKENS = 23
MODEL = Model(first_weights(TOKENS, 5), TOKENS, 12345, 5, 3, 678, 300, 4, 1, "Zoë & co")


def resealed(change: bytes, at: int) -> str:
    """The same code with other bytes at a place of what follows the checksum, and a checksum that fits."""
    data = bytearray(base64.urlsafe_b64decode(encode(MODEL)[len(PREFIX) :] + "==")[FIRST.size :])
    data[at : at + len(change)] = change
    found = FIRST.pack(len(data), zlib.crc32(data)) + bytes(data)
    return PREFIX + base64.urlsafe_b64encode(found).decode().rstrip("=")


@pytest.mark.parametrize("bits", [4, 8])
def test_every_weight_comes_back_to_half_a_step_of_its_layer_and_all_else_exactly(bits: int) -> None:
    found = decode(encode(MODEL, bits))
    assert isinstance(found, Model)
    assert found[1:] == MODEL[1:]
    for one, other in zip(layers(found.weights, TOKENS), layers(MODEL.weights, TOKENS), strict=True):
        step = np.abs(other).max() / (2 ** (bits - 1) - 1)
        assert np.abs(one - other).max() <= step / 2 + 1e-6


def test_a_code_survives_wrapping_quoting_and_soft_breaks_and_what_follows_is_no_part_of_it() -> None:
    code, other = encode(MODEL), encode(MODEL._replace(group=5), MANY)
    quoted = (
        "On Monday, Ms. Gray wrote:\n> Hi!\n> > " + "\n> > ".join(textwrap.wrap(code, 50)) + "\n> Best wishes"
    )
    soft = "=\r\n".join(textwrap.wrap(other, 75)) + "Greetings"
    text = f"{quoted}\n\nhttps://school.example/?class=5#model={code}\n{soft}\n"
    assert [found for _, found in codes_in(text)] == [code, code, other]
    assert next(codes_in(text))[0] == 3


def test_every_changed_missing_or_added_sign_is_found() -> None:
    code = encode(MODEL)
    for at in range(len(PREFIX), len(code), 97):
        other = "A" if code[at] != "A" else "B"
        assert decode(code[:at] + other + code[at + 1 :]) == DAMAGED
        assert decode(code[:at] + code[at + 1 :]) == DAMAGED
        assert decode(code[:at]) == DAMAGED
    assert decode(code + "A") == DAMAGED
    assert decode("") == decode("downhill1.abc") == DAMAGED


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0, 1e9])
def test_weights_that_cannot_be_are_absurd_even_with_the_right_checksum(value: float) -> None:
    first_scale = struct.calcsize(">BHIHBIIBB")
    assert decode(resealed(struct.pack(">f", value), first_scale)) == ABSURD


@pytest.mark.parametrize("tokens", [0, 401, 65535])
def test_absurd_sizes_are_refused_before_anything_is_unpacked(tokens: int) -> None:
    assert decode(resealed(struct.pack(">H", tokens), 1)) == ABSURD
    assert decode(resealed(struct.pack(">H", TOKENS + 1), 1)) == DAMAGED


def test_a_small_code_that_unpacks_to_much_is_cut_short() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    bomb = packer.compress(bytes(10_000_000)) + packer.flush()
    head = HEAD.pack(4, TOKENS, 1, 1, 1, 0, 1, 1, 1, *[1.0] * 5, 0)
    assert decode(resealed(head + bomb, 0)) == DAMAGED
    with pytest.raises(ValueError, match="not 10 bytes"):
        model_code._inflated(bomb, 10)


def test_a_name_is_cut_to_its_bytes_and_markup_in_it_stays_text() -> None:
    found = decode(encode(MODEL._replace(name="<img src=x>" + "é" * 40)))
    assert isinstance(found, Model)
    assert found.name.startswith("<img src=x>é")
    assert len(found.name.encode()) <= 40


@pytest.mark.parametrize(
    "rubbish", ["A" * 10_000_000, PREFIX + "A" * 10_000_000, (PREFIX + "AAAA ") * 500_000, "\n> " * 3_000_000]
)
def test_ten_megabytes_of_rubbish_are_answered(rubbish: str) -> None:
    found = [decode(code) for _, code in codes_in(rubbish)]
    assert len(found) <= MOST
    assert {*found} <= {DAMAGED}
