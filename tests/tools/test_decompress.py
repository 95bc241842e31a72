"""What the browser unpacks where it does not know brotli itself: the decoder, asked in Node."""

import base64
import gzip
import hashlib
import json
import random
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import brotli
import pytest

from tests.support.node import node
from tools.common import paths
from tools.setup.runtime import Runtime
from tools.startup import parts_file

SHARED = paths.ROOT / "web" / "boot" / "shared"
PROGRAM = """
    import fs from "node:fs";
    globalThis.postMessage = () => {};
    globalThis.fetch = async (url) => new Response(fs.readFileSync(new URL(url)));
    const { fetchedDecoder, unbrotli, unbrotliNow } = await import("./decompress.js");
    const [, , packed, ...sizes] = process.argv;
    const bytes = fs.readFileSync(packed);
    async function atOnce(size) {
      await fetchedDecoder();
      return unbrotliNow(bytes, size);
    }
    let at = 0;
    const pieces = new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        const size = Number(sizes[at % sizes.length]);
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
        at += size;
      },
    });
    try {
      const streamed = () => new Response(pieces.pipeThrough(unbrotli())).arrayBuffer();
      const found = sizes[0] === "whole" ? await atOnce(Number(sizes[1])) : await streamed();
      fs.writeFileSync(packed, new Uint8Array(found));
    } catch (error) {
      console.log(error.message);
    }
"""


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
    (folder / "parts.js").write_text(f"export const decoder = {json.dumps(part)};", encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "program.js").write_text(PROGRAM, encoding="utf-8")
    return folder


def unpacked(boot: Path, packed: bytes, *sizes: int | str) -> tuple[bytes, str]:
    """What comes of bytes that arrive in pieces of these sizes, and what is said where that fails.

    `"whole", size` is for bytes that are there and of which that many should come.
    """
    file = boot / "packed"
    file.write_bytes(packed)
    command = [node(), str(boot / "program.js"), str(file), *map(str, sizes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return file.read_bytes(), done.stdout.strip()


CONTENTS = {
    "nothing": b"",
    "a word": b"downhill",
    "zeros": bytes(3_000_000),
    "what hardly gets smaller": random.Random(4).randbytes(700_000),
    "a text": b" ".join(b"%d" % number for number in range(300_000)),
}


@cache
def compressed(name: str) -> bytes:
    """Contents as the build compresses them, which takes seconds for a long text."""
    packed: bytes = brotli.compress(CONTENTS[name])
    return packed


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("sizes", [(1 << 16,), (1, 7, 100_000)], ids=["even", "uneven"])
def test_what_was_compressed_comes_out_again(boot: Path, name: str, sizes: tuple[int, ...]) -> None:
    assert unpacked(boot, compressed(name), *sizes) == (CONTENTS[name], "")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda packed: packed[: len(packed) // 2], "it ends too early"),
        (lambda packed: packed + b"more", "it goes on behind its end"),
        (lambda packed: b"<!doctype html><title>Sign in</title>" + packed, "it can't be decompressed"),
    ],
    ids=["half", "more", "a page"],
)
@pytest.mark.parametrize("size", [1 << 20, 999])
def test_what_was_not_compressed_so_is_told(
    boot: Path, spoil: Callable[[bytes], bytes], said: str, size: int
) -> None:
    packed = spoil(compressed("a text"))
    assert unpacked(boot, packed, size) == (packed, said)


@pytest.mark.parametrize("name", CONTENTS)
def test_what_is_there_comes_out_at_once(boot: Path, name: str) -> None:
    content = CONTENTS[name]
    assert unpacked(boot, compressed(name), "whole", len(content)) == (content, "")


@pytest.mark.parametrize("size", [-1, 1], ids=["less", "more"])
def test_what_comes_out_at_once_has_the_size_that_was_built(boot: Path, size: int) -> None:
    content = CONTENTS["a text"]
    packed = compressed("a text")
    said = "these are not the bytes that were built"
    assert unpacked(boot, packed, "whole", len(content) + size) == (packed, said)


@pytest.mark.parametrize("spoilt", [b"<!doctype html><title>Sign in</title>", b""], ids=["a page", "nothing"])
def test_what_was_not_compressed_so_does_not_come_out_at_once(boot: Path, spoilt: bytes) -> None:
    found, said = unpacked(boot, spoilt, "whole", 100)
    assert (found, said) == (spoilt, "these are not the bytes that were built")


def test_a_decoder_that_is_not_the_one_that_was_built_is_named(boot: Path, tmp_path: Path) -> None:
    other = tmp_path / "boot"
    shutil.copytree(boot, other)
    (other / parts_file.DECODER).write_bytes(gzip.compress(b"<!doctype html>"))
    text = (other / "parts.js").read_text(encoding="utf-8").replace(boot.as_uri(), other.as_uri())
    (other / "parts.js").write_text(text, encoding="utf-8")
    packed = brotli.compress(b"downhill")
    found, said = unpacked(other, packed, 1 << 16)
    assert found == packed
    assert said.startswith("decoder.bin: ")
