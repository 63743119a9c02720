"""Small scenarios and worlds for tests, made in code, one word for each thing a test varies."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from wargame.engine.start import start_world
from wargame.model.actors import Actor, Doctrine, Relation, RelationKind, StartValue
from wargame.model.events import SessionStarted
from wargame.model.ids import ActorId, Basis, Controller, FrontId, MoveId, Phase, Weapon
from wargame.model.moves import (
    Category,
    Change,
    Effect,
    Lasting,
    Move,
    Resolution,
    Salvo,
    Step,
)
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import Band, Front, Parameter, Scenario, StartPoint
from wargame.model.seats import Seat, Settings
from wargame.model.world import World

BLU, AMB, GRN, PRX = ActorId("BLU"), ActorId("AMB"), ActorId("GRN"), ActorId("PRX")
DIRECT, BORDER, DIPLOMACY = FrontId("direct"), FrontId("border"), FrontId("diplomacy")
START = "start"


def actor(name: ActorId, initiative: int, borders: Iterable[ActorId] = ()) -> Actor:
    """A playable actor with an ordinary doctrine."""
    return Actor(
        id=name,
        name=name.title(),
        common_name="",
        abstract_name=name.title(),
        camp="background",
        playable=True,
        initiative=initiative,
        borders=tuple(borders),
        roles=(),
        objectives=(),
        red_lines=(),
        doctrine=Doctrine(0.8, 0.1, 13.0, 0.0, 0.0, 0.5, ""),
        briefing="",
        sources=(),
    )


def relation(
    first: ActorId, second: ActorId, kind: RelationKind, front: FrontId | None = None
) -> Relation:
    """A relation, with one front for all acts."""
    return Relation(first, second, kind, front, None, "", ())


def move(name: str, rung: float, **changed: object) -> Move:
    """An open, free, hostile strike event that everybody may make at everybody."""
    plain = Move(
        id=MoveId(name),
        category=Category.MILITARY,
        name=f"Move {name}",
        summary="",
        rung=rung,
        kahn="9",
        cameo="195",
        goldstein=-10.0,
        rivera="Violent",
        hostility=4,
        lasting=Lasting.EVENT,
        step=Step.STRIKE,
        resolution=Resolution.STRIKE,
        political=0.0,
        material=0.0,
        preparation=0,
        deniability=0.0,
        who=(BLU, AMB, GRN, PRX),
        targets=(BLU, AMB, GRN, PRX),
        front=None,
        home_soil=False,
        joint=False,
        salvo=None,
        requires=(),
        effects=(),
        tags=frozenset(),
        precedent="",
        precedent_day=None,
        sources=(),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def effect(variable: str, of: str, change: str, amount: float, **more: object) -> Effect:
    """A declared effect."""
    return replace(
        Effect(variable, "world", Change(change), amount),
        of=of,  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def _burning(name: str, rung: float, tag: str, **more: object) -> Move:
    """Sustained fire of a kind of its own."""
    return move(
        name,
        rung,
        step=Step.GROUND,
        resolution=Resolution.FIRE,
        lasting=Lasting.SUSTAINED,
        tags=frozenset({tag}),
        **more,
    )


def _standing(name: str, rung: float, tag: str, goldstein: float, **more: object) -> Move:
    """A plain move that stays in force and that one system knows by its tag."""
    whole = {
        "goldstein": goldstein,
        "step": Step.ECONOMIC,
        "resolution": Resolution.PLAIN,
        "lasting": Lasting.STANDING,
        "hostility": 1,
        "tags": frozenset({tag}),
        **more,
    }
    return move(name, rung, **whole)


def _spoken(name: str, tag: str, rung: float, goldstein: float, **more: object) -> Move:
    """Words that one system knows by their tag; with the talks, after the acts of the turn."""
    whole = {
        "goldstein": goldstein,
        "step": Step.TALKS,
        "resolution": Resolution.PLAIN,
        "category": Category.INFORMATIONAL,
        "hostility": 1,
        "tags": frozenset({tag}),
        **more,
    }
    return move(name, rung, **whole)


ALL_WEAPONS = Salvo(tuple(Weapon), (170, 30, 120, 0, 0), 100_000)

MOVES: tuple[Move, ...] = (
    move(
        "null",
        0,
        hostility=1,
        goldstein=0.0,
        step=Step.NOTICE,
        resolution=Resolution.PLAIN,
        targets=(),
        tags=frozenset({"hold"}),
    ),
    move(
        "notice",
        0,
        hostility=1,
        goldstein=1.0,
        step=Step.NOTICE,
        resolution=Resolution.PLAIN,
        category=Category.DIPLOMATIC,
        targets=(),
        tags=frozenset({"notice"}),
    ),
    move(
        "message",
        0,
        hostility=1,
        goldstein=1.0,
        step=Step.NOTICE,
        resolution=Resolution.PLAIN,
        category=Category.DIPLOMATIC,
        deniability=1.0,
        political=1.0,
        effects=(effect("channel", "actor-target", "add", 0.1),),
    ),
    move(
        "alert",
        5,
        hostility=1,
        goldstein=-7.2,
        step=Step.PARTNER,
        resolution=Resolution.PLAIN,
        lasting=Lasting.STANDING,
        material=2.0,
        targets=(),
        effects=(
            effect("readiness", "actor", "raise-to", 0.65),
            effect("economy", "actor", "add", -0.004, per_turn=True),
        ),
    ),
    move("sabotage", 6, step=Step.COVERT, resolution=Resolution.COVERT, deniability=0.8),
    move(
        "kill", 11, step=Step.COVERT, resolution=Resolution.COVERT, deniability=0.5, home_soil=True
    ),
    move("preempt", 10, step=Step.PREEMPT, material=2.0, tags=frozenset({"preempt"})),
    move(
        "barrage",
        13,
        resolution=Resolution.BARRAGE,
        salvo=ALL_WEAPONS,
        home_soil=True,
        material=3.0,
    ),
    move("ships", 8, resolution=Resolution.BARRAGE, salvo=ALL_WEAPONS, tags=frozenset({"ships"})),
    move("strike", 12, home_soil=True, political=1.0),
    move("raid", 9),
    move("prepared", 13, home_soil=True, preparation=2, political=2.0, material=3.0),
    move(
        "fire",
        8,
        step=Step.GROUND,
        resolution=Resolution.FIRE,
        lasting=Lasting.SUSTAINED,
        material=1.0,
    ),
    move("campaign", 14, step=Step.GROUND, resolution=Resolution.FIRE, lasting=Lasting.SUSTAINED),
    move(
        "sanctions",
        3,
        hostility=1,
        step=Step.ECONOMIC,
        resolution=Resolution.PLAIN,
        goldstein=-8.0,
        political=1.0,
    ),
    move(
        "talks",
        0,
        hostility=1,
        step=Step.TALKS,
        resolution=Resolution.PLAIN,
        goldstein=5.0,
        category=Category.DIPLOMATIC,
        effects=(effect("talks", "front", "add", 0.05),),
    ),
    move(
        "stand-down",
        0,
        hostility=1,
        step=Step.TALKS,
        resolution=Resolution.PLAIN,
        goldstein=9.0,
        lasting=Lasting.STANDING,
        targets=(),
        tags=frozenset({"stand-down"}),
    ),
    move("use", 20, tags=frozenset({"nuclear-use", "last-resort"}), home_soil=True),
    _burning("potshots", 7, "casualty-tail", deniability=0.5),
    _burning("ground", 15, "ground-war"),
    _burning("war", 17, "inter-state-war", home_soil=True),
    _standing("ship-attacks", 7, "shipping", -9.5, lasting=Lasting.SUSTAINED),
    _standing("strait", 17, "strait", -9.5, lasting=Lasting.SUSTAINED),
    _standing("siege", 8, "siege", -9.5),
    _standing("cover", 0, "protects-civilians", 9.0, targets=(), front=BORDER),
    _standing("escort", 4, "escort", 8.5, step=Step.PARTNER, targets=()),
    _standing("enrich", 5, "enrich", -5.0, targets=()),
    _standing(
        "join-defence",
        4,
        "partner-defence",
        8.5,
        lasting=Lasting.EVENT,
        step=Step.PARTNER,
        effects=(effect("partners", "target", "add", 0.4),),
    ),
    move(
        "damage-plant",
        6,
        step=Step.COVERT,
        resolution=Resolution.COVERT,
        deniability=0.8,
        home_soil=True,
        tags=frozenset({"sabotage"}),
    ),
    move("hit-plant", 16, home_soil=True, tags=frozenset({"nuclear-strike"})),
    move(
        "breakout",
        19,
        goldstein=-5.0,
        step=Step.COVERT,
        resolution=Resolution.PLAIN,
        deniability=0.7,
        targets=(),
        tags=frozenset({"breakout", "nuclear-fear"}),
        effects=(effect("nuclear_resolve", "actor", "raise-to", 1.5),),
    ),
    move("unseen-raid", 14, home_soil=True, tags=frozenset({"unnotified"})),
    _spoken("warn", "warning", 2, -7.0),
    _spoken("close", "closes-matter", 0, 7.0),
    _spoken("claim", "claims-victory", 0, 0.4),
    _spoken("vow", "vow", 3, -7.0, effects=(effect("vows", "actor", "add", 1.0),)),
    _spoken("pull-back", "stand-down", 0, 9.0, lasting=Lasting.STANDING, step=Step.NOTICE),
)


def scenario(
    values: Mapping[str, float] | None = None,
    *,
    moves: tuple[Move, ...] = MOVES,
    parameters: Mapping[str, float] | None = None,
    turn_days: float = 7.0,
    turns: int = 12,
    fourth: bool = True,
) -> Scenario:
    """Two rival states, a neutral one and a group: fronts direct, border and diplomacy.

    Args:
        values: Starting values, ``face.BLU`` or ``debt.BLU.AMB``, over a plain start.
        moves: The catalogue.
        parameters: Constants of the law set to other values.
        turn_days: Days of a turn.
        turns: Turns of a game.
        fourth: Whether the group is in it.
    """
    actors = [actor(BLU, 10, (PRX,)), actor(AMB, 20), actor(GRN, 30)]
    relations = [
        relation(BLU, AMB, "rivals", DIRECT),
        relation(BLU, GRN, "mediation", DIPLOMACY),
    ]
    if fourth:
        actors.append(actor(PRX, 40))
        relations += [
            relation(BLU, PRX, "rivals", BORDER),
            relation(AMB, PRX, "patron-proxy", DIPLOMACY),
        ]
    names = {a.id for a in actors}
    plain = {
        "shield.BLU": 1.0,
        **{
            f"interceptors.BLU.{layer}": 1.0
            for layer in ("outer", "fighters", "upper", "lower", "point")
        },
        **{f"stock.AMB.{weapon}": 2000.0 for weapon in Weapon},
        "naval.BLU": 1.0,
        "intel.BLU.AMB": 0.7,
        "precedent.BLU.AMB": 6.0,
    }
    if fourth:
        plain["stock.PRX.rocket"] = 50_000.0
    return Scenario(
        id="test",
        title="Test",
        line="",
        version="1",
        turns=turns,
        turn_days=turn_days,
        minutes=60,
        plan_minutes=10,
        max_orders=3,
        seed=1,
        note="",
        actors=tuple(actors),
        relations=tuple(relations),
        fronts=(
            Front(DIRECT, "Direct", 1.0, ""),
            Front(BORDER, "Border", 0.5, ""),
            Front(DIPLOMACY, "Diplomacy", 0.3, ""),
        ),
        rungs=(),
        bands=(Band(1, "Steady", 0.0, 0, 20, ""),),
        moves=tuple(
            replace(
                m,
                who=tuple(n for n in m.who if n in names),
                targets=tuple(n for n in m.targets if n in names),
            )
            for m in moves
        ),
        injects=(),
        parameters=tuple(
            Parameter(key, value, value, value, Basis.JUDGED, "", ())
            for key, value in (parameters or {}).items()
        ),
        sources=(),
        starts=(
            StartPoint(
                START,
                "Start",
                date(2024, 1, 1),
                tuple(_start_value(k, v) for k, v in {**plain, **(values or {})}.items()),
                "",
                (),
                (),
            ),
        ),
    )


def _start_value(name: str, value: float) -> StartValue:
    parts = [*name.split("."), "", ""]
    return StartValue(parts[0], parts[1], parts[2], value, "", ())


def world(of: Scenario, seed: int = 1, turn: int = 1) -> World:
    """The world at the start of a turn's adjudication, nothing sealed yet."""
    seats = tuple(Seat(a.id, Controller.PEOPLE) for a in of.seats)
    settings = Settings("Test", seed, START, 0, seats)
    first = start_world(of, SessionStarted("test", "", "1", settings))
    return replace(first, turn=turn, phase=Phase.ADJUDICATE, turns=((),) * turn)


def with_orders(of: World, **orders: list[Order]) -> World:
    """The same world with these orders sealed, by seat."""
    sealed = tuple((ActorId(seat), tuple(sheet)) for seat, sheet in orders.items())
    return replace(of, sealed=tuple(sorted(sealed, key=lambda pair: pair[0])))


def with_values(layout_of: Scenario, of: World, values: Mapping[str, float]) -> World:
    """The same world with some numbers changed, ``debt.BLU.AMB`` or ``oil``."""
    numbers = bytearray(of.values)
    for name, value in values.items():
        at = layout_of.layout.offset(*[*name.split("."), "", ""][:3])
        struct.pack_into("<d", numbers, 8 * at, value)
    return replace(of, values=bytes(numbers))


def order(name: str, target: ActorId | None = None, **more: object) -> Order:
    """An order for a move."""
    return replace(Order(MoveId(name), target), **more)  # type: ignore[arg-type]


def standing(who: ActorId, what: Order, since: int = 0) -> StandingAct:
    """Something that has been going on."""
    return StandingAct(who, what, since, since)
