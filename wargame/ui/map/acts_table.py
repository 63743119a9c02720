"""The acts of the map as a table, for those who read better than they look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.map.arcs import Arc
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, RUNG_ROLE, ActorValue
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT
from wargame.ui.widgets.band_glyph import rung_text, spoken_rung
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate, RungDelegate
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wargame.model.ids import ActorId
    from wargame.ui.theme.bands import BandScale

_KINDS: Final = {
    "strike": "Strike",
    "deployment": "Deployment",
    "message": "Message",
    "other": "Other act",
    "": "",
}
_STYLES: Final = {"solid": "attributed", "dashed": "unattributed", "dotted": ""}


class ArcTable(TableView):
    """One row for each arc of the map."""

    def __init__(
        self,
        actors: Mapping[ActorId, ActorValue],
        scale: BandScale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("The map as a table", DENSE_ROW_HEIGHT, parent)

        def ends(arc: Arc) -> ActorValue | tuple[ActorValue, ActorValue] | None:
            source = actors.get(arc.source)
            target = actors.get(arc.target) if arc.target else None
            return (source, target) if source and target else source

        def between(arc: Arc) -> str:
            values = (actors.get(arc.source), actors.get(arc.target) if arc.target else None)
            return " to ".join(value.name or value.code for value in values if value)

        columns: tuple[Column[Arc], ...] = (
            Column("Acts", lambda arc: arc.label or "–", 64),
            Column("From, to", between, 140, tip=between, roles={ACTOR_ROLE: ends}),
            Column(
                "What happened",
                lambda arc: "; ".join(line.split("  ", 1)[-1] for line in arc.words.splitlines()),
                stretch=True,
                tip=lambda arc: arc.words,
            ),
            Column(
                "Kind",
                lambda arc: ", ".join(filter(None, (_KINDS[arc.kind], _STYLES[arc.style]))),
                150,
                roles={EMPHASIS_ROLE: lambda _: "muted"},
            ),
            Column(
                "Rung",
                lambda arc: rung_text(rung_value(scale, arc.rung)),
                64,
                spoken=lambda arc: spoken_rung(rung_value(scale, arc.rung)),
                roles={RUNG_ROLE: lambda arc: rung_value(scale, arc.rung)},
            ),
        )
        self._model: RowsModel[Arc] = RowsModel(columns, parent=self)
        self.setItemDelegate(DenseTextDelegate(self))
        self.setModel(self._model)
        self.setItemDelegateForColumn(1, ActorDelegate(self))
        self.setItemDelegateForColumn(4, RungDelegate(self))

    def show_arcs(self, arcs: Sequence[Arc]) -> None:
        """Show these."""
        self._model.set_rows(arcs)

    def arc_at(self, row: int) -> Arc:
        """The arc of a row."""
        return self._model.rows[row]
