"""The page's sentences on sharing, saving and settings: links, files, themes, sound; part of `PAGE`."""

SHARE: dict[str, str] = {
    "share.title": "Share the page as it is now",
    "share.copy": "Copy link",
    "share.send": "Share…",
    "share.code": "QR code",
    "share.copied": "The link is copied. It opens the page exactly as it is now.",
    "share.select": "Your browser doesn’t let this page copy. The link is selected here: copy it with "
    "Ctrl+C, or press and hold it.",
    "share.link": "Link to the page as it is now",
    "share.long": "This link has {count} characters. Some programs cut off links longer than {most}: try it "
    "before you pass it on.",
    "share.code.title": "QR code of this link",
    "share.code.how": "Point a phone’s or tablet’s camera at it.",
    "share.code.told": "QR code with this link: {link}",
    "share.code.long": "This link has {count} characters, but a QR code that a camera can read holds only "
    "{most}. Copy the link instead; it gets shorter with fewer points of your own and fewer kept runs.",
    "share.code.missing": "The QR code needs a file that couldn’t be downloaded. Check the connection and "
    "try again.",
    "share.code.close": "Close",
    "limits.map": "Point at the map to read it.",
    "limits.locked": "Some controls are locked here, by whoever made this link.",
}


TAKE: dict[str, str] = {
    "take": "Take it with you",
    "take.intro": "Save a picture as it is now, with a sentence about it and a link that leads back here. Or "
    "save the run: a table with a row for every place where the sliders have been.",
    "take.model": "Save a picture as it is now, with a sentence about it and a link that leads back here. Or "
    "save the run: a table with a row for every step at which the losses were measured.",
    "take.which": "Picture to save",
    "take.picture": "the lesson’s own picture",
    "take.overshoot": "why the run diverges",
    "take.map": "map",
    "take.trace": "loss after every move",
    "take.curve": "loss along one slider",
    "take.words": "map of the words",
    "take.losses": "both losses, step by step",
    "take.slice": "slice over two sliders",
    "take.print": "Print this lesson",
    "take.png": "Save as PNG",
    "take.svg": "Save as SVG",
    "take.csv": "Save the run as CSV",
    "take.table": "The CSV file uses commas between columns and points for decimals, in every language. If a "
    "spreadsheet reads it wrong, import it as English.",
    "take.making": "Making the file…",
    "take.done": "{name} was handed to your browser, which saves it.",
    "take.failed": "The file couldn’t be made: {message}",
    "take.framed": "If nothing is saved, the frame around this page doesn’t allow it; in its own tab it "
    "works:",
}


COMFORT: dict[str, str] = {
    "theme.title": "Colors",
    "theme.system": "System",
    "theme.light": "Light",
    "theme.dark": "Dark",
    "theme.contrast": "High contrast",
    "theme.projector": "Projector",
    "embed.tab": "opens in a new tab",
    "sound.title": "Sound",
    "sound.hint": "A short, quiet tone after every move: the smaller the number, the lower the tone.",
    "next.title": "For the next student",
    "next.what": "Brings every lesson back to its start and clears all that this page keeps on this device: "
    "the challenges done, colors and language, and its own files for a faster start and for days without a "
    "network. What other pages keep stays.",
    "next.reset": "Reset everything",
    "next.sure": "Reset everything now? What was done here can’t be brought back.",
    "next.yes": "Yes, reset",
    "next.no": "No, leave it",
    "next.done": "Everything is back at its start, and this page keeps nothing on this device.",
    "next.offline": "Without a network this page could not open again. Nothing was reset; try again when "
    "there is one.",
    "next.portal": "Something else answers in this page’s place, as the sign-in page of a network does, so "
    "it could not open again. Nothing was reset; sign in, or try again later.",
}
