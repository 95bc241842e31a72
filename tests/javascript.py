"""The checks of our JavaScript: Biome formats and lints it, acorn holds what must run in old browsers to ES5.

python3 -m tests.javascript          fails where something is to be done
python3 -m tests.javascript --write  formats, and mends what can be mended by itself
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.common import paths
from tools.common.console import guarded, say
from tools.setup import npm

OLD = ("inline/guard.js", "page/watch.js", "page/again.js", "page/link-addresses.js")
"""What of `web/boot/` must run in browsers of any age; `biome.json` names the same files."""


def main(arguments: Sequence[str]) -> int:
    """Run all checks; returns the exit code of the first that failed, 0 when all passed."""
    return guarded(lambda: _checked(arguments))


def _checked(arguments: Sequence[str]) -> int:
    tools = npm.tools(say)
    fix = ["check", "--write"] if "--write" in arguments else ["ci"]
    commands = [[str(tools / "biome"), *fix, "--error-on-warnings", str(paths.ROOT)]]
    commands += [
        [str(tools / "acorn"), "--ecma5", "--silent", str(file)] for file in old(paths.ROOT / "web" / "boot")
    ]
    codes = [subprocess.run(command, cwd=paths.ROOT, check=False).returncode for command in commands]
    return next(filter(None, codes), 0)


def old(boot: Path) -> list[Path]:
    """The classic scripts, which are of old syntax."""
    return [file for pattern in OLD for file in sorted(boot.glob(pattern))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
