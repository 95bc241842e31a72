"""Our page against a plain PyScript page, in one run, alternating: python3 -m bench [--help]."""

import sys

from tools.common import version

if __name__ == "__main__":
    version.check()
    from bench import command

    sys.exit(command.main(sys.argv[1:]))
