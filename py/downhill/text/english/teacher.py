"""The sentences of the teacher's panel; part of `PAGE`. A page brings them only where it is asked for."""

TEACHER: dict[str, str] = {
    "teacher.title": "Prepare a link for your class",
    "teacher.intro": "Set the page up as your class is to find it: with the choices here, and in the "
    "lesson below. The link holds all of it; nothing is stored and nothing is sent.",
    "teacher.plain": "This prepares a page and does not guard it: whoever edits the address can unlock and "
    "show everything. It is no lock for an exam.",
    "teacher.lesson": "Lesson",
    "teacher.start": "Start values",
    "teacher.start.how": "Type them here, or set sliders, switches and learning rate in the lesson itself: "
    "the link takes everything as it stands.",
    "teacher.start.go": "Go to the lesson",
    "teacher.challenge": "Challenge to begin with",
    "teacher.challenge.none": "none",
    "teacher.challenge.start": "A challenge has start values of its own, which come before those above.",
    "teacher.controls": "What your class may use",
    "teacher.controls.how": "What is locked can be seen but not moved by hand; gradient descent still "
    "moves locked sliders. What is hidden is not there at all, nor for the keyboard or a screen reader.",
    "teacher.free": "free",
    "teacher.locked": "locked",
    "teacher.hidden": "hidden",
    "teacher.part.sliders": "All sliders",
    "teacher.part.boxes": "Number boxes beside the sliders",
    "teacher.part.slopes": "Slopes beside the sliders",
    "teacher.part.switches": "All switches",
    "teacher.part.own": "Own data and own functions",
    "teacher.part.actions": "The lesson’s own buttons",
    "teacher.part.machine": "Gradient descent, all of it",
    "teacher.part.runs": "Kept runs",
    "teacher.part.map": "Map of the loss",
    "teacher.part.trace": "Loss after every move",
    "teacher.part.views": "All pictures below the first",
    "teacher.part.table": "Table of numbers",
    "teacher.part.share": "Link and QR code",
    "teacher.language": "Language",
    "teacher.language.own": "each reader’s own",
    "teacher.theme.system": "as each reader’s device has them",
    "teacher.embed": "Only this lesson, without the rest of the essay",
    "teacher.link": "Link for your class",
    "teacher.length": "characters: {count}",
    "teacher.frame": "HTML code to put this lesson into another page",
    "teacher.frame.copy": "Copy code",
    "teacher.frame.copied": "The code is copied.",
    "teacher.preview": "Preview",
    "teacher.preview.how": "This is what the frame shows. It starts Python once more, which takes a moment.",
    "teacher.missing": "The teacher’s panel could not be fetched. Check the connection and open the page "
    "again.",
}
