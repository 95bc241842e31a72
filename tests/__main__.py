"""All checks in one command: python3 -m tests [pytest arguments].

Without arguments: ruff, mypy, Biome, every native test, and in real browsers one test of each kind
(`tests/support/usual.py`). With arguments: pytest alone, with them, set up for what they need.
With `quick` first: ruff, mypy, Biome, and the tests that need nothing built or fetched, with few examples of
each property. With `changed`: what the files can break that differ from the last commit, or from a revision
named behind it. With `thorough`: all there is, with every example, size and language.
"""

import sys

from tools.common import version

if __name__ == "__main__":
    version.check()
    from tests import run

    sys.exit(run.main(sys.argv[1:]))
