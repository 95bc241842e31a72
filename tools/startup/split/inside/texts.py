"""What other languages and readers do with numbers, texts and bytes; runs inside Pyodide, at build time."""

TEXTS = (
    "Plain text, 12.5\n\tand more",
    "Élan: où, naïve – ça",
    "你好，世界。\n梯度下降",
    "𝛼 and 😀 \U0001f600",
)


def of_numbers():
    """Numbers as texts, and back: some take long multiplication."""
    numbers = (
        1e22,
        1e23,
        5e-324,
        1.7976931348623157e308,
        123456789.123456789,
        2**0.5 * 1e10,
        1 / 3,
        0.1,
        1e-7,
        9007199254740993.0,
    )
    found = [
        (
            repr(n),
            f"{n:.17g}",
            f"{n:.20f}",
            f"{n:.3e}",
            f"{n:,.2f}",
            f"{n:%}",
            float(repr(n)),
            round(n, 3),
            n.hex(),
        )
        for n in numbers
    ]
    found += [
        float(text)
        for text in (
            "1.2345678901234567890123e-5",
            "9007199254740993.00000000001",
            "1e-320",
            "179769313486231580793e289",
        )
    ]
    found += [
        float(f"{n}{n}1e{e}") for n in (1234567890123, 9999999999999999) for e in (-310, -30, 0, 30, 250)
    ]
    return found, [round(1234.5678 * 1.37**i, 4) for i in range(60)], [repr(3.3**i) for i in range(-60, 60)]


def of_texts():
    """Methods of texts, of all widths that Python keeps them in."""
    for text in TEXTS:
        parts = [
            text.splitlines(),
            text.split(),
            text.split(","),
            text.partition("a"),
            text.encode(),
            list(text),
        ]
        parts += [
            text.strip(),
            text.upper(),
            text.lower(),
            text.title(),
            text.casefold(),
            text.replace("a", "é"),
        ]
        parts += [
            text.find("d"),
            text.count("a"),
            text.startswith("P"),
            text.isalpha(),
            text.isdigit(),
            text.isidentifier(),
        ]
        parts += [
            text.center(40),
            text.zfill(30),
            text[::-1],
            text * 2,
            text < "b",
            text in TEXTS,
            sorted(text),
            hash(text),
        ]
        parts += [
            repr(text),
            ascii(text),
            f"{text!r:>40}",
            text.encode("utf-16"),
            text.translate({97: "b"}),
        ]
        parts += [
            text.encode().decode(),
            text.encode("ascii", "ignore"),
            text.expandtabs(),
            text.swapcase(),
            text.isprintable(),
        ]
    data = bytearray(b"abc")
    data.extend([1, 2])
    data.extend(b"de")
    data += b"f"
    data[1:2] = b"xyz"
    del data[0]
    data += (
        bytes([data[0], *data[1:3]])
        + bytes(1 in data)
        + data * 2
        + bytes(data == b"a")
        + data[::2]
        + bytearray(data)
    )
    data[0], data[-1] = 7, data.pop()
    with memoryview(data) as view:
        data = bytearray(view) + b"".join([data, bytearray(data)])
    return (
        parts,
        data.hex(),
        bytes(data).split(b"x"),
        int.from_bytes(data, "big").bit_length(),
        (255).to_bytes(2, "little"),
    )


of_numbers()
of_texts()
