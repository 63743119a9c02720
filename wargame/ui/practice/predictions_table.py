"""Every prediction of a game beside what happened and what the engine had said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from wargame.play.practice.predictions.resolving import Brier, Resolved
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.metrics import HEADER_ROW_HEIGHT, SPACE_8, TABLE_ROW_HEIGHT
from wargame.ui.widgets.delegates import TextDelegate
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph
from wargame.ui.widgets.views import TableView

NONE_MADE = "none made"


def percent(chance: float | None) -> str:
    """A probability, or that there is none."""
    return NONE_MADE if chance is None else f"{100 * chance:.0f} %"


def happened_words(one: Resolved) -> str:
    """Whether it came about, with the events that decided it."""
    if one.happened is None:
        return "still open"
    words = "yes" if one.happened else "no"
    cites = ", ".join(str(number) for number in one.cites)
    return f"{words} (event {cites})" if cites else words


def loss_text(loss: float | None) -> str:
    """A Brier score, or a dash."""
    return "–" if loss is None else f"{loss:.2f}"


def brier_sentence(brier: Brier) -> str:
    """What the scores come to."""
    if brier.student is None:
        return "No prediction has been decided yet."
    words = (
        f"Your mean Brier score is {brier.student:.2f} over {brier.count} "
        f"{'prediction' if brier.count == 1 else 'predictions'}; 0 is perfect, 0.25 is always "
        "saying 50 %."
    )
    if brier.engine is None or brier.student_of_both is None:
        return f"{words} The engine made none: its compiled law was not ready."
    return (
        f"{words} Over the {brier.both} that the engine made too, you have "
        f"{brier.student_of_both:.2f} and the engine {brier.engine:.2f}."
    )


class PredictionsTable(QWidget):
    """The table with its sentence below."""

    def __init__(
        self, predictions: Sequence[Resolved], brier: Brier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        columns: tuple[Column[Resolved], ...] = (
            Column("Turn", lambda one: str(one.turn), 48, align="end"),
            Column(
                "What was predicted",
                lambda one: one.words,
                stretch=True,
                tip=lambda one: one.words,
            ),
            Column("You", lambda one: percent(one.chance), 64, align="end"),
            Column("Engine", lambda one: percent(one.engine), 88, align="end"),
            Column("It happened", happened_words, 168, tip=happened_words),
            Column("Your score", lambda one: loss_text(one.loss), 88, align="end"),
            Column("Engine's", lambda one: loss_text(one.engine_loss), 80, align="end"),
        )
        self.model: RowsModel[Resolved] = RowsModel(columns, predictions, self)
        self.table = TableView("Predictions, the first turn first")
        self.table.setItemDelegate(TextDelegate(self.table))
        self.table.setModel(self.model)
        height = HEADER_ROW_HEIGHT + TABLE_ROW_HEIGHT * len(predictions) + 4
        self.table.setFixedHeight(min(height, HEADER_ROW_HEIGHT + 12 * TABLE_ROW_HEIGHT))
        whole = column(self, spacing=SPACE_8)
        whole.addWidget(self.table)
        whole.addWidget(Paragraph(brier_sentence(brier), "body", "t2"))
