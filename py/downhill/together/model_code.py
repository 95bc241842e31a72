"""A model's weights as a code to paste: `downhill-model1.` and base64url. Data only, never code or markup.

In it are, in this order: how many bytes follow the checksum (2 bytes), the checksum (CRC-32, 4 bytes), what
`HEAD` holds, the group's name, and the deflated weights. Each layer has a scale of its own, its largest
weight; a weight is a whole number of sevenths of that, in 4 bits. A mean gets 8 bits. The checksum finds
slips; it keeps nobody from making up weights.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from downhill.training.network import count, layers

VERSION = 1
PREFIX = f"downhill-model{VERSION}."
DAMAGED, NEWER, ABSURD = "damaged", "newer", "absurd"
"""Why a code is no model: cut off or changed, from a newer page, or with numbers that no model has."""
FEW, MANY = 4, 8  # bits of a weight: of a group's model, and of a mean, which everybody goes on from
MOST_TOKENS, MOST_NAME = 400, 40  # bytes of a name, in UTF-8
REACH = 1e4  # a larger weight is none
FIRST = struct.Struct(">HI")  # length and checksum
HEAD = struct.Struct(">BHIHBIIBB5fB")
LONGEST = 2_000_000  # characters of a text that is searched
MOST = 200  # codes that are read
_BEGIN = re.compile(r"downhill-model([1-9][0-9]{0,3})\.")
_REST = re.compile(
    r"[A-Za-z0-9_\-\s>|=*\u00ad\u200b\ufeff]{0,120000}"
)  # a mail breaks lines, and quotes them
_NOISE = re.compile(r"[\s>|=*\u00ad\u200b\ufeff]+")


class Model(NamedTuple):
    """A model that was handed in: all weights, shape (n,), as exact as the code has them, and its origin.

    `vocabulary` is the sum of its words, `seed` that of its first weights. `begun` is the sum of the mean
    from which its last `round` began, 0 for the first one; it took `steps` steps since. `group` is the number
    of a group, 0 for a mean, which is of `groups` groups.
    """

    weights: np.ndarray
    tokens: int
    vocabulary: int
    seed: int
    round: int = 1
    begun: int = 0
    steps: int = 0
    group: int = 0
    groups: int = 1
    name: str = ""


def sum_of(tokens: tuple[str, ...]) -> int:
    """Return the sum of a vocabulary (CRC-32): only models of one vocabulary can be averaged."""
    return zlib.crc32("\n".join(tokens).encode())


def encode(model: Model, bits: int = FEW) -> str:
    """Return the code of a model, with 4 or 8 bits for each weight."""
    most = 2 ** (bits - 1) - 1
    levels, scales = [], []
    for layer in layers(model.weights, model.tokens):
        scale = float(np.float32(np.abs(layer).max()))
        scales.append(scale)
        levels.append(np.round(layer.ravel() / (scale or 1) * most).clip(-most, most) + most)
    whole = np.concatenate(levels).astype(np.uint8)
    if bits == FEW:
        even = np.append(whole, np.zeros(len(whole) % 2, np.uint8))
        whole = even[::2] * 16 + even[1::2]
    name = model.name.encode()[:MOST_NAME].decode(errors="ignore").encode()
    told = (bits, *model[1:9], *scales, len(name))
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = HEAD.pack(*told) + name + packer.compress(whole.tobytes()) + packer.flush()
    found = base64.urlsafe_b64encode(FIRST.pack(len(data), zlib.crc32(data)) + data)
    return PREFIX + found.decode().rstrip("=")


def decode(code: str) -> Model | str:
    """Return the model in a code, or why there is none: `DAMAGED`, `NEWER` or `ABSURD`."""
    found = _BEGIN.match(code)
    if found and int(found[1]) > VERSION:
        return NEWER
    try:
        return _read(code[len(PREFIX) :]) if found else DAMAGED
    except OverflowError:
        return ABSURD
    except (ValueError, struct.error, zlib.error, binascii.Error):
        return DAMAGED


def _read(signs: str) -> Model:
    """Return the model in the signs of a code. Raises `OverflowError` for numbers that no model has."""
    data = base64.b64decode(signs + "=" * (-len(signs) % 4), b"-_", validate=True)
    (length, sum_), data = FIRST.unpack_from(data), data[FIRST.size :]
    if len(data) != length or zlib.crc32(data) != sum_:
        raise ValueError("the checksum doesn't match")
    bits, *told = HEAD.unpack_from(data)  # numbers, in the order of `Model`
    tokens, scales, at = told[0], told[8:13], HEAD.size + told[13]
    if bits not in (FEW, MANY) or not 1 <= tokens <= MOST_TOKENS:
        raise OverflowError(f"{bits} bits and {tokens} tokens")
    if not all(math.isfinite(scale) and 0 <= scale <= REACH for scale in scales):
        raise OverflowError(f"weights up to {scales}")
    size = count(tokens)
    most = 2 ** (bits - 1) - 1
    whole = np.frombuffer(_inflated(data[at:], (size * bits + 7) // 8), np.uint8)
    if bits == FEW:
        whole = np.stack([whole >> 4, whole & 15], axis=1).ravel()[:size]
    weights = (whole.astype(float) - most).clip(-most, most) / most
    for layer, scale in zip(layers(weights, tokens), scales, strict=True):
        layer *= scale
    name = data[HEAD.size : at].decode()
    return Model._make((weights, *told[:8], name))


def _inflated(data: bytes, size: int) -> bytes:
    """Return `size` bytes that were deflated. Raises `ValueError` for more or fewer."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    found = unpacker.decompress(data, size + 1)
    if len(found) != size or not unpacker.eof or unpacker.unused_data:
        raise ValueError(f"not {size} bytes")
    return found


def codes_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the codes in any text, as pasted from mails, each with the number of its line; at most 200.

    A code knows its length, so whatever broke or quoted its lines is left out, and what follows it too.
    """
    text = text[:LONGEST]
    at = line = 0
    for _ in range(MOST):
        found = _BEGIN.search(text, at)
        if not found:
            return
        line += text.count("\n", at, found.start())
        rest = _REST.match(text, found.end())
        signs = _NOISE.sub("", rest[0] if rest else "")
        yield line + 1, found[0] + signs[: _length(signs)]
        line += text.count("\n", found.start(), found.end())
        at = found.end()


def _length(signs: str) -> int:
    """Return how many signs a code has, by its first bytes; all there are if these are missing."""
    try:
        length, _ = FIRST.unpack_from(base64.b64decode(signs[:8], b"-_", validate=True))
    except (struct.error, binascii.Error):
        return len(signs)
    return math.ceil((FIRST.size + int(length)) * 4 / 3)
