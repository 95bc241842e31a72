"""What lies where in the pictures of a model that looks back: words of the text, cells of the map."""

from __future__ import annotations

from downhill.lesson import Look
from downhill.lessons.lesson_60_looking_back.map_picture import grid_of
from downhill.lessons.lesson_60_looking_back.telling import cell_text, share_text
from downhill.lessons.lesson_60_looking_back.text_layout import laid_out
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.training.model_lesson import Finder, Frame


class WordFinder:
    """The words of the text, by their places among its tokens."""

    def at(self, trainer: Looking, look: Look, frame: Frame, x: float, y: float) -> int | None:
        """The place of the word that lies there, or None."""
        scene = trainer.scene()
        layout = laid_out(scene.pieces, frame.wide, frame.high, look.width_of, scene.reel is not None)
        found = layout.at(x, y)
        return None if found is None else found + 1

    def beside(self, trainer: Looking, last: int | None, across: int, down: int) -> int:
        """Return the place of a word some words on, or at the beginning of a sentence some sentences on."""
        pieces = trainer.scene().pieces
        at = len(pieces) - 1 if last is None or not 0 < last <= len(pieces) else last - 1
        if down:
            starts = [i for i, each in enumerate(pieces) if not i or each.sentence > pieces[i - 1].sentence]
            sentence = min(max(pieces[at].sentence + down, 0), len(starts) - 1)
            at = starts[sentence]
        return min(max(at + across, 0), len(pieces) - 1) + 1

    def told(self, trainer: Looking, index: int) -> str:
        """How much of the look goes to it, in a sentence."""
        return share_text(trainer, trainer.at_text(), index)


class CellFinder:
    """The cells of the map, row after row."""

    def at(self, trainer: Looking, look: Look, frame: Frame, x: float, y: float) -> int | None:
        """The number of the cell that lies there, or None."""
        grid = grid_of(trainer.scene(), *frame, look)
        found = grid.at(x, y)
        return None if found is None else found[0] * grid.columns + found[1]

    def beside(self, trainer: Looking, last: int | None, across: int, down: int) -> int:
        """Return the number of the cell `across` and `down` from the one that the gap looks at most."""
        shares = trainer.scene().rows.shares
        rows, columns = (int(side) for side in shares.shape)
        if not shares.size:
            return 0
        start = (rows - 1) * columns + int(shares[-1].argmax())
        row, column = divmod(start if last is None or not 0 <= last < shares.size else last, columns)
        return min(max(row + down, 0), rows - 1) * columns + min(max(column + across, 0), columns - 1)

    def told(self, trainer: Looking, index: int) -> str:
        """How much of a word's look goes to another, in a sentence."""
        return cell_text(trainer, index)


FINDERS: dict[str, Finder] = {"picture": WordFinder(), "words": CellFinder()}
