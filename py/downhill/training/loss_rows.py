"""A training as rows of texts, for a table: how well the model did on its way."""

from __future__ import annotations

from collections.abc import Iterator

from downhill.training.trainer import Trainer


def loss_rows(trainer: Trainer) -> Iterator[tuple[str, ...]]:
    """The names of the columns, then a row for each step at which losses were measured, in nats; now last."""
    yield "steps", "training_loss", "held_out_loss"
    trainer.latest_losses()
    for steps, loss, held, *_ in trainer.course.seen.tolist():
        yield str(int(steps)), repr(loss), repr(held)
