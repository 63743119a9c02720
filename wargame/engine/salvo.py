"""One salvo against one shield, many times: a door to the barrage law for analysts (MODEL S6)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from wargame.engine.bench_world import FIRST, SECOND, bench_scenario, bench_start
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.barrage import fly_salvo
from wargame.engine.law.context import Context
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers
from wargame.errors import RuleError
from wargame.model.ids import Layer, Weapon
from wargame.model.scenario import Scenario

_WEAPONS = tuple(Weapon)

MOST_WEAPONS = 100_000
"""Weapons of one class in a salvo; more than any arsenal holds."""

MOST_DRAWS = 1_000_000
MOST_WAVES = 1_000
LONGEST_WARNING_HOURS = 10_000.0

BLOCK = 500
"""Draws that are flown side by side."""

AT_SOIL, AT_SHIPS = 0, 1
"""Places of the bench scenario's moves."""


@dataclass(frozen=True, slots=True)
class Shield:
    """An air defence that a salvo meets.

    Attributes:
        name: What it is called.
        nation: National capacity, 1 for a full national shield.
        ships: Capacity of a ship group, 1 for a full group.
        at_ships: Whether the salvo is aimed at the ships, so that their own shield counts.
        interceptors: Stock by layer, 1 for full.
        readiness: Readiness without warning, 0 to 1.
    """

    name: str
    nation: float = 1.0
    ships: float = 0.0
    at_ships: bool = False
    interceptors: tuple[float, float, float, float, float] = (1.0, 1.0, 1.0, 1.0, 1.0)
    readiness: float = 0.45


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and quantiles of a count over all draws."""

    mean: float
    p05: int
    p50: int
    p95: int


@dataclass(frozen=True, slots=True)
class SalvoResult:
    """What becomes of a salvo.

    Attributes:
        launched: Launched, by class.
        leak: Weapons that got through, all classes.
        leak_by_type: Mean that got through, by class.
        shots: Mean interceptors spent, by class.
        digest: SHA-256 over the leaks of every draw: equal for equal inputs.
    """

    launched: dict[Weapon, int]
    leak: Spread
    leak_by_type: dict[Weapon, float]
    shots: dict[Weapon, float]
    digest: str


def shields(scenario: Scenario | None = None, start: str = "") -> dict[str, Shield]:
    """The shields by name: a nation, a ship group, a rocket shield, none, and a scenario's actors.

    Args:
        scenario: Adds a shield for each of its actors that has one, under the actor's id.
        start: Start point of the scenario; empty for the first.
    """
    found = {
        "nation": Shield("nation"),
        "ships": Shield("ships", nation=0.0, ships=1.0, at_ships=True),
        "rockets": Shield("rockets", interceptors=(0.0, 0.0, 0.0, 0.0, 1.0)),
        "none": Shield("none", nation=0.0),
    }
    if scenario is not None:
        point = scenario.start[start] if start else scenario.starts[0]
        given = {(v.variable, v.first, v.second): v.value for v in point.values}
        for actor in scenario.actors:
            share = given.get(("shield", actor.id, ""), 0.0)
            if share > 0:
                found[actor.id] = Shield(
                    actor.id,
                    nation=share,
                    ships=given.get(("naval", actor.id, ""), 0.0),
                    interceptors=(
                        given.get(("interceptors", actor.id, Layer.OUTER), 0.0),
                        given.get(("interceptors", actor.id, Layer.FIGHTERS), 0.0),
                        given.get(("interceptors", actor.id, Layer.UPPER), 0.0),
                        given.get(("interceptors", actor.id, Layer.LOWER), 0.0),
                        given.get(("interceptors", actor.id, Layer.POINT), 0.0),
                    ),
                    readiness=given.get(("readiness", actor.id, ""), 0.45),
                )
    return found


def fly(
    launched: Mapping[Weapon, int],
    shield: Shield,
    *,
    warning_hours: float,
    partners: float = 0.0,
    stock: float = 1.0,
    draws: int = 10_000,
    seed: int = 1,
    waves: int = 1,
    preempted: float = 0.0,
    scenario: Scenario | None = None,
) -> SalvoResult:
    """Fly a salvo many times and count what gets through.

    Args:
        launched: Weapons by class, 0 or more.
        shield: The air defence.
        warning_hours: Hours between the defender knowing and the first arrival, 0 or more; flight
            times are part of it.
        partners: Partner defences at hand, 0 to 1.
        stock: Interceptors left, 0 to 1 of the shield's own.
        draws: How often, 1 to 1,000,000.
        seed: Seed of the draws.
        waves: The salvo is flown in so many equal parts, one after the other, on one stock.
        preempted: Share destroyed before launch, 0 to 1.
        scenario: Whose constants count; None for the defaults.

    Raises:
        RuleError: Something asked for makes no sense.
    """
    _check(launched, warning_hours, partners, stock, draws, seed, waves, preempted)
    counts = [int(launched.get(weapon, 0)) for weapon in _WEAPONS]
    bench = bench_scenario(parameters=scenario.parameters if scenario else ())
    p = parameters_for(
        bench, bench.starts[0].id, {f"barrage.{weapon}.flight_hours": 0.0 for weapon in _WEAPONS}
    )
    first = _first_world(bench, shield, counts, partners, stock)
    leaks: list[list[int]] = []
    shots = [0] * len(_WEAPONS)
    for begin in range(0, draws, BLOCK):
        lanes = min(BLOCK, draws - begin)
        w = WorldNumbers(bench.layout, _block(first, lanes), lanes)
        leaked = [[0] * len(_WEAPONS) for _ in range(lanes)]
        for wave in range(waves):
            context = Context(seed, wave, 1.0, lanes, begin)
            acts = _wave(p, context, shield, _part(counts, wave, waves), warning_hours, preempted)
            for k in range(lanes):
                fly_salvo(w, p, acts, context, 0, k)
                for n in range(len(_WEAPONS)):
                    leaked[k][n] += acts.leaked[0, n, k]
                    shots[n] += acts.shots[0, n, k]
        leaks.extend(leaked)
    return _result(counts, leaks, shots)


def _block(first: bytes, lanes: int) -> bytearray:
    """A block of equal worlds: each number, once for every lane."""
    return bytearray(b"".join(first[at : at + 8] * lanes for at in range(0, len(first), 8)))


def _first_world(
    bench: Scenario, shield: Shield, counts: list[int], partners: float, stock: float
) -> bytes:
    memory = bench_start(bench)
    w = WorldNumbers(bench.layout, memory)
    w.shield[SECOND, 0] = shield.nation
    w.naval[SECOND, 0] = shield.ships
    w.readiness[SECOND, 0] = shield.readiness
    w.partners[SECOND, 0] = partners
    for layer, share in enumerate(shield.interceptors):
        w.interceptors[SECOND, layer, 0] = share * stock
    for weapon, count in enumerate(counts):
        w.stock[FIRST, weapon, 0] = float(count)
    return bytes(memory)


def _part(counts: list[int], wave: int, waves: int) -> list[int]:
    """The weapons of one wave: whole parts that add up."""
    return [count * (wave + 1) // waves - count * wave // waves for count in counts]


def _wave(
    p: Parameters,
    context: Context,
    shield: Shield,
    counts: list[int],
    warning_hours: float,
    preempted: float,
) -> Acts:
    """The act of one wave, the same in every lane."""
    acts = Acts(1, context.lanes)
    for k in range(context.lanes):
        append_act(p, acts, k, FIRST, AT_SHIPS if shield.at_ships else AT_SOIL, SECOND)
        for weapon, count in enumerate(counts):
            acts.salvo[0, weapon, k] = count
        acts.warning[0, k] = warning_hours
        acts.preempted[0, k] = preempted
    return acts


def _result(counts: list[int], leaks: list[list[int]], shots: list[int]) -> SalvoResult:
    totals = sorted(sum(leaked) for leaked in leaks)
    digest = hashlib.sha256()
    for leaked in leaks:
        digest.update(struct.pack("<5q", *leaked))
    draws = len(leaks)
    return SalvoResult(
        launched=dict(zip(_WEAPONS, counts, strict=True)),
        leak=Spread(
            sum(totals) / draws,
            *(totals[min(int(q * draws), draws - 1)] for q in (0.05, 0.5, 0.95)),
        ),
        leak_by_type={
            weapon: sum(leaked[n] for leaked in leaks) / draws for n, weapon in enumerate(_WEAPONS)
        },
        shots={weapon: shots[n] / draws for n, weapon in enumerate(_WEAPONS)},
        digest=digest.hexdigest(),
    )


def _check(
    launched: Mapping[Weapon, int],
    warning_hours: float,
    partners: float,
    stock: float,
    draws: int,
    seed: int,
    waves: int,
    preempted: float,
) -> None:
    for weapon, count in launched.items():
        if not 0 <= count <= MOST_WEAPONS:
            raise RuleError(
                "salvo.count",
                f"{count:,} weapons of class {weapon} make no salvo; 0 to {MOST_WEAPONS:,} do.",
            )
    if sum(launched.values()) == 0:
        raise RuleError("salvo.empty", "A salvo needs at least one weapon.")
    for name, value, low, high in (
        ("The warning in hours", warning_hours, 0.0, LONGEST_WARNING_HOURS),
        ("The share of partners", partners, 0.0, 1.0),
        ("The stock of interceptors", stock, 0.0, 1.0),
        ("The share destroyed before launch", preempted, 0.0, 1.0),
        ("The number of draws", draws, 1, MOST_DRAWS),
        ("The number of waves", waves, 1, MOST_WAVES),
        ("The seed", seed, 0, 2**53 - 1),
    ):
        if not (isfinite(value) and low <= value <= high):
            raise RuleError(
                "salvo.range", f"{name} is {value:g}; it must lie from {low:g} to {high:g}."
            )
