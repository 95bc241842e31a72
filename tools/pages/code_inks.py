"""The colors in which code is written, in every theme of the page (`downhill.drawing.themes`).

None is the hand's or the machine's, which say who moves. Text in them has a contrast of at least 4.5 to 1 on
the theme's paper and on `line`, the background of the cursor's line; in `contrast`, of 7 to 1.
"""

CLASSES = {"keyword": "k", "number": "d", "string": "s", "name": "n", "comment": "c"}
"""The classes of what is inked in the page itself, short as there are many; an editor's are `code-<kind>`."""

INKS: dict[str, dict[str, str]] = {
    "light": {
        "keyword": "#8a1f78",
        "number": "#00637a",
        "string": "#1f6b33",
        "name": "#4338a8",
        "comment": "#575d66",
        "line": "#f1efe8",
    },
    "dark": {
        "keyword": "#f29be0",
        "number": "#6fd3e0",
        "string": "#8fd694",
        "name": "#b9b5ff",
        "comment": "#a9b0b8",
        "line": "#22272d",
    },
    "contrast": {
        "keyword": "#ff9df0",
        "number": "#7df0ff",
        "string": "#9dff9d",
        "name": "#cdc8ff",
        "comment": "#e4e4e4",
        "line": "#242424",
    },
    "projector": {
        "keyword": "#7a0068",
        "number": "#005266",
        "string": "#0a5a20",
        "name": "#2f2696",
        "comment": "#2f333a",
        "line": "#ececec",
    },
}
