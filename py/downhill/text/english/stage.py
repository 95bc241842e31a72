"""The page's sentences around a lesson's working area and its story; part of `PAGE`."""

STAGE: dict[str, str] = {
    "stage.story": "The story of this lesson",
    "stage.lessons": "Lessons",
    "stage.teachers": "For teachers",
    "stage.settings": "Colours and language",
    "stage.done": "done",
    "stage.one": "One thing at a time",
    "stage.all": "All at once",
    "stage.more": "Read more",
    "stage.tools": "Tools",
    "stage.tools.look": "Look",
    "stage.tools.time": "Time",
    "stage.tools.data": "Data",
    "stage.tools.take": "Take along",
    "stage.close": "Close",
    "beat.next": "Next: {title}",
    "beat.try.title": "Your turn",
    "beat.try.go": "Let the machine try",
    "beat.machine.title": "The machine’s turn",
    "beat.machine": "Gradient descent takes hold of the same sliders: it feels the slope, and steps "
    "downhill.",
    "beat.machine.go": "Let it walk",
    "beat.take-away.title": "Take away",
    "beat.take-away.go": "Next lesson",
}
