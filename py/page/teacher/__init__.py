"""The teacher's panel: fetched where `?teacher` asks for it, by nobody else (`page/browser/late.py`)."""
