"""Which tests in a browser a usual run plays: one of each kind.

All others run when something changes that they could notice (`python3 -m tests changed`), before a release, and
every night (`python3 -m tests thorough`).
"""

USUAL = {
    # What every visit needs: the native views, the film, input itself, and what a reader hears.
    "replay": "",
    "film": "whoever_only_presses end_needs_no_python one_stage_becomes",
    "hand": "drag tap_on_the_curve being_typed",
    "slider_keys": "",
    "keyboard": "no_two_buttons arrow_keys",
    "reading": "axe_finds_nothing speaks_its_name spoken_when_a_drag whole_lesson_can_be_played",
    "live_regions": "",
    "robot": "hands_find",
    # One start of each kind.
    "start": "scripts_off own_servers_policy while_python_loads",
    "awake": "next_visit_wakes",
    "early": "asked_for_early",
    "firefox": "native_loss enter_indents",
    "offline": "every_lesson_plays_without_a_server",
    "single": "nothing_in_one_file",
    "gradebook": "told_in_words however_long",
    "file": "",
    "draft": "",
    "embed": "one_lesson_is_there_alone",
    "late_parts": "no_start_fetches",
    # One host of each kind, and what may stand in front of it.
    "hosts": "",
    "kinds_of_hosts": "",
    "blocked": "site_data",
    "failures": "breaks_is_gone_on answers_of_a_filter",
    "damaged": "damaged_and_cannot_be_fetched one_sentence_until_it_can",
    "stand_in": "passes_for_a_page",
    "policy": "host_that_sends_no_policy",
    # A stranger's code.
    "stranger": "takes_over_nothing",
    "wall": "no_way_out",
    "anew": "plain_code_gives_way",
    "share": "hostile",
    "limits": "script_moves_nothing keys_and_pointer",
    # What a reader makes and keeps.
    "python_edited": "run_and_left_by_keyboard code_of_a_link",
    "code_editor": "escape_and_then_tab typed_and_indents undone",
    "making": "becomes_the_section",
    "own_text": "pasted_text",
    "one_class": "by_keyboard",
    "own_points": "by_keys_alone follows_the_pointer",
    "training": "unknown_word chosen_and_changed_by_keys",
    "challenges": "by_keyboard_alone",
    "closing": "stored_here",
    "takeaway": "run_is_saved_by_keyboard",
    "result": "files_are_read",
    "teacher": "choices_are_in_the_link whole_panel_is_used_by_keyboard",
    "address": "in_the_address_when back_and_forward",
    "tempo": "hand_takes_over",
    # How it looks: at three widths, in dark, on paper, in each script.
    "stage": "",
    "stage_small": "axe_finds_nothing lies_over",
    "conformance": "24_pixels",
    "states": "",
    "large_text": "while_the_page_is_live",
    "themes": "switch_changes_everything systems_own_colours",
    "pictures": "dark_is_dark",
    "print": "present_figures one_sheet",
    "sheets": "printed_on_few",
    "languages": "axe_finds_nothing no_english right_to_left",
    "far_pictures": "before_one_comes_near",
}
"""Files of `tests/browser/`, by the names behind `test_`, and parts of the names of their tests; none for all of them."""


def is_usual(test: str) -> bool:
    """Tell whether a usual run plays a test, by its id (`tests/browser/test_hand.py::test_a_tap[…]`)."""
    file, _, name = test.partition("::")
    if not file.startswith("tests/browser/"):
        return True
    parts = USUAL.get(file.removeprefix("tests/browser/test_").removesuffix(".py"))
    return parts is not None and (not parts or any(part in name for part in parts.split()))
