"""Ready scenes for tests: the bundled scenarios, loaded once, and worlds made by real events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from wargame import paths
from wargame.engine.apply import apply
from wargame.model.events import Event, OutcomePublished, PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.layout import Layout
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat, Settings
from wargame.model.world import World
from wargame.play.library import open_scenario
from wargame.scenarios.loading import LoadedScenario

BLU, AMB, GRN = ActorId("BLU"), ActorId("AMB"), ActorId("GRN")
ISR, IRN, USA, HZB, QAT = (ActorId(name) for name in ("ISR", "IRN", "USA", "HZB", "QAT"))


@cache
def loaded(name: str) -> LoadedScenario:
    """A bundled scenario with its text."""
    return open_scenario(paths.assets() / "scenarios" / name)


def blank() -> Scenario:
    """The smallest complete scenario."""
    return loaded("blank").scenario


def after_tehran() -> Scenario:
    """The bundled scenario of twelve seats."""
    return loaded("after-tehran").scenario


def settings_for(scenario: Scenario, seed: int = 7) -> Settings:
    """Settings with people in every seat."""
    seats = tuple(Seat(actor.id, Controller.PEOPLE) for actor in scenario.seats)
    return Settings("A test", seed, scenario.starts[0].id, 20, seats)


def after(scenario: Scenario, events: Sequence[Event], world: World | None = None) -> World:
    """The world after some events."""
    for event in events:
        number = (world.events if world else 0) + 1
        world = replace(apply(scenario, world, event, number), events=number)
    assert world is not None
    return world


def planning_world(scenario: Scenario, seed: int = 7) -> World:
    """The world in the planning phase of turn 1."""
    started = SessionStarted(scenario.id, "0" * 64, "1", settings_for(scenario, seed))
    return after(scenario, (started, PhaseBegan(1, Phase.BRIEF), PhaseBegan(1, Phase.PLAN)))


def next_plan(scenario: Scenario, world: World) -> World:
    """The world one turn on, its outcome published, in the planning phase again."""
    turn = world.turn
    return after(
        scenario,
        (
            OutcomePublished(turn),
            PhaseBegan(turn, Phase.OUTCOME),
            PhaseBegan(turn + 1, Phase.BRIEF),
            PhaseBegan(turn + 1, Phase.PLAN),
        ),
        world,
    )


def order(move: str, target: str | None = None, **more: object) -> Order:
    """An order, as short as tests like it."""
    aimed = ActorId(target) if target else None
    return replace(Order(MoveId(move), aimed), **more)  # type: ignore[arg-type]


def with_value(
    layout: Layout, values: bytes, number: float, variable: str, first: str = "", second: str = ""
) -> bytes:
    """The numbers with one of them set."""
    import struct

    changed = bytearray(values)
    struct.pack_into("<d", changed, 8 * layout.offset(variable, first, second), number)
    return bytes(changed)
