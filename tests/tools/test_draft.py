"""A draft of the page: the sources as they are now around the last build, which it leaves as it is."""

import re
from pathlib import Path

import brotli
import jinja2
import pytest

from tools import site
from tools.common import paths
from tools.common.console import Problem
from tools.draft import mistakes
from tools.draft.drafts import Drafts, changed
from tools.draft.mistakes import Made, Mistake
from tools.draft.server import preferred
from tools.release import check, manifest
from tools.startup.snapshot import archives
from tools.startup.snapshot.container import files_in

SLIDER = "py/downhill/lessons/lesson_20_line/slider_ranges.py"


def test_a_draft_of_unchanged_sources_is_the_build_without_its_snapshot(
    built_page: Path, tmp_path: Path
) -> None:
    from tools.draft import making

    making.make(built_page, tmp_path / "draft", "en")
    (start,) = tmp_path.glob("draft/start-*")
    (old,) = built_page.glob("start-*/pack.bin")
    packs = [dict(files_in(brotli.decompress(file.read_bytes()))) for file in (start / "pack.bin", old)]
    assert packs[0].items() >= packs[1].items()
    assert {Path(name).suffix for name in packs[0].keys() - packs[1].keys()} <= {
        ".py"
    }  # which no visit imports
    (parts,) = tmp_path.glob("draft/app-*/boot/shared/parts.js")
    named = set(re.findall(r'^  "([\w-]+)": part', parts.read_text(encoding="utf-8"), re.MULTILINE))
    assert named == {file.stem for file in start.iterdir()}
    assert not named & {"heap", "record", "files"}
    pages = [
        (folder / "index.html").read_text(encoding="utf-8") for folder in (built_page, tmp_path / "draft")
    ]
    plain = [re.sub(r"\b(app|start)-\w+", r"\1", page) for page in pages]
    assert plain[0] == plain[1]
    known = manifest.read(built_page)
    assert known is not None
    assert [*check.faults(built_page, known)] == []
    with pytest.raises(Problem, match=r"has no downhill\.json of Downhill: it is no build"):
        check.check(str(tmp_path / "draft"), None, print)


