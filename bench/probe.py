"""The functions that run in the page and in its worker."""

from pathlib import Path

PROBES = Path(__file__).parent / "probes"


def probe(name: str) -> str:
    """Return the source of a probe: one JavaScript function, as an expression."""
    return (PROBES / f"{name}.js").read_text("utf-8").rstrip().removesuffix(";")
