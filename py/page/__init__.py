"""The page: events in, views out. Runs in MicroPython; the only room that touches the document."""
