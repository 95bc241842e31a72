"""python3 -m tools.languages: checks translations, starts one, or brings one up to date."""

import sys

from tools.common.console import guarded
from tools.languages import translations

sys.exit(guarded(lambda: translations.main(sys.argv[1:])))
