"""The pages' Content-Security-Policy: every page sets it first of all, and `serve.py` sends it.

Nothing leaves the page's own origin. A policy in a page applies to that page and to workers that start from a
blob of it, such as the one in which Python runs.
"""

import re

from tools.common import inside

# Never needed: base addresses for links, sent forms, plugins.
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


def single(sums: str) -> str:
    """Return the policy of a page that is one file, whose scripts have these hashes; it fetches nothing."""
    return _policy(
        f"script-src {sums} 'unsafe-eval' 'wasm-unsafe-eval' blob:",
        "worker-src blob:",
        "style-src 'unsafe-inline' blob:",
        "img-src data: blob:",
        "connect-src blob: data:",
        "font-src data:",
    )


def _setting(policy: str) -> str:
    """Return the script that sets a page's policy; it must be the page's first script."""
    write = f'document.write(`<meta http-equiv="Content-Security-Policy" content="{policy}">`);'
    return f'if (window.origin !== "null" && location.protocol !== "file:") {write}'


_SETTINGS = " ".join(f"'{inside.integrity(_setting(policy).encode())}'" for policy in (PAGE, PAPER))
SENT = PAGE.replace("script-src 'self'", f"script-src 'self' {_SETTINGS}")
"""What `serve.py` sends with every page: it also allows the scripts that set the pages' own policies."""
SENT_ELSE = re.sub(r" 'sha256-[^']+'", "", SENT)
"""What it sends with all other files: just as strict, but without the hashes of scripts inside pages. It
applies to workers that start from one of them.
"""


def element(policy: str) -> str:
    """Return the script element that sets a policy at the beginning of a page, as HTML.

    A page that was opened as a file, or is in a frame without an origin, gets no policy: 'self' matches
    nothing there, so styles and pictures wouldn't load; no Python runs there either.
    """
    return f"<script>{_setting(policy)}</script>"
