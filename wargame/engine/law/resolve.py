"""One act from beginning to end: the systems it passes through, in order.

Each call below is one system of MODEL A8; ``mark`` after it writes what it changed into the ledger.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, Acts
from wargame.engine.law.aftermath import follow_force, follow_words
from wargame.engine.law.barrage import fly_salvo
from wargame.engine.law.belief import act_shows_resolve
from wargame.engine.law.context import Context, mark
from wargame.engine.law.covert import attempt_covert, settle_attribution
from wargame.engine.law.debt_and_face import flows_on, settle_debt_and_face
from wargame.engine.law.decapitation import hit_leaders
from wargame.engine.law.displacement import displace, mourn
from wargame.engine.law.effects import apply_effects
from wargame.engine.law.fire import open_fire
from wargame.engine.law.follow_up import follow_up, suffer
from wargame.engine.law.goodwill import call_partners, partners_in_time
from wargame.engine.law.harm import (
    draw_deaths,
    draw_losses,
    draw_potshots,
    fire_deaths,
    ground_losses,
    salvo_deaths,
    strike_deaths,
)
from wargame.engine.law.index import cool_by_cooperation, heat_front, raise_precedent
from wargame.engine.law.ladder import COOPERATION, HIGHEST_RUNG, intensity_of_act, size_factor
from wargame.engine.law.means import BARRAGE, COVERT, FIRE, STANDING, STRIKE, pay
from wargame.engine.law.nuclear import notice_breakout
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.perception import leaked_in_all, perceive
from wargame.engine.law.politics import is_vetoed
from wargame.engine.law.preemption import thin_out
from wargame.engine.law.shipping import aim_at_warships
from wargame.engine.law.strikes import attempt_strike
from wargame.engine.law.supplies import cut_routes
from wargame.engine.law.tags import (
    BREAKOUT,
    CASUALTY_TAIL,
    CONCESSION,
    INTERDICTION,
    NUCLEAR_USE,
    PREEMPT,
    SHIPPING,
    UNNOTIFIED,
)
from wargame.engine.law.unnotified import settle_surprise, stop_if_seen
from wargame.engine.law.warning import settle_warning
from wargame.engine.law.world_view import WorldNumbers

DEADLY_RUNG = 8.0
"""Covert acts below this rung break things, not people."""

UNCONFIRMED_BELOW = 0.5
"""Attribution below which an act counts as unconfirmed (MODEL D4)."""


def resolve(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Carry out act ``n`` in world ``k``: fills the act's outcome and changes the world."""
    m = a.move[n, k]
    a.state[n, k] = DONE
    a.rung[n, k] = p.move_rung[m]
    a.success[n, k] = 1
    pay(w, p, a, n, k)
    if p.move_tag[m, CONCESSION] and is_vetoed(w, p, a, c, n, k):
        a.success[n, k] = 0
        a.attribution[n, k] = 1.0
        mark(c, n, 16)
        return
    mark(c, n, 16)
    if is_hostile(p, a, n, k):
        if p.move_tag[m, UNNOTIFIED]:
            settle_surprise(w, p, a, n, k)
        else:
            settle_warning(w, p, a, c, n, k)
        settle_attribution(w, p, a, n, k)
        mark(c, n, 3)
    else:
        a.attribution[n, k] = 1.0 if a.overt[n, k] else 1.0 - p.move_deniability[m]
    attempt(w, p, a, c, n, k)
    weigh(p, a, n, k)
    spread_heat(w, p, a, c, n, k)
    mark(c, n, 23)
    if is_hostile(p, a, n, k) and a.rung[n, k] >= p.debt_least_rung:
        answer_to(w, p, a, c, n, k)
        suffer(w, p, a, c, n, k)
        follow_force(w, p, a, c, n, k, flow_share(p, a, c, n, k, p.debt_flow_days))
    apply_effects(w, p, a, n, k)
    mark(c, n, 0)
    follow_up(w, p, a, c, n, k)
    follow_words(w, p, a, c, n, k)


def is_hostile(p: Parameters, a: Acts, n: int, k: int) -> bool:
    """Whether an act is aimed against somebody: above rung 0, with a negative Goldstein score."""
    m = a.move[n, k]
    return bool(a.target[n, k] >= 0 and p.move_rung[m] > 0.0 and p.move_goldstein[m] < 0.0)


