"""LEB128, the variable-length integers of WebAssembly."""


def read(data: bytes, at: int) -> tuple[int, int]:
    """Return the unsigned integer at a place, and the place after it."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def read_signed(data: bytes, at: int) -> tuple[int, int]:
    """Return the signed integer at a place, and the place after it."""
    begin = at
    value, at = read(data, at)
    return value - (1 << 7 * (at - begin)) if data[at - 1] & 0x40 else value, at


def skip(data: bytes, at: int) -> int:
    """Return the place after an integer, signed or not."""
    while data[at] >= 0x80:
        at += 1
    return at + 1


def unsigned(value: int) -> bytes:
    """Return an integer of 0 or more as LEB128."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def signed(value: int) -> bytes:
    """Return an integer as signed LEB128, as the constants of instructions are written."""
    out = bytearray()
    while not -0x40 <= value < 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value & 0x7F])


def vector(items: list[bytes]) -> bytes:
    """Return items behind their number."""
    return unsigned(len(items)) + b"".join(items)


def name(text: str) -> bytes:
    """Return a name: its length in bytes, and itself in UTF-8."""
    data = text.encode()
    return unsigned(len(data)) + data
