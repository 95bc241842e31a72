"""The page's sentences about what a reader may save: pictures and the run; part of `PAGE`."""

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
