"""Everything that can be checked, in one command: python3 -m tests [pytest arguments].

Without arguments: ruff, mypy, and every test, those in a real browser among them. With arguments: pytest
alone, with them.
"""

import sys

from tools import version

if __name__ == "__main__":
    version.check()
    from tests import run

    sys.exit(run.main(sys.argv[1:]))
