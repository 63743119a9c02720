"""Nuclear programmes (S18): the clock, the resolve, and the decision to break out. Carries M3, M72.

The clock counts the weeks to enough material for one weapon. It runs down while uranium is
enriched; sabotage and strikes set it back. Blows on home soil and the fall of an allied group raise
the resolve to break out, so a strike lengthens the clock and makes the decision likelier. The
decision is a hazard that nobody at the table takes (MODEL D2, D5.17); a seat may also take it as an
order. Who has decided runs the clock down in real time; when it is at zero a weapon is put
together.

An actor has a programme when its clock stands below the registry's ceiling.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import DONE, STILLED, Acts
from wargame.engine.law.arithmetic import exp, logistic
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.hazards import over_days
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import (
    NUCLEAR_ASSEMBLY,
    NUCLEAR_BREAKOUT,
    NUCLEAR_SEEN,
    NUCLEAR_SETBACK,
    folded,
    uniform,
)
from wargame.engine.law.tags import BREAKOUT, ENRICH, NUCLEAR_STRIKE, SABOTAGE
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "nuclear.clock",
        0.1,
        0.03,
        0.3,
        JUDGED,
        "Weeks that enrichment takes off the clock each week.",
        "MODEL D5.17",
    ),
    Constant(
        "nuclear.clock_floor",
        0.5,
        0.2,
        1.0,
        JUDGED,
        "Weeks at which the clock stands still as long as nobody has decided to break out.",
        "MODEL D5.17, C4",
    ),
    Constant(
        "nuclear.sabotage_low",
        4.0,
        2.0,
        6.0,
        JUDGED,
        "Least weeks by which sabotage that succeeds sets the clock back.",
        "MODEL D5.17, moves C04",
        ("001",),
    ),
    Constant(
        "nuclear.sabotage_high",
        12.0,
        8.0,
        20.0,
        JUDGED,
        "Most weeks by which it does.",
        "MODEL D5.17, moves C04",
        ("001",),
    ),
    Constant(
        "nuclear.strike_low",
        26.0,
        13.0,
        40.0,
        JUDGED,
        "Least weeks by which a strike on the facilities that lands sets the clock back.",
        "MODEL D5.17, moves N04",
        ("001",),
    ),
    Constant(
        "nuclear.strike_high",
        104.0,
        60.0,
        200.0,
        JUDGED,
        "Most weeks by which it does.",
        "MODEL D5.17, moves N04",
        ("001",),
    ),
    Constant(
        "nuclear.resolve_strike",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Resolve that a strike of rung 12 or more on home soil adds.",
        "MODEL D5.17",
    ),
    Constant(
        "nuclear.resolve_facilities",
        0.1,
        0.0,
        0.3,
        JUDGED,
        "What a strike on the facilities themselves adds beside that.",
        "moves N04, MODEL A8 S18",
    ),
    Constant(
        "nuclear.resolve_rung",
        12.0,
        11.0,
        13.0,
        JUDGED,
        "Rung from which a strike on home soil does so.",
        "MODEL D5.17",
    ),
    Constant(
        "nuclear.resolve_collapse",
        0.1,
        0.05,
        0.3,
        JUDGED,
        "Resolve that the collapse of an allied group adds.",
        "MODEL D5.17, A8 S24",
    ),
    Constant(
        "nuclear.decided",
        1.5,
        1.4,
        1.6,
        JUDGED,
        "Resolve from which the decision is taken.",
        "moves N05",
    ),
    Constant(
        "nuclear.taken_back",
        0.4,
        0.1,
        0.8,
        JUDGED,
        "Resolve at most that is left once a decision has been taken back by capping enrichment.",
        "moves N01",
    ),
    Constant(
        "nuclear.hazard",
        0.002,
        0.0005,
        0.005,
        JUDGED,
        "Probability a week of the decision without any resolve.",
        "MODEL D5.17",
    ),
    Constant(
        "nuclear.hazard_resolve",
        4.0,
        2.0,
        6.0,
        JUDGED,
        "What a unit of resolve adds to the logarithm of that probability.",
        "MODEL D5.17",
    ),
    Constant(
        "nuclear.assembly",
        0.1,
        0.03,
        0.3,
        JUDGED,
        "Probability a week that a weapon is put together once the material is there.",
        "MODEL D5.17",
    ),
    Constant(
        "nuclear.seen_inspection",
        2.0,
        1.0,
        4.0,
        JUDGED,
        "What full inspection, against half of it, adds to twice the log-odds that a rival learns "
        "of the decision.",
        "MODEL D5.2, moves N05",
    ),
    Constant(
        "nuclear.seen_intel",
        0.5,
        0.5,
        0.6,
        JUDGED,
        "Intelligence on the programme that a rival has once it knows of the decision.",
        "moves N04, M18",
    ),
    Constant(
        "nuclear.fear_weeks",
        8.0,
        4.0,
        20.0,
        JUDGED,
        "Weeks on the clock at which rivals fear the programme a third as much as a weapon.",
        "MODEL M72",
        ("001",),
    ),
)

SHORT_OF_IT = 0.1
"""How far below the decision the resolve stops that grows by blows."""

NO_PROGRAMME = 520.0
MOST_WEEKS = 519.0
DAYS_A_WEEK = 7.0


def has_programme(w: WorldNumbers, i: int, k: int) -> bool:
    """Whether an actor enriches at all."""
    return bool(w.breakout_weeks[i, k] < NO_PROGRAMME)


def has_decided(w: WorldNumbers, p: Parameters, i: int, k: int) -> bool:
    """Whether an actor has decided to break out."""
    return bool(w.nuclear_resolve[i, k] >= p.nuclear_decided)


def fear_of_weapon(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """How much an actor's programme gives its rivals a second motive to strike, 0 to 1 (M72).

    It grows as the clock runs down, most where nobody can look inside.
    """
    if w.arsenal[i, k] >= 1.0:
        return 1.0
    if not has_programme(w, i, k):
        return 0.0
    near = exp(-w.breakout_weeks[i, k] / p.nuclear_fear_weeks)
    return near * (1.0 - 0.5 * w.inspection[i, k])


def weekly_decision(p: Parameters, resolve: float) -> float:
    """Probability a week of deciding to break out at a resolve (MODEL D5.17)."""
    return min(1.0, p.nuclear_hazard * exp(p.nuclear_hazard_resolve * resolve))


def run_programmes(w: WorldNumbers, p: Parameters, a: Acts, c: Context, k: int) -> None:
    """Let the clocks run and draw the decisions; a decision is added to the turn's acts."""
    for i in range(p.n_actors):
        if has_programme(w, i, k):
            run_clock(w, p, i, k, c.days)
            if has_decided(w, p, i, k):
                assemble(w, p, c, i, k)
            elif w.arsenal[i, k] < 1.0:
                u = uniform(c.key_high[k], c.key_low[k], NUCLEAR_BREAKOUT, p.actor_key[i], 0)
                chance = over_days(weekly_decision(p, w.nuclear_resolve[i, k]), c.days)
                decides = u < chance
                note(c, NUCLEAR_BREAKOUT, i, u, 1.0 if decides else 0.0)
                if decides:
                    decide(w, p, a, i, k)


