"""Let the robot play: python3 -m tests.fuzz [--minutes 60] [--seed 1].

Plays the built page in one place after the other (`around.py`), each with a seed of its own, and says what it
finds. The exit code is 1 where it found something. `?fuzz=SEED` on that place's page does the same again.
"""

import sys

from tools.common import version

if __name__ == "__main__":
    version.check()
    from tests.fuzz import play

    sys.exit(play.main(sys.argv[1:]))