def attempt(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Let the move's own system decide what comes of it, and draw the deaths."""
    m = a.move[n, k]
    if p.move_tag[m, BREAKOUT]:
        notice_breakout(w, p, a, c, n, k)
        mark(c, n, 18)
    if a.target[n, k] < 0:
        return
    if p.move_tag[m, SHIPPING]:
        aim_at_warships(w, p, a, n, k)
    how = p.move_resolution[m]
    deaths = 0.0
    if how == COVERT:
        attempt_covert(w, p, a, c, n, k)
        mark(c, n, 3)
        if a.success[n, k]:
            hit_leaders(w, p, a, c, n, k)
        if is_hostile(p, a, n, k) and a.rung[n, k] >= DEADLY_RUNG:
            deaths = strike_deaths(w, p, a, n, k, p.harm_covert_deaths)
    elif how == BARRAGE:
        call_partners(w, p, a, c, n, k)
        mark(c, n, 21)
        launch(w, p, a, c, n, k)
        a.success[n, k] = 1 if leaked_in_all(a, n, k) > 0 else 0
        mark(c, n, 6)
        deaths = salvo_deaths(p, a, n, k)
    elif how == STRIKE:
        strike(w, p, a, c, n, k)
        deaths = strike_deaths(w, p, a, n, k, p.harm_strike_deaths)
    elif how == FIRE:
        deaths = burn(w, p, a, c, n, k)
    draw_deaths(w, a, c, n, k, deaths)
    mourn(w, p, a, n, k)
    mark(c, n, 20)


def strike(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Carry out a strike, with what its kind does besides when it lands."""
    m = a.move[n, k]
    attempt_strike(w, p, a, c, n, k)
    if p.move_tag[m, UNNOTIFIED]:
        stop_if_seen(w, p, a, c, n, k)
    if p.move_tag[m, PREEMPT] and a.success[n, k]:
        thin_out(p, a, c, n, k)
    if p.move_tag[m, INTERDICTION] and a.success[n, k]:
        cut_routes(w, p, a, n, k)
        mark(c, n, 4)


def launch(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Fly a salvo against the defence and the partners who could be there in time."""
    j = a.target[n, k]
    there = w.partners[j, k]
    w.partners[j, k] = partners_in_time(w, p, a, n, k)
    fly_salvo(w, p, a, c, n, k)
    w.partners[j, k] = there


def burn(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> float:
    """A turn of sustained fire: rockets spent, people driven out; gives the mean of its deaths.

    Potshots draw their own deaths, since nearly always there are none.
    """
    open_fire(w, p, a, c, n, k)
    mark(c, n, 5)
    displace(w, p, a, c, n, k)
    if p.move_tag[a.move[n, k], CASUALTY_TAIL]:
        draw_potshots(w, p, a, c, n, k)
        return 0.0
    draw_losses(w, a, c, n, k, ground_losses(w, p, a, n, k, c.days))
    return fire_deaths(w, p, a, c, n, k, c.days)


def weigh(p: Parameters, a: Acts, n: int, k: int) -> None:
    """Set the act's severity S x m (MODEL D4)."""
    m = a.move[n, k]
    if p.move_rung[m] <= 0.0:
        a.severity[n, k] = COOPERATION if p.move_goldstein[m] > 0.0 else 0.0
        return
    munitions = 0.0
    for weapon in range(5):
        munitions += a.launched[n, weapon, k]
    if p.move_resolution[m] == STRIKE:
        munitions = p.strike_munitions
    a.severity[n, k] = intensity_of_act(p, a, n, k) * size_factor(p, munitions, a.killed[n, k])
    if p.move_resolution[m] in (COVERT, STRIKE) and a.success[n, k] == 0:
        a.severity[n, k] *= p.perception_failed
    if p.move_tag[m, BREAKOUT]:
        # A decision that nobody has learned of heats nothing.
        a.severity[n, k] *= a.attribution[n, k]


def flow_share(p: Parameters, a: Acts, c: Context, n: int, k: int, days: float) -> float:
    """The part of a single act that a turn is: 1 for events, a flow for sustained moves.

    A standing move weighs once, when it begins (MODEL D4). Harassment that killed is an event.
    """
    lasting = p.move_lasting[a.move[n, k]]
    if flows_on(p, a, n, k):
        return c.days / days
    if lasting != STANDING or a.going_on[n, k] == 0:
        return 1.0
    return 0.0


def spread_heat(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Heat the act's front, or cool it; record a broken taboo (MODEL D4)."""
    m = a.move[n, k]
    front = a.front[n, k]
    share = flow_share(p, a, c, n, k, p.index_flow_days)
    if p.move_rung[m] > 0.0:
        weight = share * a.severity[n, k]
        if a.choreographed[n, k]:
            weight *= p.index_choreographed
        if a.attribution[n, k] < UNCONFIRMED_BELOW:
            weight *= p.index_unconfirmed
        heat_front(w, front, k, weight)
        if is_hostile(p, a, n, k):
            raise_precedent(
                w, p, a.actor[n, k], a.target[n, k], k, a.rung[n, k], p.move_home_soil[m]
            )
    elif p.move_goldstein[m] > 0.0 and share > 0.0:
        cool_by_cooperation(w, p, front, k, p.move_goldstein[m])
    if p.move_tag[m, NUCLEAR_USE] and a.rung[n, k] >= HIGHEST_RUNG:
        w.all_out[k] = 1.0


def answer_to(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """What a hostile act does between the two sides: readings, pair heat, debt, face, belief."""
    i, j = a.actor[n, k], a.target[n, k]
    perceive(w, p, a, c, n, k)
    share = flow_share(p, a, c, n, k, p.debt_flow_days)
    if share > 0.0:
        heat = flow_share(p, a, c, n, k, p.index_flow_days) * a.perceived[n, k]
        w.heat[i, j, k] += heat
        w.last_rung[i, j, k] = max(w.last_rung[i, j, k], a.rung[n, k])
        mark(c, n, 23)
        settle_debt_and_face(w, p, a, n, k, share)
        mark(c, n, 9)
        act_shows_resolve(w, p, a, n, k, share)
        mark(c, n, 10)