def run_clock(w: WorldNumbers, p: Parameters, i: int, k: int, days: float) -> None:
    """The clock some days later: slow without a decision, in real time with one."""
    weeks = days / DAYS_A_WEEK
    before = w.breakout_weeks[i, k]
    if has_decided(w, p, i, k):
        w.breakout_weeks[i, k] = max(0.0, before - weeks)
    else:
        lowest = min(before, p.nuclear_clock_floor)
        w.breakout_weeks[i, k] = max(lowest, before - p.nuclear_clock * weeks)


def assemble(w: WorldNumbers, p: Parameters, c: Context, i: int, k: int) -> None:
    """Draw whether a weapon is put together, once there is material for one."""
    if w.breakout_weeks[i, k] > 0.0 or w.arsenal[i, k] >= 1.0:
        return
    u = uniform(c.key_high[k], c.key_low[k], NUCLEAR_ASSEMBLY, p.actor_key[i], 0)
    done = 1.0 if u < over_days(p.nuclear_assembly, c.days) else 0.0
    note(c, NUCLEAR_ASSEMBLY, i, u, done)
    w.arsenal[i, k] = max(w.arsenal[i, k], done)


def decide(w: WorldNumbers, p: Parameters, a: Acts, i: int, k: int) -> None:
    """Take the decision as an act of its own, covertly and whatever it costs."""
    for m in range(p.n_moves):
        if p.move_tag[m, BREAKOUT] and p.move_who[m, i]:
            n = append_act(p, a, k, i, m, -1)
            if n >= 0:
                a.overt[n, k] = 0
                a.paid[n, k] = 1
                return
    w.nuclear_resolve[i, k] = max(w.nuclear_resolve[i, k], p.nuclear_decided)


