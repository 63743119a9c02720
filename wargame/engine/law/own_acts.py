"""Rows in a turn's table of acts: how an order, a going-on move or a system's decision gets in."""

from __future__ import annotations

from wargame.engine.law.acts_table import PENDING, Acts
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import folded

NOBODY = 0x5A17


def append_act(p: Parameters, a: Acts, k: int, actor: int, move: int, target: int) -> int:
    """Add a pending act with the move's default salvo, openly done; gives its row.

    The caller changes ``salvo``, ``overt``, ``announced``, ``warning_asked`` and ``going_on`` where
    they differ. A full table gives -1 and adds nothing.
    """
    n = a.count[k]
    if n >= a.rows:
        return -1
    a.count[k] = n + 1
    a.state[n, k] = PENDING
    a.actor[n, k] = actor
    a.move[n, k] = move
    a.step[n, k] = p.move_step[move]
    a.target[n, k] = target
    a.front[n, k] = front_of_act(p, actor, move, target)
    a.place[n, k] = place_of_act(p, a, n, k)
    a.overt[n, k] = 1
    for weapon in range(5):
        a.salvo[n, weapon, k] = p.move_weapon[move, weapon]
    return n


def front_of_act(p: Parameters, actor: int, move: int, target: int) -> int:
    """The front that a move heats: its own, else that of the pair, else the diplomatic one."""
    if p.move_front[move] >= 0:
        return p.move_front[move]
    if target < 0:
        return p.n_fronts - 1
    if p.move_home_soil[move]:
        return p.home_front[actor, target]
    return p.front_of[actor, target]


def place_of_act(p: Parameters, a: Acts, n: int, k: int) -> int:
    """The word for an act's draws, from who does what to whom and how often before this turn."""
    actor, move, target = a.actor[n, k], a.move[n, k], a.target[n, k]
    before = 0
    for other in range(n):
        # Without branches, so that a processor compares several rows at once.
        same_move = int(a.actor[other, k] == actor) & int(a.move[other, k] == move)
        before += same_move & int(a.target[other, k] == target)
    word = folded(p.actor_key[actor], p.move_key[move])
    word = folded(word, p.actor_key[target] if target >= 0 else NOBODY)
    return folded(word, before)
