"""What takes a link elsewhere: Google Classroom, Microsoft Teams, a calendar entry. Pure functions."""

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
CLASSROOM, TEAMS = "https://classroom.google.com/share?url=", "https://teams.microsoft.com/share?href="
MOST = 73  # bytes of a line of a calendar, besides its end and the space that continues one (RFC 5545, 3.1)


def encoded(text):
    """A text as one value in an address: each byte that isn't plain as a percent sign and two digits."""
    return "".join([chr(byte) if chr(byte) in PLAIN else f"%{byte:02X}" for byte in text.encode()])


TO = {
    "classroom": lambda link, title: CLASSROOM + encoded(link) + "&title=" + encoded(title),
    "teams": lambda link, title: TEAMS + encoded(link) + "&msgText=" + encoded(title),
}
"""The address that offers a link in another program, from the link and its title."""


def event(title, link, day, now):
    """A calendar with one entry that takes a whole day; `day` and `now` are in UTC, as in ISO 8601."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Downhill//EN",
        "BEGIN:VEVENT",
        "UID:" + digits(now) + "@downhill",
        "DTSTAMP:" + digits(now)[:8] + "T" + digits(now)[8:14] + "Z",
        "DTSTART;VALUE=DATE:" + digits(day)[:8],
        "SUMMARY:" + escaped(title),
        "DESCRIPTION:" + escaped(link),
        "URL:" + link,
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join([folded(line) + "\r\n" for line in lines])


def digits(text):
    """The digits of a text."""
    return "".join([sign for sign in text if sign in "0123456789"])


def escaped(text):
    """A text as a calendar writes it (RFC 5545, 3.3.11)."""
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def folded(line):
    """A line in pieces short enough for a calendar, cut between characters."""
    pieces, room = [""], MOST
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append("")
            room = MOST
        pieces[-1] += sign
        room -= size
    return "\r\n ".join(pieces)
