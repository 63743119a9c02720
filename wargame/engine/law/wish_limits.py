"""What holds a wish to strike within limits: fear, the injunction on home soil, a ceiling.

MODEL D5.10; mechanisms M2, M5, M18, M49, M61. Restraint reads heat alone, never the index, because
a broken taboo must not calm (MODEL 0.7).
"""

from __future__ import annotations

from wargame.engine.law.index import precedent_between
from wargame.engine.law.leverage import pact_restraint
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers


def left_by_fear(
    w: WorldNumbers, p: Parameters, k: int, j: int, fear: float, bound: float
) -> float:
    """The share of a wish against ``j`` that restraint leaves (MODEL D5.10); it reads heat alone.

    Args:
        fear: How far heat restrains, 0 to 1.
        bound: What the actor's own patron makes of that (``leverage.own_restraint``).
    """
    fear = p.doctrine_restraint * fear * (bound * pact_restraint(w, p, j, k))
    return max(p.doctrine_restraint_least, 1.0 - fear)


def taboo_line(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> float:
    """Rung below which home soil of a direct rival is left alone (MODEL D5.10, M2, M5)."""
    over = max(precedent_between(w, i, j, k) - 8.0, 0.0)
    return p.doctrine_taboo - p.doctrine_taboo_slope * over


def kept_to_taboo(w: WorldNumbers, p: Parameters, k: int, i: int, j: int, rung: float) -> float:
    """A wish below the line drops back to what can be done abroad, or through allied groups."""
    if p.direct[i, j] == 0 or rung <= 8.0 or rung >= taboo_line(w, p, k, i, j):
        return rung
    for group in range(p.n_actors):
        if p.proxy[i, group]:
            return 8.0
    return min(rung, 10.5)


def highest(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> float:
    """The highest rung that the doctrine lets ``i`` aim at against ``j``."""
    top = p.ceiling[i] + w.ceiling_shift[i, k]
    if p.state[i] == 0 and w.held_days[i, k] > 0.0:
        # Its patron asked it to hold, and it listens.
        return min(top, w.held_rung[i, k])
    if p.state[i] and p.state[j] == 0:
        # The ceiling is about war between states; against a group a campaign lies within it.
        return top + 1.0
    if p.state[i] == 0 and w.strike[i, k] < 0.7:
        return top + 2.0
    return top
