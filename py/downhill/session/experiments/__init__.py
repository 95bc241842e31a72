"""Experiments with a lesson's Python: begins them, and checks predictions against a reader's functions.

Loaded together with whatever runs a reader's code.
"""

from downhill.session.experiments.known import experiments_of, listed
from downhill.session.experiments.ongoing import Ongoing, begin, observe
from downhill.session.experiments.trial import trial_of

__all__ = ["Ongoing", "begin", "experiments_of", "listed", "observe", "trial_of"]
