"""Adjudication screens for tests that walk every screen: an act, and an argument."""

from __future__ import annotations

from dataclasses import replace

from tests.scenes import AMB, BLU, after, blank, order, planning_world
from wargame.engine.adjudicate import adjudicate
from wargame.model.arguments import Argument
from wargame.model.events import OrdersSealed, PhaseBegan
from wargame.model.ids import Phase
from wargame.model.orders import WRITTEN, Order
from wargame.model.rulings import ArgumentWeighed
from wargame.model.weighing import Reason, Weighing
from wargame.model.world import World
from wargame.play.adjudication.ruling_cases import adjudication_view, case_view
from wargame.ui.adjudicate.adjudicate_screen import AdjudicateScreen

CALL = Order(
    WRITTEN,
    AMB,
    meant=2.0,
    audience=(AMB,),
    message="Nobody moves before the harvest is in.",
    argument=Argument(
        "Both harbours are closed to warships until the harvest is in.",
        "No patrol leaves port this month.",
        ("Both sides asked for it.",),
    ),
)
WEIGHED = Weighing(
    (Reason("Both sides asked for it.", favours=True, weight=3, by="BLU"),),
    ("Ines", "Grace"),
    (("Ines", 0.4),),
)


def adjudicated() -> World:
    """A turn of the blank scenario after its lock: one argument waits."""
    scenario = blank()
    sealed = (
        OrdersSealed(BLU, (order("C04", "AMB"), CALL)),
        PhaseBegan(1, Phase.ADJUDICATE),
    )
    locked = after(scenario, sealed, planning_world(scenario))
    done = after(scenario, adjudicate(scenario, locked), locked)
    return after(scenario, (ArgumentWeighed(1, BLU, 2, WEIGHED),), done)


def adjudicating(*, argument: bool) -> AdjudicateScreen:
    """The screen with an act of the law opened, or with the argument."""
    scenario, world = blank(), adjudicated()
    view = adjudication_view(scenario, world, ())
    screen = AdjudicateScreen(view)
    screen.show_view(view)
    row = next(row for row in view.rows if row.case.is_written == argument)
    screen.show_case(case_view(scenario, world, replace(row, sealed_at="")))
    return screen
