"""One actor's state in words, with what moved each number in the last adjudicated turn.

Everything is a query over the world's numbers and the ledger of that turn; for control alone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from wargame.engine.words import act_words, settled_words
from wargame.model.actor_sheet import ActorSheet, Movement, PairRow, StateGroup, StateRow
from wargame.model.events import ActResolved, OrderLapsed
from wargame.model.ids import ActorId, Layer, Weapon
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME, VARIABLES, Scope
from wargame.model.world import Happening, World
from wargame.play.words.number_words import (
    change_texts,
    difference_text,
    key_words,
    number_text,
    share_of_range,
    variable_name,
)

_Number = tuple[str, str, str]
_Part = tuple[float, float, int, Happening]

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Standing", ("face", "vows", "legitimacy", "credibility", "prestige")),
    (
        "Politics",
        (
            "approval",
            "reckoning",
            "election_turns",
            "hardline",
            "risk_appetite",
            "patience",
            "willingness",
            "captives",
            "political",
        ),
    ),
    (
        "Force",
        (
            "strike",
            "shield",
            "covert",
            "ground",
            "naval",
            "readiness",
            "alert",
            "partners",
            "cohesion",
            "bench",
            "disarray",
            "vacancy",
            "held_rung",
            "held_days",
            "revealed",
            "appealed",
            "ceiling_shift",
            "sustained",
            "weak_days",
            "foiled_days",
            "drawn_in",
            "collapsed",
            "material",
        ),
    ),
    ("Harm and economy", ("deaths", "displaced", "radicalisation", "economy")),
    ("Nuclear", ("breakout_weeks", "nuclear_resolve", "inspection", "arsenal")),
)
_REST = "Further"
_STOCKS = "Stocks and interceptors"
_MOST_CAUSES = 4


def actor_sheet_of(scenario: Scenario, world: World, actor: ActorId) -> ActorSheet:
    """Everything the engine holds about an actor.

    Raises:
        KeyError: The scenario has no such actor.
    """
    turn = len(world.index_path) - 1
    parts = _movements(world, turn)
    values = world.values

    def row(variable: str, key: str = "") -> StateRow:
        value = scenario.layout.read(values, variable, actor, key)
        known = BY_NAME[variable]
        return StateRow(
            variable=f"{variable}.{key}" if key else variable,
            name=key_words(key).capitalize() if key else variable_name(variable),
            value=value,
            text=number_text(variable, value),
            share=share_of_range(variable, value),
            meaning=known.meaning,
            is_plain=value in (0.0, known.start),
            moved=_movement(scenario, parts, (variable, actor, key)),
        )

    listed = {variable for _, variables in _GROUPS for variable in variables}
    rest = [v.name for v in VARIABLES if v.scope is Scope.ACTOR and v.name not in listed]
    groups = [
        StateGroup(title, tuple(row(variable) for variable in variables))
        for title, variables in (*_GROUPS, *([(_REST, tuple(rest))] if rest else []))
    ]
    stocks = [row("stock", str(weapon)) for weapon in Weapon]
    layers = [row("interceptors", str(layer)) for layer in Layer]
    groups.append(StateGroup(_STOCKS, (*stocks, *layers)))
    return ActorSheet(
        actor=actor,
        name=scenario.actor[actor].full_name,
        turn=turn,
        groups=tuple(groups),
        pairs=_pairs(scenario, values, actor, parts),
    )


def _pairs(
    scenario: Scenario, values: bytes, actor: ActorId, parts: Mapping[_Number, list[_Part]]
) -> tuple[PairRow, ...]:
    """Every variable of a pair towards every other actor, the other's number beside it."""
    read = scenario.layout.read
    rows = []
    for known in VARIABLES:
        if known.scope is not Scope.PAIR:
            continue
        for other in scenario.actors:
            if other.id == actor:
                continue
            value = read(values, known.name, actor, other.id)
            back = read(values, known.name, other.id, actor)
            rows.append(
                PairRow(
                    variable=known.name,
                    name=variable_name(known.name),
                    other=other.id,
                    other_name=other.full_name,
                    value=value,
                    text=number_text(known.name, value),
                    back=back,
                    back_text=number_text(known.name, back),
                    meaning=known.meaning,
                    is_plain={value, back} <= {0.0, known.start},
                    moved=_movement(scenario, parts, (known.name, actor, other.id)),
                )
            )
    return tuple(rows)


def _movements(world: World, turn: int) -> dict[_Number, list[_Part]]:
    """What moved each number in a turn: before, after, event number, event."""
    parts: dict[_Number, list[_Part]] = defaultdict(list)
    if not 1 <= turn <= len(world.turns):
        return parts
    for number, happening in world.turns[turn - 1]:
        if not isinstance(happening, OrderLapsed):
            for entry in happening.ledger:
                place = (entry.variable, entry.first, entry.second)
                parts[place].append((entry.before, entry.after, number, happening))
    return parts


def _movement(scenario: Scenario, parts: Mapping[_Number, list[_Part]], place: _Number) -> Movement:
    """What moved one number; what one event did in several steps counts once."""
    moved = parts.get(place)
    if not moved:
        return Movement()
    changes: dict[int, list[float]] = defaultdict(list)
    events: dict[int, Happening] = {}
    for old, new, number, happening in moved:
        changes[number].append(new - old)
        events[number] = happening
    sums = {number: math.fsum(steps) for number, steps in changes.items()}
    order = sorted(sums, key=lambda number: -abs(sums[number]))
    variable = place[0]
    causes = [
        f"{_cause(scenario, events[number])}: {difference_text(variable, sums[number])}"
        for number in order[:_MOST_CAUSES]
    ]
    if len(order) > _MOST_CAUSES:
        causes.append(f"and {len(order) - _MOST_CAUSES} more")
    before, after = moved[0][0], moved[-1][1]
    if before == after:
        return Movement("±0", tuple(causes), order[0])
    one, two, change = change_texts(variable, before, after)
    # Where a value has no measure, such as a line that was drawn, there is no difference to print.
    words = difference_text(variable, after - before) if change else f"{one} → {two}"
    return Movement(words, tuple(causes), order[0])


def _cause(scenario: Scenario, happening: Happening) -> str:
    if isinstance(happening, ActResolved):
        return f"{happening.actor}, {act_words(scenario, happening).split(':', maxsplit=1)[0]}"
    if isinstance(happening, OrderLapsed):
        return happening.seat
    return "Time passes" if happening.step == "time" else settled_words(happening)
