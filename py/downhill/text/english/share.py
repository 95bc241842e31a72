"""The page's sentences about links: copied, handed on, and what a link has locked; part of `PAGE`."""

SHARE: dict[str, str] = {
    "share.title": "Share the page as it stands",
    "share.copy": "Copy link",
    "share.send": "Share…",
    "share.code": "QR code",
    "share.copied": "The link is copied. It opens the page just as it stands now.",
    "share.select": "This browser does not let the page copy. The link is selected here: copy it with "
    "Ctrl+C, or by holding a finger on it.",
    "share.link": "Link to the page as it stands",
    "share.long": "This link has {count} characters. Some programs cut off links of more than {most}: try "
    "it out before you hand it on.",
    "share.code.title": "QR code of this link",
    "share.code.how": "Point the camera of a phone or a tablet at it.",
    "share.code.told": "QR code with this link: {link}",
    "share.code.long": "This link has {count} characters, and a QR code that a camera can still read holds "
    "{most}. Copy the link instead; with fewer points of your own and fewer kept runs it gets shorter.",
    "share.code.missing": "The QR code needs a file that could not be fetched. Check the connection and "
    "try again.",
    "share.code.close": "Close",
    "limits.map": "Point at the map to read it.",
    "limits.locked": "Some controls are locked here: whoever made this link wants them to stay as they are.",
}
