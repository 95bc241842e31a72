"""What the pages may do (Content-Security-Policy): written into every page, and sent along by `serve.py`.

Nothing leaves the page's own origin. A policy in a page holds for that page and for workers that begin as a
blob of it, as the one in which Python runs.
"""

from tools import inside

# Never asked for, neither here nor elsewhere: bases for links, forms that are sent, plugins.
NEVER = ("base-uri 'none'", "form-action 'none'", "object-src 'none'")


def _policy(*rules: str) -> str:
    return "; ".join(("default-src 'none'", *rules, *NEVER))


# PyScript needs both kinds of eval, and starts its worker from a blob.
PAGE = _policy(
    f"script-src 'self' {inside.sums(*inside.SCRIPTS)} 'unsafe-eval' 'wasm-unsafe-eval' blob:",
    "worker-src 'self' blob:",
    "frame-src 'self'",  # the teacher's preview
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' blob: data:",
    "font-src 'self'",
    "manifest-src 'self'",
)
# A page on which no Python runs.
PAPER = _policy(
    f"script-src 'self' {inside.sums('dress')}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    "font-src 'self'",
)
