"""What stood behind a doctrine's choice: how far it wanted to go, and what it weighed.

A choice that is asked about later must be told from the same numbers that it was made from, so the
law's own functions are run again, and nothing is made up in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.known_values import known_values
from wargame.engine.law import desired_reply
from wargame.engine.law.context import Context
from wargame.engine.law.doctrine import choose, pull_of
from wargame.engine.law.parameters import known_parameters, parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.picking import go_together, is_open
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.requirements import requirements_hold
from wargame.engine.law.signs import look_around
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.seat_memory import memory_of
from wargame.model.ids import ActorId, MoveId
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.opponents.doctrine import TEMPERATURE

CAUSES: dict[int, str] = {
    desired_reply.NOTHING: "nothing called for force",
    desired_reply.REPLY: "a blow that had not been answered",
    desired_reply.FORCED: "standing so low that a reply seemed forced",
    desired_reply.PRESS: "the chance to press on against somebody who had not replied",
    desired_reply.SOLIDARITY: "solidarity with an ally at war",
    desired_reply.HELD_BACK: "a reply was owed, and could wait this week",
}
"""Why an actor wants what it wants, by the codes of ``desired_reply``."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A move that came into the closest choice.

    Attributes:
        move: The move.
        target: Whom it would be aimed at; None for nobody.
        pull: How strongly it drew, its cost counted, before noise.
        score: The same with this turn's noise; what the choice went by.
        picked: Whether it came onto the sheet.
        why_not: Why it did not, in words; empty where it did.
    """

    move: MoveId
    target: ActorId | None
    pull: float
    score: float
    picked: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """How far a seat wanted to go against a rival.

    Attributes:
        rival: Against whom.
        rung: The rung wanted, 0 to 20; 0 for none.
        cause: Why, in words.
        owed: Reply owed (S units).
    """

    rival: ActorId
    rung: float
    cause: str
    owed: float


@dataclass(frozen=True, slots=True)
class Deliberation:
    """What a seat weighed in one turn.

    Attributes:
        weighed: The closest choice, highest score first; at most ten.
        threshold: Score below which nothing is done.
        wishes: Against each rival towards whom it wanted or owed anything, strongest first.
        restraint: How far the common heat held it back, 0 to 1.
    """

    weighed: tuple[Weighed, ...]
    threshold: float
    wishes: tuple[Wish, ...]
    restraint: float


class Deliberations:
    """Tells what doctrine seats of one session weighed; tables are made once."""

    def __init__(self, scenario: Scenario, start: str, noise: float = 1.0) -> None:
        """Make the tables.

        Args:
            scenario: The scenario.
            start: Its start point.
            noise: Factor on the temperature of the choice (``Settings.noise``).
        """
        self._scenario = scenario
        given = scenario.parameter.get(TEMPERATURE) or known_parameters()[TEMPERATURE]
        self._p = parameters_for(scenario, start, {TEMPERATURE: noise * given.value})
        self._d = playbook_for(scenario)

    def of(self, world: World, seat: ActorId) -> Deliberation:
        """What a seat weighed in a world in its planning phase, from its own knowledge."""
        scenario, p, d = self._scenario, self._p, self._d
        w = WorldNumbers(scenario.layout, bytearray(known_values(scenario, world, seat)))
        h = memory_of(scenario, world, d, seat)
        c = Context(world.settings.seed, world.turn, scenario.turn_days)
        i = scenario.layout.actors.index(seat)
        look_around(w, p, h, 0, c.turn)
        choose(w, p, d, h, c, 0, i)
        picked = {(h.pick_move[n, 0], h.pick_target[n, 0]) for n in range(h.pick_count[0])}
        weighed = []
        left = h.political[0], h.material[0]
        for at in range(h.list_count[0]):
            n = h.list_at[at, 0]
            m, j = d.candidate_move[n], d.candidate_target[n]
            h.political[0], h.material[0] = left
            why_not = "" if (m, j) in picked else _why_not(w, p, d, h, c, i, at)
            # A pull is weighed with the whole purse; picking has spent from it.
            h.political[0], h.material[0] = w.political[i, 0], w.material[i, 0]
            weighed.append(
                Weighed(
                    move=scenario.moves[m].id,
                    target=scenario.actors[j].id if j >= 0 else None,
                    pull=pull_of(w, p, d, h, 0, c.turn, i, n),
                    score=h.list_score[at, 0],
                    picked=(m, j) in picked,
                    why_not=why_not,
                )
            )
        wishes = [
            Wish(actor.id, h.want[j, 0], CAUSES[h.want_code[j, 0]], h.owed[j, 0])
            for j, actor in enumerate(scenario.actors)
            if h.want[j, 0] > 0.0 or h.owed[j, 0] >= 1.0
        ]
        wishes.sort(key=lambda wish: (-wish.rung, -wish.owed, wish.rival))
        return Deliberation(tuple(weighed), p.doctrine_threshold, tuple(wishes), h.fear[0])


def _why_not(
    w: WorldNumbers, p: Parameters, d: Playbook, h: Past, c: Context, i: int, at: int
) -> str:
    """Why a candidate of the shortlist stayed off the sheet, once the sheet is as it is."""
    n = h.list_at[at, 0]
    m, j = d.candidate_move[n], d.candidate_target[n]
    if h.list_score[at, 0] < p.doctrine_threshold:
        return "too weak"
    if not is_open(w, p, d, h, 0, i, n):
        return "which went on already, or harder fire in its place"
    if not requirements_hold(w, p, d, h, 0, c.turn, i, n):
        return "not open to me then"
    for slot in range(h.pick_count[0]):
        other, beside = h.pick_move[slot, 0], h.pick_target[slot, 0]
        if beside == j and j >= 0 and not go_together(d.role[m], d.role[other]):
            return "which does not go with the rest against the same side"
        if other == m:
            return "chosen already, against somebody else"
    if h.pick_count[0] >= d.max_orders[0]:
        return "for which there was no place left on the sheet"
    return "not to be paid for beside the rest"
