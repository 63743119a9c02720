"""The spiral number: whether replies to replies die out or grow (MODEL B8, Richardson 1960)."""

from __future__ import annotations

from wargame.model.outlook import Spiral
from wargame.model.scenario import Scenario
from wargame.model.world import World

LEAST_CONTACT = 0.5
"""Heat between two sides below which they are not in touch, S units; as doctrine has it."""


def spiral_of(scenario: Scenario, world: World) -> Spiral | None:
    """The spiral number now, for control alone; None when no two rivals are in touch.

    R = sqrt(rho_i rho_j) x the share of replies that restraint, deferral and deployments leave of
    those that doctrine would give; of all pairs of rivals in touch the one where it is highest.
    """
    from wargame.engine.law.arithmetic import sqrt
    from wargame.engine.law.deferral import reply_left
    from wargame.engine.law.deployments import undeterred
    from wargame.engine.law.hardening import reply_factor
    from wargame.engine.law.leverage import own_restraint
    from wargame.engine.law.parameters import parameters_for
    from wargame.engine.law.playbook import playbook_for
    from wargame.engine.law.signs import look_around
    from wargame.engine.law.wish_limits import left_by_fear
    from wargame.engine.law.world_view import WorldNumbers
    from wargame.engine.seat_memory import memory_of

    p = parameters_for(scenario, world.settings.start)
    w = WorldNumbers(scenario.layout, bytearray(world.values))
    h = memory_of(scenario, world, playbook_for(scenario), None)
    look_around(w, p, h, 0, max(world.turn, 1))

    def answers(i: int, j: int) -> tuple[float, float]:
        """Reply ratio of one side towards the other, and the share of it that is left."""
        left = left_by_fear(w, p, 0, j, h.fear[0], own_restraint(w, p, i, 0))
        left *= reply_left(w, p, i, j, 0) * undeterred(w, p, i, j, 0)
        return p.reply_ratio[i] * reply_factor(w, p, i, 0), left

    found: list[Spiral] = []
    ids = scenario.layout.actors
    for i, first in enumerate(ids):
        for j in range(i + 1, len(ids)):
            heat = w.heat[i, j, 0] + w.heat[j, i, 0]
            gone = w.collapsed[i, 0] + w.collapsed[j, 0]
            if not p.rivals[i, j] or heat <= LEAST_CONTACT or gone > 0.0:
                continue
            one, other = answers(i, j), answers(j, i)
            share = sqrt(one[1] * other[1])
            number = sqrt(one[0] * other[0]) * share
            names = scenario.actor[first].name, scenario.actor[ids[j]].name
            found.append(Spiral(number, first, ids[j], share, _words(number, *names)))
    return max(found, key=lambda spiral: spiral.number, default=None)


def _words(number: float, one: str, other: str) -> str:
    """What a number means for two sides."""
    if number < 0.95:
        fate = "less than what it answers, so a shock dies out by itself"
    elif number <= 1.05:
        fate = "about what it answers, so a shock neither dies out nor grows"
    else:
        fate = "more than what it answers, so a shock grows until a ceiling binds"
    return f"Between {one} and {other} a reply brings {number:.2f} of a reply: {fate}."
