"""One turn of the law, for one world or a block of worlds, in the order of MODEL D2.

How to add a system
-------------------
1. Write ``engine/law/<system>.py``: a docstring with its id (S1 to S25) and mechanisms (M1 to M75),
   a tuple ``CONSTANTS``, and plain functions of one lane: ``def step(w, p, c, k)`` for what happens
   by itself, ``def step(w, p, a, c, n, k)`` for what an act does. ``w`` holds the world's numbers
   (``w.debt[i, j, k]``), ``p`` constants and tables (``p.face_home``, ``p.rivals[i, j]``), ``a``
   the turn's acts (``a.rung[n, k]``), ``c`` the turn itself (``c.days``).
2. Add its ``CONSTANTS`` to ``parameters.py``; a new variable to ``model/variables.py`` and
   ``world_view.py``; a new tag to ``tags.py``; its streams to ``rng.py`` (a block of 20).
3. Call it here or in ``resolve.py``, and ``mark(c, cause, system number)`` after it: the mark
   compares all numbers with those before and writes the ledger, so the equations hold no trace of
   it. Write down each draw with ``note``.
4. Keep to what compiles: numbers, ``if``, ``for ... in range``, ``min``, ``max``, ``math.floor``,
   ``math.sqrt``, functions of ``arithmetic.py`` and ``quantiles.py``; no strings, containers,
   keyword arguments or default values. Loops over lanes stand only in this file.
5. Express rates per day or week and integrate over ``c.days``, so that seven turns of a day equal
   one of a week; address draws by ``a.place`` or ``p.actor_key``, never by row or place in a list.
6. Add properties in ``tests/laws``; the test that compiled equals uncompiled finds step 4's slips.

A system that acts of its own accord (a proxy's own decision, doctrine) appends rows to ``a`` with
``append_act`` in its step; they are resolved by ``run_pending``.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import LAPSED, PENDING, Acts
from wargame.engine.law.assets import expose_assets, fade_assets
from wargame.engine.law.belief import silence_lowers_belief
from wargame.engine.law.cohesion import fall, wear_and_mend, worn
from wargame.engine.law.context import (
    ASSETS,
    BELIEF,
    GOODWILL,
    HARM,
    HAZARD,
    MEANS,
    NUCLEAR,
    POLITICS,
    PROXIES,
    SHIPPING,
    SPILLOVER,
    TIME,
    WORDS,
    Context,
    admitted,
    finish,
    heard,
    mark,
    ripe,
    settle,
)
from wargame.engine.law.debt_and_face import fade_debts, settle_faces
from wargame.engine.law.decapitation import replace_leaders
from wargame.engine.law.deferral import promises_run_out
from wargame.engine.law.deployments import fade_fear
from wargame.engine.law.displacement import fade_radicalisation, return_home
from wargame.engine.law.fading import fade_rest
from wargame.engine.law.fire import fade_intensity
from wargame.engine.law.game_over import count_truce, governments_fall
from wargame.engine.law.goodwill import fade_goodwill, reward_restraint
from wargame.engine.law.hazards import collapse, lose_control
from wargame.engine.law.index import cool_fronts, fade_precedent, settle_index
from wargame.engine.law.leverage import fade_leverage
from wargame.engine.law.means import affordable, renew_means
from wargame.engine.law.nuclear import run_programmes
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.politics import pass_politics, weigh_war
from wargame.engine.law.proxies import end_requests, holds_fire, silence_weakens_alliance
from wargame.engine.law.reputation import warnings_run_out
from wargame.engine.law.resolve import resolve
from wargame.engine.law.shipping import sail
from wargame.engine.law.spillover import count_wars, draw_in, ring_factor
from wargame.engine.law.supplies import deliver
from wargame.engine.law.talks import pass_talks
from wargame.engine.law.truces import is_stilled, still_fire
from wargame.engine.law.unnotified import prepare_operations, solidarity_runs_out
from wargame.engine.law.warning import raise_false_alarms
from wargame.engine.law.word_given import words_run_out
from wargame.engine.law.world_view import WorldNumbers

STEPS = 9
"""Steps in which moves are resolved: the places in ``tables.STEPS``, in the order of MODEL D2."""

INTELLIGENCE = 0


def play_turn(w: WorldNumbers, p: Parameters, a: Acts, c: Context) -> None:
    """Play one turn: time passes, orders are carried out step by step, then the world settles."""
    pass_time(w, p, c)
    for step in range(STEPS):
        for k in range(c.lanes):
            run_pending(w, p, a, c, k, step)
        if step == INTELLIGENCE:
            settle_assets(w, p, a, c)
    settle_groups(w, p, a, c)
    settle_harm(w, p, a, c)
    settle_beliefs(w, p, c)
    settle_politics(w, p, c)
    settle_surroundings(w, p, a, c)
    face_hazards(w, p, c)
    for k in range(c.lanes):
        renew_means(w, p, a, k)
    mark(c, MEANS, 16)
    settle(c, MEANS)


def pass_time(w: WorldNumbers, p: Parameters, c: Context) -> None:
    """What fades by itself over the days of the turn (MODEL D5.1)."""
    for k in range(c.lanes):
        cool_fronts(w, p, k, c.days)
        fade_precedent(w, p, k, c.days)
    mark(c, TIME, 23)
    for k in range(c.lanes):
        fade_debts(w, p, k, c.days)
        settle_faces(w, p, k, c.days)
    mark(c, TIME, 9)
    for k in range(c.lanes):
        fade_intensity(w, p, k, c.days)
        fade_radicalisation(w, p, k, c.days)
        fade_goodwill(w, p, k, c.days)
        fade_rest(w, p, k, c.days)
        if heard(c):
            settle_index(w, p, k)
    mark(c, TIME, 0)
    pass_relations(w, p, c)
    settle(c, TIME)


def pass_relations(w: WorldNumbers, p: Parameters, c: Context) -> None:
    """What time does to groups, leaders, talks, patrons and politics (MODEL D5.11 to D5.15)."""
    for k in range(c.lanes):
        end_requests(w, p, k, c.days)
        solidarity_runs_out(w, p, k, c.days)
    mark(c, TIME, 4)
    for k in range(c.lanes):
        replace_leaders(w, p, k, c.days)
    mark(c, TIME, 11)
    for k in range(c.lanes):
        fade_assets(w, p, k, c.days)
    mark(c, TIME, 12)
    for k in range(c.lanes):
        pass_talks(w, p, k, c.days)
        promises_run_out(w, p, k, c.days)
    mark(c, TIME, 13)
    for k in range(c.lanes):
        fade_leverage(w, p, k, c.days)
    mark(c, TIME, 14)
    for k in range(c.lanes):
        fade_fear(w, p, k, c.days)
    mark(c, TIME, 15)
    for k in range(c.lanes):
        pass_politics(w, p, k, c.days)
    mark(c, TIME, 16)


def run_pending(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int, step: int) -> None:
    """Carry out the pending acts of a step, in the table's order, then prepared replies.

    A prepared order ("if struck at R10 or more, then ...") is asked after the plain acts of its own
    step and of every later one, so that it answers what happened in this turn; it lapses at the
    turn's end (MODEL D2).
    """
    run_plain(w, p, a, c, k, step)
    waiting = 0
    for n in range(a.count[k]):
        waiting += int(a.prepared[n, k] == 1) & int(a.state[n, k] == PENDING)
    if waiting == 0:
        return
    answered = False
    for n in range(a.count[k]):
        waits = a.prepared[n, k] == 1 and a.state[n, k] == PENDING
        if waits and a.step[n, k] <= step and (step == STEPS - 1 or ripe(c, n)):
            run_act(w, p, a, c, n, k)
            answered = True
    if answered:
        run_plain(w, p, a, c, k, step)


def run_plain(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int, step: int) -> None:
    """Carry out the pending acts up to a step that wait for nothing, and what they add."""
    due = 0
    for n in range(a.count[k]):
        # Counted first, without branches: in most steps little or nothing is due.
        pending = int(a.state[n, k] == PENDING) & int(a.prepared[n, k] == 0)
        due += pending & int(a.step[n, k] <= step)
    if due == 0:
        return
    n = 0
    while n < a.count[k]:
        here = a.step[n, k] <= step and a.state[n, k] == PENDING and a.prepared[n, k] == 0
        if here:
            run_act(w, p, a, c, n, k)
        n += 1


def run_act(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Carry out one pending act, or let it lapse."""
    rests = holds_fire(w, p, a, n, k) or (a.going_on[n, k] == 1 and is_stilled(w, p, a, n, k))
    if admitted(c, n) and affordable(w, p, a, n, k) and not rests:
        resolve(w, p, a, c, n, k)
        if heard(c):
            # The law reads the index at the turn's end only; here it is for the ledger.
            settle_index(w, p, k)
        finish(c, n)
    else:
        a.state[n, k] = LAPSED


