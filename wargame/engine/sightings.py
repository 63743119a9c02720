"""Who learns of an act, from whom, and at which rung each reads it (S3, S8; MODEL D5.6)."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import logistic
from wargame.engine.law.context import Context, note
from wargame.engine.law.ladder import rung_of
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.perception import blur, plain_severity
from wargame.engine.law.rng import INTELLIGENCE_LEARN, PERCEPTION_READER, uniform
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.events import Sighting
from wargame.model.moves import Category
from wargame.model.orders import Order
from wargame.model.scenario import Scenario

LOUD_RUNG = 7.0
"""Violence from this rung on cannot be hidden, only denied."""


def sightings_of(
    scenario: Scenario,
    w: WorldNumbers,
    p: Parameters,
    a: Acts,
    c: Context,
    row: int,
    order: Order,
) -> tuple[Sighting, ...]:
    """What each seat learned of an act, in the scenario's order of seats."""
    return tuple(_sightings(scenario, w, p, a, c, row, order))


def _sightings(
    scenario: Scenario,
    w: WorldNumbers,
    p: Parameters,
    a: Acts,
    c: Context,
    row: int,
    order: Order,
) -> Iterator[Sighting]:
    i = a.actor[row, 0]
    actor = scenario.actors[i].id
    sure = a.attribution[row, 0]
    public = _is_public(scenario, a, row)
    for reader, seat in enumerate(scenario.actors):
        if not seat.playable:
            continue
        if reader == i:
            yield Sighting(seat.id, ((actor, 1.0),), a.rung[row, 0], "own")
        elif seat.id in order.told:
            rung = _read(w, p, a, c, row, reader)
            yield Sighting(seat.id, ((actor, 1.0),), rung, "told")
        elif reader == a.target[row, 0] and _target_notices(scenario, p, a, row):
            yield Sighting(seat.id, ((actor, sure),), _read_by_target(w, p, a, c, row), "target")
        elif public:
            rung = _read(w, p, a, c, row, reader)
            yield Sighting(seat.id, ((actor, sure),), rung, "public")
        elif _learns(w, p, a, c, row, reader):
            rung = _read(w, p, a, c, row, reader)
            share = max(sure, w.intel[reader, i, 0])
            yield Sighting(seat.id, ((actor, share),), rung, "intelligence")


def _is_public(scenario: Scenario, a: Acts, row: int) -> bool:
    """Whether everybody hears of it: done openly by nature and by order, or too loud to hide."""
    move = scenario.moves[a.move[row, 0]]
    if move.rung >= LOUD_RUNG:
        return True
    return bool(a.overt[row, 0]) and move.deniability < 1.0 and move.category is not Category.COVERT


def _target_notices(scenario: Scenario, p: Parameters, a: Acts, row: int) -> bool:
    """Whether the target notices: always, but for covert acts that leave nothing to notice."""
    move = scenario.moves[a.move[row, 0]]
    quiet = move.category is Category.COVERT and move.rung <= 0
    return not (quiet and p.rivals[a.actor[row, 0], a.target[row, 0]])


def _learns(w: WorldNumbers, p: Parameters, a: Acts, c: Context, row: int, reader: int) -> bool:
    """Draw whether a seat's intelligence on the actor finds out."""
    i, m = a.actor[row, 0], a.move[row, 0]
    chance = logistic(
        p.warning_detect_base
        + p.warning_detect_intel * w.intel[reader, i, 0]
        - p.warning_detect_covert * p.move_deniability[m]
    )
    place = a.place[row, 0]
    key = p.actor_key[reader]
    u = uniform(c.key_high[0], c.key_low[0], INTELLIGENCE_LEARN, place, key)
    note(c, INTELLIGENCE_LEARN, reader, u, 1.0 if u < chance else 0.0)
    return u < chance


def _read(w: WorldNumbers, p: Parameters, a: Acts, c: Context, row: int, reader: int) -> float:
    """The rung at which a bystander reads an act, blurred by its channel to the actor."""
    plain = plain_severity(p, a, row, 0)
    if plain <= 0.0:
        return 0.0
    place = a.place[row, 0]
    key = p.actor_key[reader]
    u = uniform(c.key_high[0], c.key_low[0], PERCEPTION_READER, place, key)
    factor = blur(p, w.channel[reader, a.actor[row, 0], 0], u)
    note(c, PERCEPTION_READER, reader, u, factor)
    return rung_of(plain * factor)


def _read_by_target(w: WorldNumbers, p: Parameters, a: Acts, c: Context, row: int) -> float:
    """The rung at which the target read an act: the same reading that its debt rests on."""
    if a.perceived[row, 0] > 0.0 and a.attribution[row, 0] > 0.0:
        return rung_of(a.perceived[row, 0] / a.attribution[row, 0])
    return _read(w, p, a, c, row, a.target[row, 0])
