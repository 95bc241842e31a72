"""Which tests a change can break that no import leads to: what tests read, and what those in a browser play."""

READ = {
    "web/": (
        "tests/test_javascript.py tests/lessons/test_films.py tests/page tests/tools/test_scripts.py "
        "tests/tools/test_shown_python.py tests/tools/test_draft.py "
        "tests/tools/test_page_render.py tests/tools/test_papers.py "
        "tests/tools/test_scorm.py tests/tools/test_service_worker.py tests/tools/test_single.py "
        "tests/tools/test_site.py tests/tools/test_split.py"
    ),
    "web/languages/": (
        "tests/text tests/lessons tests/source/home tests/worker tests/tools/test_languages.py "
        "tests/tools/test_ending.py tests/tools/test_first_screen.py"
    ),
    "py/page/": "tests/page tests/tools/test_papers.py tests/tools/test_site.py",
    "py/worker/": "tests/worker tests/tools/test_cold.py tests/tools/test_site.py",
    "docs/": (
        "tests/tools/test_papers.py tests/tools/test_check.py tests/tools/test_cli.py "
        "tests/tools/test_languages.py tests/test_readme.py tests/test_commands.py "
        "tests/test_conformance.py"
    ),
    "tests/browser/": "tests/test_conformance.py tests/test_changed.py",
    "bench/": "tests/test_bench.py",
    "tools/requirements/": "tests/tools/test_environment.py tests/tools/test_lock.py",
    "tools/runtime.lock": "tests/tools/test_lock.py tests/tools/test_snapshot.py",
    "tools/startup/": "tests/tools/test_snapshot.py tests/tools/test_cold.py tests/tools/test_split.py",
}
"""What tests read or start without importing it, by the beginnings of its path."""
PAGE = {
    (
        "py/page/ py/worker/ py/downhill/app py/downhill/drawing/ py/downhill/lesson/ py/downhill/maths/ "
        "py/downhill/pictures/ py/downhill/play/ py/downhill/points/ py/downhill/session/ py/downhill/source/ "
        "py/downhill/studio/ py/downhill/text/ py/downhill/training/ py/downhill/verbs web/"
    ): "replay film stage robot reading live_regions keyboard",
    "py/downhill/lessons/": "replay film pictures slice print",
    "py/page/controls/ py/page/sections/ py/downhill/session/ py/downhill/play/ web/lesson web/model web/attention web/inputs web/pictures": (
        "hand slider_keys machine challenges states own_points "
        "training looking own_text one_class slice tempo sound early slips"
    ),
    "py/downhill/drawing/ py/downhill/pictures/ py/downhill/studio/ py/page/controls/pi": (
        "pictures far_pictures slice themes print"
    ),
    "py/page/browser/ py/page/transport/ py/downhill/session/": "address share limits slips early embed",
    "py/page/python/ py/downhill/source/ py/downhill/session/ web/editor/ web/code web/parts web/make": (
        "python python_edited python_endless code_editor code_values making anew stranger wall late_parts"
    ),
    "py/page/closing/ py/page/teacher/ web/teacher web/closing web/parts web/dialogs py/downhill/studio/": (
        "closing result teacher one_class limits share takeaway next_pupil"
    ),
    "py/downhill/evidence/ py/page/controls/result web/questions/ web/boot/page/questions web/boot/inline/beats tools/pages/questions": "questions",
    "web/style/ web/boot/inline/ tools/pages/": (
        "stage stage_flow stage_small states keyboard conformance large_text themes print first_screen formulas embed"
    ),
    "web/languages/ tools/languages/ py/downhill/text/": "languages large_text formulas",
    "web/boot/ web/sw tools/startup/ tools/release/ tools/server/ tools/site py/worker/ tools/setup": (
        "address asked awake blocked damaged early failures far_pictures first_screen hosts kinds_of_hosts "
        "late_parts next_pupil offline policy stand_in start stranger turns wall firefox"
    ),
    "web/single/ tools/single/ web/scorm/ tools/scorm/": "file single gradebook scorm_again",
    "tools/draft/ web/draft/": "draft",
    "tools/pages/ tools/artwork/ web/sheet web/paper docs/": "sheets print conformance glossary",
    "tests/fuzz/ web/boot/page/robot": "robot film",
    "tools/": "start",
}
"""Which files of `tests/browser/` play what: by the beginnings of paths, the names behind `test_`."""
BUILD = tuple(
    "py/worker/ tools/release/ tools/requirements/ tools/runtime tools/scorm/ tools/setup/ tools/single/ tools/site "
    "tools/startup/ web/boot/ web/scorm/ web/single/ web/sw".split()
)
"""Beginnings of what a draft has not, or has as it was built last: `python3 -m tests changed` builds for their sake."""
