"""The page as its sources are now, in seconds: made from the last build, for one language.

Imports `site`, `pages`, `startup`, `release`, `server`, `common`.
"""