def notice_breakout(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Draw which rivals learn of a decision; unseen, it heats nothing (MODEL D5.2)."""
    i = a.actor[n, k]
    seen = 0.0
    for j in range(p.n_actors):
        if p.rivals[j, i] and w.intel[j, i, k] > 0.0:
            chance = logistic(
                p.warning_detect_base
                + p.warning_detect_intel * w.intel[j, i, k]
                + p.nuclear_seen_inspection * (w.inspection[i, k] - 0.5)
            )
            place = folded(p.actor_key[i], p.actor_key[j])
            u = uniform(c.key_high[k], c.key_low[k], NUCLEAR_SEEN, place, 0)
            sees = u < chance
            note(c, NUCLEAR_SEEN, j, u, 1.0 if sees else 0.0)
            if sees:
                seen = 1.0
                w.intel[j, i, k] = max(w.intel[j, i, k], p.nuclear_seen_intel)
                w.attribution[j, i, k] = 1.0
    a.attribution[n, k] = seen


def set_back(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Set a programme back by sabotage or a strike that came off (MODEL D5.17)."""
    m, j = a.move[n, k], a.target[n, k]
    if not a.success[n, k] or not has_programme(w, j, k):
        return
    low, high = 0.0, 0.0
    if p.move_tag[m, NUCLEAR_STRIKE]:
        low, high = p.nuclear_strike_low, p.nuclear_strike_high
    elif p.move_tag[m, SABOTAGE]:
        low, high = p.nuclear_sabotage_low, p.nuclear_sabotage_high
    if high > 0.0:
        u = uniform(c.key_high[k], c.key_low[k], NUCLEAR_SETBACK, a.place[n, k], 0)
        weeks = low + u * max(high - low, 0.0)
        note(c, NUCLEAR_SETBACK, 0, u, weeks)
        w.breakout_weeks[j, k] = min(MOST_WEEKS, w.breakout_weeks[j, k] + weeks)


def cap_enrichment(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """End the actor's own enrichment, and take a decision to break out back (moves N01)."""
    i = a.actor[n, k]
    for row in range(a.count[k]):
        enriches = p.move_tag[a.move[row, k], ENRICH] and a.actor[row, k] == i
        if enriches and a.state[row, k] == DONE:
            a.state[row, k] = STILLED
    # The move's own effect has lowered the resolve a little already; blows alone stop below this.
    if w.nuclear_resolve[i, k] > p.nuclear_decided - SHORT_OF_IT:
        w.nuclear_resolve[i, k] = p.nuclear_taken_back


def steel(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, share: float) -> None:
    """Raise the resolve of who was struck at home and has a programme (MODEL D5.17).

    Args:
        share: The part of a single act that this turn is.
    """
    j, m = a.target[n, k], a.move[n, k]
    struck = a.rung[n, k] >= p.nuclear_resolve_rung and p.move_home_soil[m]
    if struck and has_programme(w, j, k) and not has_decided(w, p, j, k):
        more = p.nuclear_resolve_strike * share
        if p.move_tag[m, NUCLEAR_STRIKE]:
            more += p.nuclear_resolve_facilities
        # Resolve that grows by blows stops short of the decision, which is drawn.
        most = max(w.nuclear_resolve[j, k], p.nuclear_decided - SHORT_OF_IT)
        w.nuclear_resolve[j, k] = min(most, w.nuclear_resolve[j, k] + more)
