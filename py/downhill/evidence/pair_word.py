"""A student's word, which pairs the answers of two days; a form and the order of options follow from it.

In JavaScript, with `crc32` of a text's UTF-8 bytes, the same is

    folded = (word) => word.normalize("NFKC").toUpperCase().toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, "")
    form = (word, occasion) => occasion === "later" ? "c" : "ab"[crc32(word) % 2 ^ (occasion === "after")]
    order = (letters, word, item, occasion) => {
      const rest = [...letters], found = [];
      for (let n = crc32(`${word} ${item} ${occasion}`) % 24; rest.length; ) {
        const size = rest.length;
        found.push(...rest.splice(n % size, 1));
        n = Math.floor(n / size);
      }
      return found;
    }

where `word` is folded everywhere but in `folded`.
"""

from __future__ import annotations

from math import factorial
from zlib import crc32

LEAST, MOST = 4, 16  # characters of a folded word


def folded(word: str) -> str:
    """Return a word as it is compared: its letters and digits alone, in lower case."""
    import unicodedata  # a module of its own size, which nothing else of a page needs

    text = unicodedata.normalize("NFKC", word).upper().lower()
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LN")


def is_word(word: str) -> bool:
    """Return whether a folded word has from 4 to 16 characters."""
    return LEAST <= len(word) <= MOST


def form_of(word: str, occasion: str) -> str:
    """Return the form that a folded word gets: a before and b after, or b before and a after."""
    if occasion == "later":
        return "c"
    return "ab"[(crc32(word.encode()) % 2) ^ (occasion == "after")]


def order_of_options(letters: str, word: str, item: str, occasion: str) -> str:
    """Return an item's letters in the order in which they are shown to a folded word on an occasion.

    All orders are equally frequent. A sort by checksums would not do: those of texts of the same length that
    differ in one letter differ by the same bits, whatever the word.
    """
    rest, found = [*letters], ""
    number = crc32(f"{word} {item} {occasion}".encode()) % factorial(len(rest))
    while rest:
        number, index = divmod(number, len(rest))
        found += rest.pop(index)
    return found
