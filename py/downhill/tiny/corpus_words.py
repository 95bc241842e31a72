"""The text that the tiny language model learns from, written for this page: a sentence a line.

A translation has a text of its own, of about as many sentences; `docs/translating.md` tells how to write one.
"""

from downhill.tiny import homes_words, pets_words, planes_words, weather_words

CORPUS = {
    "corpus.pets": pets_words.TEXT,
    "corpus.planes": planes_words.TEXT,
    "corpus.homes": homes_words.TEXT,
    "corpus.weather": weather_words.TEXT,
}
