"""What the page says of its themes, of a frame around it, of sound, and of the reset for the next student."""

from __future__ import annotations

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
