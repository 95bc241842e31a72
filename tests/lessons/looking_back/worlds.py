"""The worlds of all languages, as words of the lesson."""

from downhill.lessons.lesson_60_looking_back import lesson
from downhill.lessons.lesson_60_looking_back.world import WORDS
from tools.languages import translations

WORLDS = {"en": WORDS} | {
    code: {key: translations.catalogue(code)[lesson.id][key] for key in WORDS}
    for code in translations.codes()
}
