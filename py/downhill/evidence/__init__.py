"""The eight questions that a class answers before and after the essay, as data; no page and no numpy.

- `items.ITEMS`: ids, letters of the options, the right one, what the others show, in the order of a code.
- `asked.asked(id, form, words)`: an item's sentences with the numbers of a form, for a template.
- `curves.CURVES`, `items.CROSSES`: what the pictures of D1 and D4 are drawn from, by form.
- `pair_word`: a student's word, its form on each occasion, and the order of the options. A page computes the
  same in JavaScript; `tests/tools/test_questions.py` compares them.

The sentences are `downhill.text.english.evidence`, the room `evidence` of a catalog.
"""
