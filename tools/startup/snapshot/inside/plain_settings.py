"""matplotlib's settings without what only people read; runs inside Pyodide, at build time."""

from matplotlib import cbook


def without_comments(text):
    """The lines of `matplotlibrc` that set defaults, which begin with one `#`, up to a further one."""
    lines = (cbook._strip_comment(line.removeprefix("#")) for line in text.splitlines())
    return "".join(f"#{line}\n" for line in lines if line)
