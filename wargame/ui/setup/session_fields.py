"""What concerns the whole session: its name, where it starts, the clock, the seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.scenario import Scenario
from wargame.ui.setup.setup_form import SetupForm, seed_fault, title_fault
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import set_tip

_LONGEST_CLOCK = 480
_SWITCHES = (
    ("automatic", "adjudicates the turn"),
    ("forecast", "forecasts what may come"),
    ("computers", "decides for computer seats"),
)


def plan_hint(minutes: int) -> str:
    """What a length of the planning phase means."""
    return "No clock: control ends planning by hand." if minutes == 0 else "0 means no clock."


class SessionFields(QWidget):
    """The fields, each with its fault below it.

    Args:
        new_seed: Gives another seed at every call.

    Signals:
        fields_changed(object): The SetupForm with these fields as they are now.
    """

    fields_changed = Signal(object)

    def __init__(self, new_seed: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fresh_seed = new_seed
        self._form: SetupForm | None = None
        self.title = QLineEdit()
        self.title.setFont(text_font("body"))
        self.title.setMaxLength(80)
        self._title_field = Field("Name of the session", self.title)
        self._start = ChoiceBox(name="Start")
        self._start_field = Field("Start", self._start)
        self.minutes = CountSpin("Minutes", 0, _LONGEST_CLOCK)
        self._minutes_field = Field("Planning in each turn", self.minutes, plan_hint(1))
        self.seed = QLineEdit()
        self.seed.setFont(text_font("body"))
        self.seed.setMaxLength(16)
        self.seed.setAccessibleName("Seed")
        self.new_seed = SecondaryButton("New seed", "dices")
        both = QWidget()
        pair = row(both, spacing=SPACE_8)
        pair.addWidget(self.seed, 1)
        pair.addWidget(self.new_seed)
        self._seed_field = Field(
            "Seed", both, "The same seed and the same orders give the same game."
        )
        self.switches = {name: CheckBox(label, checked=True) for name, label in _SWITCHES}
        fields = column(self, spacing=SPACE_16, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
        for field in (
            self._title_field,
            self._start_field,
            self._minutes_field,
            self._seed_field,
        ):
            fields.addWidget(field)
        switches = QWidget()
        lines = column(switches)
        for name, check in self.switches.items():
            lines.addWidget(check)
            check.toggled.connect(partial(self._on_switched, name))
        words = "All off leaves a clock, a list of injects, an order book and a log."
        fields.addWidget(Field("By itself, the program", switches, words))
        fields.addStretch(1)
        self.title.textEdited.connect(self._on_title_edited)
        self._start.key_changed.connect(self._on_start_changed)
        self.minutes.value_changed.connect(self._on_minutes_changed)
        self.seed.textEdited.connect(self._on_seed_edited)
        self.new_seed.clicked.connect(self._on_new_seed)

    def show_form(self, scenario: Scenario, form: SetupForm) -> None:
        """Fill the fields."""
        # The choice first: the spin box tells of its new value at once.
        self._form = None
        self._start.set_choices([(s.id, s.title) for s in scenario.starts])
        self._start.set_current_key(form.start)
        self._start.setEnabled(len(scenario.starts) > 1)
        if form.start in scenario.start:
            set_tip(self._start, scenario.start[form.start].title)
        day = scenario.start[form.start].day if form.start in scenario.start else None
        self._start_field.set_hint(f"The first day of turn 1 is {day:%-d %B %Y}." if day else "")
        if self.title.text() != form.title:
            self.title.setText(form.title)
        if self.seed.text() != form.seed:
            self.seed.setText(form.seed)
        self.minutes.set_value(form.plan_minutes)
        for name, check in self.switches.items():
            check.setChecked(bool(getattr(form, name)))
        self._form = form
        self._show_faults()

    def _show_faults(self) -> None:
        if self._form is None:
            return
        self._title_field.set_fault(title_fault(self._form.title))
        self._seed_field.set_fault(seed_fault(self._form.seed))
        self._minutes_field.set_hint(plan_hint(self._form.plan_minutes))

    def _change(self, form: SetupForm) -> None:
        self._form = form
        self._show_faults()
        self.fields_changed.emit(form)

    def _on_title_edited(self, text: str) -> None:
        if self._form is not None:
            self._change(replace(self._form, title=text))

    def _on_start_changed(self, key: str) -> None:
        if self._form is not None:
            self._change(replace(self._form, start=key))

    def _on_minutes_changed(self, minutes: int) -> None:
        if self._form is not None:
            self._change(replace(self._form, plan_minutes=minutes))

    def _on_switched(self, name: str, on: bool) -> None:
        if self._form is None:
            return
        match name:
            case "automatic":
                self._change(replace(self._form, automatic=on))
            case "forecast":
                self._change(replace(self._form, forecast=on))
            case _:
                self._change(replace(self._form, computers=on))

    def _on_seed_edited(self, text: str) -> None:
        if self._form is not None:
            self._change(replace(self._form, seed=text.strip()))

    def _on_new_seed(self) -> None:
        if self._form is not None:
            seed = str(self._fresh_seed())
            self.seed.setText(seed)
            self._change(replace(self._form, seed=seed))
