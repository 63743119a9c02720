"""Worlds as one seat may imagine them: what it knows stays, what it does not is drawn.

A seat that tries a move in private must not learn from it what it may not know. So every number
hidden from it is drawn around what anybody would assume: order-of-battle figures around those of
the scenario's opening briefing, everything secret around the registry's usual value, and the lines
of others around where the seat believes them. Better intelligence narrows the draws. The truth is
never read (MODEL D7, fairness); a property test holds it.
"""

from __future__ import annotations

import struct
from functools import lru_cache

import numpy as np

from wargame.engine.known_values import hidden_from, known_values
from wargame.engine.law.past import ONGOING, Past
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.rng import STREAMS, folded, turn_key, word_of
from wargame.engine.seat_memory import memory_of
from wargame.engine.start import start_values
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, MoveId
from wargame.model.layout import Layout
from wargame.model.orders import StandingAct
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]
Words = np.ndarray[tuple[int], np.dtype[np.int64]]

STREAM = STREAMS["forecast.beliefs"]

IN_BRIEFINGS = frozenset(
    {
        *("strike", "shield", "covert", "ground", "naval", "bench", "cohesion"),
        *("stock", "interceptors", "readiness", "breakout_weeks", "approval", "hardline"),
        *("patience", "risk_appetite", "face", "credibility", "radicalisation"),
        *("political", "material", "alignment", "autonomy", "resupply", "channel", "intel"),
        *("belief", "trust", "leverage", "willingness", "inspection"),
    }
)
"""Numbers of others that analysts publish estimates of when a game begins."""

SPREAD = 0.3
"""How far a published estimate may be off either way, as a share of itself; judged from the range
of published counts of the same arsenals (MODEL A7)."""

LINE_SPREAD = 1.5
"""How far a line may lie from where it is believed to be, in rungs; judged."""

LEFT_BY_INTELLIGENCE = 0.4
"""Share of a draw's width that perfect intelligence leaves; judged."""

NO_LINE = 20.5


class BelievedWorlds:
    """The worlds that a seat may imagine at a moment of a game."""

    def __init__(self, scenario: Scenario, world: World, seat: ActorId) -> None:
        """Read what the seat knows, and nothing else of the world."""
        layout = scenario.layout
        known = known_values(scenario, world, seat)
        self._known: Numbers = np.frombuffer(known, dtype="<f8").copy()
        start = scenario.start[world.settings.start]
        opening = struct.unpack(f"<{layout.size}d", start_values(scenario, start))
        places, low, high = [], [], []
        for at, usual in hidden_from(layout, seat):
            address = layout.addresses[at]
            variable = BY_NAME[address.variable]
            middle, wide = usual, 0.0
            if address.variable in IN_BRIEFINGS:
                middle = opening[at]
                wide = SPREAD * abs(middle)
            if address.variable == "red_line" and address.second == seat:
                middle = layout.read(known, "red_line_seen", seat, address.first)
                wide = LINE_SPREAD if middle < NO_LINE else 0.0
            if address.first in layout.actors:
                intel = layout.read(known, "intel", seat, address.first)
                wide *= 1.0 - (1.0 - LEFT_BY_INTELLIGENCE) * intel
            self._known[at] = middle
            if wide > 0.0:
                places.append(at)
                low.append(max(variable.low, middle - wide))
                high.append(min(variable.high, middle + wide))
        self._places = np.array(places, dtype=np.int64)
        self._low, self._high = np.array(low), np.array(high)
        self._words = _words(layout)[self._places]

    def draw(self, seed: int, block: int) -> Numbers:
        """The numbers of one imagined world; each block of rollouts has its own."""
        key = folded(
            folded(turn_key(seed, block + 1, 0, 0), STREAM), turn_key(seed, block + 1, 0, 1)
        )
        # The law's own words of randomness, for many places at once.
        drawn = folded(key, self._words)  # type: ignore[arg-type]
        share = (np.asarray(drawn) + 0.5) * (1.0 / 4294967296.0)
        numbers = self._known.copy()
        numbers[self._places] = self._low + share * (self._high - self._low)
        return numbers


@lru_cache(maxsize=8)
def _words(layout: Layout) -> Words:
    """The word at which each number of a world is drawn."""
    words = [word_of(f"{a.variable}.{a.first}.{a.second}") for a in layout.addresses]
    return np.array(words, dtype=np.int64)


def believed_memory(scenario: Scenario, world: World, d: Playbook, seat: ActorId) -> Past:
    """What happened as far as the seat has learned, with what it has seen others begin."""
    h = memory_of(scenario, world, d, seat)
    seen = {
        (happening.actor, happening.order.move, happening.order.target)
        for _, happening in world.happenings()
        if isinstance(happening, ActResolved) and any(s.seat == seat for s in happening.sightings)
    }
    actor = {a.id: n for n, a in enumerate(scenario.actors)}
    move = {m.id: n for n, m in enumerate(scenario.moves)}
    for standing in world.standing:
        if standing.actor == seat or not _is_seen(standing, seen):
            continue
        row = h.going_count[0]
        if row >= ONGOING:
            break
        target = standing.order.target
        h.going_actor[row, 0] = actor[standing.actor]
        h.going_move[row, 0] = move[standing.order.move]
        h.going_target[row, 0] = actor[target] if target else -1
        h.going_since[row, 0] = standing.since
        h.going_ready[row, 0] = standing.since
        h.going_count[0] = row + 1
    return h


def _is_seen(standing: StandingAct, seen: set[tuple[ActorId, MoveId, ActorId | None]]) -> bool:
    """Whether a seat knows of what another keeps up; what began before the game everybody knows."""
    order = standing.order
    return standing.since == 0 or (standing.actor, order.move, order.target) in seen
