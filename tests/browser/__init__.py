"""A real Chromium plays the built page, as a plain static host serves it from a sub-path."""
