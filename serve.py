"""Downhill's one command: python3 serve.py [--help]."""

import sys

from tools.common import version

if __name__ == "__main__":
    version.check()
    from tools import cli

    sys.exit(cli.main(sys.argv[1:]))
