"""The page's sentences about result codes: a student's, and the teacher's table of them; part of `PAGE`.

A page brings those of the table (`collect.…`) only where the teacher's panel is asked for.
"""

RESULTS: dict[str, str] = {
    "result": "My result",
    "result.title": "My result, as a code",
    "result.what": "The code tells, for each lesson that you played: your moves, the machine’s steps, "
    "whether it was solved, which challenges you did, and the last sentence that the model wrote. In lesson "
    "five it also tells how many lies you tried, and where you stopped training on a text of your own, but "
    "not the text. Your answers to the three questions at the end go along, too. Nothing is sent: it leaves "
    "this page only if you copy or show it.",
    "result.honest": "The code has a checksum against slips in copying. It proves nothing: whoever wants "
    "to can make one up.",
    "result.empty": "There is nothing of yours to tell yet: move a slider first, or press Play.",
    "result.foreign": "There is no result for now: code that was not written here has run, and could make "
    "one up. Press Reset code or reload the page first.",
    "result.long": "With these answers the link would have {count} characters, and some programs cut off "
    "what is longer than {most}. Hand on the code alone.",
    "result.code.long": "With these answers the link has {count} characters, and a QR code that a camera can "
    "still read holds {most}. Copy the link or the code instead.",
    "result.name": "Nickname, if you like (20 characters at most; it goes into the code, and is kept "
    "nowhere)",
    "result.code": "Code",
    "result.link": "Link for your teacher",
    "result.copy": "Copy code",
    "result.copied": "The code is copied.",
    "result.link.copied": "The link is copied.",
    "result.select": "This browser does not let the page copy. The text is selected: copy it with Ctrl+C, "
    "or by holding a finger on it.",
    "result.close": "Close",
    "result.elsewhere": "This link holds a pupil’s result, for a teacher to collect. It changes nothing "
    "here. Teachers open it with ?teacher in the address, before the #.",
    "collect.title": "Collect results",
    "collect.intro": "“{button}”, below every lesson, gives each pupil a code. Paste codes here as they "
    "come: links, lists, whole mails. They become a table on this device. Nothing is stored and nothing "
    "is sent: when you close the page, the table is gone.",
    "collect.honest": "A checksum finds codes that were cut off or changed by mistake. It is no proof: a "
    "code can be made up. Results that cannot be are told apart. Challenges that a device remembers from "
    "an earlier visit count, too, whoever did them there.",
    "collect.paste": "Codes, links, mails",
    "collect.add": "Add to the table",
    "collect.files": "Or open text files, or drop them here",
    "collect.large": "{name} is too large to be read here.",
    "collect.csv": "Save as CSV",
    "collect.forget": "Forget all",
    "collect.forgotten": "All results are forgotten.",
    "collect.table": "Results",
    "collect.who": "Pupil",
    "collect.number": "No. {number}",
    "collect.challenges": "Challenges",
    "collect.sentence": "Last sentence of the model",
    "collect.open": "moves: {moves:0}, steps: {steps:0}",
    "collect.solved": "✓ solved; moves: {moves:0}, steps: {steps:0}",
    "collect.by": "Solved by",
    "collect.of": "{count:0} of {all:0}",
    "collect.added": "Results added: {count:0}.",
    "collect.replaced": "Results that took the place of an older one of the same visit: {count:0}.",
    "collect.again": "Results that were there already: {count:0}.",
    "collect.nothing": "No new result is in this text.",
    "collect.more": "Further codes that cannot be read: {count:0}.",
    "collect.why.broken": "Line {line}: this code was cut off or changed: {code}",
    "collect.why.newer": "Line {line}: a newer version of the page made this code; reload this one: {code}",
    "collect.why.misfit": "Line {line}: what this code tells does not fit together: {code}",
    "collect.rest": "This text is too long to read in one go: reading stopped at line {line}.",
    "collect.why.none": "No code is in these lines: {lines}",
}
