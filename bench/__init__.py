"""Our page against a plain PyScript page, measured side by side in one run of a real browser."""
