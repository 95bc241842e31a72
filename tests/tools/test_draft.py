"""A draft of the page: the sources as they are now around the last build, which it leaves as it is."""

from pathlib import Path

import pytest

from tools.artwork import fonts
from tools.common import paths
from tools.common.console import Problem
from tools.draft import mistakes
from tools.draft.server import preferred
from tools.release import check, manifest, publish


def test_a_draft_leaves_its_build_as_it_is_and_is_none(built_page: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    with fonts.borrowed():  # else what is drawn after it in this process has no typeface
        assert mistakes.make(built_page, draft, "de") is None
    assert "./app-draft/" in (draft / "de.html").read_text(encoding="utf-8")
    parts = (draft / "app-draft" / "boot" / "shared" / "parts.js").read_text(encoding="utf-8")
    assert parts.count("/start-draft/") == 2
    known = manifest.read(built_page)
    assert known is not None
    assert [*check.faults(built_page, known)] == []
    with pytest.raises(Problem, match=r"has no downhill\.json: it is not a Downhill build"):
        check.check(str(draft), None, print)
    with pytest.raises(Problem, match="contains something that is not a Downhill build"):
        publish.refuse_foreign(draft)


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "py").mkdir()
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "BUILD", tmp_path / "build")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("py/a.py", "x = 1\ny = (\n", 2, "SyntaxError: '(' was never closed"),
        ("py/worker/main.py", "await x\nimport\n", 2, "SyntaxError: "),
        ("web/a.css.jinja", "/* { */\na { b: {{ c }} }\nd {\n", 3, "SyntaxError: unmatched {"),
        ("web/a.css.jinja", "a { b { } }\n}\n", 2, "SyntaxError: unmatched }"),
        ("web/inline/a.js", "var x = 1;\nvar y = ;\n", 2, "SyntaxError: Unexpected token ';'"),
        ("web/page/a.js", 'import b from "./c.js";\nlet 1;\n', 2, "SyntaxError: "),
    ],
)
def test_what_is_wrong_with_a_source_is_told_with_its_file_and_line(
    sources: Path, name: str, text: str, line: int, message: str
) -> None:
    (sources / name).parent.mkdir(parents=True, exist_ok=True)
    (sources / name).write_text(text, encoding="utf-8")
    with pytest.raises(SyntaxError) as caught:
        mistakes.parse([name])
    found = mistakes.mistake(caught.value)
    assert (found.file, found.line) == (name, line)
    assert message in found.message


def test_the_first_page_is_in_the_browsers_language() -> None:
    headers = ["de-AT,en;q=0.5", "pt-PT", "zh-CN,zh;q=0.9", "nl,fr;q=0.8", "nl", ""]
    assert [preferred(header) for header in headers] == ["de", "pt-BR", "zh-Hans", "fr", "en", "en"]
