"""Notes every function that is called from here on; runs inside Pyodide, at build time, before all else.

`ran` holds file, qualified name and first line of each.
"""

import sys

ran = set()


def note(code, offset):
    """Remember what begins to run, and do not ask for it again."""
    ran.add((code.co_filename, code.co_qualname, code.co_firstlineno))
    return sys.monitoring.DISABLE


def stop():
    """Note nothing more."""
    sys.monitoring.set_events(TOOL, 0)
    sys.monitoring.free_tool_id(TOOL)


TOOL, STARTS = sys.monitoring.COVERAGE_ID, sys.monitoring.events.PY_START
sys.monitoring.use_tool_id(TOOL, "noting")
sys.monitoring.register_callback(TOOL, STARTS, note)
sys.monitoring.set_events(TOOL, STARTS)
