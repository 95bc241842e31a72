"""Whether a policy that a host sends (Content-Security-Policy) lets the page's Python start and play."""

NEEDED = {
    "script-src": ("'self'", "'unsafe-inline'", "'unsafe-eval'", "blob:"),
    "worker-src": ("'self'", "blob:"),
    "connect-src": ("'self'", "blob:", "data:"),
    "img-src": ("'self'", "data:", "blob:"),
    "style-src": ("'self'", "'unsafe-inline'"),
    "font-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": ("'self'",),
}
"""What the page's README tells administrators to allow; 'unsafe-eval' holds for WebAssembly, too."""
ELSE = {
    "worker-src": ("child-src", "script-src", "default-src"),
    "frame-src": ("child-src", "default-src"),
}
"""What holds where a directive is not named: the first of these that is; for all others `default-src`.

Source: CSP 3, 6.8.3.
"""
ANY = ("*", "http:", "https:")


def lacking(header: str) -> list[str]:
    """What the page needs and the policies of a header refuse, an entry a source: `'self' in font-src`."""
    policies = [_directives(policy) for policy in header.split(",") if policy.strip()]
    return list(dict.fromkeys(one for policy in policies for one in _lacking(policy)))


def _directives(policy: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        found.setdefault(name.lower(), sources)  # of two of one name the first one holds
    return found


def _lacking(directives: dict[str, list[str]]) -> list[str]:
    missing = []
    for name, needed in NEEDED.items():
        names = (name, *ELSE.get(name, ("default-src",)))
        sources = next((directives[one] for one in names if one in directives), None)
        if sources is not None:
            missing += [f"{source} in {name}" for source in needed if not _allows(sources, source)]
    return missing


def _allows(sources: list[str], wanted: str) -> bool:
    if wanted == "'self'":  # a host may name itself in other ways
        return any(source == wanted or source in ANY or "." in source for source in sources)
    if wanted == "'unsafe-inline'":  # or it lets in scripts by their sums
        return wanted in sources or any(source.startswith("'sha") for source in sources)
    return wanted in sources
