"""What a computer seat weighs each turn: candidates that can be chosen at all, bundled by move.

Most moves make sense towards some others only: nobody warns whom it has no quarrel with. The
functions of ``urges_of_*`` say so each time; whoever plays thousands of worlds asks once. What is
left out here has the pull ``NOT_NOW`` in every world, and a test holds it to that.
"""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.law import roles
from wargame.engine.law.roles import role_of
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario

BETWEEN_RIVALS = frozenset(
    {
        *(roles.FORCE, roles.VOW, roles.VICTORY, roles.DENY, roles.CLAIM, roles.PLAY_DOWN),
        *(roles.CLOSE, roles.TERMS, roles.REJECT, roles.RELEASE, roles.SANCTION, roles.DEPLOY),
        *(roles.STAND_DOWN, roles.COLLECT, roles.REVEAL, roles.CAMPAIGN, roles.GROUND_WAR),
        *(roles.RING_OF_FIRE, roles.BESIDE_PARTNER, roles.STATE_WAR, roles.STRAIT, roles.RAZE),
    }
)
"""Roles whose moves are for a rival only."""

NEVER_CHOSEN = frozenset({roles.OTHER, roles.HOLD, roles.NEVER})
"""Roles whose moves no pull leads to; holding back is ordered where nothing else is."""


class _Ties:
    """Who is what to whom, both ways where it is mutual."""

    def __init__(self, scenario: Scenario) -> None:
        known = {(r.first, r.second, r.kind) for r in scenario.relations}
        self._one_way = known
        self._both = known | {(second, first, kind) for first, second, kind in known}

    def are(self, one: ActorId, other: ActorId, kind: str) -> bool:
        return (one, other, kind) in self._both

    def is_to(self, one: ActorId, other: ActorId, kind: str) -> bool:
        return (one, other, kind) in self._one_way


def bundle_tables(
    scenario: Scenario, candidates: Sequence[Sequence[tuple[int, int]]]
) -> dict[str, list[int]]:
    """The tables of bundles by their names in ``Playbook``.

    Args:
        scenario: The scenario.
        candidates: Move and target (-1 for none) of what each actor may ever try, by actor.
    """
    ties = _Ties(scenario)
    role = [role_of(move) for move in scenario.moves]
    starts, moves, places, weighed = [0], [], [0], []
    at = 0
    for me, mine in zip(scenario.actors, candidates, strict=True):
        by_move: dict[int, list[int]] = {}
        for m, j in mine:
            whom = scenario.actors[j].id if j >= 0 else None
            if _can_be_chosen(ties, role[m], me.id, whom):
                by_move.setdefault(m, []).append(at)
            at += 1
        for m, bundle in by_move.items():
            moves.append(m)
            weighed.extend(bundle)
            places.append(len(weighed))
        starts.append(len(moves))
    return {
        "bundle_from": starts,
        "bundle_move": moves,
        "bundle_at": places,
        "weighed": weighed,
    }


def _can_be_chosen(ties: _Ties, role: int, me: ActorId, whom: ActorId | None) -> bool:
    """Whether a move of a role can have a pull on an actor towards another, or towards nobody."""
    if role in NEVER_CHOSEN:
        return False
    if whom is None or ties.are(me, whom, "rivals"):
        return True
    if role == roles.WARNING:
        return ties.is_to(me, whom, "patron-partner")
    stands_between = ties.are(me, whom, "mediation")
    if role == roles.MEDIATE:
        return stands_between
    is_tied = any(ties.are(me, whom, kind) for kind in ("patron-proxy", "patron-partner", "allies"))
    if role == roles.MESSAGE:
        return stands_between or is_tied
    if role == roles.BREAK_OFF:
        return not (stands_between or is_tied)
    return role not in BETWEEN_RIVALS