def test_a_module_that_has_changed_goes_into_the_pack_as_a_source(
    built_page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tools.draft import making

    for name in site.modules():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((paths.ROOT / "py" / name).read_bytes())
    slider = SLIDER.removeprefix("py/")
    (tmp_path / slider).write_text("changed = True\n", encoding="utf-8")
    monkeypatch.setattr(site, "PY", tmp_path)
    (old,) = built_page.glob("start-*/pack.bin")
    packed = dict(files_in(making._packed(old.read_bytes())))
    before = dict(files_in(brotli.decompress(old.read_bytes())))
    assert packed[archives.PACKAGES + slider] == b"changed = True\n"
    assert before.keys() - packed.keys() == {f"{archives.PACKAGES}{slider}c"}


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for room in ("py", "web", "tools"):
        (tmp_path / room).mkdir()
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("py/a.py", "x = 1\ny = (\n", 2, "SyntaxError: '(' was never closed"),
        ("web/a.css.jinja", "/* { */\na { b: {{ c }} }\nd {\n", 3, "this { is never closed"),
        ("web/a.css.jinja", "a {}\n}\n", 2, "this } closes nothing"),
        ("web/inline/a.js", "var x = 1;\nvar y = ;\n", 2, "SyntaxError: Unexpected token ';'"),
        ("web/page/a.js", 'import b from "./c.js";\nlet 1;\n', 2, "SyntaxError"),
        ("web/a.jinja", "{{ x }}\n{% if x %}\n", 2, "TemplateSyntaxError"),
        ("py/b.py", "def f():\n    return 1 / 0\n", 2, "ZeroDivisionError: division by zero"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    sources: Path, name: str, text: str, line: int, message: str
) -> None:
    file = sources / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")

    def make() -> None:
        mistakes._parse([name])
        if name == "py/b.py":
            space: dict[str, object] = {}
            exec(compile(text, str(file), "exec"), space)
            space["f"]()  # type: ignore[operator]
        jinja2.Environment(loader=jinja2.FileSystemLoader(sources / "web")).get_template("a.jinja")

    with pytest.raises((SyntaxError, Problem, jinja2.TemplateSyntaxError, ZeroDivisionError)) as caught:
        make()
    found = mistakes.mistake(caught.value)
    assert (found.file, found.line) == (name, line)
    assert found.message.removeprefix("jinja2.exceptions.").startswith(message)


def test_every_source_as_it_stands_can_be_read() -> None:
    rooms = [paths.ROOT / room for room in ("py", "web/boot", "web/style")]
    files = [file for room in rooms for kind in ("*.py", "*.js", "*.jinja") for file in room.rglob(kind)]
    assert len(files) > 400
    mistakes._parse([file.relative_to(paths.ROOT).as_posix() for file in files])


def test_of_several_places_the_one_is_told_that_has_changed(sources: Path) -> None:
    for name in ("py/lesson.py", "py/check.py"):
        (sources / name).write_text("")
    code = {"lesson": "from_here()", "check": "def check():\n    raise ValueError('low is above high')"}
    space: dict[str, object] = {}
    exec(compile(code["check"], str(sources / "py" / "check.py"), "exec"), space)
    with pytest.raises(ValueError, match="low is above high") as caught:
        exec(
            compile(code["lesson"], str(sources / "py" / "lesson.py"), "exec"), {"from_here": space["check"]}
        )
    assert mistakes.mistake(caught.value).file == "py/check.py"
    assert mistakes.mistake(caught.value, ["py/lesson.py"])[:2] == ("py/lesson.py", 1)


@pytest.fixture
def drafts(sources: Path, monkeypatch: pytest.MonkeyPatch) -> Drafts:
    """Drafts of a build in which nothing is, each made at once; a source with `?` in it can't be made."""

    class Now(list[object]):
        """What makes things at once, in this process."""

        def submit(self, work: object, site: str, out: str, code: str, names: list[str]) -> "Now":
            Path(out).mkdir(parents=True, exist_ok=True)
            wrong = [file for file in (sources / "py").iterdir() if "?" in file.read_text()]
            self.append(Made(Mistake("py/a.py", 1, "no ?") if wrong else None, "rules"))
            return self

        def result(self) -> object:
            return self[-1]

        def __enter__(self) -> "Now":
            return self

        def __exit__(self, *error: object) -> None:
            """Nothing is to be done."""

    monkeypatch.setattr("tools.draft.drafts.ProcessPoolExecutor", lambda *_: Now())
    (sources / "site").mkdir()
    manifest.write(sources / "site", "sums of other sources")
    found = Drafts(sources / "site", sources / "home", lambda text: None)
    found.seen, found.drafting = {}, True
    return found


def test_a_draft_is_made_once_for_each_change_and_language(sources: Path, drafts: Drafts) -> None:
    (sources / "py" / "a.py").write_text("one")
    told = []
    for code in ("en", "en", "de", "en"):
        drafts.renew(code)
        told.append((drafts.state.version, drafts.made))
    assert told == [(1, {"en"}), (1, {"en"}), (2, {"en", "de"}), (2, {"en", "de"})]
    (sources / "py" / "a.py").write_text("another")
    drafts.renew("de")
    assert (drafts.state.version, drafts.made) == (3, {"de"})
    assert [*drafts.home.iterdir()] == [drafts.folder]


def test_after_a_mistake_the_draft_comes_back_when_it_is_mended(sources: Path, drafts: Drafts) -> None:
    for text, mistake in (("one", False), ("two?", True), ("three", False)):
        (sources / "py" / "a.py").write_text(text)
        drafts.renew("en")
        drafts.renew("en")
        assert (drafts.mistake is not None) == mistake
    assert drafts.state.version == 3
    assert drafts.folder.is_dir()


def test_a_source_that_is_gone_new_or_written_has_changed() -> None:
    assert changed({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 2, "d": 1}) == ["b", "c", "d"]


def test_the_first_page_is_in_the_browsers_language() -> None:
    headers = ["de-AT,en;q=0.5", "pt-PT", "zh-CN,zh;q=0.9", "nl,fr;q=0.8", "nl", ""]
    assert [preferred([header]) for header in headers] == ["de", "pt-BR", "zh-Hans", "fr", "en", "en"]
