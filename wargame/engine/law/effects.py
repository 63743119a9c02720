"""Declared effects of moves: whatever a catalogue entry says it changes (MODEL D6).

A move's own words about its effects are data in the scenario, so a new move needs no code. Every
change is clamped to its variable's range.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

# Places in ``tables.SCOPES``, ``tables.EFFECT_OF`` and ``tables.CHANGES``.
GLOBAL, ACTOR, PAIR, FRONT, WEAPON, LAYER = 0, 1, 2, 3, 4, 5
WORLD, OF_ACTOR, OF_TARGET, ACTOR_TARGET, TARGET_ACTOR, OF_FRONT, RIVALS, PROXIES = range(8)
ADD, SCALE, RAISE_TO, LOWER_TO, CLOSE_GAP = 0, 1, 2, 3, 4
KEYS = 5


def apply_effects(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Apply the declared effects of an act.

    While a move goes on, only its effects per turn; effects at success only if it came off.
    """
    m = a.move[n, k]
    for e in range(p.effect_from[m], p.effect_from[m + 1]):
        if a.going_on[n, k] and not p.effect_per_turn[e]:
            continue
        if p.effect_at_success[e] and not a.success[n, k]:
            continue
        apply_effect(w, p, e, k, a.actor[n, k], a.target[n, k], a.front[n, k])


def apply_effect(
    w: WorldNumbers, p: Parameters, e: int, k: int, actor: int, target: int, front: int
) -> None:
    """Apply one declared effect with its roles filled; -1 for a role that is empty."""
    of = p.effect_of[e]
    if of in (RIVALS, PROXIES):
        for other in range(p.n_actors):
            related = p.rivals[other, actor] if of == RIVALS else p.proxy[actor, other]
            if related:
                change_number(w, p, e, k, other, actor, front)
    elif of in (OF_TARGET, TARGET_ACTOR):
        change_number(w, p, e, k, target, actor, front)
    else:
        change_number(w, p, e, k, actor, target, front)


def change_number(
    w: WorldNumbers, p: Parameters, e: int, k: int, first: int, second: int, front: int
) -> None:
    """Change the number or numbers that an effect means for these roles."""
    scope = p.effect_scope[e]
    base = p.effect_base[e]
    if scope == GLOBAL:
        change(w, p, e, k, base)
    elif scope == FRONT:
        if front >= 0:
            change(w, p, e, k, base + front)
    elif first >= 0:
        if scope == ACTOR:
            change(w, p, e, k, base + first)
        elif scope == PAIR:
            if second >= 0:
                change(w, p, e, k, base + first * p.n_actors + second)
        elif p.effect_key[e] >= 0:
            change(w, p, e, k, base + first * KEYS + p.effect_key[e])
        else:
            for key in range(KEYS):
                change(w, p, e, k, base + first * KEYS + key)


def change(w: WorldNumbers, p: Parameters, e: int, k: int, at: int) -> None:
    """Change one number as an effect says."""
    amount = p.effect_amount[e]
    before = w.flat[at, k]
    how = p.effect_change[e]
    after = before
    if how == ADD:
        after = before + amount
    elif how == SCALE:
        after = before * amount
    elif how == RAISE_TO:
        after = max(before, amount)
    elif how == LOWER_TO:
        after = min(before, amount)
    elif how == CLOSE_GAP:
        after = before + amount * (p.effect_towards[e] - before)
    w.flat[at, k] = held(after, p.effect_low[e], p.effect_high[e])
