"""Experiments with a lesson's Python: begun, foretold, and held against what a reader's functions do.

Comes late, with a reader's code.
"""

from downhill.session.experiments.known import experiments_of, listed
from downhill.session.experiments.ongoing import Ongoing, begin, observe
from downhill.session.experiments.trial import trial_of

__all__ = ["Ongoing", "begin", "experiments_of", "listed", "observe", "trial_of"]
