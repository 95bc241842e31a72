"""Looking back: a model with one head of attention that learns in front of the reader.

It joins the lessons with a name that begins with `lesson_`, as soon as the page has its section.
"""