def settle_assets(w: WorldNumbers, p: Parameters, a: Acts, c: Context) -> None:
    """Which covert assets are found, and who is alarmed for nothing (MODEL D5.2, D5.3)."""
    for k in range(c.lanes):
        expose_assets(w, p, c, k)
    mark(c, ASSETS, 12)
    for k in range(c.lanes):
        raise_false_alarms(w, p, a, c, k)
    mark(c, ASSETS, 7)
    settle(c, ASSETS)


def settle_groups(w: WorldNumbers, p: Parameters, a: Acts, c: Context) -> None:
    """Supplies arrive, alliances suffer from silence, and groups decide alone (MODEL D5.12)."""
    for k in range(c.lanes):
        deliver(w, p, a, k, c.days)
        silence_weakens_alliance(w, p, k, c.days)
        prepare_operations(w, p, a, c, k)
    mark(c, PROXIES, 4)
    settle(c, PROXIES)
    for k in range(c.lanes):
        run_plain(w, p, a, c, k, STEPS - 1)
        still_fire(w, p, a, k)


def settle_harm(w: WorldNumbers, p: Parameters, a: Acts, c: Context) -> None:
    """Who goes home (MODEL D5.18)."""
    for k in range(c.lanes):
        return_home(w, p, a, c, k)
    mark(c, HARM, 20)
    settle(c, HARM)


