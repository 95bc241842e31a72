"""What the film of a lesson shows besides its state: a reel in the picture, and trails to remember."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

GLIDE = "glide"  # the reel of one step, from where it began to where it led


class Filmed:
    """The reel that plays, up to a share of it, and earlier trails by name; `reel` is None without a film.

    `parts` are the parts of the stage that the film has introduced so far; None if all are shown.
    """

    reel: str | None = None
    share = 1.0
    parts: frozenset[str] | None = None

    @cached_property
    def noted(self) -> dict[str, np.ndarray]:
        """The remembered trails, each the values of its places, shape (k, n)."""
        return {}

    @cached_property
    def told(self) -> dict[str, dict[str, Any]]:
        """What the story last said about a model, by the names of the facts."""
        return {}

    def shows(self, part: str) -> bool:
        """Return whether that part of the stage is shown: all are if there is no film."""
        return self.parts is None or part in self.parts

    def show_reel(self, name: str, share: float) -> None:
        """Show that share of a reel; '' shows the current state."""
        self.reel, self.share = name, float(share)

    def end_reel(self) -> None:
        """Show the current state, because the lesson has changed."""
        if self.reel:
            self.reel = ""
