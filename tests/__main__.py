"""Everything that can be checked, in one command: python3 -m tests [pytest arguments].

Without arguments: ruff, mypy, Biome, and every test, those in a real browser among them. With arguments:
pytest alone, with them, and only what the chosen tests need is set up. With `quick` first: ruff, mypy, Biome,
and the tests that need nothing built or fetched, with few examples of each property. With `changed`: what the
files can break that differ from the last commit, or from a revision named behind it. With `thorough`: all
there is, with every example, size and language.
"""

import sys

from tools.common import version

if __name__ == "__main__":
    version.check()
    from tests import run

    sys.exit(run.main(sys.argv[1:]))
