"""Another draw or another ruling: what came of the turn, and how it comes out instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from wargame.model.branch_options import ActChoice
from wargame.model.branches import BranchChange, Changed
from wargame.ui.debrief.branches.change_form import ChangeForm, ChoiceList
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import ACTOR_ROLE
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.delegates import ActorDelegate
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel

_QUANTILES: Final = (
    ("0.05", "Mildest", None),
    ("0.25", "Mild", None),
    ("0.5", "Middle", None),
    ("0.75", "Grave", None),
    ("0.95", "Gravest", None),
)
_MOST_KILLED: Final = 1_000_000
_LAW: Final = "law"
_WORKS: Final = "works"
_FAILS: Final = "fails"


class LuckForm(ChangeForm):
    """An act, and where among all draws the other one lies."""

    def __init__(self, options: BranchOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        acts = [act for act in options.acts if act.is_drawn]
        self.acts = _act_list(self, acts, options)
        self.quantile = SegmentedControl(_QUANTILES, "How it comes out instead", small=True)
        self.quantile.set_current("0.5")
        whole = column(self, spacing=SPACE_8)
        whole.addWidget(self.acts, 1)
        whole.addWidget(
            Paragraph(
                "The act is tried with 400 other draws; these are ordered by the people killed and "
                "by what gets through. Mildest takes the one that 5 % are milder than, gravest the "
                "one that 95 % are milder than.",
                "table",
                "t2",
            )
        )
        whole.addWidget(self.quantile)
        self.acts.row_chosen.connect(self._retell)
        self.quantile.current_changed.connect(self._retell)
        self._retell()

    def _retell(self) -> None:
        act, quantile = self.acts.chosen(ActChoice), float(self.quantile.current())
        if act is None:
            self.tell(None, "Nothing in this turn was left to luck.")
        else:
            self.tell(BranchChange(Changed.DRAW, act=act.number, quantile=quantile), "")


class RulingForm(ChangeForm):
    """An act, and what control says of it instead."""

    def __init__(self, options: BranchOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        acts = [act for act in options.acts if act.is_drawn or act.is_ruled]
        self.acts = _act_list(self, sorted(acts, key=lambda act: not act.is_ruled), options)
        self.how = SegmentedControl(
            [
                (_LAW, "No ruling", None),
                (_WORKS, "It comes off", None),
                (_FAILS, "It fails", None),
            ],
            "What control says",
        )
        self.counts = CheckBox("Killed as control says")
        self.killed = CountSpin("Killed", 0, _MOST_KILLED)
        dead = row(spacing=SPACE_8)
        dead.addWidget(self.counts)
        dead.addWidget(self.killed)
        dead.addStretch(1)
        whole = column(self, spacing=SPACE_8)
        whole.addWidget(self.acts, 1)
        whole.addWidget(self.how)
        whole.addLayout(dead)
        self.acts.row_chosen.connect(self._on_act)
        self.how.current_changed.connect(self._show)
        self.counts.toggled.connect(self._show)
        self.killed.value_changed.connect(self._retell)
        self._on_act()

    def _chosen(self) -> BranchChange | None:
        act = self.acts.chosen(ActChoice)
        if act is None:
            return None
        if self.how.current() == _LAW:
            return BranchChange(Changed.RULING, act=act.number) if act.is_ruled else None
        return BranchChange(
            Changed.RULING,
            act=act.number,
            success=self.how.current() == _WORKS,
            killed=self.killed.value() if self.counts.isChecked() else None,
        )

    def _retell(self) -> None:
        is_empty = self.acts.chosen(ActChoice) is None
        nothing = "Nothing in this turn can be ruled otherwise."
        self.tell(self._chosen(), nothing if is_empty else "Choose what control says of the act.")

    def _on_act(self) -> None:
        act = self.acts.chosen(ActChoice)
        if act is not None:
            self.how.set_blocked(_LAW, "" if act.is_ruled else "Control did not rule on it")
            drawn = "" if act.is_drawn else "No law drew for it"
            self.how.set_blocked(_WORKS, drawn)
            self.how.set_blocked(_FAILS, drawn)
            opposite = _FAILS if act.success else _WORKS
            self.how.set_current(_LAW if act.is_ruled else opposite)
            self.killed.set_value(act.killed)
        self._show()

    def _show(self) -> None:
        is_ruling = self.how.current() != _LAW
        self.counts.setEnabled(is_ruling)
        self.killed.setEnabled(is_ruling and self.counts.isChecked())
        self._retell()


def _act_list(form: ChangeForm, acts: Sequence[ActChoice], options: BranchOptions) -> ChoiceList:
    labels: dict[ActorId, ActorLabel] = dict(options.actors)
    columns: tuple[Column[ActChoice], ...] = (
        Column(
            "Actor",
            lambda act: labels[act.actor].name if act.actor in labels else "Control",
            92,
            roles={
                ACTOR_ROLE: lambda act: (
                    actor_value(labels[act.actor]) if act.actor in labels else None
                )
            },
        ),
        Column("What happened", lambda act: act.words, stretch=True, tip=lambda act: act.words),
        Column("Killed", lambda act: f"{act.killed:,}" if act.killed else "", 56, align="end"),
        Column("", lambda act: "Ruled" if act.is_ruled else "", 52),
    )
    view = ChoiceList("What came of the turn")
    view.set_rows_of(RowsModel(columns, acts, form))
    view.setItemDelegateForColumn(0, ActorDelegate(view))
    return view
