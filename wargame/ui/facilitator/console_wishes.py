"""What control can wish for on its console: the signals of the screen, in one place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal

from wargame.ui.widgets.surface import Surface


class ConsoleWishes(Surface):
    """A surface that wishes; who hears a wish is not its business.

    Signals:
        start_planning_wished(): Let the teams plan.
        lock_wished(): Lock the plans and adjudicate the turn.
        review_wished(): Look at the moves of the turn, and rule.
        publish_wished(): Let the seats know the outcome.
        next_turn_wished(): Begin the next turn.
        seat_opened(str): Show the screen of this seat.
        seat_edit_wished(str): Change who plays this seat.
        home_wished(): Back to the start page.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        hide_wished(): Hide the console from those who pass by.
        shortcuts_wished(): The sheet of shortcuts.
        pause_wished(): Let the clock stand still.
        resume_wished(): Let the clock run on.
        time_added(int): Give the teams so many minutes more, or fewer.
        seat_written_for(str): Show this seat's screen, for control to type its orders.
        pack_wished(str): This team's pack on paper; every team's for an empty word.
        course_wished(QPoint): What can be skipped, reopened or taken back, at this place.
        undo_wished(): Take the last step back.
        redo_wished(): Do again what was taken back.
        working_wished(int): Open the working of this event.
        actor_wished(str): The state of this actor is to be shown.
        projector_wished(): Open the projector's window, or close it.
        blank_wished(): Show nothing on the projector for now, or everything again.
        news_wished(): What is public is to be shown as headlines.
        relations_wished(): How everybody stands towards everybody is to be shown.
        forecast_cancelled(): No more runs of the forecast are wanted.
        forecast_resumed(): The runs that were cancelled are wanted after all.
        uncertainty_wished(bool): Vary the model's constants in the forecast, or no longer.
    """

    start_planning_wished = Signal()
    lock_wished = Signal()
    review_wished = Signal()
    publish_wished = Signal()
    next_turn_wished = Signal()
    seat_opened = Signal(str)
    seat_edit_wished = Signal(str)
    home_wished = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    hide_wished = Signal()
    shortcuts_wished = Signal()
    pause_wished = Signal()
    resume_wished = Signal()
    time_added = Signal(int)
    seat_written_for = Signal(str)
    pack_wished = Signal(str)
    course_wished = Signal(QPoint)
    undo_wished = Signal()
    redo_wished = Signal()
    working_wished = Signal(int)
    actor_wished = Signal(str)
    relations_wished = Signal()
    news_wished = Signal()
    projector_wished = Signal()
    blank_wished = Signal()
    forecast_cancelled = Signal()
    forecast_resumed = Signal()
    uncertainty_wished = Signal(bool)
