"""What scripts of the page work out, asked in Node: how Python comes, and what is unpacked."""

import json
import subprocess
import tempfile
from pathlib import Path

import brotli

from tests.support.node import ask, node
from tools.common import paths

BOOT = paths.ROOT / "web" / "boot"
FAST, SLOW = 5e6, 1e6  # bytes a second
WAYS: list[tuple[dict[str, object], str]] = [
    ({"speed": FAST}, "snapshot"),
    ({"speed": SLOW}, "packed"),
    ({"speed": 0}, "packed"),
    ({"speed": FAST, "saving": True}, "packed"),
    ({"speed": FAST, "forced": "packed"}, "packed"),
    ({"speed": SLOW, "forced": "snapshot", "saving": True}, "snapshot"),
    ({"speed": SLOW, "forced": "nonsense"}, "packed"),
    ({"speed": FAST, "built": False, "forced": "snapshot"}, "packed"),
]
FETCHED = [
    {"name": "a.js", "duration": 9000},
    {"name": "m.wasm", "duration": 300},
    {"name": "n.wasm", "duration": 100},
]


def test_bytes_decide_on_a_slow_line_and_what_was_not_built_is_not_asked_for() -> None:
    known = json.dumps([known for known, _ in WAYS])
    found = ask(BOOT / "worker" / "choose.js", "choose", f"said({known}.map(choose).join());")
    assert found.split(",") == [way for _, way in WAYS]


def test_a_device_waits_for_a_share_of_the_time_that_its_line_asks_for() -> None:
    cases = [([], 0.9), (FETCHED, 0), (FETCHED, 0.5), (FETCHED, 1), (FETCHED[:1], 1)]
    program = f"""
        const waited = [];
        globalThis.setTimeout = (then, time) => {{ waited.push(time); then(); }};
        for (const [entries, lot] of {json.dumps(cases)}) await ownTime(entries, lot);
        said(JSON.stringify(waited));
    """
    assert json.loads(ask(BOOT / "page" / "own-time.js", "ownTime", program)) == [0, 0, 750, 1500, 0]


PROGRAM = """
    import fs from "node:fs";
    globalThis.postMessage = () => {};
    globalThis.fetch = async (url) => new Response(fs.readFileSync(new URL(url)));
    const { fetchedDecoder, unbrotli, unbrotliNow } = await import(process.argv[1]);
    async function atOnce(bytes, size) {
      await fetchedDecoder();
      return unbrotliNow(bytes, size);
    }
    function streamed(bytes, sizes) {
      let at = 0;
      const pieces = new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          const size = sizes[at % sizes.length];
          controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
          at += size;
        },
      });
      return new Response(pieces.pipeThrough(unbrotli())).arrayBuffer();
    }
    for (const [packed, ...sizes] of JSON.parse(process.argv[2])) {
      const bytes = fs.readFileSync(packed);
      try {
        const found = await (sizes[0] === "whole" ? atOnce(bytes, sizes[1]) : streamed(bytes, sizes));
        fs.writeFileSync(packed, new Uint8Array(found));
        console.log("");
      } catch (error) {
        console.log(error.message);
      }
    }
"""


Sizes = tuple[int | str, ...]


def unpacked(site: Path, *given: tuple[bytes, Sizes]) -> list[tuple[bytes, str]]:
    """What comes of bytes that arrive in pieces of these sizes, and what is said where that fails.

    `"whole", size` is for bytes that are there and of which that many should come. All are unpacked one after
    the other by one decoder, which takes longer to start than to decompress.
    """
    folder = Path(tempfile.mkdtemp())
    files = [folder / f"packed{number}" for number in range(len(given))]
    for file, (packed, _) in zip(files, given, strict=True):
        file.write_bytes(packed)
    told = json.dumps([[str(file), *sizes] for file, (_, sizes) in zip(files, given, strict=True)])
    (script,) = site.resolve().glob("app-*/boot/shared/decompress.js")
    command = [node(), "--input-type=module", "-e", PROGRAM, script.as_uri(), told]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [(file.read_bytes(), line) for file, line in zip(files, done.stdout.splitlines(), strict=True)]


TEXT = b" ".join(b"%d" % number for number in range(60_000))
WHOLE: bytes = brotli.compress(TEXT, quality=5)


def test_what_was_compressed_comes_out_again_and_else_it_is_told(built_page: Path) -> None:
    half, page = WHOLE[: len(WHOLE) // 2], b"<!doctype html><title>Sign in</title>"
    spoilt = "these are not the bytes that were built"
    given: list[tuple[bytes, Sizes, bytes, str]] = [
        *((WHOLE, sizes, TEXT, "") for sizes in ((1 << 16,), (1, 7, 100_000), ("whole", len(TEXT)))),
        (brotli.compress(b""), (9,), b"", ""),
        *((half, (size,), half, "it ends too early") for size in (1 << 20, 999)),
        (WHOLE + b"more", (999,), WHOLE + b"more", "it goes on behind its end"),
        (page + WHOLE, (999,), page + WHOLE, "it can't be decompressed"),
        *((WHOLE, ("whole", len(TEXT) + more), WHOLE, spoilt) for more in (-1, 1)),
        (page, ("whole", 100), page, spoilt),
        (b"", ("whole", 100), b"", spoilt),
    ]
    found = unpacked(built_page, *((packed, sizes) for packed, sizes, *_ in given))
    told = [(each[1], each[3], len(each[2])) for each in given]
    assert [
        (sizes, said, len(data)) for (_, sizes, *_), (data, said) in zip(given, found, strict=True)
    ] == told
    assert [data for data, _ in found] == [expected for *_, expected, _ in given]
