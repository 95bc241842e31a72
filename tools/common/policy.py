"""What the pages may do (Content-Security-Policy): every page sets it first of all, and `serve.py` sends it.

Nothing leaves the page's own origin. A policy in a page holds for that page and for workers that begin as a
blob of it, as the one in which Python runs.
"""

import base64
import hashlib
import re

from tools.common import inside

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


def single(sums: str) -> str:
    """The policy of a page that is one file, whose scripts have these sums: all that it asks for is in it."""
    return _policy(
        f"script-src {sums} 'unsafe-eval' 'wasm-unsafe-eval' blob:",
        "worker-src blob:",
        "style-src 'unsafe-inline' blob:",
        "img-src data: blob:",
        "connect-src blob: data:",
        "font-src data:",
    )


def _setting(policy: str) -> str:
    """The script that sets a policy for the page in which it is the first."""
    write = f'document.write(`<meta http-equiv="Content-Security-Policy" content="{policy}">`);'
    return f'if (window.origin !== "null" && location.protocol !== "file:") {write}'


def _sum(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


SENT = PAGE.replace("script-src 'self'", f"script-src 'self' {_sum(_setting(PAGE))} {_sum(_setting(PAPER))}")
"""What `serve.py` sends with every page: it lets in the scripts that set the pages' own policies, too."""
SENT_ELSE = re.sub(r" 'sha256-[^']+'", "", SENT)
"""What it sends with all other files: as strict, and shorter by the sums of scripts inside pages. Workers
that begin as one of them are held to it.
"""


def element(policy: str) -> str:
    """The script that puts a policy at the beginning of a page, as an element of it: HTML.

    A page that was opened as a file, or stands in a frame without an origin, gets none: 'self' is nobody
    there, so that neither styles nor pictures would come; no Python runs there either.
    """
    return f"<script>{_setting(policy)}</script>"
