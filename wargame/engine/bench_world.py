"""The smallest world that the law can compute in: two rivals, for the doors to single equations."""

from __future__ import annotations

import struct
from datetime import date

from wargame.model.actors import Actor, Doctrine, Relation
from wargame.model.ids import ActorId, FrontId, MoveId
from wargame.model.moves import Category, Lasting, Move, Resolution, Step
from wargame.model.scenario import Front, Parameter, Scenario, StartPoint
from wargame.model.variables import BY_NAME

FIRST, SECOND = 0, 1
"""Places of the two actors: the one who strikes, and the one who is struck."""

_START = "bench"


def bench_scenario(
    fronts: tuple[Front, ...] = (Front(FrontId("direct"), "Direct", 1.0, ""),),
    parameters: tuple[Parameter, ...] = (),
) -> Scenario:
    """Two rivals that face each other on the first front, and two salvo moves: soil and ships."""
    names = ActorId("ONE"), ActorId("TWO")
    return Scenario(
        id="bench",
        title="Bench",
        line="",
        version="1",
        turns=1,
        turn_days=1.0,
        minutes=0,
        plan_minutes=0,
        max_orders=1,
        seed=0,
        note="",
        actors=tuple(_actor(name) for name in names),
        relations=(Relation(*names, "rivals", fronts[0].id, None, "", ()),),
        fronts=fronts,
        rungs=(),
        bands=(),
        moves=(_salvo_move("salvo", frozenset()), _salvo_move("at-ships", frozenset({"ships"}))),
        injects=(),
        parameters=parameters,
        sources=(),
        starts=(StartPoint(_START, "", date(2024, 1, 1), (), "", (), ()),),
    )


def bench_start(bench: Scenario) -> bytearray:
    """The memory of its world, with every number at its default."""
    numbers = [BY_NAME[address.variable].start for address in bench.layout.addresses]
    return bytearray(struct.pack(f"<{bench.layout.size}d", *numbers))


def _actor(name: ActorId) -> Actor:
    return Actor(
        id=name,
        name=name,
        common_name="",
        abstract_name=name,
        camp="background",
        playable=True,
        initiative=0,
        borders=(),
        roles=(),
        objectives=(),
        red_lines=(),
        doctrine=Doctrine(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ""),
        briefing="",
        sources=(),
    )


def _salvo_move(name: str, tags: frozenset[str]) -> Move:
    return Move(
        id=MoveId(name),
        category=Category.MILITARY,
        name=name,
        summary="",
        rung=13.0,
        kahn="12",
        cameo="195",
        goldstein=-10.0,
        rivera="Violent",
        hostility=4,
        lasting=Lasting.EVENT,
        step=Step.STRIKE,
        resolution=Resolution.BARRAGE,
        political=0.0,
        material=0.0,
        preparation=0,
        deniability=0.0,
        who=(),
        targets=(),
        front=None,
        home_soil=True,
        joint=False,
        salvo=None,
        requires=(),
        effects=(),
        tags=tags,
        precedent="",
        precedent_day=None,
        sources=(),
    )
