"""What a team can wish for on its own screen: the signals of the screen, in one place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal

from wargame.ui.widgets.surface import Surface


class TeamWishes(Surface):
    """A surface that wishes; who hears a wish is not its business.

    Signals:
        draft_changed(int, object): What stands in a slot, 300 ms after the last key or at once
            when the screen is hidden, closed or sealed; an Order.
        draft_dropped(int): A slot is free again.
        seal_wished(object): Seal these orders; a tuple of Order.
        unseal_wished(): Take the sealed orders back.
        hide_wished(): Hide the seat.
        leave_wished(): Leave the game as it stands; only of somebody who plays alone.
        go_on_wished(): What there was to read has been read; only of somebody who plays alone.
        readings_wished(object): How may this Order be read? Answer with ``show_readings``.
        refusal_wished(int, object): May this slot's Order be given? Slot 0 asks for a tuple of
            orders together. Answer with ``show_refusal``.
        ranking_wished(): Rank the moves that can be ordered. Answer with ``show_ranking``.
        ranking_cancelled(): No more moves need be tried.
        outlook_cancelled(): No more runs for the order in the composer are wanted.
        forecast_cancelled(): No more runs of the seat's own forecast are wanted.
        forecast_resumed(): The runs that were cancelled are wanted after all.
        question_asked(str): Ask control this; answer with ``control.show_asked``.
        menu_wished(QPoint): The menu for teams, at this place on the screen.
        shortcuts_wished(): The sheet of shortcuts.
    """

    draft_changed = Signal(int, object)
    draft_dropped = Signal(int)
    seal_wished = Signal(object)
    unseal_wished = Signal()
    hide_wished = Signal()
    leave_wished = Signal()
    go_on_wished = Signal()
    readings_wished = Signal(object)
    refusal_wished = Signal(int, object)
    ranking_wished = Signal()
    ranking_cancelled = Signal()
    outlook_cancelled = Signal()
    forecast_cancelled = Signal()
    forecast_resumed = Signal()
    question_asked = Signal(str)
    menu_wished = Signal(QPoint)
    shortcuts_wished = Signal()
