"""What a team reads beside its work: the whole briefing, the map of what it knows, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.team.briefing import BriefingView
from wargame.ui.team.precedent_panel import SourceList
from wargame.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from wargame.model.seat_view import MoveOption, SeatView
    from wargame.ui.widgets.side_sheet import SideSheet


def present_briefing(sheet: SideSheet, view: SeatView) -> None:
    """Open the briefing, what everybody was told, and the roles."""
    sheet.present("Briefing", BriefingView(view))


def present_map(sheet: SideSheet, view: SeatView) -> None:
    """Open what the seat knows, on the map."""
    from wargame.ui.team.known_map import KnownMap

    known = KnownMap(view, band_scale(view.bands))
    sheet.present("What we know, on the map", known)
    known.map.area.pane.setFocus(Qt.FocusReason.OtherFocusReason)


def present_sources(sheet: SideSheet, option: MoveOption) -> None:
    """Open the sources of a move."""
    sheet.present("Sources", ScrollPage(SourceList(option), "Sources", by_key=True))
