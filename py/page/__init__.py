"""The skin: events of the page in, views out. Runs in MicroPython; the only room that touches the document."""
