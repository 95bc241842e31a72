"""Downhill's tests: python3 -m tests.

In tests, and in what they start, one thread alone multiplies matrices: pytest has a worker for every core,
and threads of numpy would wait in loops for each other.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy reads it when it is first imported

THOROUGH = "DOWNHILL_THOROUGH"
"""Asks for all examples, and for tests and values that a usual run leaves out (`tests/support/often.py`)."""
