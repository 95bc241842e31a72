"""The text that the tiny language model learns from, written for this page: a sentence a line.

A translation has a text of its own, of about as many sentences; `docs/translating.md` tells how to write one.
"""

from downhill.lessons.lesson_50_ten_thousand.corpus import homes, pets, planes, weather

CORPUS = {
    "corpus.pets": pets.TEXT,
    "corpus.planes": planes.TEXT,
    "corpus.homes": homes.TEXT,
    "corpus.weather": weather.TEXT,
}
