"""What the page shows of a lesson besides pixels: numbers to set and sentences to read."""

from __future__ import annotations

from typing import Any, NamedTuple

from downhill.play.variant import Ends


class Row(NamedTuple):
    """One slider's row: its value, shown and spoken, and the way downhill (-1 left, 0 level, 1 right)."""

    value: float
    shown: str
    spoken: str
    downhill: int
    slope: str
    downhill_spoken: str


class View(NamedTuple):
    """A lesson as a reader sees it. `loss` and the rows' `value` keep full precision; all else is text.

    - `loss_shown` is the loss with its unit, `sentence` what is true now, `said` how the run is going,
      `verdict` the key of the run's verdict. If the variant is `concealed`, `verdict` is `rests` for every
      run at rest, and `solved` is never set. `finished` means that more steps of this run lead nowhere,
      `overshoot` explains in numbers why it diverges, or is ''.
    - `preset` names the suggested rate that is set, or is ''; `presets` says what each is called here, `way`
      is the chosen way downhill, with its sliders (`ways.shown`).
    - `choices` are the switches, `entries` the texts that the reader wrote, `mathml` those of them that are
      formulas, `mistake` what was wrong with the last text, or empty.
    - `written` are the words that the lesson's model writes, each with whether it is right.
    - `columns` are the table's column titles, `notes` sentences that hold in the whole variant.
    - `place` is where the sliders are among the trail's `places`, counted from 0; `mover` is who put them
      there.
    - `maths` is the next step in numbers (`step_in_numbers`) while that is open, `python` the values beside
      the lines of the lesson's functions (`python_values`), or of the reader's own code, while that is open;
      `code` is how the reader's code runs (`own_code`), if there is any, `challenge` the attempt in progress
      (`downhill.play.attempt`). Otherwise they are empty.
    - `has_run` tells whether there is a run to keep, `can_return` whether the hand's moves have a start to go
      back to; `kept` lists the kept runs (number, name, end), `kept_said` what was done with them.
    - `log` means that losses are on a logarithmic scale; `aims` are the axes of the views, where they can be
      chosen.
    - `offered` names the lesson's own buttons that would change something, `causes` are the entries that
      these use, as text, `outcome` is what they led to.
    """

    lesson: str
    rows: dict[str, Row]
    ends: dict[str, Ends]
    loss: float
    loss_shown: str
    sentence: str
    verdict: str
    said: str
    maths: dict[str, str]
    python: dict[str, str]
    code: dict[str, Any]
    table: list[list[str]]
    columns: list[str]
    notes: list[str]
    rate: float
    rate_low: float
    rate_high: float
    rate_shown: str
    preset: str
    presets: dict[str, str]
    way: dict[str, Any]
    choices: dict[str, str]
    entries: dict[str, str]
    causes: dict[str, str]
    mathml: dict[str, str]
    mistake: dict[str, str | int]
    offered: list[str]
    outcome: str
    hand_moves: int
    machine_steps: int
    place: int
    places: int
    place_spoken: str
    mover: str
    solved: bool
    finished: bool
    challenge: dict[str, Any]
    overshoot: str
    has_run: bool
    can_return: bool
    kept: list[list[str]]
    kept_said: str
    log: bool
    aims: dict[str, str]
    written: list[tuple[str, bool]]

    def as_dict(self) -> dict[str, Any]:
        """Return the view as plain dictionaries and lists, to send to the page."""
        rows = dict(zip(self.rows, map(Row._asdict, self.rows.values()), strict=True))
        ends = dict(zip(self.ends, map(Ends._asdict, self.ends.values()), strict=True))
        return self._asdict() | {"rows": rows, "ends": ends}
