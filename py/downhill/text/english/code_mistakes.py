"""What is told of code that a reader writes: `mistake.<key>` says what happened, `try.<key>` what to try.

They are no part of `PAGE`: the page asks for them with the first code that a reader runs.
"""

from __future__ import annotations

from downhill.text.english.code_making import MADE
from downhill.text.english.code_names import NAMES
from downhill.text.english.code_refused import REFUSED
from downhill.text.english.code_results import RESULTS
from downhill.text.english.code_values import VALUES
from downhill.text.english.code_writing import WRITING

ROOM = "code"
"""The room of these sentences in a translation."""

CODE: dict[str, str] = {**WRITING, **NAMES, **VALUES, **RESULTS, **REFUSED, **MADE}
