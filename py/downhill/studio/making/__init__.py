"""A whole lesson that a reader writes: run, held against what every lesson must keep, and played."""
