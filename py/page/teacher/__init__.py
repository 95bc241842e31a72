"""The teacher's panel: fetched only if `?teacher` asks for it (`page/browser/late.py`)."""
