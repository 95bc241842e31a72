"""What the tiny language model is asked, and what it should answer."""

from __future__ import annotations

import numpy as np

# What each prompt is about, made up for this page: rows pet, flew; columns animals, machines.
PROMPTS = np.array([[0.9, 0.3], [0.2, 0.8]])
TARGETS = np.array([[1.0, 0.0], [0.0, 1.0]])  # rows pet, flew; columns cat, plane
ROUNDING = 1e-12  # a bar that is closer by less is no closer
