"""The tables that a scenario gives the law: who is who to whom, and the move catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.engine.law.arithmetic import ln
from wargame.engine.law.ladder import intensity
from wargame.engine.law.rng import word_of
from wargame.engine.law.tags import TAGS
from wargame.model.ids import ActorId, Layer, Weapon
from wargame.model.moves import Change, Effect, Lasting, Move, Resolution, Step
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME, Scope

STEPS = tuple(Step)
RESOLUTIONS = tuple(Resolution)
LASTING = tuple(Lasting)
CHANGES = tuple(Change)
SCOPES = tuple(Scope)
EFFECT_OF = (
    "world",
    "actor",
    "target",
    "actor-target",
    "target-actor",
    "front",
    "rivals-actor",
    "proxies-actor",
)


@dataclass(frozen=True, slots=True)
class Table:
    """An array of ``Parameters``: NumPy kind, shape (empty for one number) and flat values."""

    kind: str
    shape: tuple[int, ...]
    values: Sequence[float]


def tables_of(scenario: Scenario, start: str, least_weight: float) -> dict[str, Table]:
    """Every table by its name in ``Parameters``.

    Args:
        scenario: The scenario.
        start: Start point, which gives the actors' material income.
        least_weight: Front weight from which two rivals face each other directly.
    """
    return {
        **_sizes(scenario),
        **_actor_tables(scenario, start),
        **_pair_tables(scenario, least_weight),
        **_front_tables(scenario),
        **_move_tables(scenario),
        **_effect_tables(scenario),
    }


def _sizes(scenario: Scenario) -> dict[str, Table]:
    return {
        "n_actors": Table("<i8", (), [len(scenario.actors)]),
        "n_fronts": Table("<i8", (), [len(scenario.fronts)]),
        "n_moves": Table("<i8", (), [len(scenario.moves)]),
    }


def _actor_tables(scenario: Scenario, start: str) -> dict[str, Table]:
    actors = scenario.actors
    length = (len(actors),)
    groups = {r.second for r in scenario.relations if r.kind == "patron-proxy"}
    income = dict.fromkeys((a.id for a in actors), BY_NAME["material"].start)
    for value in scenario.start[start].values:
        if value.variable == "material":
            for actor in actors:
                if value.first in {actor.id, "*"}:
                    income[actor.id] = value.value
    whole: dict[str, list[int]] = {
        "actor_key": [word_of(a.id) for a in actors],
        "initiative": [a.initiative for a in actors],
        "state": [int(a.id not in groups) for a in actors],
        "played": [int(a.playable) for a in actors],
    }
    numbers = {
        "material_income": [income[a.id] for a in actors],
        "reply_ratio": [a.doctrine.reply_ratio for a in actors],
        "opportunism": [a.doctrine.opportunism for a in actors],
        "ceiling": [a.doctrine.ceiling for a in actors],
        "routine": [a.doctrine.routine for a in actors],
        "solidarity": [a.doctrine.solidarity for a in actors],
    }
    towards = [dict(a.doctrine.telegraphs_to) for a in actors]
    notice = [
        told.get(other.id, actor.doctrine.telegraphs)
        for actor, told in zip(actors, towards, strict=True)
        for other in actors
    ]
    return {
        "telegraphs": Table("<f8", (len(actors), len(actors)), notice),
        **{name: Table("<i8", length, values) for name, values in whole.items()},
        **{name: Table("<f8", length, values) for name, values in numbers.items()},
    }


def _pair_tables(scenario: Scenario, least_weight: float) -> dict[str, Table]:
    ids = [a.id for a in scenario.actors]
    plain, home = _fronts_of_pairs(scenario)
    near_enough = {n for n, front in enumerate(scenario.fronts) if front.weight >= least_weight}
    last = len(scenario.fronts) - 1
    related = {(r.first, r.second, r.kind) for r in scenario.relations}

    def both(first: ActorId, second: ActorId, kind: str) -> bool:
        return (first, second, kind) in related or (second, first, kind) in related

    def near(first: ActorId, second: ActorId) -> bool:
        return second in scenario.actor[first].borders or first in scenario.actor[second].borders

    def direct(first: ActorId, second: ActorId) -> bool:
        faced = home.get(frozenset((first, second)), last) in near_enough
        return faced and both(first, second, "rivals")

    rules: dict[str, Callable[[ActorId, ActorId], int]] = {
        "rivals": lambda i, j: both(i, j, "rivals"),
        "proxy": lambda i, j: (i, j, "patron-proxy") in related,
        "partner_of": lambda i, j: (i, j, "patron-partner") in related,
        "allies": lambda i, j: both(i, j, "allies"),
        "mediates": lambda i, j: both(i, j, "mediation"),
        "near": near,
        "direct": direct,
        "front_of": lambda i, j: plain.get(frozenset((i, j)), last),
        "home_front": lambda i, j: home.get(frozenset((i, j)), last),
    }
    return {
        name: Table("<i8", (len(ids), len(ids)), [int(rule(i, j)) for i in ids for j in ids])
        for name, rule in rules.items()
    }


def _fronts_of_pairs(
    scenario: Scenario,
) -> tuple[dict[frozenset[ActorId], int], dict[frozenset[ActorId], int]]:
    """The place of each related pair's front, for ordinary acts and for acts on home soil.

    The same answer as ``Scenario.front_between``, for all pairs in one pass.
    """
    places = {front.id: n for n, front in enumerate(scenario.fronts)}
    plain: dict[frozenset[ActorId], int] = {}
    home: dict[frozenset[ActorId], int] = {}
    for relation in scenario.relations:
        pair = frozenset((relation.first, relation.second))
        if relation.front:
            plain.setdefault(pair, places[relation.front])
        if chosen := relation.home_front or relation.front:
            home.setdefault(pair, places[chosen])
    return plain, home


def _front_tables(scenario: Scenario) -> dict[str, Table]:
    """Weights, and who faces whom where: the first rivalry of a front, and of an actor."""
    actors = [a.id for a in scenario.actors]
    fronts = [f.id for f in scenario.fronts]
    rivalries = [r for r in scenario.relations if r.kind == "rivals" and r.front]
    faced = [next((r for r in rivalries if r.front == f), None) for f in fronts]
    first_of = [next((r for r in rivalries if a in {r.first, r.second}), None) for a in actors]
    whole = {
        "front_first": [actors.index(r.first) if r else -1 for r in faced],
        "front_second": [actors.index(r.second) if r else -1 for r in faced],
        "linked_front": [int(f.linked) for f in scenario.fronts],
        "first_front": [
            fronts.index(r.front) if r and r.front else len(fronts) - 1 for r in first_of
        ],
    }
    return {
        "front_weight": Table("<f8", (len(fronts),), [front.weight for front in scenario.fronts]),
        **{name: Table("<i8", (len(values),), values) for name, values in whole.items()},
    }


def _move_tables(scenario: Scenario) -> dict[str, Table]:
    moves = scenario.moves
    actors = [a.id for a in scenario.actors]
    fronts = [f.id for f in scenario.fronts]
    length = (len(moves),)
    whole: dict[str, list[int]] = {
        "move_key": [word_of(m.id) for m in moves],
        "move_lasting": [LASTING.index(m.lasting) for m in moves],
        "move_step": [STEPS.index(m.step) for m in moves],
        "move_resolution": [RESOLUTIONS.index(m.resolution) for m in moves],
        "move_preparation": [m.preparation for m in moves],
        "move_front": [fronts.index(m.front) if m.front else -1 for m in moves],
        "move_home_soil": [int(m.home_soil) for m in moves],
        "move_joint": [int(m.joint) for m in moves],
    }
    numbers = {
        "move_rung": [m.rung for m in moves],
        "move_intensity": [intensity(m.rung) for m in moves],
        "move_goldstein": [m.goldstein for m in moves],
        "move_political": [m.political for m in moves],
        "move_material": [m.material for m in moves],
        "move_prepared_ln": [ln(1.0 + m.preparation) for m in moves],
        "move_deniability": [m.deniability for m in moves],
    }
    return {
        **{name: Table("<i8", length, values) for name, values in whole.items()},
        **{name: Table("<f8", length, values) for name, values in numbers.items()},
        "move_tag": Table(
            "<i8", (len(moves), len(TAGS)), [int(tag in m.tags) for m in moves for tag in TAGS]
        ),
        "move_who": Table(
            "<i8", (len(moves), len(actors)), _listed(actors, [m.who for m in moves])
        ),
        "move_aims": Table(
            "<i8", (len(moves), len(actors)), _listed(actors, [m.targets for m in moves])
        ),
        "move_weapon": Table(
            "<i8", (len(moves), 5), [count for m in moves for count in _default_salvo(m)]
        ),
    }


def _listed(actors: list[ActorId], named: list[tuple[ActorId, ...]]) -> list[int]:
    """For each move, who of all actors is on its list."""
    return [int(a in names) for names in named for a in actors]


def _default_salvo(move: Move) -> list[int]:
    if move.salvo is None:
        return [0] * 5
    offered = dict(zip(move.salvo.classes, move.salvo.default, strict=True))
    return [offered.get(weapon, 0) for weapon in Weapon]


def _effect_tables(scenario: Scenario) -> dict[str, Table]:
    effects = [effect for move in scenario.moves for effect in move.effects]
    starts = [0]
    for move in scenario.moves:
        starts.append(starts[-1] + len(move.effects))
    # An empty array has no place in a record, so one unused row stands in for no effects at all.
    rows = [_effect_row(scenario, effect) for effect in effects] or [dict.fromkeys(_ROW, 0.0)]
    return {
        "effect_from": Table("<i8", (len(starts),), starts),
        **{
            f"effect_{name}": Table(kind, (len(rows),), [row[name] for row in rows])
            for name, kind in _ROW.items()
        },
    }


_ROW = {
    "base": "<i8",
    "scope": "<i8",
    "of": "<i8",
    "change": "<i8",
    "amount": "<f8",
    "towards": "<f8",
    "at_success": "<i8",
    "per_turn": "<i8",
    "key": "<i8",
    "low": "<f8",
    "high": "<f8",
}


def _effect_row(scenario: Scenario, effect: Effect) -> dict[str, float]:
    variable = BY_NAME[effect.variable]
    keys: tuple[str, ...] = tuple(Layer) if variable.scope is Scope.LAYER else tuple(Weapon)
    layout = scenario.layout
    firsts = [axis[0] for axis in layout.axes(variable.scope)]
    return {
        "base": layout.offset(effect.variable, *firsts),
        "scope": SCOPES.index(variable.scope),
        "of": EFFECT_OF.index(effect.of),
        "change": CHANGES.index(effect.change),
        "amount": effect.amount,
        "towards": effect.towards,
        "at_success": int(effect.at_success),
        "per_turn": int(effect.per_turn),
        "key": keys.index(effect.key) if effect.key in keys else -1,
        "low": variable.low,
        "high": variable.high,
    }
