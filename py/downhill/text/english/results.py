"""The page's sentences about result codes: a student's, and the teacher's table of them; part of `PAGE`.

A page brings those of the table (`collect.…`) only where the teacher's panel is asked for.
"""

RESULTS: dict[str, str] = {
    "result": "My result",
    "result.title": "My result, as a code",
    "result.what": "For each lesson that you played, the code tells your moves, the machine’s steps, whether "
    "you solved it, which challenges you did, and the last sentence that the model wrote. For lesson five "
    "it also tells how many lies you tried, and where you stopped training on a text of your own, but not "
    "the text. Your answers to the three questions at the end are included, too. Nothing is sent: it "
    "leaves this page only if you copy or show it.",
    "result.honest": "A checksum catches copying mistakes in the code. It proves nothing: anyone can make a "
    "code up.",
    "result.empty": "You have no results yet: move a slider first, or press Play.",
    "result.foreign": "There is no result right now: code that wasn’t written here has run and could make "
    "one up. Press Reset code or reload the page first.",
    "result.long": "With these answers the link would have {count} characters, and some programs cut off "
    "anything longer than {most}. Hand in the code instead.",
    "result.code.long": "With these answers the link has {count} characters, but a QR code that a camera can "
    "read holds only {most}. Copy the link or the code instead.",
    "result.name": "Nickname, if you like (at most 20 characters; it goes into the code and is stored "
    "nowhere)",
    "result.code": "Code",
    "result.link": "Link for your teacher",
    "result.copy": "Copy code",
    "result.copied": "The code is copied.",
    "result.link.copied": "The link is copied.",
    "result.select": "Your browser doesn’t let this page copy. The text is selected: copy it with Ctrl+C, or "
    "press and hold it.",
    "result.close": "Close",
    "result.elsewhere": "This link holds a student’s result, for a teacher to collect. It changes nothing "
    "here. Teachers open it with ?teacher in the address, before the #.",
    "collect.title": "Collect results",
    "collect.intro": "“{button}”, below every lesson, gives each student a code. Paste the codes here in any "
    "form: links, lists, whole emails. They become a table on this device. Nothing is stored or sent: when "
    "you close the page, the table is gone.",
    "collect.honest": "A checksum catches codes that were cut off or changed by mistake. It is no proof: a "
    "code can be made up. Impossible results are listed separately. Challenges that a device remembers "
    "from an earlier visit count, too, no matter who did them.",
    "collect.paste": "Codes, links, emails",
    "collect.add": "Add to the table",
    "collect.files": "Or open text files, or drop them here",
    "collect.large": "{name} is too large to read.",
    "collect.csv": "Save as CSV",
    "collect.forget": "Delete all",
    "collect.forgotten": "All results are deleted.",
    "collect.table": "Results",
    "collect.who": "Student",
    "collect.number": "No. {number}",
    "collect.challenges": "Challenges",
    "collect.sentence": "Last sentence of the model",
    "collect.open": "moves: {moves:0}, steps: {steps:0}",
    "collect.solved": "✓ solved; moves: {moves:0}, steps: {steps:0}",
    "collect.by": "Solved by",
    "collect.of": "{count:0} of {all:0}",
    "collect.added": "Results added: {count:0}.",
    "collect.replaced": "Results that replaced an older one from the same visit: {count:0}.",
    "collect.again": "Results that were already there: {count:0}.",
    "collect.nothing": "There is no new result in this text.",
    "collect.more": "More codes that can’t be read: {count:0}.",
    "collect.why.broken": "Line {line}: this code was cut off or changed: {code}",
    "collect.why.newer": "Line {line}: this code was made by a newer version of the page; reload this page: "
    "{code}",
    "collect.why.misfit": "Line {line}: this code contradicts itself: {code}",
    "collect.rest": "This text is too long to read at once: reading stopped at line {line}.",
    "collect.why.none": "There is no code in these lines: {lines}",
}
