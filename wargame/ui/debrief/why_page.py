"""Why the meter moved: the waterfall of a span, the mechanism of each rise, and Kahn's factors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from wargame.model.why_view import MECHANISM_WORDS, FactorChange, Mechanism, Rise
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ActorValue
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import QuietButton
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, set_tip
from wargame.ui.widgets.views import TableView
from wargame.ui.widgets.waterfall import Waterfall, signed

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel
    from wargame.model.why_view import WhyMoved

TURN: Final = "turn"
GAME: Final = "game"
FROM: Final = "from"
TO: Final = "to"
_SPANS: Final = (
    (TURN, "This turn", "The turn of the moment"),
    (GAME, "Whole game", "From the first event to the last"),
    (FROM, "From here", "The span begins at this moment"),
    (TO, "To here", "The span ends at this moment"),
)
RISES: Final = "rises"
FACTORS: Final = "factors"
FRONTS: Final = "fronts"
_LEFT: Final = 340
_NOBODY: Final = ActorValue("unknown", "–", "Nobody")


class WhyPage(Surface):
    """What moved the index over a span, and how.

    Signals:
        span_wished(str): Look at another span: ``turn``, ``game``, ``from`` or ``to`` here.
        place_chosen(int): Go to this place.
    """

    span_wished = Signal(str)
    place_chosen = Signal(int)

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        self._moved: WhyMoved | None = None
        self.title = ElidedLabel("", "table", 600)
        self.spans = {key: QuietButton(words, small=True) for key, words, _ in _SPANS}
        for key, _, tip in _SPANS:
            set_tip(self.spans[key], f"{tip}; or drag along the strip with Shift held")
        self.waterfall = Waterfall()
        self.shares = ElidedLabel("", "table", 400, "t2")
        self.kind = SegmentedControl(
            [(RISES, "How it rose", None), (FACTORS, "Factors", None), (FRONTS, "Fronts", None)],
            "What stands beside it",
            small=True,
        )
        self._rises: RowsModel[Rise] = RowsModel(self._rise_columns(), parent=self)
        self.rises = _table("What raised it, largest first", self._rises)
        self.rises.setItemDelegateForColumn(0, ActorDelegate(self.rises))
        self._factors: RowsModel[FactorChange] = RowsModel(_factor_columns(), parent=self)
        self.factors = _table("Factors of escalation, before and after", self._factors)
        self._fronts: RowsModel[FactorChange] = RowsModel(_factor_columns("Part"), parent=self)
        self.fronts = _table("Parts of the index, before and after", self._fronts)
        self._lay_out()
        self.rises.row_activated.connect(self._on_activated)
        self.kind.current_changed.connect(self._retell)
        for key, button in self.spans.items():
            button.clicked.connect(lambda _checked=False, key=key: self.span_wished.emit(key))

    @property
    def moved(self) -> WhyMoved | None:
        """What is shown; None before the first."""
        return self._moved

    def show_why(self, moved: WhyMoved) -> None:
        """Show another span."""
        self._moved = moved
        change = moved.after - moved.before
        words = f"{moved.words[0].upper()}{moved.words[1:]}"
        self.title.setText(f"{words}: {moved.before:.1f} to {moved.after:.1f} ({signed(change)})")
        self.waterfall.set_rows(
            ("Before", moved.before),
            [(step.label, step.change) for step in moved.steps],
            ("After", moved.after),
        )
        told = [f"{MECHANISM_WORDS[m].lower()} {signed(points)}" for m, points in moved.shares]
        self.shares.setText(f"Rises: {', '.join(told)}" if told else "Nothing raised it.")
        self._rises.set_rows(moved.rises)
        self._factors.set_rows(moved.factors)
        self._fronts.set_rows(moved.fronts)
        self._retell()

    def _lay_out(self) -> None:
        head = row(spacing=SPACE_8, margins=(SPACE_12, 4, SPACE_12, 4))
        head.addWidget(self.title, 1)
        for button in self.spans.values():
            head.addWidget(button)
        head.addWidget(self.kind)
        content = ScrollContent()
        lines = column(content, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        lines.addWidget(self.waterfall)
        lines.addStretch(1)
        left = ScrollPage(content, "Waterfall", by_key=True)
        right = QWidget()
        beside = column(right)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        nothing = EmptyState("Nothing raised it in this span.")
        for page in (self.rises, self.factors, self.fronts, nothing):
            self._pages.addWidget(page)
        foot = row(margins=(SPACE_12, 4, SPACE_12, 4))
        foot.addWidget(self.shares, 1)
        beside.addWidget(pages, 1)
        beside.addWidget(Hairline())
        beside.addLayout(foot)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setObjectName("debrief-why")
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([_LEFT, _LEFT + 80])
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        whole.addWidget(both, 1)

    def _rise_columns(self) -> tuple[Column[Rise], ...]:
        def who(rise: Rise) -> ActorValue:
            return _NOBODY if rise.actor is None else actor_value(self._actors[rise.actor])

        return (
            Column("Actor", lambda rise: who(rise).name, 64, roles={ACTOR_ROLE: who}),
            Column("What raised it", _rise_words, stretch=True, tip=_sentence, spoken=_sentence),
            Column("Turn", lambda rise: str(rise.turn), 40, align="end"),
            Column("Points", lambda rise: signed(rise.change), 56, align="end"),
            Column(
                "How",
                lambda rise: MECHANISM_WORDS[rise.mechanism],
                92,
                tip=lambda rise: rise.reason,
                roles={EMPHASIS_ROLE: _emphasis},
            ),
        )

    def _retell(self) -> None:
        beside = {FACTORS: 1, FRONTS: 2}.get(self.kind.current())
        self._pages.setCurrentIndex(beside or (0 if self._rises.rows else 3))

    def _on_activated(self, index: QModelIndex) -> None:
        self.place_chosen.emit(self._rises.row_at(index).place)


def _table(name: str, model: RowsModel[Rise] | RowsModel[FactorChange]) -> TableView:
    view = TableView(name, DENSE_ROW_HEIGHT)
    view.setItemDelegate(DenseTextDelegate(view))
    view.setModel(model)
    return view


def _factor_columns(title: str = "Factor") -> tuple[Column[FactorChange], ...]:
    return (
        Column(title, lambda f: f.name, 136, tip=lambda f: f.meaning),
        Column("Before", lambda f: f.before, 150, roles={EMPHASIS_ROLE: lambda _: "muted"}),
        Column(
            "After",
            lambda f: f.after,
            stretch=True,
            spoken=lambda f: f"{f.after}, before {f.before}. {f.meaning}",
            roles={EMPHASIS_ROLE: lambda f: "normal" if f.after == f.before else "strong"},
        ),
    )


def _rise_words(rise: Rise) -> str:
    return f"{rise.words}, at {rise.target}" if rise.target else rise.words


def _sentence(rise: Rise) -> str:
    return (
        f"{_rise_words(rise)}: {signed(rise.change)} points. "
        f"{MECHANISM_WORDS[rise.mechanism]}: {rise.reason}"
    )


def _emphasis(rise: Rise) -> str:
    loud = {Mechanism.INADVERTENT, Mechanism.ACCIDENTAL}
    if rise.mechanism in loud:
        return "strong"
    return "normal" if rise.mechanism is Mechanism.DELIBERATE else "muted"
