"""The page's sentences on sharing, saving and settings: links, files, themes, sound; part of `PAGE`."""

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


TAKE: dict[str, str] = {
    "take": "Take it along",
    "take.intro": "Save a picture as it stands now: beneath it is what is true of it, and a link that leads "
    "back here. Or save the run: a table with a row for every place where the sliders have been.",
    "take.model": "Save a picture as it stands now: beneath it is what is true of it, and a link that leads "
    "back here. Or save the run: a table with a row for every step at which the losses were measured.",
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
    "take.table": "In every language the CSV file has commas between its columns and a point before "
    "decimals. If a spreadsheet reads it wrongly, import it as English.",
    "take.making": "Making the file…",
    "take.done": "{name} is handed to your browser, which saves it.",
    "take.failed": "The file could not be made: {message}",
    "take.framed": "If nothing is saved, the frame around this page forbids it; in a tab of its own it can:",
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
