"""The gallery's lists: seats, events, sessions."""

from __future__ import annotations

from tests.ui.gallery_sample import (
    HZB,
    IRN,
    ISR,
    QAT,
    SCALE,
    UNKNOWN,
    Happening,
    Seat,
    Session,
    rung_value,
)
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.grouped_model import GroupedRowsModel, RowGroup
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import (
    ACTOR_ROLE,
    EMPHASIS_ROLE,
    ICON_ROLE,
    RUNG_ROLE,
    SPARK_ROLE,
    TWO_LINE_ROLE,
    ActorValue,
    SparkValue,
    TwoLineValue,
)
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, FORM_ROW_HEIGHT
from wargame.ui.widgets.buttons import (
    IconButton,
    SecondaryButton,
)
from wargame.ui.widgets.delegates import (
    ActorDelegate,
    RungDelegate,
    SparklineDelegate,
    TwoLineDelegate,
)
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import Hairline, row
from wargame.ui.widgets.views import TableView, TreeView


def seats_panel() -> Panel:
    panel = Panel("Seats", "12")
    panel.add_action(IconButton("funnel", "Filter seats", small=True))
    panel.add_action(IconButton("ellipsis", "More", small=True))
    columns = [
        Column[Seat]("Seat", lambda s: s.shown.title, roles={TWO_LINE_ROLE: lambda s: s.shown})
    ]
    model = GroupedRowsModel(columns, lambda s: s.key, panel)
    planning = [("ISR", ISR, "Israel", "Dana, Tom, Ravi"), ("IRN", IRN, "Iran", "Leila, Omid, Per")]
    sealed = [("HZB", HZB, "Hezbollah", "Karim, Ana"), ("QAT", QAT, "Qatar", "Noor")]
    model.set_groups(
        [
            RowGroup("Planning", tuple(_seat(*s, "Planning", "2 of 3 moves") for s in planning)),
            RowGroup("Sealed", tuple(_seat(*s, "Sealed", "14:21") for s in sealed)),
        ]
    )
    tree = TreeView("Seats")
    tree.setItemDelegate(TwoLineDelegate(tree))
    tree.setModel(model)
    tree.setCurrentIndex(model.index_of("ISR"))
    panel.body.addWidget(tree)
    foot = row(margins=(12, 8, 12, 8))
    foot.addWidget(SecondaryButton("Nudge 3 seats", "bell", small=True))
    foot.addStretch(1)
    questions = SecondaryButton("Questions", small=True)
    questions.set_count(2)
    foot.addWidget(questions)
    panel.body.addWidget(Hairline())
    panel.body.addLayout(foot)
    return panel


def _seat(key: str, actor: ActorValue, name: str, who: str, state: str, more: str) -> Seat:
    icon = "pen-line" if state == "Planning" else "lock"
    return Seat(
        key,
        TwoLineValue(
            title=name,
            actor=actor,
            subtitle=who,
            subtitle_icon="users",
            aside=state,
            aside_icon="pen-line" if icon == "pen-line" else "lock",
            aside_below=more,
        ),
    )


def events_panel() -> Panel:
    panel = Panel("Events", "turn 3 outcome, newest first")
    search = SearchField("Filter events", small=True)
    search.setFixedWidth(184)
    panel.add_action(search)
    columns = [
        Column[Happening]("In-game time", lambda h: h.when, 104),
        Column[Happening](
            "From, to",
            lambda h: h.source.code,
            156,
            roles={ACTOR_ROLE: lambda h: (h.source, h.target)},
        ),
        Column[Happening](
            "What happened",
            lambda h: h.what,
            stretch=True,
            roles={EMPHASIS_ROLE: lambda h: "strong" if h.index > 2 else "normal"},
        ),
        Column[Happening](
            "Rung", lambda h: str(h.rung.rung), 64, roles={RUNG_ROLE: lambda h: h.rung}
        ),
        Column[Happening](
            "Attribution",
            lambda h: h.seen,
            112,
            roles={ICON_ROLE: lambda _: "eye", EMPHASIS_ROLE: lambda _: "muted"},
        ),
        Column[Happening]("Index", lambda h: f"{h.index:+.1f}".replace("-", "−"), 64, "end"),
    ]
    rows = [
        Happening(
            "8 Aug 22:10",
            QAT,
            IRN,
            "Qatar carries a message: hold for Doha",
            rung_value(0),
            "Private",
            -1.4,
        ),
        Happening(
            "8 Aug 17:00",
            ISR,
            None,
            "Carrier group and destroyers ordered in",
            rung_value(4),
            "Overt",
            0.7,
        ),
        Happening(
            "8 Aug 03:40",
            ISR,
            HZB,
            "Air raids on launch sites, southern Lebanon",
            rung_value(8),
            "Overt",
            2.6,
        ),
        Happening(
            "7 Aug 02:30",
            UNKNOWN,
            ISR,
            "Rockets at Ain al-Asad air base, Iraq",
            rung_value(13),
            "Not claimed",
            1.2,
        ),
        Happening(
            "6 Aug 18:00",
            IRN,
            None,
            "“A reply will come at a time of our choosing”",
            rung_value(16),
            "Overt",
            0.9,
        ),
    ]
    table = TableView("Events", DENSE_ROW_HEIGHT)
    table.setModel(RowsModel(columns, rows, panel))
    table.setItemDelegateForColumn(1, ActorDelegate(table))
    table.setItemDelegateForColumn(3, RungDelegate(table))
    table.selectRow(2)
    panel.body.addWidget(table)
    return panel


def sessions_panel() -> Panel:
    panel = Panel("Recent sessions")
    histories = [
        ((0, 58), (1, 77), (2, 75), (3, 74)),
        tuple((t, 40 + 3 * t if t < 8 else 64 + (12 - t)) for t in range(13)),
        ((0, 20), (1, 30), (2, 28), (3, 58), (4, 50)),
    ]
    columns = [
        Column[Session](
            "Session", lambda s: s.name, 160, roles={EMPHASIS_ROLE: lambda _: "strong"}
        ),
        Column[Session]("Turn", lambda s: s.turn, 80, roles={EMPHASIS_ROLE: lambda _: "muted"}),
        Column[Session](
            "Escalation, peak", lambda _: "", 120, roles={SPARK_ROLE: lambda s: s.spark}
        ),
        Column[Session]("Peak", lambda s: s.peak, 60, "end"),
        Column[Session]("", lambda _: "", stretch=True),
    ]
    rows = [
        Session(
            f"Staff College {letter}",
            "4 of 12",
            SparkValue(tuple(points), 12, 60, SCALE.of_index(max(p[1] for p in points)).number),
            str(max(p[1] for p in points)),
        )
        for letter, points in zip("ABC", histories, strict=True)
    ]
    table = TableView("Sessions", FORM_ROW_HEIGHT)
    table.setModel(RowsModel(columns, rows, panel))
    table.setItemDelegateForColumn(2, SparklineDelegate(table))
    panel.body.addWidget(table)
    return panel