def settle_politics(w: WorldNumbers, p: Parameters, c: Context) -> None:
    """What the turn's war cost at home (MODEL D5.15)."""
    for k in range(c.lanes):
        weigh_war(w, p, k, c.days)
    mark(c, POLITICS, 16)
    settle(c, POLITICS)


def settle_beliefs(w: WorldNumbers, p: Parameters, c: Context) -> None:
    """What the turn taught everybody (MODEL D5.9)."""
    for k in range(c.lanes):
        silence_lowers_belief(w, p, k, c.days)
    mark(c, BELIEF, 10)
    settle(c, BELIEF)


def settle_surroundings(w: WorldNumbers, p: Parameters, a: Acts, c: Context) -> None:
    """Words, goodwill, shipping, cohesion, spillover, programmes (MODEL D5.16 to D5.20)."""
    for k in range(c.lanes):
        warnings_run_out(w, p, k, c.days)
        words_run_out(w, p, k, c.days)
    mark(c, WORDS, 25)
    settle(c, WORDS)
    for k in range(c.lanes):
        reward_restraint(w, p, k, c.days)
    mark(c, GOODWILL, 21)
    settle(c, GOODWILL)
    for k in range(c.lanes):
        wear_economies(w, p, a, k, c.days)
    mark(c, SHIPPING, 0)
    settle(c, SHIPPING)
    for k in range(c.lanes):
        count_wars(w, p, a, k)
        draw_in(w, p, a, c, k)
    mark(c, SPILLOVER, 22)
    settle(c, SPILLOVER)
    for k in range(c.lanes):
        run_programmes(w, p, a, c, k)
    mark(c, NUCLEAR, 18)
    settle(c, NUCLEAR)
    for k in range(c.lanes):
        run_plain(w, p, a, c, k, STEPS - 1)


def wear_economies(w: WorldNumbers, p: Parameters, a: Acts, k: int, days: float) -> None:
    """Shipping, and cohesion which wants an economy: coupled, so day by day (S19, S24)."""
    left = days
    under_fire = worn(p, a, k)
    while left > 0.0:
        day = min(left, 1.0)
        sail(w, p, a, k, day)
        wear_and_mend(w, p, a, k, day, under_fire)
        left -= day


def face_hazards(w: WorldNumbers, p: Parameters, c: Context) -> None:
    """What nobody chooses (MODEL D5.19)."""
    for k in range(c.lanes):
        settle_index(w, p, k)
        lose_control(w, p, c, k, ring_factor(w, p, k))
    mark(c, HAZARD, 23)
    for k in range(c.lanes):
        for i in range(p.n_actors):
            if collapse(w, p, c, k, i):
                fall(w, p, i, k)
        settle_index(w, p, k)
    mark(c, HAZARD, 24)
    for k in range(c.lanes):
        governments_fall(w, p, c, k)
    mark(c, HAZARD, 16)
    for k in range(c.lanes):
        count_truce(w, p, k, c.days)
    mark(c, HAZARD, 13)
    settle(c, HAZARD)
