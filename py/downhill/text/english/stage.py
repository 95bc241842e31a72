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
}
