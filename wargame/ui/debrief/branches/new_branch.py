"""The page on which a branch is made: what is otherwise, its name, and how often it is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.branch_options import BranchWish, OrderChoice
from wargame.ui.debrief.branches.act_forms import LuckForm, RulingForm
from wargame.ui.debrief.branches.change_form import ChangeForm, named
from wargame.ui.debrief.branches.order_form import OrderForm
from wargame.ui.debrief.branches.parameter_form import ParameterForm
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.buttons import PrimaryButton, SecondaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.labelled_bar import LabelledBar
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column, row, stack
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions
    from wargame.model.branches import BranchChange

LONGEST_TITLE: Final = 60
LONGEST_REASON: Final = 300
_WHAT: Final = (
    ("order", "Order", None),
    ("luck", "Luck", None),
    ("ruling", "Ruling", None),
    ("parameter", "Parameter", None),
)
_RUNS: Final = (("0", "Once", None), ("200", "200 times", None), ("1000", "1,000 times", None))


class NewBranch(FormSheet):
    """One change, told in a sentence before it is tried.

    Signals:
        change_chosen(object): A ``BranchChange`` to be put into words, or None.
        branch_wished(object): Make this ``BranchWish``.
        cancelled(): Stop what is being made; what is done is kept.
    """

    change_chosen = Signal(object)
    branch_wished = Signal(object)
    cancelled = Signal()

    def __init__(
        self, options: BranchOptions, title: str, runs: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._is_refused = True
        self.what = SegmentedControl(_WHAT, "What is otherwise")
        self.forms: dict[str, ChangeForm] = {
            "order": OrderForm(options),
            "luck": LuckForm(options),
            "ruling": RulingForm(options),
            "parameter": ParameterForm(options),
        }
        self.sentence = Paragraph("", "body", "t1")
        self.fault = FaultNote()
        self.title = QLineEdit(title)
        self.title.setAccessibleName("Name of the branch")
        self.title.setMaxLength(LONGEST_TITLE)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why it is tried")
        self.reason.setPlaceholderText("Why it is tried; may be left empty")
        self.reason.setMaxLength(LONGEST_REASON)
        self.runs = SegmentedControl(_RUNS, "How often it is run")
        self.runs.set_current(str(runs))
        self.bar = LabelledBar("Playing on")
        self.cancel = SecondaryButton("Stop", "x")
        self.make = PrimaryButton("Make the branch", "git-branch", "Ctrl+Return", "Ctrl+Enter")
        self._lay_out()
        self.set_primary(self.make)
        self.what.current_changed.connect(self._on_what)
        for form in self.forms.values():
            form.changed.connect(self._tell)
        self.title.textEdited.connect(self._show_make)
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self.cancelled)
        self.show_progress("", 0.0)

    def begin_with(self, act: int) -> None:
        """Choose what the moment is about, where it is an act: itself, and the order behind it."""
        found = next((choice for choice in self._options.acts if choice.number == act), None)
        if found is None:
            return
        for form in self.forms.values():
            if isinstance(form, LuckForm | RulingForm):
                form.acts.choose_where(lambda row: row == found)
            elif isinstance(form, OrderForm):
                form.orders.choose_where(
                    lambda row: (
                        isinstance(row, OrderChoice)
                        and (row.seat, row.order) == (found.actor, found.order)
                    )
                )

    def focus_work(self) -> None:
        """What is otherwise."""
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    @property
    def turn(self) -> int:
        """The turn that is changed."""
        return self._options.turn

    @property
    def form(self) -> ChangeForm:
        """The form in front."""
        return self.forms[self.what.current()]

    def say(self, words: str, refusal: str) -> None:
        """What the change is in a sentence, and why it cannot be made (empty when it can)."""
        self.sentence.set_text(words)
        self.fault.say(refusal, "warn")
        self._is_refused = bool(refusal) or not words
        self._show_make()

    def show_progress(self, words: str, share: float) -> None:
        """How far a branch is that is being made; no words when none is."""
        is_busy = bool(words)
        self._busy.setVisible(is_busy)
        self._free.setVisible(not is_busy)
        if is_busy:
            self.bar.set_value(words, share)

    def refuse(self, sentence: str) -> None:
        """The branch could not be made."""
        self.show_progress("", 0.0)
        self.fault.say(sentence)

    def _lay_out(self) -> None:
        whole = column(self, spacing=SPACE_8, margins=(0, 0, 12, 0))
        whole.addWidget(
            Paragraph(
                f"Turn {self._options.turn} is played again with one thing otherwise and with the "
                "luck that it had. Computers then play every seat to the end.",
                "table",
                "t2",
            )
        )
        if self._options.note:
            whole.addWidget(FaultNote(self._options.note, "warn"))
        whole.addWidget(self.what)
        self._pages = stack(whole, 1)
        for form in self.forms.values():
            self._pages.addWidget(form)
        whole.addWidget(self.sentence)
        whole.addWidget(self.fault)
        self._free = QWidget()
        free = column(self._free, spacing=SPACE_8)
        free.addWidget(named("Name", self.title))
        free.addWidget(named("Reason", self.reason))
        free.addWidget(named("Run", self.runs))
        free.addWidget(self.make)
        self._busy = QWidget()
        busy = row(self._busy, spacing=SPACE_8)
        busy.addWidget(self.bar, 1)
        busy.addWidget(self.cancel)
        whole.addWidget(self._free)
        whole.addWidget(self._busy)

    def _on_what(self) -> None:
        self._pages.setCurrentWidget(self.form)
        self._tell()

    def _tell(self) -> None:
        change: BranchChange | None = self.form.change
        if change is None:
            self.sentence.set_text("")
            self.fault.say(self.form.missing, "info")
            self._is_refused = True
            self._show_make()
        else:
            self.change_chosen.emit(change)

    def _show_make(self) -> None:
        self.make.setEnabled(not self._is_refused and bool(self.title.text().strip()))

    def _on_make(self) -> None:
        change = self.form.change
        if change is not None and self.make.isEnabled():
            wish = BranchWish(
                turn=self._options.turn,
                change=change,
                title=self.title.text().strip(),
                reason=self.reason.text().strip(),
                runs=int(self.runs.current()),
            )
            self.branch_wished.emit(wish)
