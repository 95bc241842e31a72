"""What the browser unpacks where it does not know brotli itself: the decoder, asked in Node."""

import base64
import gzip
import hashlib
import json
import random
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import brotli
import pytest

from tests.support.node import node
from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import parts_file
from tools.startup.snapshot.compressing import PIECE

SHARED = paths.ROOT / "web" / "boot" / "shared"
PROGRAM = """
    import fs from "node:fs";
    const { instantiate } = WebAssembly;
    let memory;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      if (made.instance) ({ memory } = made.instance.exports); // Node has modules of its own
      return made;
    };
    globalThis.postMessage = () => {};
    globalThis.fetch = async (url) => new Response(fs.readFileSync(new URL(url)));
    const { fetchedDecoder, unbrotli, unbrotliNow } = await import("./decompress.js");
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
    console.error(memory?.buffer.byteLength);
"""
"""Says on its standard error how many bytes the decoder has taken."""


@pytest.fixture(scope="module")
def boot(cached: Runtime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the boot's modules that decompress, and a program that uses them."""
    folder = tmp_path_factory.mktemp("boot")
    for name in ("decompress.js", "load.js"):
        shutil.copyfile(SHARED / name, folder / name)
    shutil.copyfile(cached.brotli / "brotli_dec_wasm.js", folder / "decoder.js")
    data = gzip.compress((cached.brotli / "brotli_dec_wasm_bg.wasm").read_bytes(), mtime=0)
    (folder / parts_file.DECODER).write_bytes(data)
    part = {
        "url": (folder / parts_file.DECODER).as_uri(),
        "name": parts_file.DECODER,
        "bytes": len(data),
        "sha256": base64.b64encode(hashlib.sha256(data).digest()).decode(),
    }
    told = f"export const PIECE = {PIECE};\nexport const decoder = {json.dumps(part)};"
    (folder / "parts.js").write_text(told, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "program.js").write_text(PROGRAM, encoding="utf-8")
    return folder


Sizes = tuple[int | str, ...]


def unpacked(boot: Path, *given: tuple[bytes, Sizes]) -> list[tuple[bytes, str]]:
    """What comes of bytes that arrive in pieces of these sizes, and what is said where that fails.

    `"whole", size` is for bytes that are there and of which that many should come. All are unpacked one after
    the other by one decoder, which takes longer to start than to decompress.
    """
    done, files = decoded(boot, *given)
    return [(file.read_bytes(), line) for file, line in zip(files, done.stdout.splitlines(), strict=True)]


def decoded(
    boot: Path, *given: tuple[bytes, Sizes]
) -> tuple[subprocess.CompletedProcess[str], Sequence[Path]]:
    """What the program says, and the files with what came."""
    files = [boot / f"packed{number}" for number in range(len(given))]
    for file, (packed, _) in zip(files, given, strict=True):
        file.write_bytes(packed)
    told = json.dumps([[str(file), *sizes] for file, (_, sizes) in zip(files, given, strict=True)])
    command = [node(), str(boot / "program.js"), told]
    return subprocess.run(command, capture_output=True, text=True, check=True), files


def same(found: list[tuple[bytes, str]], expected: list[tuple[bytes, str]], names: Iterable[object]) -> None:
    """Holds what came against what was expected, and names what differs."""
    zipped = zip(names, found, expected, strict=True)
    assert [(name, said, len(data)) for name, (data, said), wanted in zipped if (data, said) != wanted] == []


CONTENTS = {
    "nothing": b"",
    "a word": b"downhill",
    "zeros": bytes(3_000_000),
    "what hardly gets smaller": random.Random(4).randbytes(700_000),
    "a text": b" ".join(b"%d" % number for number in range(60_000)),
}


@cache
def compressed(name: str) -> bytes:
    """Contents as the build compresses them, which takes seconds for a long text."""
    packed: bytes = brotli.compress(CONTENTS[name])
    return packed


@pytest.mark.parametrize("sizes", [(1 << 16,), (1, 7, 100_000)], ids=["even", "uneven"])
def test_what_was_compressed_comes_out_again(boot: Path, sizes: tuple[int, ...]) -> None:
    found = unpacked(boot, *((compressed(name), sizes) for name in CONTENTS))
    same(found, [(content, "") for content in CONTENTS.values()], CONTENTS)


@pytest.mark.parametrize(("sizes", "most"), [((1 << 16,), 0.5), (("whole", 20_000_000), 3.5)])
def test_the_decoder_keeps_nothing_of_what_it_has_given_out(boot: Path, sizes: Sizes, most: float) -> None:
    content = bytes(20_000_000)
    packed = brotli.compress(content, quality=1)
    done, files = decoded(boot, *[(packed, sizes)] * 3)
    assert [file.stat().st_size for file in files] == [len(content)] * 3
    assert int(done.stderr) < most * len(content)


def test_what_was_not_compressed_so_is_told(boot: Path) -> None:
    whole = compressed("a text")
    spoilt = {
        whole[: len(whole) // 2]: "it ends too early",
        whole + b"more": "it goes on behind its end",
        b"<!doctype html><title>Sign in</title>" + whole: "it can't be decompressed",
    }
    for size in (1 << 20, 999):
        found = unpacked(boot, *((packed, (size,)) for packed in spoilt))
        same(found, [*spoilt.items()], spoilt.values())


def test_what_is_there_comes_out_at_once(boot: Path) -> None:
    found = unpacked(boot, *((compressed(name), ("whole", len(CONTENTS[name]))) for name in CONTENTS))
    same(found, [(content, "") for content in CONTENTS.values()], CONTENTS)


def test_what_comes_out_at_once_is_what_was_built_and_has_its_size(boot: Path) -> None:
    packed, size = compressed("a text"), len(CONTENTS["a text"])
    page, told = b"<!doctype html><title>Sign in</title>", "these are not the bytes that were built"
    given = {
        "less": (packed, size - 1),
        "more": (packed, size + 1),
        "a page": (page, 100),
        "nothing": (b"", 100),
    }
    found = unpacked(boot, *((data, ("whole", there)) for data, there in given.values()))
    same(found, [(data, told) for data, _ in given.values()], given)


def test_a_decoder_that_is_not_the_one_that_was_built_is_named(boot: Path, tmp_path: Path) -> None:
    other = tmp_path / "boot"
    shutil.copytree(boot, other)
    (other / parts_file.DECODER).write_bytes(gzip.compress(b"<!doctype html>"))
    text = (other / "parts.js").read_text(encoding="utf-8").replace(boot.as_uri(), other.as_uri())
    (other / "parts.js").write_text(text, encoding="utf-8")
    packed = brotli.compress(b"downhill")
    ((found, said),) = unpacked(other, (packed, (1 << 16,)))
    assert found == packed
    assert said.startswith("decoder.bin: ")
