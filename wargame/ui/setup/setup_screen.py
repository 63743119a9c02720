"""The set-up of a session: seats at the start, one seat in the middle, the session at the end.

It keeps a form and asks for it to be judged at every change; it starts nothing by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from wargame.model.ids import ActorId, Controller
from wargame.model.scenario import Scenario
from wargame.model.seats import Settings
from wargame.ui.setup.seat_detail import SeatDetail
from wargame.ui.setup.seat_list import SeatLine, SeatList
from wargame.ui.setup.session_fields import SessionFields
from wargame.ui.setup.setup_form import (
    PresetKey,
    SeatForm,
    SetupForm,
    dealt_words,
    form_fault,
    form_of,
    with_preset,
)
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.set_up_frame import SetUpFrame
from wargame.ui.widgets.text import set_tip

_SEATS_WIDTH = 320
_SOLO = "Solo as "


class SetupScreen(SetUpFrame):
    """Everything that is decided before turn 1.

    Args:
        scenario: What is played.
        settings: What the fields begin with.
        offered: Who may decide for a seat.
        new_seed: Gives another seed at every call.

    Signals:
        form_changed(object): The SetupForm as it is now, to be judged.
        start_wished(object): Begin a session with this SetupForm.
    """

    form_changed = Signal(object)
    start_wished = Signal(object)

    def __init__(
        self,
        scenario: Scenario,
        settings: Settings,
        offered: Sequence[Controller],
        new_seed: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scenario.title, "Set up a session", "Start the exercise", parent)
        self._scenario = scenario
        self._offered = tuple(offered)
        self._form = form_of(settings)
        self._current: ActorId = self._form.seats[0].actor
        self._refusal = ""
        self._busy = ""
        self._seats = SeatList()
        self._presets = SecondaryButton("Presets", "sliders-horizontal", small=True)
        self._detail = SeatDetail(self._offered)
        self.fields = SessionFields(new_seed)
        panel = Panel("Seats", str(len(self._form.seats)))
        panel.add_action(self._presets)
        panel.body.addWidget(self._seats)
        self.lay_out(panel, _SEATS_WIDTH, self._detail, "Session", self.fields)
        self._connect()
        self._show()

    @property
    def form(self) -> SetupForm:
        """The set-up as it is now."""
        return self._form

    def deal(self, key: PresetKey, actor: ActorId | None = None) -> None:
        """Deal the seats out by a preset; see ``with_preset``."""
        form = with_preset(self._form, key, self._offered, actor)
        named = form.title in {"", self._scenario.title} or form.title.startswith(_SOLO)
        if actor is not None and named:
            form = replace(form, title=f"{_SOLO}{self._scenario.actor[actor].name}")
        self._take(form)
        if actor is not None:
            self._seats.choose(actor)
            self._detail.set_controller_shown()

    def resume(self, form: SetupForm) -> bool:
        """Go on with a form that was left; False when it does not fit this scenario any more."""
        starts = {start.id for start in self._scenario.starts}
        seats = [seat.actor for seat in self._form.seats]
        if form.start not in starts or [seat.actor for seat in form.seats] != seats:
            return False
        self._take(form)
        return True

    def set_refusal(self, text: str) -> None:
        """Why the session cannot begin with this form, beyond what the fields say themselves."""
        self._refusal = text
        self._show_readiness()

    def set_busy(self, text: str) -> None:
        """What is being done just now, such as "Starting"; empty for nothing."""
        self._busy = text
        self._show_readiness()

    def focus_work(self) -> None:
        """The list of seats."""
        self._seats.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._seats.seat_chosen.connect(self._on_seat_chosen)
        self._seats.seat_meant.connect(self._on_seat_meant)
        self._detail.seat_changed.connect(self._on_seat_changed)
        self._detail.solo_wished.connect(self._on_solo_wished)
        self.fields.fields_changed.connect(self._on_fields_changed)
        self._presets.clicked.connect(self._offer_presets)
        self.start.clicked.connect(self._on_start)

    def _show(self) -> None:
        actors = self._scenario.actor
        self._seats.show_lines([SeatLine(actors[s.actor], s) for s in self._form.seats])
        self._detail.show_seat(actors[self._current], self._form.seat(self._current))
        self.fields.show_form(self._scenario, self._form)
        self._show_readiness()

    def _show_readiness(self) -> None:
        fault = form_fault(self._form, self._scenario) or self._refusal
        alone = self._form.count(Controller.PEOPLE) == 1
        self.start.setText("Start the game" if alone else "Start the exercise")
        self.words.setText(self._busy or dealt_words(self._form))
        self.fault.say(fault)
        self.start.setEnabled(not fault and not self._busy)
        set_tip(self.start, fault or self._busy)

    def _take(self, form: SetupForm) -> None:
        if form == self._form:
            return
        self._form = form
        self._refusal = ""
        self._show()
        self.form_changed.emit(form)

    def _offer_presets(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self._form.seats) > 3:
            menu.addAction("Three teams").triggered.connect(partial(self.deal, "teams"))
        everyone = menu.addAction("All seats with the facilitator")
        everyone.triggered.connect(partial(self.deal, "facilitator"))
        alone = menu.addMenu("Solo as")
        for seat in self._form.seats:
            name = self._scenario.actor[seat.actor].full_name
            alone.addAction(name).triggered.connect(partial(self.deal, "solo", seat.actor))
        menu.popup(self._presets.mapToGlobal(QPoint(0, self._presets.height() + 2)))

    def _on_seat_chosen(self, actor: str) -> None:
        self._current = ActorId(actor)
        seat = self._form.seat(self._current)
        self._detail.show_seat(self._scenario.actor[self._current], seat)

    def _on_seat_meant(self, _actor: str) -> None:
        self._detail.set_controller_shown()

    def _on_seat_changed(self, seat: SeatForm) -> None:
        self._take(self._form.with_seat(seat))

    def _on_solo_wished(self, actor: str) -> None:
        self.deal("solo", ActorId(actor))

    def _on_fields_changed(self, form: SetupForm) -> None:
        # The fields know the seats as they were given to them; only their own part counts.
        self._take(replace(form, seats=self._form.seats))

    def _on_start(self) -> None:
        if self.start.isEnabled():
            self.start_wished.emit(self._form)
