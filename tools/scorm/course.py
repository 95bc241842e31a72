"""What a package is about: a language, lessons, and the challenges that count."""

from __future__ import annotations

from typing import NamedTuple

from tools.common.console import Problem


class Course(NamedTuple):
    """What a package contains and what passes it.

    `lesson` is the id of its only lesson, or ''. `challenges` are those that count, as `lesson/challenge`;
    `needed` of them are a pass. `told` is the sentence about who gets to know what was done.
    """

    code: str
    lesson: str
    title: str
    challenges: tuple[str, ...]
    needed: int
    told: str

    @property
    def identifier(self) -> str:
        """The name by which platforms distinguish packages, with only characters that XML allows."""
        return "-".join(filter(None, ("downhill", self.lesson, self.code)))


def course_of(code: str, lesson: str = "", needed: int | None = None) -> Course:
    """Return the course in a language, with one lesson or all, passed with `needed` challenges, or with all.

    Needs the packages of the build. Raises `Problem` for a lesson that doesn't exist or has no challenges,
    and for more challenges than there are, or fewer than one.
    """
    from downhill.lessons import every_lesson
    from downhill.text.format import PAGE
    from downhill.text.language import speaking
    from tools.languages import translations
    from tools.options import FIRST_LANGUAGE

    lessons = {each.id: each for each in every_lesson()}
    if lesson and lesson not in lessons:
        raise Problem(f"unknown lesson {lesson}: name one of {', '.join(lessons)} with --lesson.")
    meant = [lessons[lesson]] if lesson else list(lessons.values())
    names = tuple(f"{each.id}/{challenge.id}" for each in meant for challenge in each.challenges)
    if not names:
        raise Problem(f"the lesson {lesson} has no challenges: name another one.")
    wanted = len(names) if needed is None else needed
    if not 1 <= wanted <= len(names):
        raise Problem(f"--needed must be from 1 to {len(names)}, the number of challenges, not {wanted}.")
    catalogue = {} if code == FIRST_LANGUAGE else translations.catalogue(code)
    with speaking(catalogue, every_lesson()):
        title = str(lessons[lesson].words["title"] if lesson else PAGE["page.title"])
        return Course(code, lesson, title, names, wanted, str(PAGE["package.told"]))
